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
      try Console.standardOutput.write(result.batchJSON(query: line, took: took).line)
    }
  }
}
