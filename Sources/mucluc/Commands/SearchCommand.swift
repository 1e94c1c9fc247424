import ArgumentParser
import ArticleIndex

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    _superCommandName: "mucluc",
    abstract: "Find articles: ranked hits with the matched words highlighted.",
    discussion: """
      Words typed without accents match any spelling; words typed with accents are looked for as \
      typed first. The syllables of a word stand side by side (mucluc explain shows the words). If \
      too few articles match, others follow below a line and are not counted. "Quotation marks" make \
      a phrase, -word excludes, OR, title:, author:, date: and more narrow down: see mucluc help query.

      Exit status: 0 if hits are printed, 1 if not: nothing matches, or --offset is past the last \
      hit, where a loop over pages may stop. With --limit 0 it is 0 if any article matches.

        mucluc search vinh phuc chuyen doi so
        mucluc search 'Vĩnh Phúc "chuyển đổi số"' --json
        mucluc search --paths -0 ngap lut | xargs -0 ls -l
        mucluc search --sort -date 'cầu OR phà -"sông Hậu" date:tháng 6 năm 2020'
      """
  )

  @Option(help: .index) var index = IndexFolder.usual
  @Argument(help: "What to search for.")
  var query: [String] = []
  @Option(
    help:
      "What typed accents do: rank their spelling first (prefer), nothing (ignore), or must match (require)."
  )
  var accents: AccentMode = .prefer
  @Option(help: "Whether syllables that are one word must stand side by side: on, off.")
  var words = WordMode.on
  @Option(name: [.customShort("n"), .long], help: "Hits to print at most.")
  var limit = 10
  @Option(help: "Hits to skip.")
  var offset = 0
  @Option(
    parsing: .unconditional,
    help: "The order: relevance, date (oldest first), -date (newest first).")
  var sort: SearchRequest.Sort = .relevance
  @Option(
    help: ArgumentHelp(
      "Let new articles gain: 0 nothing, 1 up to twice the score (half of it for each year older).",
      valueName: "weight"))
  var recency = 0.0
  @Flag(help: "Print only how many articles match.")
  var count = false
  @Flag(help: "Read queries from standard input, one a line; print one JSON object for each.")
  var batch = false
  @Option(
    help: ArgumentHelp(
      "Count the articles that match by section, author, source, month, year (commas between).",
      valueName: "fields"))
  var facets: FacetFields?
  @OptionGroup var output: HitOutput

  func validate() throws {
    guard batch || !query.isEmpty else { throw ValidationError(UsageMessages.noQuery) }
    guard !batch || query.isEmpty else { throw ValidationError(UsageMessages.queryWithBatch) }
    guard limit >= 0, offset >= 0 else { throw ValidationError(UsageMessages.pageFromZero) }
    guard limit <= 1_000_000, offset <= 100_000_000 else {
      throw ValidationError(UsageMessages.pageTooFar)
    }
    guard recency >= 0, recency <= 100 else { throw ValidationError(UsageMessages.recency) }
    guard recency == 0 || sort == .relevance else {
      throw ValidationError(UsageMessages.recencyWithoutRelevance)
    }
    guard [output.json, output.paths, count, batch && !output.json].filter({ $0 }).count <= 1 else {
      throw ValidationError(UsageMessages.oneOutput)
    }
    guard facets == nil || !output.paths && !count else {
      throw ValidationError(UsageMessages.facetsWithoutHits)
    }
  }

  func run() throws {
    let index = try SearchIndex(at: index)
    if batch { return try answerLines(index) }
    let text = query.joined(separator: " ")
    if count { return try printCount(index, text) }
    let clock = ContinuousClock()
    let start = clock.now
    let result = try index.search(request(text))
    let took = clock.now - start
    try Console.standardOutput.write(output.printer.output(result, query: text, took: took))
    if !output.json { for notice in result.notices { Console.complain(notice.message) } }
    let isWatched = !output.json && !output.paths && Console.standardError.isTerminal
    if isWatched, result.correctedQuery == nil {
      for query in result.suggestions { Console.complain(SearchMessages.suggestion(query)) }
    }
    guard result.hits.isEmpty, limit > 0 || result.total == 0 else { return }
    if isWatched { Console.complain(SearchMessages.nothingFound(offset: offset)) }
    throw ExitStatus.nothingFound.exitCode
  }

  private func request(_ text: String) -> SearchRequest {
    var request = SearchRequest(
      text, accents: accents, limit: limit, offset: offset,
      wantsSnippets: !output.paths && !count, sort: sort, recency: recency, today: Console.today)
    request.collapsesCopies = !output.noCollapse
    request.facets = facets?.fields ?? []
    request.bindsWords = words == .on
    request.offersLooser = !output.paths && !count
    let showsAll = output.json || batch || (!output.paths && Console.standardError.isTerminal)
    request.suggestions = count ? .never : showsAll ? .always : .whenFewAreFound
    return request
  }

  private func printCount(_ index: SearchIndex, _ text: String) throws {
    let total = try index.count(request(text))
    try Console.standardOutput.write("\(total)\n")
    if total == 0 { throw ExitStatus.nothingFound.exitCode }
  }

  /// Answers every line of standard input as soon as it is read, from one open index.
  private func answerLines(_ index: SearchIndex) throws {
    let clock = ContinuousClock()
    var request = request("")
    while let line = readLine(strippingNewline: true) {
      request.query = line
      try index.refresh()
      let start = clock.now
      let result = try index.search(request)
      let took = clock.now - start
      try Console.standardOutput.write(result.batchJSON(query: line, took: took).line)
    }
  }
}
