import Dispatch
import Synchronization
import SystemPackage

/// Builds an index from nothing, on all cores: every worker writes throw-away databases, merges put
/// them together, and only then the stub names the result.
///
/// `add_document` dominates indexing, and what dominates it is missing the cache in Xapian's
/// in-memory maps, whose depth grows with the batch. So parts are small, and merged step by step
/// (``MergeTree``). Which articles make a part depends on the files alone (``WorkCursor``), so
/// documents are numbered by path and place in it, however the workers take turns.
struct FreshBuild {
  private let indexer: ArticleIndexer
  private let generation: Int
  private let roots: [FilePath]
  private let articlesBefore: Int
  private let furniture: FurnitureTable
  private let rules: ReadingRules
  private var containers = ContainerStates()
  private var report: IndexReport

  init(
    _ indexer: ArticleIndexer, generation: Int, base: Base, furniture: FurnitureTable,
    report: IndexReport
  ) {
    (self.indexer, self.generation) = (indexer, generation)
    roots = base.folders.roots
    articlesBefore = base.articles
    self.furniture = furniture
    self.report = report
    var rules = base.rules
    if let reading = indexer.options.reading {
      for root in base.named { rules.set(reading, for: root) }
    }
    self.rules = rules
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
      try checkForMassRemoval()
      try putTogether(parts, in: workshop)
      try indexer.checkForStop()
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

  /// Refuses to switch to an index of less than half the articles.
  private func checkForMassRemoval() throws(IndexError) {
    guard !indexer.options.allowsMassRemoval, report.added * 2 < articlesBefore else { return }
    throw IndexError(
      .massRemoval, subject: indexer.index.path.string,
      reason: "rebuilt it would have \(report.added) articles instead of \(articlesBefore),"
        + " so it is left as it was",
      remedy: "look whether the folders are all there; if so: --allow-mass-removal")
  }

  /// What the workers share besides the ``WorkCursor``.
  private struct Shared {
    var tree = MergeTree()
    var report: IndexReport
    var failures = FailureLog()
    var finished: [FolderWalker.File] = []
    var filesDone = 0
    var error: IndexError?
  }

  /// Writes and merges the parts; returns those that are left, in order.
  private mutating func buildParts(
    of files: [FolderWalker.File], in workshop: FilePath
  ) throws(IndexError) -> [FilePath] {
    let options = indexer.options
    let cursor = Mutex(
      WorkCursor(
        files, documents: options.documentsPerPart, bytes: options.bytesPerPart,
        maximumRecordBytes: options.maximumFileSize, rules: rules))
    let shared = Mutex(Shared(report: report))
    let onProgress = indexer.onProgress
    let indexer = indexer
    let (furniture, rules) = (furniture, rules)
    DispatchQueue.concurrentPerform(iterations: max(1, options.workers)) { _ in
      var intake = FileIntake(
        maximumFileSize: options.maximumFileSize, furniture: furniture, rules: rules)
      do throws(IndexError) {
        while shared.withLock({ $0.error == nil }), let batch = cursor.withLock({ $0.nextBatch() })
        {
          try indexer.checkForStop()
          try Self.write(batch, in: workshop, &intake, shared)
          shared.withLock {
            $0.filesDone = max($0.filesDone, batch.filesDone)
            onProgress?(
              IndexProgress(done: $0.filesDone, total: files.count, isFinishing: false))
          }
          try Self.merge(after: batch.part, in: workshop, shared)
        }
      } catch {
        shared.withLock { $0.error = $0.error ?? error }
      }
    }
    let result = shared.withLock { $0 }
    if let error = result.error { throw error }
    report = result.report
    result.failures.complete(&report)
    for file in result.finished where !result.failures.failedFiles.contains(file.path) {
      containers[file.path] = file.state
    }
    return result.tree.top.map { workshop.appending($0.name) }
  }

  /// Writes one part.
  private static func write(
    _ batch: WorkCursor.Batch, in workshop: FilePath, _ intake: inout FileIntake,
    _ shared: borrowing Mutex<Shared>
  ) throws(IndexError) {
    let part = try StorePart(at: workshop.appending(batch.part.name))
    for item in batch.items {
      let outcome =
        switch item {
        case .file(let file, let kind): intake.take(file, kind, known: nil)
        case .record(let record, let path): intake.take(record, of: path)
        }
      switch outcome {
      case .document(let facts, let bytes):
        try part.put(&intake.document)
        shared.withLock {
          $0.report.added += 1
          $0.report.bytes += bytes
          $0.report.count(facts)
        }
      case .failed(let error): shared.withLock { $0.failures.add(item, error) }
      case .sameContent: break
      }
    }
    shared.withLock {
      for failure in batch.failures { $0.failures.add(failure) }
      $0.finished += batch.finished
    }
    try part.finish()
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
    try writer.setMetadata(Schema.Metadata.containers, containers.encoded)
    try writer.setMetadata(Schema.Metadata.reading, rules.encoded)
    try writer.close()
  }
}

extension WorkCursor.Batch {
  /// The part it becomes.
  fileprivate var part: MergeTree.Node { MergeTree.Node(level: 0, index: number) }
}

extension FailureLog {
  /// A file or record that could not be made a document.
  mutating func add(_ item: WorkCursor.Item, _ error: ReadingError) {
    switch item {
    case .file(let file, _): add(file.path, error)
    case .record(let record, let path): add(path, record.position, error.reason)
    }
  }

  /// What went wrong while a container was cut.
  mutating func add(_ failure: WorkCursor.Failure) {
    if let position = failure.position {
      add(failure.file, position, failure.error.reason)
    } else {
      add(failure.file, failure.error)
    }
  }
}
