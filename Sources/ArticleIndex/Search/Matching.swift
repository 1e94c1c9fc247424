/// Finds the documents that satisfy a query.
struct Matching {
  let context: SearchContext

  /// How many documents satisfy a query: so many, or at least so many.
  struct Total: Equatable {
    var count = 0
    var isExact = true
  }

  /// Articles counted before a total may be a lower bound, unless it is asked for exactly.
  static let countedAtMost: UInt32 = 10_000
  /// The same in a long query, whose total tells little, and beyond the answer in a looser reading that is
  /// only offered.
  static let countedOfLong: UInt32 = 1_000
  /// Articles whose texts are looked at for a total, unless it is asked for exactly.
  static let verifiedForTotal = 200
  /// Articles that are verified at most, unless the total is asked for exactly.
  static let verifiedAtMost = 20_000

  private var reader: StoreReader { context.reader }
  private var plan: QueryPlan { context.plan }
  private var request: SearchRequest { context.request }

  // MARK: - Totals

  /// How many documents satisfy the query, whatever the order and the page wanted.
  ///
  /// Where terms cannot decide, the stored text does: of the documents in question the first ones
  /// are looked at, and more until one satisfies it.
  ///
  /// - Parameter most: articles counted before the total may be a lower bound, unless it is asked for
  ///   exactly.
  func total(atMost most: UInt32? = nil) throws(IndexError) -> Total {
    let most = most ?? (plan.isShort ? Self.countedAtMost : Self.countedOfLong)
    let certain = try counted(try program(.lower), atMost: most)
    guard plan.condition.needsText else { return certain }
    let verifier = ConditionVerifier(plan.condition)
    var total = certain
    var looked = 0
    for limit in request.wantsExactTotal ? [Int.max] : [Self.verifiedForTotal, Self.verifiedAtMost]
    {
      let open = try undecided(limit)
      for hit in open[looked...] {
        looked += 1
        guard try context.accepts(hit, verifier) else { continue }
        total.count += 1
        if looked > Self.verifiedForTotal, !request.wantsExactTotal { break }
      }
      let isAll = looked == open.count && open.count < limit
      total.isExact = certain.isExact && isAll
      if isAll || total.count > 0 { break }
    }
    return total
  }

  private func counted(_ program: QueryProgram, atMost most: UInt32) throws(IndexError) -> Total {
    let isDecided = !plan.condition.needsText
    var options = context.weights.options(
      limit: isDecided && request.limit > 0 ? context.weights.candidates + 1 : 0)
    // How many articles have a single term need not be counted: the index says it.
    let isOneTerm = plan.condition.onlyTerms?.count == 1
    options.checkAtLeast = isOneTerm ? 0 : request.wantsExactTotal ? .max : most
    options.weighting = nil
    let found = try reader.search(program, options)
    if isDecided, request.limit > 0 { context.verdicts.first = found.hits.map(\.id) }
    return Total(count: Int(found.lower), isExact: found.isExact)
  }

  /// What satisfies the query for certain, or may do so.
  private func program(_ bound: QueryCondition.Bound) throws(IndexError) -> QueryProgram {
    var program = QueryProgram()
    try plan.condition.push(to: &program, bound)
    return program
  }

  /// The first `limit` documents that only their text can decide on: of an excluded phrase those that
  /// have its pairs, not all the others.
  private func undecided(_ limit: Int) throws(IndexError) -> [StoreHit] {
    var program = try program(.upper)
    try plan.condition.push(to: &program, .lower)
    program.andNot()
    var options = context.weights.options(limit: limit)
    options.weighting = nil
    return try reader.search(program, options).hits
  }

  /// What finds exactly the documents that satisfy the query, if that can be had: their texts have
  /// been looked at where terms do not decide.
  func exactProgram() throws(IndexError) -> QueryProgram? {
    guard plan.condition.needsText else { return try program(.upper) }
    guard try reader.counts().allowsDocumentSets else { return nil }
    let open = try undecided(Self.verifiedAtMost)
    guard open.count < Self.verifiedAtMost else { return nil }
    let verifier = ConditionVerifier(plan.condition)
    var ids: [UInt32] = []
    for hit in open where try context.accepts(hit, verifier) { ids.append(hit.id) }
    var program = try program(.lower)
    guard !ids.isEmpty else { return program }
    try program.documents(ids.sorted())
    program.or(2)
    return program
  }

  // MARK: - Hits

  /// The first `count` documents of a program that satisfy the query, in the order of `options`.
  ///
  /// Where terms cannot decide, articles are verified one after another until there are enough.
  func matches(
    _ program: QueryProgram, count: Int, _ options: SearchOptions
  ) throws(IndexError) -> ScoredCandidates {
    guard count > 0 else { return ScoredCandidates() }
    let verifier = ConditionVerifier(plan.condition)
    var options = options
    guard !verifier.isTrivial else {
      options.limit = UInt32(clamping: count)
      return ScoredCandidates(hits: try reader.search(program, options).hits)
    }
    var accepted: [StoreHit] = []
    var verified = 0
    // A short list first: mostly the page is filled from it.
    for limit in [count + 500, request.wantsExactTotal ? Int.max : Self.verifiedAtMost] {
      options.limit = UInt32(clamping: limit)
      let possible = try reader.search(program, options)
      while verified < possible.hits.count, accepted.count < count {
        let hit = possible.hits[verified]
        if try context.accepts(hit, verifier) { accepted.append(hit) }
        verified += 1
      }
      if accepted.count >= count || possible.hits.count < limit { break }
    }
    return ScoredCandidates(hits: accepted)
  }

  /// The documents that satisfy the query by their dates, those without one last.
  func byDate(_ wanted: Int, newestFirst: Bool) throws(IndexError) -> [StoreHit] {
    var options = context.weights.options(limit: 0)
    options.weighting = nil
    options.order = .value(slot: UInt16(Schema.Slot.date), descending: newestFirst)
    var hits: [StoreHit] = []
    for isDated in [true, false] where hits.count < wanted {
      var program = try plan.matchingProgram()
      try program.range(slot: Schema.Slot.date, low: "".utf8, high: "".utf8)
      if isDated { program.and(2) } else { program.andNot() }
      hits += try matches(program, count: wanted - hits.count, options).hits
    }
    return hits
  }
}
