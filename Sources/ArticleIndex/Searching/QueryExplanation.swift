/// How a query is understood and carried out, for `mucluc explain` and for tests.
public struct QueryExplanation: Sendable {
  /// A term and in how many articles it occurs.
  public struct Term: Sendable, Equatable {
    public var term: String
    public var frequency: Int
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
  /// Xapian's description of the query that finds candidates when those are too few.
  public var candidatesQuery: String
  public var warnings: [String]
}

extension SearchIndex {
  /// Explains what searching for a query would do.
  public func explain(
    _ query: String, accents: AccentMode = .prefer
  ) throws(IndexError) -> QueryExplanation {
    let parsed = QueryParser.parse(query)
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
      return QueryExplanation(
        query: query, node: parsed.node, words: try terms(plan.words.map(\.requiredTerm)),
        preferred: try terms(preferred), pairs: try terms(plan.pairs),
        isVerified: !plan.phrases.isEmpty, total: total,
        allWordsQuery: plan.isEmpty ? "" : try plan.allWordsProgram(weights).describe(),
        candidatesQuery: plan.isEmpty
          ? "" : try plan.candidatesProgram(plan.pairs.isEmpty ? .words : .pairs).describe(),
        warnings: parsed.warnings)
    }
  }
}
