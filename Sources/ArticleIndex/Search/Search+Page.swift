extension Search {
  /// Hits before those of the page, and of it.
  var page: Int { request.offset + request.limit }

  /// Hits to look at beyond a page, for copies; few where the text of each must be looked at.
  private var ahead: Int {
    ConditionVerifier(plan.condition).isTrivial ? DuplicateCollapser.lookAhead : 10
  }

  /// What was found, and its hits with copies of an article put together: enough for the page, if
  /// there are enough.
  ///
  /// Hits are put together from the first one on, so that pages fit together. A page that copies
  /// leave too short is filled by ranking more.
  ///
  /// - Parameter rank: ranks as many hits as the search wants; a longer list must begin with the
  ///   shorter one.
  func fillPage(
    _ rank: (Search) throws(IndexError) -> Found
  ) throws(IndexError) -> (found: Found, groups: [DuplicateCollapser.Group]) {
    var search = self
    search.wanted = copies.reach(for: page, ahead: ahead)
    while true {
      let found = try rank(search)
      let groups = try copies.groups(found.hits.prefix(search.wanted))
      guard groups.count < page, request.limit > 0, found.hits.count >= search.wanted else {
        return (found, groups)
      }
      search.wanted = copies.reach(after: search.wanted, for: page)
    }
  }
}
