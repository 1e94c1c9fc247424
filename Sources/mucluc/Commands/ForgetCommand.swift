import ArgumentParser
import ArticleIndex
import SystemPackage

struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Take a folder's articles out of the index, and look there no more.",
    discussion: """
      The folder itself is left alone, and need not be there any more. 'mucluc status' names the folders \
      of an index.

        mucluc forget /srv/old-news
      """
  )

  @Option(help: .index) var index = IndexFolder.usual
  @Argument(help: "A folder that the index remembers.")
  var folder: String
  @Option(help: ArgumentHelp("Wait this long for another writer.", valueName: "seconds"))
  var wait = 0.0

  func validate() throws {
    guard wait >= 0, wait <= 1e9 else { throw ValidationError(UsageMessages.wait) }
  }

  func run() throws {
    var options = IndexingOptions()
    options.wait = .milliseconds(Int64(wait * 1000))
    var indexer = ArticleIndexer(index: index, options: options)
    let interruption = Interruption.watch()
    indexer.describe = { ErrorMessages.line($0) }
    indexer.shouldStop = { Interruption.isRequested }
    let path = ProgramArguments.path(folder)
    let report = try withExtendedLifetime(interruption) { try indexer.forget(path) }
    try Console.standardOutput.write(RunMessages.forgot(path.string, report) + "\n")
  }
}
