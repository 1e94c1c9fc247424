import ArgumentParser
import ArticleIndex

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print an indexed article, by the number of a hit, its own id or its path."
  )

  @Option(help: .index) var index = IndexFolder.usual
  @Argument(help: ArgumentHelp(ArticleReference.help))
  var article: String
  @Flag(help: "Print a JSON object.")
  var json = false

  func run() throws {
    let index = try SearchIndex(at: index)
    let (number, found) = try ArticleReference.find(article, in: index)
    if json {
      return try Console.standardOutput.write(found.json(number: number).line)
    }
    let output = Console.standardOutput
    let text = Self.header(found) + found.text + "\n"
    try output.write(VisibleText.lines(text))
  }

  private static func header(_ article: StoredArticle) -> String {
    let facts: [(String, String?)] = [
      ("path", article.path.string),
      (
        "date",
        article.date.map { SearchMessages.date($0.iso, isInferred: article.isDateInferred) }
      ),
      ("author", article.author), ("number", article.number),
      ("section", article.sections.isEmpty ? nil : article.sections.joined(separator: "; ")),
      ("source", article.source), ("url", article.url), ("id", article.recordID),
    ]
    return facts.compactMap { name, value in value.map { "\(name): \(VisibleText.line($0))\n" } }
      .joined() + "\n"
  }
}
