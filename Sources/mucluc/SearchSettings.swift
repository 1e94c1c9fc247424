import ArgumentParser
import ArticleIndex

/// What a search is asked for, and doing it.
///
/// How soon a search of its own process answers is a matter of what it makes Swift look up: each type that
/// a generic one is used with for the first time (a `Set` of something, `zip`, `joined`) costs a walk over
/// all conformances of the program, some 50 µs. So, on a search's way, loops and arrays where they are as good.
struct SearchSettings: Equatable {
  /// The index folder; nil for the usual one.
  var index: String?
  var query: [String] = []
  var accents = AccentMode.prefer
  var limit = 10
  var offset = 0
  var sort = SearchRequest.Sort.relevance
  var recency = 0.0
  var count = false
  var batch = false
  var facets = FacetFields()
  var output = HitFormat()

  /// - Throws: `ValidationError` for what does not go together.
  func validate() throws {
    try output.validate()
    guard batch || !query.isEmpty else {
      throw ValidationError("No query given. Try: mucluc search vinh phuc")
    }
    guard !batch || query.isEmpty else {
      throw ValidationError("--batch reads queries from standard input; leave the query out.")
    }
    guard limit >= 0, offset >= 0 else {
      throw ValidationError("--limit and --offset take numbers from 0.")
    }
    guard limit <= 1_000_000, offset <= 100_000_000 else {
      throw ValidationError("--limit goes up to 1000000 and --offset up to 100000000.")
    }
    guard recency >= 0, recency <= 100 else {
      throw ValidationError("--recency takes a number from 0 to 100.")
    }
    guard recency == 0 || sort == .relevance else {
      throw ValidationError("--recency goes with --sort relevance.")
    }
    guard [output.json, output.paths, count, batch && !output.json].filter({ $0 }).count <= 1 else {
      throw ValidationError("Give one of --json, --paths, --count and --batch.")
    }
    guard facets.fields.isEmpty || !output.paths && !count else {
      throw ValidationError("--facets does not go with --paths and --count.")
    }
  }

  /// Searches and prints.
  func run() throws {
    let index = try SearchIndex(at: IndexLocation.folder(index))
    if batch { return try BatchSearch(index: index, template: request("")).run() }
    // Not `joined`: see above.
    let text = query.dropFirst().reduce(query.first ?? "") { $0 + " " + $1 }
    if count { return try printCount(index, text) }
    let clock = ContinuousClock()
    let start = clock.now
    let result = try index.search(request(text))
    let took = clock.now - start
    try Console.standardOutput.write(output.printer.output(result, query: text, took: took))
    if !output.json { for notice in result.notices { Console.complain(notice.message) } }
    if !output.json, !output.paths, result.correctedQuery == nil,
      Console.standardError.isTerminal
    {
      for query in result.suggestions { Console.complain("có phải bạn muốn tìm: \(query)") }
    }
    if result.hits.isEmpty, limit > 0 || result.total == 0 {
      if !output.json, !output.paths, Console.standardError.isTerminal {
        Console.complain(offset > 0 ? "nothing found from hit \(offset + 1) on" : "nothing found")
      }
      throw ExitStatus.nothingFound.exitCode
    }
  }

  private func request(_ text: String) -> SearchRequest {
    var request = SearchRequest(
      text, accents: accents, limit: limit, offset: offset,
      wantsSnippets: !output.paths && !count, sort: sort, recency: recency, today: Console.today)
    request.collapsesCopies = !output.noCollapse
    request.facets = facets.fields
    let showsAll = output.json || (!output.paths && !batch && Console.standardError.isTerminal)
    request.suggestions = count ? .never : showsAll ? .always : .whenFewAreFound
    return request
  }

  private func printCount(_ index: SearchIndex, _ text: String) throws {
    let total = try index.count(request(text))
    try Console.standardOutput.write("\(total)\n")
    if total == 0 { throw ExitStatus.nothingFound.exitCode }
  }
}
