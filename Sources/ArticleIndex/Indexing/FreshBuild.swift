import Dispatch
import Synchronization
import SystemPackage

/// Builds an index from nothing, on all cores: every worker writes throw-away databases, merges put
/// them together, and only then the stub names the result.
///
/// `add_document` dominates indexing, and what dominates it is missing the cache in Xapian's
/// in-memory maps, whose depth grows with the batch. So parts are small, and merged step by step
/// (``MergeTree``). Which files make a part depends on the files alone, so documents are numbered by
/// path, however the workers take turns.
struct FreshBuild {
  private let indexer: ArticleIndexer
  private let generation: Int
  private let roots: [FilePath]
  private let furniture: FurnitureTable
  private var report: IndexReport

  init(
    _ indexer: ArticleIndexer, generation: Int, roots: [FilePath], furniture: FurnitureTable,
    report: IndexReport
  ) {
    (self.indexer, self.generation, self.roots) = (indexer, generation, roots)
    self.furniture = furniture
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
  private struct Shared {
    var next = 0
    var done = 0
    var tree: MergeTree
    var added = 0
    var bytes = 0
    var failures: [IndexReport.Failure] = []
    var error: IndexError?

    mutating func nextPart() -> MergeTree.Node? {
      guard next < tree.leafCount, error == nil else { return nil }
      next += 1
      return MergeTree.Node(level: 0, index: next - 1)
    }
  }

  /// Writes and merges the parts; returns those that are left, in order.
  private mutating func buildParts(
    of files: [FolderWalker.File], in workshop: FilePath
  ) throws(IndexError) -> [FilePath] {
    let options = indexer.options
    let parts = PartPlan.parts(
      of: files.map(\.state.size), documents: options.documentsPerPart,
      bytes: options.bytesPerPart)
    let shared = Mutex(Shared(tree: MergeTree(leaves: parts.count)))
    let onProgress = indexer.onProgress
    let furniture = furniture
    DispatchQueue.concurrentPerform(iterations: max(1, options.workers)) { _ in
      var intake = FileIntake(maximumFileSize: options.maximumFileSize, furniture: furniture)
      do throws(IndexError) {
        while let leaf = shared.withLock({ $0.nextPart() }) {
          try Self.write(leaf, files[parts[leaf.index]], in: workshop, &intake, shared)
          shared.withLock {
            $0.done += parts[leaf.index].count
            onProgress?(IndexProgress(done: $0.done, total: files.count, isFinishing: false))
          }
          try Self.merge(after: leaf, in: workshop, shared)
        }
      } catch {
        shared.withLock { $0.error = $0.error ?? error }
      }
    }
    let result = shared.withLock { $0 }
    if let error = result.error { throw error }
    report.added = result.added
    report.bytes = result.bytes
    report.failures += result.failures
    return result.tree.top.map { workshop.appending($0.name) }
  }

  /// Writes one part.
  private static func write(
    _ part: MergeTree.Node, _ files: ArraySlice<FolderWalker.File>, in workshop: FilePath,
    _ intake: inout FileIntake, _ shared: borrowing Mutex<Shared>
  ) throws(IndexError) {
    let writer = try StoreWriter(at: workshop.appending(part.name), mode: .scratch)
    for file in files {
      switch intake.take(file, known: nil) {
      case .document(let bytes):
        try writer.put(&intake.document)
        shared.withLock {
          $0.added += 1
          $0.bytes += bytes
        }
      case .failed(let reason):
        shared.withLock { $0.failures.append(.init(path: file.path, reason: reason)) }
      case .sameContent:
        break
      }
    }
    try writer.close()
  }

  /// Does the merges that `node` was the last to be waited for.
  private static func merge(
    after node: MergeTree.Node, in workshop: FilePath, _ shared: borrowing Mutex<Shared>
  ) throws(IndexError) {
    var node = node
    while let merge = shared.withLock({ $0.tree.finish(node) }) {
      let children = merge.children.map { workshop.appending($0.name) }
      try StoreMaintenance.compact(
        children, into: workshop.appending(merge.result.name), full: false)
      for child in children { removeTree(child) }
      node = merge.result
    }
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
    try writer.setMetadata(Schema.Metadata.furniture, furniture.fingerprint)
    try writer.close()
  }
}
