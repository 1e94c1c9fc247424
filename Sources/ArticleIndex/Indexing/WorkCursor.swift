import ArticleReading
import SystemPackage

/// Hands out the files to read to workers, batch by batch: a batch is the documents of one run.
///
/// Files that are one article go out unread; files of many articles are cut into records here, one
/// after the other, and those that are new or changed go out to be read. So one large dump keeps all
/// workers busy, and fifty thousand small ones make no fifty thousand runs. Which batch holds what
/// depends on the files alone.
struct WorkCursor {
  /// What becomes one document at most.
  enum Item: Sendable {
    case file(ReadingTask)
    /// `replacing`: the document that has its content, if it is read again.
    case record(RawRecord, file: FilePath, replacing: UInt32?)
  }

  struct Batch: Sendable {
    /// From 0, in the order of the files.
    var number: Int
    var items: [Item] = []
    /// Files of many that could not be opened or cut while the batch was filled.
    var failures: [Failure] = []
    /// Files of many from which nothing more comes.
    var containers: [Container] = []
    /// Records that are as they were, and their bytes.
    var unchanged = 0
    var unchangedBytes = 0
  }

  /// A file of many when nothing more comes from it.
  struct Container: Sendable {
    var file: SourceFile
    /// What the index holds of it: records taken were met.
    var known: KnownRecords
    /// How many records there were, bad ones too.
    var found = 0
    /// Whether it was read to its end.
    var isWhole = true
  }

  struct Failure: Sendable {
    var file: FilePath
    /// Nil if the rest of the file is lost.
    var position: RecordPosition?
    var error: ReadingError
  }

  private let files: [ReadingTask]
  private let documents: Int
  private let bytes: Int
  private let maximumRecordBytes: Int
  private let maximumSeconds: Int
  private let rules: ReadingRules
  private var next = 0
  private var batches = 0
  private var open: (container: Container, records: RecordSource, readsAgain: Bool)?

  /// - Parameters:
  ///   - documents: items of a batch at most.
  ///   - bytes: bytes of a batch at most, unless one item alone is larger.
  init(
    _ files: [ReadingTask], documents: Int, bytes: Int, maximumRecordBytes: Int,
    maximumSeconds: Int = RecordSource.maximumSeconds, rules: ReadingRules = ReadingRules()
  ) {
    (self.files, self.rules) = (files, rules)
    (self.documents, self.bytes) = (documents, bytes)
    (self.maximumRecordBytes, self.maximumSeconds) = (maximumRecordBytes, maximumSeconds)
  }

  /// The next batch; nil when everything is handed out.
  mutating func nextBatch() -> Batch? {
    var batch = Batch(number: batches)
    var size = 0
    while batch.items.count < documents, size < bytes {
      if open != nil {
        size += takeRecord(&batch)
        continue
      }
      guard next < files.count else { break }
      let task = files[next]
      guard case .records(let format) = task.file.kind.format else {
        let fileSize = Int(clamping: task.file.state.size)
        // What would make the batch too large waits for the next one.
        if !batch.items.isEmpty, size + fileSize > bytes { break }
        batch.items.append(.file(task))
        size += fileSize
        next += 1
        continue
      }
      next += 1
      var container = Container(file: task.file, known: KnownRecords(task.records))
      do {
        let source = try RecordSource(
          path: task.file.path, format: format, isCompressed: task.file.kind.isCompressed,
          followsLinks: task.file.followsLinks, fields: rules[task.file.path].fields,
          maximumRecordBytes: maximumRecordBytes,
          maximumSeconds: maximumSeconds)
        open = (container, source, task.readsAgain)
      } catch {
        batch.failures.append(Failure(file: task.file.path, error: error))
        container.isWhole = false
        batch.containers.append(container)
      }
    }
    guard !batch.items.isEmpty || !batch.failures.isEmpty || !batch.containers.isEmpty else {
      return nil
    }
    batches += 1
    return batch
  }

  /// Cuts one record from the open container; returns its size.
  private mutating func takeRecord(_ batch: inout Batch) -> Int {
    guard let records = open?.records, let path = open?.container.file.path else { return 0 }
    do {
      let item = try records.next()
      if item != nil { open?.container.found += 1 }
      switch item {
      case .record(let record)?:
        let same = open?.container.known.take(content: record.contentHash)
        if same != nil, open?.readsAgain == false {
          batch.unchanged += 1
          batch.unchangedBytes += record.byteCount
          return 0
        }
        batch.items.append(.record(record, file: path, replacing: same))
        return record.byteCount
      case .bad(let failure)?:
        batch.failures.append(
          Failure(file: path, position: failure.position, error: failure.error))
        // So that a file of nothing else ends a batch as well.
        return 256
      case nil: finishContainer(&batch, isWhole: true)
      }
    } catch {
      batch.failures.append(Failure(file: path, error: error))
      finishContainer(&batch, isWhole: false)
    }
    return 0
  }

  private mutating func finishContainer(_ batch: inout Batch, isWhole: Bool) {
    guard var container = open?.container else { return }
    container.isWhole = isWhole
    batch.containers.append(container)
    open = nil
  }
}
