import ArticleIndex

/// `explain --json`. Fields are added, never renamed; `version` tells.
struct ExplanationRecord: Encodable {
  struct Term: Encodable {
    var term: String
    var frequency: Int

    init(_ term: QueryExplanation.TermCount) {
      (self.term, frequency) = (term.term, term.frequency)
    }
  }

  struct Part: Encodable {
    var kind: String
    var label: String
    var score: Double
  }

  struct ScoredHit: Encodable {
    var rank: Int
    var id: String
    var number: Int
    var title: String
    var path: String
    var score: Double
    var parts: [Part]
  }

  var version = 1
  var query: String
  var understood: String
  var words: [Term]
  var preferred: [Term]
  var pairs: [Term]
  var isVerified: Bool
  var total: Int
  var ranking: String
  var allWordsQuery: String
  var candidatesQuery: String
  var hits: [ScoredHit]
  var warnings: [String]

  init(_ explanation: QueryExplanation) {
    query = explanation.query
    understood = explanation.node.description
    words = explanation.words.map(Term.init)
    preferred = explanation.preferred.map(Term.init)
    pairs = explanation.pairs.map(Term.init)
    isVerified = explanation.isVerified
    total = explanation.total
    ranking = explanation.ranking.rawValue
    allWordsQuery = explanation.allWordsQuery
    candidatesQuery = explanation.candidatesQuery
    hits = explanation.hits.map { scored in
      ScoredHit(
        rank: scored.hit.rank, id: scored.hit.id, number: Int(scored.hit.number),
        title: scored.hit.article.title, path: scored.hit.article.path.string,
        score: scored.hit.score,
        parts: scored.parts.map { Part(kind: $0.kind, label: $0.label, score: $0.score) })
    }
    warnings = explanation.notices.map(\.message)
  }
}
