import ArticleIndex

/// Many queries, one process, one open index.
struct BatchSearch {
  let index: SearchIndex
  let template: SearchRequest

  /// Answers every line of standard input as soon as it is read.
  func run() throws {
    let clock = ContinuousClock()
    while let line = readLine(strippingNewline: true) {
      var request = template
      request.query = line
      try index.refresh()
      let start = clock.now
      let result = try index.search(request)
      let took = clock.now - start
      try Console.standardOutput.write(
        JSONOutput.line(
          BatchRecord(
            query: line, total: result.total, totalIsExact: result.totalIsExact,
            isRelaxed: result.isRelaxed, tookMs: milliseconds(took),
            warnings: result.notices.map(\.message),
            suggestions: result.suggestions, correctedQuery: result.correctedQuery,
            hits: result.hits.map { HitRecord(hit: $0) },
            facets: result.facets.map { FacetRecord($0) })))
    }
  }
}
