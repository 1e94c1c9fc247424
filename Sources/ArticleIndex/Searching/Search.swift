/// One search on one revision of the index.
struct Search {
  let reader: StoreReader
  private(set) var plan: QueryPlan
  let request: SearchRequest
  let weights: RankingWeights

  /// Articles looked at before a total may be an estimate.
  static let checkedForTotal: UInt32 = 10_000
  /// Articles that are verified at most for a phrase, unless the total is asked for exactly.
  static let verifiedAtMost = 20_000

  init(reader: StoreReader, plan: QueryPlan, request: SearchRequest, weights: RankingWeights) {
    var request = request
    // No database holds more; so sums of the two cannot overflow.
    request.limit = min(max(0, request.limit), 1 << 31)
    request.offset = min(max(0, request.offset), 1 << 31)
    (self.reader, self.plan, self.request, self.weights) = (reader, plan, request, weights)
  }

  /// Up to this many words the articles that hold all of them come first; a longer query is a
  /// description, and the best match for all of it wins even if a word is missing.
  static let shortQuery = 4

  mutating func run() throws(IndexError) -> SearchResult {
    guard !plan.isEmpty else { return .nothing }
    plan.rarity = try TermRarity(
      plan.scoredTerms, in: reader, standardLength: weights.standardLength)
    var result = plan.phrases.isEmpty ? try runWords() : try runPhrases()
    if result.total == 0, result.hits.isEmpty, plan.hasPhrase, request.limit > 0 {
      // No article has the phrase: its words may still find what was meant.
      let words = Search(
        reader: reader, plan: plan.withoutPhrases, request: request, weights: weights)
      result.hits = try words.runWords().hits
      result.isRelaxed = !result.hits.isEmpty
      let scope = result.totalIsExact ? "no article" : "none of the best \(Self.verifiedAtMost)"
      result.warnings = ["\(scope) has the words in quotation marks in this order"]
    }
    return result
  }

  func options(limit: Int, checkAtLeast: UInt32 = 0) -> SearchOptions {
    var options = SearchOptions()
    options.limit = UInt32(clamping: limit)
    options.checkAtLeast = checkAtLeast
    options.weighting = weights.bm25
    return options
  }
}
