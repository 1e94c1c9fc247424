import ArgumentParser
import ArticleReading
import Foundation
import SystemPackage

/// How fast a dump is cut into records, and how fast the records become articles, on one core.
///
/// Proves its work: prints how many records and articles came out, and refuses a run without any.
struct RecordsBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "Cut and read a file of JSON Lines; MB/s on one core, from the page cache.")

  @Argument(help: "A file of JSON Lines, not compressed.")
  var file: String
  @Option(help: "Passes over the file; the best counts.")
  var passes = 5

  func run() throws {
    try measure("cut", .cut)
    try measure("cut and read", .read)
    try measure("cut, read and tokenize", .tokenize)
  }

  private func measure(_ name: String, _ stage: RecordTally.Stage) throws {
    var best = Double.infinity
    var tally: RecordTally?
    for _ in 0..<max(1, passes) {
      let start = ProcessorTime.ofThread()
      tally = try RecordTally(jsonLines: FilePath(file), upTo: stage)
      best = min(best, ProcessorTime.ofThread() - start)
    }
    guard let tally, tally.records > 0 else { throw ValidationError("no records in \(file)") }
    let rate = Double(tally.bytes) / best / 1e6
    print(
      "\(name): \(tally.bytes) bytes, \(tally.records) records, \(tally.articles) articles,",
      "\(tally.textBytes) bytes of text, \(tally.tokens) tokens, \(tally.failures) failures:",
      "\((rate * 10).rounded() / 10) MB/s (best of \(passes), 1 thread)")
  }
}
