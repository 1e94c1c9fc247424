import ArticleReading
import SystemPackage

/// Hands out the files of a run to workers, batch by batch: a batch is the documents of one part.
///
/// Files that are one article go out unread; files of many articles are cut into records here, one
/// after the other, and the records go out to be read. So one large dump keeps all workers busy, and
/// fifty thousand small ones make no fifty thousand parts. Which batch holds what depends on the
/// files alone.
struct WorkCursor {
  /// What becomes one document at most.
  enum Item: Sendable {
    case file(SourceFile)
    case record(RawRecord, file: FilePath)
  }

  struct Batch: Sendable {
    /// From 0, in the order of the files.
    var number: Int
    var items: [Item] = []
    /// Containers that were that could not be opened or cut while the batch was filled.
    var failures: [Failure] = []
    /// Containers whose end was reached.
    var finished: [SourceFile] = []
  }

  struct Failure: Sendable {
    var file: FilePath
    /// Nil if the rest of the file is lost.
    var position: RecordPosition?
    var error: ReadingError
  }

  private let files: [SourceFile]
  private let documents: Int
  private let bytes: Int
  private let maximumRecordBytes: Int
  private let rules: ReadingRules
  private var next = 0
  private var batches = 0
  private var open: (file: SourceFile, records: RecordSource)?

  /// - Parameters:
  ///   - documents: items of a batch at most.
  ///   - bytes: bytes of a batch at most, unless one item alone is larger.
  init(
    _ files: [SourceFile], documents: Int, bytes: Int, maximumRecordBytes: Int,
    rules: ReadingRules = ReadingRules()
  ) {
    (self.files, self.rules) = (files, rules)
    (self.documents, self.bytes) = (documents, bytes)
    self.maximumRecordBytes = maximumRecordBytes
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
      let file = files[next]
      guard case .records(let format) = file.kind.format else {
        let fileSize = Int(clamping: file.state.size)
        // What would make the batch too large waits for the next one.
        if !batch.items.isEmpty, size + fileSize > bytes { break }
        batch.items.append(.file(file))
        size += fileSize
        next += 1
        continue
      }
      next += 1
      do {
        let source = try RecordSource(
          path: file.path, format: format, isCompressed: file.kind.isCompressed,
          fields: rules[file.path].fields, maximumRecordBytes: maximumRecordBytes)
        open = (file, source)
      } catch {
        batch.failures.append(Failure(file: file.path, error: error))
      }
    }
    guard !batch.items.isEmpty || !batch.failures.isEmpty || !batch.finished.isEmpty else {
      return nil
    }
    batches += 1
    return batch
  }

  /// Cuts one record from the open container; returns its size.
  private mutating func takeRecord(_ batch: inout Batch) -> Int {
    guard let (file, records) = open else { return 0 }
    do {
      switch try records.next() {
      case .record(let record)?:
        batch.items.append(.record(record, file: file.path))
        return record.byteCount
      case .bad(let failure)?:
        batch.failures.append(
          Failure(file: file.path, position: failure.position, error: failure.error))
        // So that a file of nothing else ends a batch as well.
        return 256
      case nil:
        batch.finished.append(file)
        open = nil
      }
    } catch {
      batch.failures.append(Failure(file: file.path, error: error))
      open = nil
    }
    return 0
  }
}
