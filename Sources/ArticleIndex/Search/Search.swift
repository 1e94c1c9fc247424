/// One search on one revision of the index: documents are listed in order, copies among them put
/// together until the page is full, and the hits of the page read and marked.
struct Search {
  let context: SearchContext

  /// What the search has listed: the hits of all pages up to the one wanted, and how many there are.
  struct Listing {
    var hits: [StoreHit] = []
    var total = 0
    var totalIsExact = true
    var isRelaxed = false
    var notices: [SearchNotice] = []
  }

  private var plan: QueryPlan { context.plan }
  private var request: SearchRequest { context.request }

  func run() throws(IndexError) -> SearchResult {
    var result = plan.isEmpty ? SearchResult.nothing : try page()
    try addFacets(to: &result)
    return result
  }

  private func page() throws(IndexError) -> SearchResult {
    let page = Page(context: context)
    var (listing, groups) = try page.filled { wanted throws(IndexError) in
      try self.listing(wanted)
    }
    if plan.hasPhrase, request.limit > 0 { try relaxPhrases(&listing, &groups) }
    return SearchResult(
      hits: try page.hits(groups), total: listing.total, totalIsExact: listing.totalIsExact,
      isRelaxed: listing.isRelaxed, notices: listing.notices)
  }

  /// Lists the documents.
  ///
  /// Pages fit together: the order does not depend on how many hits are wanted.
  private func listing(_ wanted: Int) throws(IndexError) -> Listing {
    let relevance = Relevance(context: context)
    guard plan.isScored, request.sort == .relevance else {
      let newestFirst = request.sort != .oldestFirst
      let found = try Matching(context: context).byDate(wanted, newestFirst: newestFirst)
      guard found.total == 0, found.hits.isEmpty, plan.canBeRelaxed else { return found }
      return try relevance.listing(wanted)
    }
    return try relevance.listing(wanted)
  }

  /// Gives up the order of words where no article has the phrase: its words may still find what was
  /// meant. In a long query, like a headline that quotes somebody, also where nothing has the phrase
  /// and all the other words: then what covers most of the query is worth more than the order of a
  /// few words of it (on headlines as queries, MRR@10 86.2 instead of 84.5).
  private func relaxPhrases(
    _ listing: inout Listing, _ groups: inout [DuplicateCollapser.Group]
  ) throws(IndexError) {
    let isLong = request.sort == .relevance && !plan.isShort
    guard listing.total == 0, listing.hits.isEmpty || isLong else { return }
    var relaxed = context
    relaxed.plan = plan.withoutPhrases
    let search = Search(context: relaxed)
    let isElsewhere = !listing.hits.isEmpty
    (_, groups) = try Page(context: relaxed).filled { wanted throws(IndexError) in
      try search.listing(wanted)
    }
    listing.isRelaxed = !groups.isEmpty
    listing.notices = [
      .phraseRelaxed(
        looked: listing.totalIsExact ? nil : Matching.verifiedAtMost, others: isElsewhere)
    ]
  }

  /// Counts what the request asks to have counted.
  ///
  /// Over every article that holds all the words: what ``SearchResult/total`` counts, but for
  /// phrases that only the text can tell. Best matches that lack a word are not counted.
  private func addFacets(to result: inout SearchResult) throws(IndexError) {
    guard !request.facets.isEmpty else { return }
    let counter = FacetCounter(reader: context.reader, fields: request.facets)
    guard !plan.isEmpty else {
      result.facets = counter.nothing()
      return
    }
    let isExact = !plan.condition.needsText
    result.facets = try counter.count(try plan.matchingProgram(), isExact: isExact)
    if !isExact {
      result.notices.append(.facetsIgnoreOrder)
    } else if result.isRelaxed {
      result.notices.append(.facetsNeedAllWords)
    }
  }
}
