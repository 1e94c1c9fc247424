import ArgumentParser
import ArticleIndex
import Foundation
import SystemPackage

/// What building an index from nothing costs, by the size of its runs and the number of workers.
struct BuildBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build an index of a folder: processor time, wall clock, memory, size of each table.")

  @Argument(help: "A folder of articles.")
  var folder: String
  @Option(help: "Where to build the index, which is removed afterwards.")
  var index: String
  @Option(help: "Articles of one run.")
  var documentsPerRun: Int?
  @Option(help: "Bytes of articles of one run.")
  var bytesPerRun: Int?
  @Option(help: "Threads.")
  var workers: Int?

  func run() throws {
    guard !FileManager.default.fileExists(atPath: index) else {
      throw ValidationError("\(index) is there already")
    }
    var options = IndexingOptions()
    if let documentsPerRun { options.documentsPerRun = documentsPerRun }
    if let bytesPerRun { options.bytesPerRun = bytesPerRun }
    if let workers { options.workers = workers }
    let before = Usage.ofProcess()
    let indexer = ArticleIndexer(index: IndexFolder(FilePath(index)), options: options)
    let report = try indexer.run(folders: [FilePath(folder)])
    let after = Usage.ofProcess()
    print(
      "\(report.added) articles, \(report.bytes) bytes:",
      "\(rounded(after.user - before.user)) s user, \(rounded(after.system - before.system)) s system,",
      "\(rounded(report.seconds)) s wall clock, \(after.peakKilobytes / 1024) MB at most")
    let files = FileManager.default.enumerator(atPath: index)
    while let name = files?.nextObject() as? String {
      guard name.hasSuffix(".glass"),
        let size = files?.fileAttributes?[.size] as? Int, size > 0
      else { continue }
      print("  \(size) \(name)")
    }
    try FileManager.default.removeItem(atPath: index)
  }

  private func rounded(_ seconds: Double) -> Double { (seconds * 10).rounded() / 10 }
}

/// What the process has used.
private struct Usage {
  var user, system: Double
  var peakKilobytes: Int

  static func ofProcess() -> Usage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return Usage(
      user: seconds(usage.ru_utime), system: seconds(usage.ru_stime),
      peakKilobytes: Int(usage.ru_maxrss))
  }
}
