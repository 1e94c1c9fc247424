/// One search on one revision of the index.
struct Search {
  let reader: StoreReader
  let plan: QueryPlan
  let request: SearchRequest
  let weights: RankingWeights
  /// Puts copies together if the request says so.
  let copies: DuplicateCollapser
  let memory = SearchMemory()
  /// What texts are taken apart with.
  let scratch: TokenScratch
  /// Hits to rank: those before the page, those of it, and what copies make necessary.
  var wanted: Int

  /// Articles looked at before a total may be an estimate.
  static let checkedForTotal: UInt32 = 1_000
  /// Articles that are verified at most, unless the total is asked for exactly.
  static let verifiedAtMost = 20_000

  /// Articles to accept for an estimate of the total where no hits are wanted.
  static let verifiedForTotal = 100

  /// - Parameter scratch: of the index, as it is the better the more it has met.
  init(
    reader: StoreReader, plan: QueryPlan, request: SearchRequest, weights: RankingWeights,
    scratch: TokenScratch = TokenScratch()
  ) {
    var request = request
    // No database holds more; so sums of the two cannot overflow.
    request.limit = min(max(0, request.limit), 1 << 31)
    request.offset = min(max(0, request.offset), 1 << 31)
    (self.reader, self.plan, self.request, self.weights) = (reader, plan, request, weights)
    self.scratch = scratch
    copies = DuplicateCollapser(reader: reader, isOn: request.collapsesCopies)
    wanted = request.offset + request.limit
  }

  /// Up to this many words the articles that hold all of them come first; a longer query is a
  /// description, and the best match for all of it wins even if a word is missing.
  static let shortQuery = 4

  func run() throws(IndexError) -> SearchResult {
    guard !plan.isEmpty else { return .nothing }
    var (found, groups) = try fillPage { search throws(IndexError) in try search.list() }
    if plan.hasPhrase, request.limit > 0 { try relaxPhrases(&found, &groups) }
    return SearchResult(
      hits: try render(groups.dropFirst(request.offset).prefix(request.limit)),
      total: found.total, totalIsExact: found.totalIsExact, isRelaxed: found.isRelaxed,
      warnings: found.warnings)
  }

  /// Gives up the order of words where no article has the phrase: its words may still find what was
  /// meant. In a long query, like a headline that quotes somebody, also where nothing has the phrase
  /// and all the other words: then what covers most of the query is worth more than the order of a
  /// few words of it (on headlines as queries, MRR@10 86.2 instead of 84.5).
  private func relaxPhrases(
    _ found: inout Found, _ groups: inout [DuplicateCollapser.Group]
  ) throws(IndexError) {
    let isLong = request.sort == .relevance && plan.length > Self.shortQuery
    guard found.total == 0, found.hits.isEmpty || isLong else { return }
    let words = Search(
      reader: reader, plan: plan.withoutPhrases, request: request, weights: weights,
      scratch: scratch)
    let isElsewhere = !found.hits.isEmpty
    (_, groups) = try words.fillPage { search throws(IndexError) in try search.list() }
    found.isRelaxed = !groups.isEmpty
    let scope = found.totalIsExact ? "no article" : "none of the best \(Self.verifiedAtMost)"
    found.warnings = [
      "\(scope) has the words in quotation marks in this order\(isElsewhere ? " and all others" : "")"
    ]
  }

  /// The hits of all pages up to the one wanted, and how many there are.
  struct Found {
    var hits: [StoreHit] = []
    var total = 0
    var totalIsExact = true
    var isRelaxed = false
    var warnings: [String] = []
  }

  /// Finds the documents.
  ///
  /// Pages fit together: the order does not depend on how many hits are wanted.
  private func list() throws(IndexError) -> Found {
    guard plan.isScored, request.sort == .relevance else {
      let found = try findByDate(request.sort == .relevance ? .newestFirst : request.sort)
      guard found.total == 0, found.hits.isEmpty, plan.canBeRelaxed else { return found }
      return try findByRelevance()
    }
    return try findByRelevance()
  }

  func options(limit: Int, checkAtLeast: UInt32 = 0) -> SearchOptions {
    var options = SearchOptions()
    options.limit = UInt32(clamping: limit)
    options.checkAtLeast = checkAtLeast
    options.weighting = weights.bm25
    return options
  }
}
