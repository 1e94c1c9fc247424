import ArgumentParser
import ArticleIndex
import SystemPackage

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Add, update and remove articles so that the index matches the folders.",
    discussion: """
      Folders are remembered: without FOLDER, all folders indexed before are brought up to date. \
      Only new and changed files are read. A file that cannot be read is named on standard error and \
      costs no other file.

        mucluc index /srv/news
        mucluc index --json

      A folder that has lost more than half of its articles is taken for a disk that is not mounted: \
      they are kept and the exit status is 3. With --rebuild, searches go on with the old generation \
      until the new one is complete; articles whose file cannot be read are not carried over.

      Ctrl-C or SIGTERM stops within a second and leaves the index as the last commit left it.
      """
  )

  @OptionGroup var location: IndexLocation
  @Argument(help: "Folders of articles.")
  var folders: [String] = []
  @Flag(
    help: ArgumentHelp(
      "Read all sources again into a new generation and switch to it when it is complete."))
  var rebuild = false
  @Flag(help: "Remove articles even if more than half of a folder's are gone.")
  var allowMassRemoval = false
  @Flag(help: "Print a JSON summary.")
  var json = false
  @Flag(name: [.short, .long], help: "Print nothing but what went wrong.")
  var quiet = false
  @Option(help: ArgumentHelp("Wait this long for another writer.", valueName: "seconds"))
  var wait = 0.0
  @Option(
    help: ArgumentHelp("Skip larger files and records, and say so (1 to 64).", valueName: "MiB"))
  var maxSize = 64
  @Option(
    help: ArgumentHelp(
      "Read all text of these folders in this encoding (tcvn3, vni, viscii, windows-1258 …), now and"
        + " in later runs; 'auto' tells it file by file again.", valueName: "name"))
  var encoding: String?
  @Option(
    help: ArgumentHelp(
      "Take a part of the article (title, lede, body, date, author, section, source, url, id) from"
        + " this value of a record, now and in later runs; may be repeated.", valueName: "part=key")
  )
  var map: [String] = []

  func validate() throws {
    guard wait >= 0, wait <= 1e9 else { throw ValidationError("--wait takes seconds from 0.") }
    guard maxSize > 0, maxSize <= TextDecoding.maximumBytes >> 20 else {
      throw ValidationError("--max-size takes 1 to \(TextDecoding.maximumBytes >> 20) (MiB).")
    }
  }

  func run() throws {
    var options = ArticleIndexer.Options()
    options.wait = .milliseconds(Int64(wait * 1000))
    options.maximumFileSize = maxSize << 20
    options.reading = try reading()
    options.rebuilds = rebuild
    options.allowsMassRemoval = allowMassRemoval
    options.workers = ProcessorCount.available
    var indexer = ArticleIndexer(index: location.folder, options: options)
    let interruption = Interruption.watch()
    indexer.shouldStop = { Interruption.isRequested }
    let bar = ProgressBar(stream: Console.standardError)
    if !json, !quiet, Console.standardError.isTerminal {
      bar.begin()
      indexer.onProgress = { bar.show($0) }
    }
    let report: IndexReport
    do {
      report = try withExtendedLifetime(interruption) {
        try indexer.run(folders: RawArguments.paths(folders))
      }
      bar.clear()
    } catch {
      bar.clear()
      throw error
    }
    for failure in report.failures {
      Console.complain("\(failure.path.string): \(failure.reason)")
    }
    for (reason, count) in report.missingConverters.sorted(by: { $0.key < $1.key }) {
      Console.complain("\(Self.count(count, "file")) left out: \(reason)")
    }
    if json {
      try Console.standardOutput.write(JSONOutput.line(ReportRecord(report)))
    } else if !quiet {
      try Console.standardOutput.write(Self.summary(report) + "\n")
    }
    if report.failed > 0 { throw ExitStatus.someFilesFailed.exitCode }
  }

  /// What `--encoding` and `--map` say; nil if neither is given.
  private func reading() throws -> ReadingOptions? {
    guard encoding != nil || !map.isEmpty else { return nil }
    var textEncoding: TextEncoding?
    if let encoding, encoding != "auto" {
      textEncoding = TextEncoding(label: encoding)
      guard textEncoding != nil else {
        let names = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--encoding takes auto or one of: \(names).")
      }
    }
    do {
      return try ReadingOptions(encoding: textEncoding, map: map)
    } catch {
      throw ValidationError("--map: \(error.reason).")
    }
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// One line.
  static func summary(_ report: IndexReport) -> String {
    var parts = [
      "\(report.added) added", "\(report.updated) updated", "\(report.removed) removed",
      "\(report.unchanged) unchanged",
    ]
    if report.failed > 0 { parts.append("\(report.failed) failed") }
    var line = parts.joined(separator: ", ")
    let seconds = (report.seconds * 100).rounded() / 100
    line += "; \(report.total) \(report.total == 1 ? "article" : "articles") in the index"
    line += " (\(seconds) s)"
    for (encoding, count) in report.converted.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      line += "; \(count) converted from \(encoding.label)"
    }
    if report.undated > 0 { line += "; \(report.undated) without a date" }
    if !report.passedOver.isEmpty {
      let kinds = report.passedOver.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .prefix(5).map { "\($0.value) .\(VisibleText.line($0.key))" }
      line += "; passed over \(kinds.joined(separator: ", "))"
    }
    if report.added + report.updated + report.unchanged + report.failed == 0 {
      line += "; no articles in \(report.folders.map(\.string).joined(separator: ", "))"
    }
    return line
  }
}

/// `index --json`.
struct ReportRecord: Encodable {
  struct Failure: Encodable {
    var path: String
    var reason: String
  }

  var version = 1
  var added, updated, removed, unchanged, failed, bytes, generation, total: Int
  var seconds: Double
  var failures: [Failure]
  var passedOver: [String: Int]
  /// By the name of the encoding.
  var converted: [String: Int]
  var undated: Int
  /// Files by the reason they were left out for.
  var missingConverters: [String: Int]

  init(_ report: IndexReport) {
    added = report.added
    updated = report.updated
    removed = report.removed
    unchanged = report.unchanged
    failed = report.failed
    bytes = report.bytes
    generation = report.generation
    total = report.total
    seconds = (report.seconds * 1000).rounded() / 1000
    failures = report.failures.map { Failure(path: $0.path.string, reason: $0.reason) }
    passedOver = report.passedOver
    converted = Dictionary(
      uniqueKeysWithValues: report.converted.map { ($0.key.rawValue, $0.value) })
    undated = report.undated
    missingConverters = report.missingConverters
  }
}
