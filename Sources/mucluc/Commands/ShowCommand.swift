import ArgumentParser
import ArticleIndex

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print an indexed article, by the number of a hit, its own id or its path."
  )

  @OptionGroup var location: IndexLocation
  @Argument(help: ArgumentHelp(ArticleReference.help))
  var article: String
  @Flag(help: "Print a JSON object.")
  var json = false

  func run() throws {
    let index = try SearchIndex(at: location.folder)
    let (number, found) = try ArticleReference.find(article, in: index)
    if json {
      let record = ArticleRecord(number: number, article: found)
      return try Console.standardOutput.write(JSONOutput.line(record))
    }
    let output = Console.standardOutput
    let text = Self.header(found) + found.text + "\n"
    try output.write(VisibleText.lines(text))
  }

  private static func header(_ article: StoredArticle) -> String {
    let facts = [
      ("path", article.path.string), ("date", article.date?.iso), ("author", article.author),
      ("section", article.section), ("source", article.source), ("url", article.url),
      ("id", article.recordID),
    ]
    return facts.compactMap { name, value in value.map { "\(name): \(VisibleText.line($0))\n" } }
      .joined() + "\n"
  }
}

/// `show --json`: `text` is what the byte offsets of `search --json` refer to.
struct ArticleRecord: Encodable {
  var number: UInt32
  var article: StoredArticle

  private enum Key: String, CodingKey {
    case version, id, number, path, title, lede, date, author, section, source, url, text
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(1, forKey: .version)
    try container.encode(article.recordID ?? "\(number)", forKey: .id)
    try container.encode(number, forKey: .number)
    try container.encode(article.path.string, forKey: .path)
    try container.encode(article.title, forKey: .title)
    try container.encode(article.lede, forKey: .lede)
    try container.encodeOrNull(article.date?.iso, forKey: .date)
    try container.encodeOrNull(article.author, forKey: .author)
    try container.encodeOrNull(article.section, forKey: .section)
    try container.encodeOrNull(article.source, forKey: .source)
    try container.encodeOrNull(article.url, forKey: .url)
    try container.encode(article.text, forKey: .text)
  }
}
