import ArgumentParser
import ArticleIndex
import Foundation
import SystemPackage

/// How fast files become documents, of whatever kind they are: reading, decoding, terms. What Xapian
/// does with them is not in it.
struct IntakeBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intake",
    abstract: "Read the files of a folder up to their terms; MB/s on one core, from the page cache."
  )

  @Argument(help: "A folder of files of one kind.")
  var folder: String
  @Option(help: "Passes over the folder; the best counts.")
  var passes = 3

  func run() throws {
    var best = Double.infinity
    var tally: IntakeTally?
    for _ in 0..<max(1, passes) {
      let start = ProcessorTime.ofThread()
      tally = try IntakeTally(of: FilePath(folder))
      best = min(best, ProcessorTime.ofThread() - start)
    }
    guard let tally, tally.documents > 0 else {
      throw ValidationError("no articles in \(folder)")
    }
    let rate = Double(tally.bytes) / best / 1e6
    print(
      "\(tally.bytes) bytes, \(tally.documents) documents of \(tally.documentBytes) bytes,",
      "\(tally.failures) failures: \((rate * 10).rounded() / 10) MB/s",
      "(best of \(passes), 1 thread)")
  }
}

/// The time the processor worked for a thread, so that what else the machine does counts little.
enum ProcessorTime {
  /// Seconds, of the calling thread.
  static func ofThread() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
