extension Search {
  /// Counts what the request asks to have counted.
  ///
  /// Over every article that holds all the words: what ``SearchResult/total`` counts, but for
  /// phrases that only the text can tell. Best matches that lack a word are not counted.
  func addFacets(to result: inout SearchResult) throws(IndexError) {
    guard !request.facets.isEmpty else { return }
    let counter = FacetCounter(reader: reader, fields: request.facets)
    guard !plan.isEmpty else {
      result.facets = counter.nothing()
      return
    }
    let isExact = ConditionVerifier(plan.condition).isTrivial
    result.facets = try counter.count(try plan.matchingProgram(), isExact: isExact)
    if !isExact {
      result.warnings.append(
        "facets count articles with the words in quotation marks in any order")
    } else if result.isRelaxed {
      result.warnings.append("facets count only articles that have all the words")
    }
  }
}
