import ArgumentParser
import ArticleIndex
import ArticleReading
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

  @Option(help: .index) var index = IndexFolder.usual
  @Argument(help: "Folders of articles.")
  var folders: [String] = []
  @Flag(
    help: ArgumentHelp(
      "Read all sources again into a new generation and switch to it when it is complete."))
  var rebuild = false
  @Flag(help: "Remove articles even if more than half of a folder's are gone.")
  var allowMassRemoval = false
  @Flag(
    help: ArgumentHelp(
      "Let everybody read the index who may read its folder. Else it is for you alone if not everybody may"
        + " read all articles."))
  var shared = false
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
      "Give up a file of many articles where nothing came of it for so long.", valueName: "seconds")
  )
  var maxSeconds = 30
  @Option(
    help: ArgumentHelp(
      "Read all text of these folders in this encoding (tcvn3, vni, viscii, windows-1258 …), now and"
        + " in later runs; 'auto' tells it file by file again.", valueName: "name"))
  var encoding: String?
  @Option(
    help: ArgumentHelp(
      "Take a part of the article (title, lede, body, date, author, section, source, url, id) from"
        + " this value of a record, or the first there is of several (date=ngay,data.created), now and in"
        + " later runs; may be repeated.", valueName: "part=key")
  )
  var map: [String] = []

  @Flag(
    help: ArgumentHelp(
      "Index pages of these folders that are no articles, too: home pages, lists, error pages, frames;"
        + " now and in later runs."))
  var allPages = false

  func validate() throws {
    guard wait >= 0, wait <= 1e9 else { throw ValidationError(UsageMessages.wait) }
    guard maxSize > 0, maxSize <= TextDecoding.maximumBytes >> 20 else {
      throw ValidationError(UsageMessages.maxSize(TextDecoding.maximumBytes >> 20))
    }
    guard maxSeconds > 0 else { throw ValidationError(UsageMessages.maxSeconds) }
  }

  func run() throws {
    var options = IndexingOptions()
    options.wait = .milliseconds(Int64(wait * 1000))
    options.maximumFileSize = maxSize << 20
    options.maximumSeconds = maxSeconds
    options.reading = try reading()
    options.rebuilds = rebuild
    options.allowsMassRemoval = allowMassRemoval
    options.isShared = shared
    options.workers = ProcessorCount.available
    var indexer = ArticleIndexer(index: index, options: options)
    let interruption = Interruption.watch()
    indexer.describe = { ErrorMessages.line($0) }
    indexer.shouldStop = { Interruption.isRequested }
    let bar = ProgressBar(stream: Console.standardError)
    if !json, !quiet, Console.standardError.isTerminal {
      bar.begin()
      indexer.onProgress = { bar.show($0) }
    }
    let report: IndexReport
    do {
      report = try withExtendedLifetime(interruption) {
        try indexer.run(folders: ProgramArguments.paths(folders))
      }
      bar.clear()
    } catch {
      bar.clear()
      throw error
    }
    for failure in report.failures {
      Console.complain(ErrorMessages.line(failure))
    }
    for (reason, count) in report.leftOut.sorted(by: { $0.key < $1.key }) {
      Console.complain(RunMessages.leftOut(count, reason: reason))
    }
    if json {
      try Console.standardOutput.write(report.json.line)
    } else if !quiet {
      try Console.standardOutput.write(RunMessages.summary(report) + "\n")
    }
    if report.failed > 0 { throw ExitStatus.someFilesFailed.exitCode }
  }

  /// The reading options from `--encoding`, `--map` and `--all-pages`; nil if none is given.
  private func reading() throws -> ReadingOptions? {
    guard encoding != nil || !map.isEmpty || allPages else { return nil }
    var textEncoding: TextEncoding?
    if let encoding, encoding != "auto" {
      textEncoding = TextEncoding(label: encoding)
      guard textEncoding != nil else {
        throw ValidationError(UsageMessages.encoding(TextEncoding.allCases.map(\.rawValue)))
      }
    }
    do {
      return ReadingOptions(
        encoding: textEncoding, fields: try RecordFields(assignments: map), readsAllPages: allPages)
    } catch {
      throw ValidationError(UsageMessages.map(error.message))
    }
  }
}
