/// How a query is understood and carried out, for `mucluc explain` and for tests.
public struct QueryExplanation: Sendable {
  /// A term and in how many articles it occurs.
  public struct Term: Sendable, Equatable {
    public var term: String
    public var frequency: Int
  }

  /// How hits are ranked.
  public enum Ranking: Sendable, Equatable {
    /// Only articles with all words are hits: one word, or a phrase verified in the text.
    case allWordsOnly
    /// Articles with all words come first; the best candidates follow if those are too few.
    case allWordsFirst
    /// The best candidates and the best articles with all words, scored together: a long query.
    case candidatesFirst
  }

  /// The query as typed.
  public var query: String
  /// What was understood.
  public var node: QueryNode
  /// Folded syllables and, where required, exact forms.
  public var words: [Term]
  /// Exact forms that rank their spelling first.
  public var preferred: [Term]
  /// Pairs of neighbours.
  public var pairs: [Term]
  /// Whether hits are verified against their text.
  public var isVerified: Bool
  /// Articles that hold every word.
  public var total: Int
  /// Xapian's description of the query that demands every word.
  public var allWordsQuery: String
  /// What leads to the order of the hits.
  public var ranking: Ranking
  /// Xapian's description of the query that finds candidates.
  public var candidatesQuery: String
  /// How many candidates of a kind are scored by everything.
  public var candidates: Int
  public var warnings: [String]
}

extension QueryPlan {
  fileprivate var ranking: QueryExplanation.Ranking {
    if words.count < 2 || !phrases.isEmpty { return .allWordsOnly }
    return words.count <= Search.shortQuery ? .allWordsFirst : .candidatesFirst
  }
}

extension SearchIndex {
  /// Explains what searching for a query would do.
  public func explain(
    _ query: String, accents: AccentMode = .prefer
  ) throws(IndexError) -> QueryExplanation {
    let parsed = understood(query)
    let plan = QueryPlan(parsed.node, accents: accents)
    let total = try count(SearchRequest(query, accents: accents, wantsSnippets: false))
    let weights = weights
    return try read { reader throws(IndexError) in
      func terms(_ list: [[UInt8]]) throws(IndexError) -> [QueryExplanation.Term] {
        zip(list, try reader.frequencies(list)).map {
          QueryExplanation.Term(
            term: String(decoding: $0, as: UTF8.self), frequency: Int($1))
        }
      }
      let preferred = plan.words.filter { !$0.isStrict }.compactMap { word in
        word.exact.map { Array(Schema.Prefix.exact.utf8Bytes) + Array($0.utf8) }
      }
      let pairs = try terms(plan.pairs)
      // Where no article has any of the pairs, the words find the candidates.
      let kind: QueryPlan.CandidateKind = pairs.contains { $0.frequency > 0 } ? .pairs : .words
      return QueryExplanation(
        query: query, node: parsed.node, words: try terms(plan.words.map(\.requiredTerm)),
        preferred: try terms(preferred), pairs: pairs,
        isVerified: !plan.phrases.isEmpty, total: total,
        allWordsQuery: plan.isEmpty ? "" : try plan.allWordsProgram(weights).describe(),
        ranking: plan.ranking,
        candidatesQuery: plan.isEmpty ? "" : try plan.candidatesProgram(kind).describe(),
        candidates: weights.candidates, warnings: parsed.warnings)
    }
  }
}
