/// Ranked hits, as far as they were wanted, and what is known about all of them.
struct Ranking {
  var hits: [StoreHit]
  /// All of the answer but its hits.
  var result: SearchResult
}

extension Search {
  /// Fills the page with hits, copies of an article put together.
  ///
  /// Hits are put together from the first one on, so that pages fit together. A page that copies
  /// leave too short is filled by ranking more.
  ///
  /// - Parameters:
  ///   - ahead: hits to look at beyond the page, for copies.
  ///   - rank: ranks this many hits; a longer list must begin with the shorter one.
  func fillPage(
    ahead: Int = DuplicateCollapser.lookAhead,
    _ rank: (Int, DuplicateCollapser) throws(IndexError) -> Ranking
  ) throws(IndexError) -> SearchResult {
    let copies = DuplicateCollapser(reader: reader, isOn: request.collapsesCopies)
    let page = request.offset + request.limit
    var wanted = copies.reach(for: page, ahead: ahead)
    while true {
      let ranking = try rank(wanted, copies)
      let groups = try copies.groups(ranking.hits)
      if groups.count < page, request.limit > 0, ranking.hits.count >= wanted {
        wanted = copies.reach(after: wanted, for: page)
        continue
      }
      var result = ranking.result
      result.hits = try render(groups.dropFirst(request.offset).prefix(request.limit))
      return result
    }
  }
}
