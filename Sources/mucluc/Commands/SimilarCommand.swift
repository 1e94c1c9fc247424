import ArgumentParser
import ArticleIndex

struct SimilarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "similar",
    abstract: "Find articles on the same subject as another.",
    discussion: """
      The article's most telling words are searched for; the best matches are printed as search \
      prints hits. The article itself and copies of it are left out.

      Exit status: 0 if hits are printed, 1 if nothing is like it.

        mucluc similar 7
        mucluc similar bao/2020/so-hoa.txt --json
      """
  )

  @Option(help: .index) var index = IndexFolder.usual
  @Argument(help: ArgumentHelp(ArticleReference.help))
  var article: String
  @Option(name: [.customShort("n"), .long], help: "Hits to print at most.")
  var limit = 10
  @Option(help: "Hits to skip.")
  var offset = 0
  @OptionGroup var output: HitOutput

  func validate() throws {
    guard (0...1000).contains(limit), (0...10_000).contains(offset) else {
      throw ValidationError(UsageMessages.similarPage)
    }
  }

  func run() throws {
    let index = try SearchIndex(at: index)
    let (number, found) = try ArticleReference.find(article, in: index)
    let clock = ContinuousClock()
    let start = clock.now
    let request = SimilarRequest(
      to: number, limit: limit, offset: offset, wantsSnippets: !output.paths,
      collapsesCopies: !output.noCollapse)
    let result = try index.similar(request) ?? SearchResult.nothing
    let took = clock.now - start
    try Console.standardOutput.write(
      output.printer.output(result, query: found.title, took: took))
    if !output.json { for notice in result.notices { Console.complain(notice.message) } }
    guard result.hits.isEmpty else { return }
    if !output.json, !output.paths, Console.standardError.isTerminal {
      Console.complain(SearchMessages.nothingSimilar)
    }
    throw ExitStatus.nothingFound.exitCode
  }
}
