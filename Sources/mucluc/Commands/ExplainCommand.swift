import ArgumentParser
import ArticleIndex

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell how a query is understood and carried out, and what the hits score for.")

  @Option(help: .index) var index = IndexFolder.usual
  @Argument(help: "The query.")
  var query: [String]
  @Option(help: "As for search.")
  var accents: AccentMode = .prefer
  @Option(help: "As for search.")
  var words = WordMode.on
  @Option(name: [.customShort("n"), .long], help: "Hits whose scores are taken apart.")
  var limit = 3
  @Flag(help: "Print a JSON object.")
  var json = false

  func validate() throws {
    guard (0...1000).contains(limit) else {
      throw ValidationError(UsageMessages.explainedHits)
    }
  }

  func run() throws {
    let text = query.joined(separator: " ")
    let explanation = try SearchIndex(at: index)
      .explain(
        text, accents: accents, limit: limit, today: Console.today,
        bindsWords: words == .on)
    if json {
      return try Console.standardOutput.write(explanation.json.line)
    }
    for notice in explanation.notices { Console.complain(notice.message) }
    try Console.standardOutput.write(ExplanationText.lines(explanation).joined())
  }
}
