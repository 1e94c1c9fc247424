/// The hits of one page: copies put together, articles read, matches marked.
struct Page {
  let context: SearchContext

  private var request: SearchRequest { context.request }

  /// Hits to look at beyond a page, for copies; few where the text of each must be looked at.
  private var ahead: Int {
    context.plan.condition.needsText ? 10 : DuplicateCollapser.lookAhead
  }

  /// What a search lists, and its hits with copies of an article put together: enough for the page,
  /// if there are enough.
  ///
  /// Hits are put together from the first one on, so that pages fit together. A page that copies
  /// leave too short is filled by listing more.
  ///
  /// - Parameter list: lists as many hits as it is told to, if there are so many; a longer list must
  ///   begin with the shorter one.
  func filled(
    _ list: (_ wanted: Int) throws(IndexError) -> Search.Listing
  ) throws(IndexError) -> (listing: Search.Listing, groups: [DuplicateCollapser.Group]) {
    var wanted = context.copies.reach(for: context.pageEnd, ahead: ahead)
    while true {
      let listing = try list(wanted)
      let groups = try context.copies.groups(listing.hits.prefix(wanted))
      guard groups.count < context.pageEnd, request.limit > 0, listing.hits.count >= wanted else {
        return (listing, groups)
      }
      wanted = context.copies.reach(after: wanted, for: context.pageEnd)
    }
  }

  /// Reads the articles of the page and marks the matches in them.
  ///
  /// - Parameters:
  ///   - groups: those of this page and the pages before it.
  ///   - listing: what hits satisfy that do not satisfy `reading`.
  ///   - reading: what the others satisfy.
  func hits(
    _ groups: [DuplicateCollapser.Group], _ listing: Search.Listing = Search.Listing(),
    reading: ReadingKind = .bestMatch
  ) throws(IndexError) -> [Hit] {
    let page = groups.dropFirst(request.offset).prefix(request.limit)
    var hits: [Hit] = []
    let plan = context.plan
    let marker = MatchMarker(
      words: plan.typed, prefixes: plan.typedPrefixes, accents: plan.accents,
      scratch: context.scratch)
    for index in page.indices {
      var hit = try hit(page[index].hit, rank: index + 1, marker)
      hit.reading = listing.kinds[page[index].hit.id] ?? reading
      for copy in page[index].copies {
        hit.copies.append(Copy(number: copy.id, article: try context.articles.article(copy)))
      }
      hits.append(hit)
    }
    return hits
  }

  private func hit(
    _ found: StoreHit, rank: Int, _ marker: MatchMarker
  ) throws(IndexError) -> Hit {
    let article = try context.articles.article(found)
    var hit = Hit(
      rank: rank, score: found.weight, number: found.id, article: article,
      snippet: Snippet(text: "", highlights: []), matches: [])
    guard request.wantsSnippets else { return hit }
    let matches = marker.matches(in: article.text)
    hit.matches = matches.map(\.range)
    hit.snippet = SnippetMaker(targetLength: request.snippetLength)
      .snippet(of: article, matches: matches)
    return hit
  }
}
