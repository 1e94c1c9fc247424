import ArticleReading
import Dispatch
import Synchronization
import SystemPackage

/// A file that a run has to read, and what the index holds of it.
struct ReadingTask: Sendable {
  var file: SourceFile
  /// Its article, if it is one.
  var entry: Manifest.Entry?
  /// Its articles, if it holds any number.
  var records: [Manifest.Record] = []
  /// What is known to be unchanged is read nevertheless: it would be read differently now.
  var readsAgain = false

  /// The same file, as one of many articles.
  func asRecords(_ format: RecordFormat) -> ReadingTask {
    var task = self
    task.file.kind = FileKind(records: format)
    return task
  }
}

/// Reads files on all cores: every worker makes runs of the articles it is handed.
///
/// Which run holds which article depends on the files alone (``WorkCursor``), so articles are numbered
/// by path and place in it, however the workers take turns.
struct IntakePool {
  /// What became of a file that is one article.
  enum Change {
    /// It is an article of a run, in the place of the one with this number, and of those it held when
    /// it was a file of many.
    case article(FilePath, replacing: UInt32?, records: [UInt32] = [])
    /// It has no article any more: that of this number is gone.
    case gone(UInt32)
    /// It has the content that the index has.
    case touched(UInt32, FileState)
  }

  /// What was read.
  struct Result {
    /// The files of the runs, in the order of their articles.
    var runs: [FilePath] = []
    var changes: [Change] = []
    var containers: [WorkCursor.Container] = []
    /// By file: what identifies its records that are new or changed, ``RecordState/key``.
    var newRecords: [FilePath: [UInt64]] = [:]
    var failures = FailureLog()
    /// Bytes, encodings, dates; nothing of what is new.
    var report = IndexReport()
  }

  /// What the workers share besides the ``WorkCursor``.
  fileprivate struct Shared {
    var result = Result()
    var parts: [(batch: Int, part: Int, path: FilePath)] = []
    /// Files to read, and files read.
    var files: Int
    var filesDone = 0
    var error: IndexError?

    var progress: IndexProgress {
      IndexProgress(done: min(filesDone, files), total: files, isFinishing: false)
    }
  }

  /// After how many articles a worker tells how far it is, and asks whether to stop.
  private static let articlesPerReport = 64

  private let run: IndexRun
  private let draft: GenerationDraft
  private let furniture: FurnitureTable
  private let rules: ReadingRules

  init(_ run: IndexRun, _ draft: GenerationDraft, furniture: FurnitureTable, rules: ReadingRules) {
    (self.run, self.draft, self.furniture, self.rules) = (run, draft, furniture, rules)
  }

  /// Reads files into runs.
  func read(_ tasks: [ReadingTask]) throws(IndexError) -> Result {
    let options = run.options
    let cursor = Mutex(
      WorkCursor(
        tasks, documents: Self.documentsPerRun(tasks, options), bytes: options.bytesPerRun,
        maximumRecordBytes: options.maximumFileSize, maximumSeconds: options.maximumSeconds,
        rules: rules))
    let shared = Mutex(Shared(files: tasks.count))
    DispatchQueue.concurrentPerform(iterations: max(1, options.workers)) { _ in
      var intake = FileIntake(
        maximumFileSize: options.maximumFileSize, furniture: furniture, rules: rules,
        dictionary: draft.dictionary)
      do throws(IndexError) {
        while shared.withLock({ $0.error == nil }), let batch = cursor.withLock({ $0.nextBatch() })
        {
          try read(batch, &intake, shared)
        }
      } catch {
        shared.withLock { $0.error = $0.error ?? error }
      }
    }
    var end = shared.withLock { $0 }
    if let error = end.error { throw error }
    end.parts.sort { ($0.batch, $0.part) < ($1.batch, $1.part) }
    end.result.runs = end.parts.map(\.path)
    return end.result
  }

  /// Runs under this many articles cost more than the workers beside each other save.
  private static let leastDocuments = 500

  /// As many articles a run as allowed, but so that every worker gets as many runs as the others. How
  /// many articles are in files of many is not known.
  static func documentsPerRun(_ tasks: [ReadingTask], _ options: IndexingOptions) -> Int {
    let most = min(max(1, options.documentsPerRun), PostingRun.maximumDocuments)
    let workers = max(1, options.workers)
    for task in tasks {
      if case .records = task.file.kind.format { return most }
    }
    let rounds = (tasks.count + most * workers - 1) / (most * workers)
    let runs = max(1, rounds * workers)
    return min(most, max(leastDocuments, (tasks.count + runs - 1) / runs))
  }

  /// Makes a run of a batch; of one with very many different words, several.
  private func read(
    _ batch: WorkCursor.Batch, _ intake: inout FileIntake, _ shared: borrowing Mutex<Shared>
  ) throws(IndexError) {
    var part = 0
    try take(batch, of: batch.number, &part, &intake, shared)
    try write(&intake, batch.number, part, shared)
  }

  private func take(
    _ batch: WorkCursor.Batch, of number: Int, _ part: inout Int, _ intake: inout FileIntake,
    _ shared: borrowing Mutex<Shared>
  ) throws(IndexError) {
    for (index, item) in batch.items.enumerated() {
      if index % Self.articlesPerReport == 0 {
        try run.checkForStop()
        shared.withLock { run.onProgress?($0.progress) }
      }
      let outcome = intake.take(item)
      shared.withLock { $0.take(outcome, of: item) }
      if case .records(let format) = outcome, case .file(let task) = item {
        // A file of many after all: its records go into this run.
        var cursor = WorkCursor(
          [task.asRecords(format)], documents: PostingRun.maximumDocuments,
          bytes: run.options.bytesPerRun, maximumRecordBytes: run.options.maximumFileSize,
          rules: rules)
        while let records = cursor.nextBatch() {
          try take(records, of: number, &part, &intake, shared)
        }
      }
      if intake.run.isFull {
        try write(&intake, number, part, shared)
        part += 1
      }
    }
    shared.withLock {
      // Files of many count when nothing more comes from them.
      $0.filesDone += batch.containers.count
      run.onProgress?($0.progress)
      for failure in batch.failures { $0.result.failures.add(failure) }
      $0.result.containers += batch.containers
      $0.result.report.unchanged += batch.unchanged
      $0.result.report.bytes += batch.unchangedBytes
    }
  }

  private func write(
    _ intake: inout FileIntake, _ batch: Int, _ part: Int, _ shared: borrowing Mutex<Shared>
  ) throws(IndexError) {
    guard intake.run.documents > 0 else { return }
    let path = draft.workshop.appending("run-\(batch)-\(part)")
    try intake.takeRun().write(to: path)
    shared.withLock { $0.parts.append((batch, part, path)) }
  }
}

extension IntakePool.Shared {
  mutating func take(_ outcome: FileIntake.Outcome, of item: WorkCursor.Item) {
    if case .file = item { filesDone += 1 }
    switch outcome {
    case .document(let facts, let bytes):
      result.report.bytes += bytes
      result.report.count(facts)
      switch item {
      case .file(let task):
        result.changes.append(
          .article(
            task.file.path, replacing: task.entry?.id, records: task.records.map(\.id)))
      case .record(_, let file, let replaced):
        if let replaced {
          result.changes.append(.article(file, replacing: replaced))
        } else if let key = facts.record?.key {
          result.newRecords[file, default: []].append(key)
        }
      }
    case .sameContent(let state, let bytes):
      result.report.bytes += bytes
      if case .file(let task) = item, let number = task.entry?.id {
        result.changes.append(.touched(number, state))
      }
    case .records:
      if case .file(let task) = item, let number = task.entry?.id {
        result.changes.append(.gone(number))
      }
    case .failed(let cause):
      switch item {
      case .file(let task):
        result.failures.add(task.file.path, cause)
        // An article was there; now it is known that there is none.
        if cause.isNotAnArticle, let number = task.entry?.id {
          result.changes.append(.gone(number))
        }
      case .record(let record, let file, _): result.failures.add(file, record.position, cause)
      }
    }
  }
}

extension FailureLog {
  /// What went wrong while a file of many was cut.
  fileprivate mutating func add(_ failure: WorkCursor.Failure) {
    if let position = failure.position {
      add(failure.file, position, .reading(failure.error))
    } else {
      add(failure.file, .reading(failure.error))
    }
  }
}
