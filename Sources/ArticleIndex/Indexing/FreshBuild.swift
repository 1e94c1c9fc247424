import Dispatch
import Synchronization
import SystemPackage

/// Builds an index from nothing, on all cores: every worker writes throw-away databases of some
/// thousand documents, one merge puts them together, and only then the stub names the result.
///
/// `add_document` dominates indexing, and what dominates it is missing the cache in Xapian's
/// in-memory maps, whose depth grows with the batch. So parts are small, and merged step by step
/// (``MergeLadder``); `Tests/Benchmarks/RESULTS.md` has the figures by part size.
struct FreshBuild {
  private let indexer: ArticleIndexer
  private let generation: Int
  private let roots: [FilePath]
  private var report: IndexReport

  init(
    _ indexer: ArticleIndexer, generation: Int, roots: [FilePath], report: IndexReport
  ) {
    (self.indexer, self.generation, self.roots) = (indexer, generation, roots)
    self.report = report
  }

  consuming func run() throws(IndexError) -> IndexReport {
    let index = indexer.index
    let workshop = index.building(generation)
    guard workshop.withPlatformString({ makeFolder($0) }) else {
      throw IndexError(errno: lastErrno(), subject: workshop.string, action: "be made")
    }
    do {
      let files = try indexer.listFiles(in: roots, areRemembered: false, &report)
      let parts = try buildParts(of: files, in: workshop)
      indexer.onProgress?(
        IndexProgress(done: files.count, total: files.count, isFinishing: true))
      try putTogether(parts, in: workshop)
      try index.switchTo(generation)
    } catch {
      removeTree(workshop)
      removeTree(index.generation(generation))
      throw error
    }
    removeTree(workshop)
    report.total = report.added
    return report
  }

  /// What the workers share.
  private struct Progress {
    var next = 0
    var done = 0
    /// Parts started, for their names.
    var started = 0
    /// What the workers leave to merge.
    var parts: [FilePath] = []
    var added = 0
    var bytes = 0
    var failures: [IndexReport.Failure] = []
    var error: IndexError?

    /// Files a worker takes at once.
    private static let claimSize = 32

    mutating func claim(_ total: Int) -> Range<Int>? {
      guard next < total, error == nil else { return nil }
      let claimed = next..<min(total, next + Self.claimSize)
      next = claimed.upperBound
      return claimed
    }

    mutating func nextPart(_ total: Int, in workshop: FilePath) -> FilePath? {
      guard next < total, error == nil else { return nil }
      started += 1
      return workshop.appending("part-\(started)")
    }
  }

  private mutating func buildParts(
    of files: [FolderWalker.File], in workshop: FilePath
  ) throws(IndexError) -> [FilePath] {
    let progress = Mutex(Progress())
    let maximumFileSize = indexer.options.maximumFileSize
    let documentsPerPart = indexer.options.documentsPerPart
    let onProgress = indexer.onProgress
    DispatchQueue.concurrentPerform(iterations: max(1, indexer.options.workers)) { _ in
      var intake = FileIntake(maximumFileSize: maximumFileSize)
      var ladder = MergeLadder()
      do throws(IndexError) {
        while let part = progress.withLock({ $0.nextPart(files.count, in: workshop) }) {
          try Self.write(
            part, of: files, limit: documentsPerPart, &intake, progress, onProgress)
          try ladder.add(part)
        }
        progress.withLock { $0.parts += ladder.rest }
      } catch {
        progress.withLock { $0.error = $0.error ?? error }
      }
    }
    let result = progress.withLock { $0 }
    if let error = result.error { throw error }
    report.added = result.added
    report.bytes = result.bytes
    report.failures += result.failures
    return result.parts
  }

  /// Writes one throw-away database of the files the worker can get hold of.
  private static func write(
    _ part: FilePath, of files: [FolderWalker.File], limit: Int, _ intake: inout FileIntake,
    _ progress: borrowing Mutex<Progress>, _ onProgress: (@Sendable (IndexProgress) -> Void)?
  ) throws(IndexError) {
    let writer = try StoreWriter(at: part, mode: .scratch)
    var written = 0
    while written < limit, let claim = progress.withLock({ $0.claim(files.count) }) {
      for file in files[claim] {
        switch intake.take(file, known: nil) {
        case .document(let bytes):
          try writer.put(&intake.document)
          written += 1
          progress.withLock {
            $0.added += 1
            $0.bytes += bytes
          }
        case .failed(let reason):
          progress.withLock { $0.failures.append(.init(path: file.path, reason: reason)) }
        case .sameContent:
          break
        }
      }
      progress.withLock {
        $0.done += claim.count
        onProgress?(IndexProgress(done: $0.done, total: files.count, isFinishing: false))
      }
    }
    try writer.close()
  }

  /// Merges the parts and marks the result as an index.
  private func putTogether(_ parts: [FilePath], in workshop: FilePath) throws(IndexError) {
    let target = indexer.index.generation(generation)
    if !parts.isEmpty {
      try StoreMaintenance.compact(parts, into: target, full: false)
    }
    let writer = try StoreWriter(at: target, mode: parts.isEmpty ? .new : .existing)
    try IndexIdentity.write(to: writer)
    try writer.setMetadata(Schema.Metadata.folders, FolderList(roots).encoded)
    try writer.close()
  }
}
