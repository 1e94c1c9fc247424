import ArgumentParser
import ArticleIndex
import SystemPackage

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print an indexed article, by the number of a hit, its own id or its path."
  )

  @OptionGroup var location: IndexLocation
  @Argument(help: "A hit's number (7 or '#7'), the id a record has in its source, or a path.")
  var article: String
  @Flag(help: "Print a JSON object.")
  var json = false

  func run() throws {
    let index = try SearchIndex(at: location.folder)
    guard let (number, found) = try find(in: index) else {
      throw IndexError(
        .missing, subject: article, reason: "no such article is in the index",
        remedy: "give the number or path of a hit")
    }
    if json {
      let record = ArticleRecord(number: number, article: found)
      return try Console.standardOutput.write(JSONOutput.line(record))
    }
    let output = Console.standardOutput
    let text = Self.header(found) + found.text + "\n"
    try output.write(VisibleText.lines(text))
  }

  /// `#7` is a number; `7` is a record's own id if there is one, as in `id` of `search --json`.
  private func find(in index: SearchIndex) throws -> (number: UInt32, article: StoredArticle)? {
    let isNumber = article.hasPrefix("#")
    if !isNumber, let found = try index.article(recordID: article) { return found }
    if let number = UInt32(isNumber ? article.dropFirst() : article[...]),
      let found = try index.article(number: number)
    {
      return (number, found)
    }
    return try index.article(path: Self.absolute(RawArguments.path(article)))
  }

  /// The path as the index knows it, even if the file is gone by now.
  private static func absolute(_ path: FilePath) -> FilePath {
    if let resolved = path.resolved { return resolved }
    guard let name = path.lastComponent else { return path }
    let folder = path.removingLastComponent()
    return (folder.isEmpty ? FilePath(".") : folder).resolved?.appending(name) ?? path
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
