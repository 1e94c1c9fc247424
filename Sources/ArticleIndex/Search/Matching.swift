/// Finds the documents that satisfy a query.
struct Matching {
  let context: SearchContext

  /// Documents that satisfy the query.
  struct Matches {
    /// Those listed, and what scored them.
    var scored = ScoredCandidates()
    var total = 0
    var isExact = true
    /// Whether all of them are listed, or as many as are wanted.
    var isListed = true
  }

  /// Articles looked at before a total may be an estimate.
  static let checkedForTotal: UInt32 = 1_000
  /// Articles that are verified at most, unless the total is asked for exactly.
  static let verifiedAtMost = 20_000
  /// Articles to accept for an estimate of the total where no hits are wanted.
  private static let verifiedForTotal = 100

  private var reader: StoreReader { context.reader }
  private var plan: QueryPlan { context.plan }
  private var request: SearchRequest { context.request }

  /// The first `count` documents of a program that satisfy the query, in the order of `options`.
  ///
  /// Where terms cannot decide, the stored text does: articles are verified one after another until
  /// there are enough, and the total is estimated from the share that passed, unless it was asked
  /// for exactly.
  func matches(
    _ program: QueryProgram, count: Int, _ options: SearchOptions
  ) throws(IndexError) -> Matches {
    let verifier = ConditionVerifier(plan.condition)
    guard !verifier.isTrivial else {
      var options = options
      options.limit = UInt32(clamping: count)
      options.checkAtLeast = request.wantsExactTotal ? .max : Self.checkedForTotal
      let found = try reader.search(program, options)
      return Matches(
        scored: ScoredCandidates(hits: found.hits), total: Int(found.estimated),
        isExact: found.isExact)
    }
    var possible = StoreResult(hits: [], lower: 0, estimated: 0, upper: 0)
    var accepted: [StoreHit] = []
    var verified = 0
    let open = request.wantsExactTotal ? try undecided() : nil
    // Where no hits are wanted some tell the total still.
    let count = count == 0 ? Self.verifiedForTotal : count
    // A short list first: mostly the page is filled from it.
    for limit in request.wantsExactTotal ? [Int.max] : [count + 500, Self.verifiedAtMost] {
      var options = options
      options.limit = UInt32(clamping: limit)
      options.checkAtLeast = Self.checkedForTotal
      possible = try reader.search(program, options)
      while verified < possible.hits.count, request.wantsExactTotal || accepted.count < count {
        let hit = possible.hits[verified]
        if let open, !open.contains(hit.id) {
          accepted.append(hit)
        } else if verifier.accepts(try context.articles.article(hit)) {
          accepted.append(hit)
        }
        verified += 1
      }
      if accepted.count >= count || possible.hits.count < limit { break }
    }
    let isExact = verified >= Int(possible.upper)
    let total =
      isExact || verified == 0
      ? accepted.count
      : max(accepted.count, Int(possible.estimated) * accepted.count / verified)
    return Matches(scored: ScoredCandidates(hits: accepted), total: total, isExact: isExact)
  }

  /// The documents that only their text can decide on: of an excluded phrase those that have its
  /// pairs, not all the others.
  private func undecided() throws(IndexError) -> Set<UInt32> {
    var program = try plan.matchingProgram()
    try plan.condition.push(to: &program, .lower)
    program.andNot()
    var options = context.weights.options(limit: .max)
    options.weighting = nil
    return Set(try reader.search(program, options).hits.map(\.id))
  }

  /// The documents that satisfy the query by their dates, those without one last.
  func byDate(_ wanted: Int, newestFirst: Bool) throws(IndexError) -> Search.Listing {
    var options = context.weights.options(limit: 0)
    options.weighting = nil
    options.order = .value(slot: UInt16(Schema.Slot.date), descending: newestFirst)
    let count = request.limit == 0 ? 0 : wanted
    var listing = Search.Listing()
    for isDated in [true, false] {
      var program = try plan.matchingProgram()
      try program.range(slot: Schema.Slot.date, low: "".utf8, high: "".utf8)
      if isDated { program.and(2) } else { program.andNot() }
      let found = try matches(program, count: max(0, count - listing.hits.count), options)
      listing.hits += found.scored.hits
      listing.total += found.total
      listing.totalIsExact = listing.totalIsExact && found.isExact
    }
    return listing
  }
}
