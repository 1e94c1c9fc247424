import ArgumentParser
import ArticleIndex

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell how a query is understood and carried out.")

  @OptionGroup var location: IndexLocation
  @Argument(help: "The query.")
  var query: [String]
  @Option(help: "As for search.")
  var accents: AccentMode = .prefer

  func run() throws {
    let text = query.joined(separator: " ")
    let explanation = try SearchIndex(at: location.folder).explain(text, accents: accents)
    for warning in explanation.warnings { Console.complain(warning) }
    func list(_ terms: [QueryExplanation.Term]) -> String {
      terms.isEmpty ? "-" : terms.map { "\($0.term) (\($0.frequency))" }.joined(separator: ", ")
    }
    let rows = [
      ("understood", explanation.node.description),
      ("words", list(explanation.words)),
      ("prefers", list(explanation.preferred)),
      ("pairs", list(explanation.pairs)),
      ("verified", explanation.isVerified ? "yes, phrases are looked up in the text" : "no"),
      ("have all words", "\(explanation.total)"),
      ("1. all words", explanation.allWordsQuery),
      ("2. if too few", explanation.candidatesQuery),
    ]
    let lines = rows.map { name, value in
      name + String(repeating: " ", count: 16 - name.count) + VisibleText.line(value) + "\n"
    }
    try Console.standardOutput.write(lines.joined())
  }
}
