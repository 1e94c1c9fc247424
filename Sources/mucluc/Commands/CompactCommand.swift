import ArgumentParser
import ArticleIndex

struct CompactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact",
    abstract: "Number the articles anew, without gaps.",
    discussion: """
      Never necessary: an update leaves gaps where articles are gone, and nothing else. Searches go on \
      meanwhile; the disk needs room for both.
      """
  )

  @Option(help: .index) var index = IndexFolder.usual
  @Option(help: ArgumentHelp("Wait this long for another writer.", valueName: "seconds"))
  var wait = 0.0

  func validate() throws {
    guard wait >= 0, wait <= 1e9 else { throw ValidationError(UsageMessages.wait) }
  }

  func run() throws {
    let interruption = Interruption.watch()
    let report = try withExtendedLifetime(interruption) {
      try index.compact(
        wait: .milliseconds(Int64(wait * 1000)), shouldStop: { Interruption.isRequested })
    }
    try Console.standardOutput.write(
      RunMessages.compacted(
        from: report.bytesBefore, to: report.bytesAfter, generation: report.generation) + "\n")
  }
}
