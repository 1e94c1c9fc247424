import ArgumentParser
import ArticleIndex

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tell what the index holds.")

  @OptionGroup var location: IndexLocation
  @Flag(help: "Print a JSON object.")
  var json = false
  @Option(
    help: ArgumentHelp(
      "For a monitor: exit status 1 unless the last run finished at most this long ago.",
      valueName: "hours"))
  var maxAge: Double?

  func validate() throws {
    guard maxAge.map({ $0 > 0 && $0 < 1e6 }) ?? true else {
      throw ValidationError("--max-age takes hours above 0.")
    }
  }

  func run() throws {
    let status = try SearchIndex(at: location.folder).status()
    let lastRun = LastRun(of: location.folder)
    let age = lastRun.map { Console.secondsSince1970 - $0.ended }
    if json {
      try Console.standardOutput.write(JSONOutput.line(StatusRecord(status, lastRun, age: age)))
    } else {
      try Console.standardOutput.write(Self.text(status, lastRun, age: age))
    }
    guard let maxAge else { return }
    let limit = Int(maxAge * 3600)
    if let problem = Self.problem(lastRun, age: age, limit: limit) {
      Console.complain("\(location.folder.path.string): \(problem)")
      throw ExitStatus.nothingFound.exitCode
    }
  }

  /// What a monitor is to know; nil if all is well.
  private static func problem(_ lastRun: LastRun?, age: Int?, limit: Int) -> String? {
    guard let lastRun, let age else { return "no run is remembered" }
    if let error = lastRun.error { return "the last run failed: \(error)" }
    if age < -60 { return "the last run lies in the future: one of the clocks is wrong" }
    return age > limit ? "the last run was \(Self.span(age)) ago" : nil
  }

  private static func text(_ status: IndexStatus, _ lastRun: LastRun?, age: Int?) -> String {
    var lines = [
      ("index", status.path.string), ("articles", "\(status.articles)"),
      ("average length", "\(Int(status.averageLength.rounded())) terms"),
    ]
    if let bytes = status.diskBytes { lines.append(("size", ByteCount.text(bytes))) }
    if let generation = status.generation { lines.append(("generation", "\(generation)")) }
    lines.append(("schema", "\(status.schemaVersion), analyzer \(status.analyzer)"))
    lines.append(("library", "Xapian \(status.xapianVersion)"))
    if let lastRun, let age { lines.append(("last run", Self.text(lastRun, age: age))) }
    for folder in status.folders { lines.append(("folder", folder.string)) }
    return lines.map { name, value in
      name + String(repeating: " ", count: 16 - name.count) + VisibleText.line(value) + "\n"
    }.joined()
  }

  private static func text(_ run: LastRun, age: Int) -> String {
    let when = age < -60 ? "in the future (a clock is wrong)" : "\(span(max(0, age))) ago"
    if let error = run.error { return "\(when), failed: \(error)" }
    let failed = run.failed > 0 ? ", \(run.failed) failed" : ""
    return "\(when): \(run.added) added, \(run.updated) updated, \(run.removed) removed,"
      + " \(run.unchanged) unchanged\(failed)"
  }

  /// A time of some seconds, in its largest unit.
  private static func span(_ seconds: Int) -> String {
    switch seconds {
    case ..<120: "\(seconds) s"
    case ..<7200: "\(seconds / 60) min"
    case ..<172_800: "\(seconds / 3600) h"
    default: "\(seconds / 86_400) days"
    }
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
  var lastRun: RunRecord?

  /// The last run, as it is remembered.
  struct RunRecord: Encodable {
    var added, updated, removed, unchanged, failed, bytes: Int
    var seconds: Double
    var ageSeconds: Int
    var error: String?
  }

  init(_ status: IndexStatus, _ run: LastRun?, age: Int?) {
    if let run, let age {
      lastRun = RunRecord(
        added: run.added, updated: run.updated, removed: run.removed, unchanged: run.unchanged,
        failed: run.failed, bytes: run.bytes, seconds: run.seconds, ageSeconds: age,
        error: run.error)
    }
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
    case folders, lastRun
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
    try container.encodeOrNull(lastRun, forKey: .lastRun)
  }
}
