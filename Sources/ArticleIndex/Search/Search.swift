import ArticleReading

/// One search on one revision of the index: the reading that is the answer is found, its documents
/// are listed in order and those of looser readings after them, copies among them put together until
/// the page is full, and the hits of the page read and marked.
struct Search {
  let context: SearchContext

  /// What the search has listed: the hits of all pages up to the one wanted.
  struct Listing {
    var hits: [StoreHit] = []
    /// What hits satisfy that are not part of the answer.
    var kinds: [UInt32: ReadingKind] = [:]
    var notices: [SearchNotice] = []

    /// Lists more documents, each where it first occurs.
    mutating func append(_ more: [StoreHit], _ kind: ReadingKind? = nil) {
      var seen = Set(hits.map(\.id))
      for hit in more where seen.insert(hit.id).inserted {
        hits.append(hit)
        if let kind { kinds[hit.id] = kind }
      }
    }
  }

  private var plan: QueryPlan { context.plan }
  private var request: SearchRequest { context.request }

  func run() throws(IndexError) -> SearchResult {
    guard !plan.isEmpty else {
      var result = SearchResult.nothing
      result.facets = FacetCounter(reader: context.reader, fields: request.facets).nothing()
      return result
    }
    let ladder = Ladder(context: context)
    let found = try ladder.answer()
    let page = Page(context: context)
    let (listing, groups) = try page.filled { wanted throws(IndexError) in
      try self.listing(wanted, found)
    }
    var result = SearchResult(
      hits: try page.hits(groups, listing, reading: found?.answer.kind ?? .bestMatch),
      total: found?.answer.total.count ?? 0, totalIsExact: found?.answer.total.isExact ?? true,
      isRelaxed: groups.prefix(context.pageEnd).contains { listing.kinds[$0.hit.id] != nil },
      notices: try notices(found?.answer, listing, groups))
    result.reading = found?.answer.kind ?? .bestMatch
    if request.offersLooser {
      result.looser = try LooserQuery(context: context).offer(found?.answer, found?.rest ?? [])
    }
    try addFacets(to: &result, found?.answer)
    return result
  }

  /// Lists the documents: those of the answer, then those of looser readings, uncounted.
  ///
  /// Pages fit together: the order does not depend on how many hits are wanted.
  private func listing(
    _ wanted: Int, _ found: (answer: Ladder.Rung, rest: ArraySlice<Ladder.Rung>)?
  ) throws(IndexError) -> Listing {
    guard request.limit > 0 else { return Listing() }
    let isByDate = request.sort != .relevance || !plan.isScored
    let newestFirst = request.sort != .oldestFirst
    guard let (answer, rest) = found else {
      guard plan.canBeRelaxed else { return Listing() }
      var listing = Listing()
      listing.append(try Relevance(context: context).bestMatches(wanted), .bestMatch)
      if isByDate { try sort(&listing, newestFirst: newestFirst) }
      return listing
    }
    if isByDate {
      let hits = try Matching(context: answer.context).byDate(wanted, newestFirst: newestFirst)
      return Listing(hits: hits)
    }
    return try Relevance(context: context).listing(wanted, answer, rest)
  }

  /// Orders best matches by date: as many as are ranked with care.
  private func sort(_ listing: inout Listing, newestFirst: Bool) throws(IndexError) {
    let best = listing.hits.prefix(context.weights.candidates)
    var dated: [(hit: StoreHit, date: String)] = []
    for hit in best {
      let value = try context.reader.value(of: hit.id, slot: Schema.Slot.date)
      dated.append((hit, String(decoding: value, as: UTF8.self)))
    }
    let order = dated.enumerated().sorted { left, right in
      let (first, second) = (left.element.date, right.element.date)
      if first.isEmpty != second.isEmpty { return second.isEmpty }
      if first == second { return left.offset < right.offset }
      return newestFirst ? first > second : first < second
    }
    listing.hits = order.map(\.element.hit)
  }

  // MARK: - What is said of the answer

  private func notices(
    _ answer: Ladder.Rung?, _ listing: Listing, _ groups: [DuplicateCollapser.Group]
  ) throws(IndexError) -> [SearchNotice] {
    var notices = listing.notices
    if let answer {
      if answer.kind != .words, let kind = strictest?.kind, kind != answer.kind {
        notices.append(.read(answer.kind))
      }
    } else {
      let missing = try LooserQuery(context: context).missing()
      // Of a single word it goes without saying.
      let isSaid = plan.node.words.count + plan.node.prefixes.count > 1
      if isSaid, !missing.isEmpty { notices.append(.missing(missing)) }
    }
    let isFilled = groups.prefix(context.pageEnd).contains { listing.kinds[$0.hit.id] != nil }
    if isFilled { notices.append(.relaxed(complete: answer?.total.count ?? 0)) }
    guard request.sort != .relevance, !groups.isEmpty else { return notices }
    if answer == nil {
      notices.append(.sortedBestMatches(min(listing.hits.count, context.weights.candidates)))
    }
    let first = try context.reader.value(of: groups[0].hit.id, slot: Schema.Slot.date)
    if first.isEmpty { notices.append(.nothingDated) }
    return notices
  }

  private var strictest: Ladder.Rung? { Ladder(context: context).rungs().first }

  /// Counts what the request asks to have counted, over the articles of the answer.
  private func addFacets(
    to result: inout SearchResult, _ answer: Ladder.Rung?
  ) throws(IndexError) {
    guard !request.facets.isEmpty else { return }
    let counter = FacetCounter(reader: context.reader, fields: request.facets)
    guard let answer else {
      result.facets = counter.nothing()
      if result.isRelaxed { result.notices.append(.facetsNeedAllWords) }
      return
    }
    let exact = try Matching(context: answer.context).exactProgram()
    let possible = try answer.context.plan.matchingProgram()
    result.facets = try counter.count(
      exact ?? possible, isExact: exact != nil)
    if exact != nil, let facet = result.facets.first, facet.distinct == facet.counts.count {
      // Every one of them has been looked at.
      result.total = facet.counts.reduce(facet.missing) { $0 + $1.count }
      result.totalIsExact = true
    }
    if exact == nil { result.notices.append(.facetsIgnoreOrder) }
    if result.isRelaxed { result.notices.append(.facetsNeedAllWords) }
  }
}
