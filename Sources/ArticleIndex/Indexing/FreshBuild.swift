import ArticleReading
import Dispatch
import Synchronization
import SystemPackage

/// Builds an index from nothing, on all cores: every worker writes throw-away databases, merges put
/// them together, and only then the stub names the result.
///
/// A part is gathered in memory and written at once (``StorePart``); parts are merged step by step
/// (``MergeTree``). Parts hold the files in their order (``WorkCursor``), so documents are numbered by
/// path and place in it, however the workers take turns.
struct FreshBuild {
  private let run: IndexRun
  private let generation: Int
  private let roots: [FilePath]
  private let articlesBefore: Int
  private let previous: FilePath?
  private let furniture: FurnitureTable
  private let rules: ReadingRules
  private var containers = ContainerStates()
  private var report: IndexReport

  init(
    _ run: IndexRun, generation: Int, base: Base, furniture: FurnitureTable,
    report: IndexReport
  ) {
    (self.run, self.generation) = (run, generation)
    roots = base.folders.roots
    articlesBefore = base.articles
    previous = base.previous
    self.furniture = furniture
    self.report = report
    var rules = base.rules
    if let reading = run.options.reading {
      for root in base.named { rules.set(reading, for: root) }
    }
    self.rules = rules
  }

  /// Builds the generation and switches to it.
  consuming func build() throws(IndexError) -> IndexReport {
    let index = run.index
    let workshop = index.building(generation)
    guard workshop.withPlatformString({ makeFolder($0) }) else {
      throw IndexError(.system(.make, lastErrno()), subject: workshop.string)
    }
    var fileBytes = 0.0
    do {
      let files = try run.listFiles(
        in: roots, areRemembered: false, rules: rules, &report)
      fileBytes = files.reduce(0) { $0 + Double($1.state.size) }
      let parts = try buildParts(of: files, in: workshop) + takeOver(in: workshop)
      run.onProgress?(
        IndexProgress(done: files.count, total: files.count, isFinishing: true))
      try checkForMassRemoval()
      try putTogether(parts, in: workshop)
      try run.checkForStop()
      try index.switchTo(generation)
    } catch {
      removeTree(workshop)
      removeTree(index.generation(generation))
      throw error.withSpace(of: index, needed: fileBytes * DiskSpace.peakPerByteOfFiles)
    }
    removeTree(workshop)
    report.total = report.added + report.unchanged
    return report
  }

  /// Takes over the articles that no folder has; returns their parts.
  private mutating func takeOver(in workshop: FilePath) throws(IndexError) -> [FilePath] {
    guard let previous else { return [] }
    let articles = try HandedOverArticles(try StoreReader(at: previous))
    report.unchanged += articles.count
    return try articles.write(documents: run.options.documentsPerPart) { number in
      workshop.appending("handed-over-\(number)")
    }
  }

  /// Refuses to switch to an index of less than half the articles.
  private func checkForMassRemoval() throws(IndexError) {
    let left = report.added + report.unchanged
    guard !run.options.allowsMassRemoval, left * 2 < articlesBefore else { return }
    throw IndexError(
      .massRemoval(left: left, before: articlesBefore), subject: run.index.path.string)
  }

  /// What the workers share besides the ``WorkCursor``.
  private struct Shared {
    var tree = MergeTree()
    var report: IndexReport
    var failures = FailureLog()
    var finished: [SourceFile] = []
    /// Files to read, and files read.
    var files: Int
    var filesDone = 0
    var error: IndexError?

    init(report: IndexReport, files: Int) { (self.report, self.files) = (report, files) }

    var progress: IndexProgress {
      IndexProgress(done: min(filesDone, files), total: files, isFinishing: false)
    }
  }

  /// Parts under this many documents cost more than the workers beside each other save.
  private static let leastDocuments = 500
  /// After how many documents a worker tells how far it is, and asks whether to stop.
  private static let documentsPerReport = 64

  /// As many documents a part as allowed, but so that every worker gets as many parts as the others. How
  /// many documents are in files of many is not known.
  static func documentsPerPart(
    _ files: [SourceFile], _ options: IndexingOptions
  ) -> Int {
    let (most, workers) = (max(1, options.documentsPerPart), max(1, options.workers))
    for file in files {
      if case .records = file.kind.format { return most }
    }
    let rounds = (files.count + most * workers - 1) / (most * workers)
    let parts = max(1, rounds * workers)
    return min(most, max(leastDocuments, (files.count + parts - 1) / parts))
  }

  /// Writes and merges the parts; returns those that are left, in order.
  private mutating func buildParts(
    of files: [SourceFile], in workshop: FilePath
  ) throws(IndexError) -> [FilePath] {
    let options = run.options
    let cursor = Mutex(
      WorkCursor(
        files, documents: Self.documentsPerPart(files, options), bytes: options.bytesPerPart,
        maximumRecordBytes: options.maximumFileSize, rules: rules))
    let shared = Mutex(Shared(report: report, files: files.count))
    let (run, furniture, rules) = (run, furniture, rules)
    DispatchQueue.concurrentPerform(iterations: max(1, options.workers)) { _ in
      var intake = FileIntake(
        maximumFileSize: options.maximumFileSize, furniture: furniture, rules: rules)
      do throws(IndexError) {
        while shared.withLock({ $0.error == nil }), let batch = cursor.withLock({ $0.nextBatch() })
        {
          try Self.write(batch, in: workshop, &intake, run, shared)
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
    _ run: IndexRun, _ shared: borrowing Mutex<Shared>
  ) throws(IndexError) {
    let part = try StorePart(at: workshop.appending(batch.part.name))
    for (index, item) in batch.items.enumerated() {
      if index % documentsPerReport == 0 {
        try run.checkForStop()
        shared.withLock { run.onProgress?($0.progress) }
      }
      let outcome =
        switch item {
        case .file(let file): intake.take(file, known: nil)
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
      case .failed(let cause): shared.withLock { $0.failures.add(item, cause) }
      case .sameContent: break
      }
      if case .file = item { shared.withLock { $0.filesDone += 1 } }
    }
    shared.withLock {
      // Files of many count when nothing more comes from them.
      $0.filesDone += batch.finished.count + batch.failures.count { $0.position == nil }
      run.onProgress?($0.progress)
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
    let target = run.index.generation(generation)
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
  mutating func add(_ item: WorkCursor.Item, _ cause: IndexReport.Failure.Cause) {
    switch item {
    case .file(let file): add(file.path, cause)
    case .record(let record, let path): add(path, record.position, cause)
    }
  }

  /// What went wrong while a container was cut.
  mutating func add(_ failure: WorkCursor.Failure) {
    if let position = failure.position {
      add(failure.file, position, .reading(failure.error))
    } else {
      add(failure.file, .reading(failure.error))
    }
  }
}
