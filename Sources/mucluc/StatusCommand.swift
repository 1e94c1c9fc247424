import ArgumentParser
import ArticleIndex

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tell what the index holds.")

  @OptionGroup var location: IndexLocation
  @Flag(help: "Print a JSON object.")
  var json = false

  func run() throws {
    let status = try SearchIndex(at: location.folder).status()
    if json { return try Console.standardOutput.write(JSONOutput.line(StatusRecord(status))) }
    var lines = [
      ("index", status.path.string), ("articles", "\(status.articles)"),
      ("average length", "\(Int(status.averageLength.rounded())) terms"),
    ]
    if let bytes = status.diskBytes {
      lines.append(("size", Self.size(bytes)))
    }
    if let generation = status.generation { lines.append(("generation", "\(generation)")) }
    lines.append(("schema", "\(status.schemaVersion), analyzer \(status.analyzer)"))
    lines.append(("library", "Xapian \(status.xapianVersion)"))
    for folder in status.folders { lines.append(("folder", folder.string)) }
    let text = lines.map { name, value in
      name + String(repeating: " ", count: 16 - name.count) + VisibleText.line(value) + "\n"
    }
    try Console.standardOutput.write(text.joined())
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1_000_000
      ? "\((bytes + 999) / 1000) kB" : "\(Double(bytes * 10 / 1_000_000) / 10) MB"
  }
}

/// `status --json`.
struct StatusRecord: Encodable {
  var version = 1
  var index: String
  var articles: Int
  var averageLength: Double
  var diskBytes: Int?
  var generation: Int?
  var schema: Int
  var analyzer: String
  var xapian: String
  var folders: [String]

  init(_ status: IndexStatus) {
    index = status.path.string
    articles = status.articles
    averageLength = status.averageLength
    diskBytes = status.diskBytes
    generation = status.generation
    schema = status.schemaVersion
    analyzer = status.analyzer
    xapian = status.xapianVersion
    folders = status.folders.map(\.string)
  }

  private enum Key: String, CodingKey {
    case version, index, articles, averageLength, diskBytes, generation, schema, analyzer, xapian
    case folders
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(version, forKey: .version)
    try container.encode(index, forKey: .index)
    try container.encode(articles, forKey: .articles)
    try container.encode(averageLength, forKey: .averageLength)
    try container.encodeOrNull(diskBytes, forKey: .diskBytes)
    try container.encodeOrNull(generation, forKey: .generation)
    try container.encode(schema, forKey: .schema)
    try container.encode(analyzer, forKey: .analyzer)
    try container.encode(xapian, forKey: .xapian)
    try container.encode(folders, forKey: .folders)
  }
}
