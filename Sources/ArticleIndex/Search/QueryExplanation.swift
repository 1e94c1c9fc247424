public import ArticleReading

/// How a query is understood and carried out.
public struct QueryExplanation: Sendable {
  /// A term and in how many articles it occurs.
  public struct TermCount: Sendable, Equatable {
    public var term: String
    public var frequency: Int
  }

  /// A reading of the query and how many articles satisfy it.
  public struct ReadingCount: Sendable, Equatable {
    public var kind: ReadingKind
    public var total: Int
  }

  /// How hits are ranked.
  public enum Ranking: String, Sendable, Equatable {
    /// Only articles that satisfy the query are hits.
    case allWordsOnly
    /// Articles with all words come first; the best candidates follow if those are too few.
    case allWordsFirst
    /// The best candidates and the best articles with all words, scored together: a long query.
    case candidatesFirst
    /// There is nothing to score: the newest come first.
    case newestFirst
  }

  /// What one part of the query gave a hit.
  public struct ScorePart: Sendable, Equatable {
    /// `syllable`, `exact`, `pair`, `prefix`, `group`, `coverage`, `lead`, `passage`, `near`, or
    /// `other` for what none of these explains.
    public var kind: String
    /// What of the query it is.
    public var label: String
    public var score: Double
  }

  /// One of the first hits and what its score is made of.
  public struct ScoredHit: Sendable {
    public var hit: Hit
    /// Their scores add up to that of the hit; parts that gave nothing are left out.
    public var parts: [ScorePart]
  }

  /// The query as typed.
  public var query: String
  /// What was understood.
  public var node: QueryNode
  /// Folded syllables and, where required, exact forms.
  public var words: [TermCount]
  /// Exact forms that rank their spelling first.
  public var preferred: [TermCount]
  /// Pairs of neighbours.
  public var pairs: [TermCount]
  /// Whether hits are verified against their text.
  public var isVerified: Bool
  /// Articles that satisfy the query: its strictest reading that has any.
  public var total: Int
  /// The readings, strictest first.
  public var readings: [ReadingCount]
  /// The words of several syllables, each with spaces between them.
  public var compounds: [String]
  /// Xapian's description of the query that demands every word.
  public var allWordsQuery: String
  /// What leads to the order of the hits.
  public var ranking: Ranking
  /// Xapian's description of the query that finds candidates.
  public var candidatesQuery: String
  /// How many candidates of a kind are scored by everything.
  public var candidates: Int
  /// The first hits.
  public var hits: [ScoredHit]
  public var notices: [SearchNotice]
}

extension QueryPlan {
  fileprivate var ranking: QueryExplanation.Ranking {
    guard isScored else { return .newestFirst }
    if !canBeRelaxed { return .allWordsOnly }
    return isShort ? .allWordsFirst : .candidatesFirst
  }
}

extension SearchIndex {
  /// Explains what searching for a query does.
  ///
  /// - Parameters:
  ///   - query: as typed.
  ///   - accents: what typed accents do.
  ///   - limit: how many hits to take apart.
  ///   - today: as ``SearchRequest/today``.
  ///   - bindsWords: as ``SearchRequest/bindsWords``.
  public func explain(
    _ query: String, accents: AccentMode = .prefer, limit: Int = 0, today: ArticleDate? = nil,
    bindsWords: Bool = true
  ) throws(IndexError) -> QueryExplanation {
    let parsed = understood(query, today: today, bindsWords: bindsWords)
    var request = SearchRequest(query, accents: accents, wantsSnippets: false, today: today)
    request.suggestions = .never
    request.bindsWords = bindsWords
    request.limit = limit
    let found = try search(request)
    let weights = weights
    return try read { reader throws(IndexError) in
      func terms(_ list: [Term]) throws(IndexError) -> [QueryExplanation.TermCount] {
        zip(list, try reader.frequencies(list)).map {
          QueryExplanation.TermCount(term: "\($0)", frequency: Int($1))
        }
      }
      var (plan, _) = try Self.plan(parsed.node, accents, reader, weights)
      var counting = request
      counting.wantsExactTotal = true
      let ladder = Ladder(
        context: SearchContext(reader: reader, plan: plan, request: counting, weights: weights))
      var readings: [QueryExplanation.ReadingCount] = []
      for rung in plan.isEmpty ? [] : ladder.rungs() {
        let count = try Matching(context: rung.context).total().count
        readings.append(QueryExplanation.ReadingCount(kind: rung.kind, total: count))
        if count > 0, readings.allSatisfy({ $0.total == 0 || $0 == readings.last }) {
          plan = rung.context.plan
        }
      }
      let words = plan.allWords
      let pairs = try terms(plan.pairs.map(\.term))
      // Where no article has any of the pairs, the words find the candidates.
      let kind: QueryPlan.CandidateKind = pairs.contains { $0.frequency > 0 } ? .pairs : .words
      let scored = try CandidateScorer(reader: reader, plan: plan, weights: weights)
        .explained(found.hits, scratch)
      return QueryExplanation(
        query: query, node: parsed.node, words: try terms(words.map(\.requiredTerm)),
        preferred: try terms(words.filter { !$0.isStrict }.compactMap(\.exactTerm)), pairs: pairs,
        isVerified: plan.condition.needsText,
        total: readings.first { $0.total > 0 }?.total ?? 0, readings: readings,
        compounds: parsed.node.compounds,
        allWordsQuery: plan.isEmpty ? "" : try plan.allWordsProgram(weights).describe(),
        ranking: plan.ranking,
        candidatesQuery: plan.isEmpty ? "" : try plan.candidatesProgram(kind, weights).describe(),
        candidates: weights.candidates, hits: scored, notices: found.notices)
    }
  }
}

extension CandidateScorer {
  /// Takes the scores of hits apart: each part of the score is asked for by itself.
  fileprivate func explained(
    _ hits: [Hit], _ scratch: TokenScratch
  ) throws(IndexError) -> [QueryExplanation.ScoredHit] {
    var scored = hits.map { QueryExplanation.ScoredHit(hit: $0, parts: []) }
    guard !hits.isEmpty else { return scored }
    let candidates = try candidates(hits.map(\.number).sorted())
    for summand in plan.summands(weights) {
      let program = try plan.scoringProgram(candidates, [summand])
      for found in try reader.search(program, weights.options(limit: hits.count)).hits
      where found.weight > 0 {
        guard let index = hits.firstIndex(where: { $0.number == found.id }) else { continue }
        scored[index].parts.append(
          QueryExplanation.ScorePart(
            kind: summand.kind.rawValue, label: summand.label, score: found.weight))
      }
    }
    let coverage = try coverage(
      of: hits.filter { $0.rank <= weights.leads }.map(\.number))
    let ranker = plan.textRanker(weights, scratch)
    for (index, hit) in hits.enumerated() {
      if let score = coverage[hit.number], score > 0 {
        scored[index].parts.append(
          QueryExplanation.ScorePart(kind: "coverage", label: "", score: score))
      }
      if hit.rank <= weights.leads, let score = ranker?.score(hit.article) {
        let parts = [("lead", score.lead), ("passage", score.passage), ("near", score.near)]
        for (kind, score) in parts where score > 0 {
          scored[index].parts.append(
            QueryExplanation.ScorePart(kind: kind, label: "", score: score))
        }
      }
      // What no part explains: a bonus, or a score by pairs alone of a hit that fills the page.
      let rest = hit.score - scored[index].parts.reduce(0) { $0 + $1.score }
      if abs(rest) > 1e-6 * max(1, hit.score) {
        scored[index].parts.append(
          QueryExplanation.ScorePart(kind: "other", label: "", score: rest))
      }
    }
    return scored
  }
}
