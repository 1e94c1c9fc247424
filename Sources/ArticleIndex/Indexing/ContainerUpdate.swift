import ArticleReading
import SystemPackage

extension IncrementalUpdate {
  /// Brings the articles of a file of many up to date: only records that are new or changed are
  /// read, only what is gone from it is removed.
  ///
  /// A file that cannot be read to its end, or of which a record cannot be read, loses nothing: what
  /// was not met stays, and the next run reads the file again.
  mutating func takeRecords(
    of file: SourceFile, _ format: RecordFormat, readsAgain: Bool,
    _ intake: inout FileIntake
  ) throws(IndexError) {
    var known = KnownRecords(manifest.records(of: file.path))
    var found = 0
    let source: RecordSource
    do {
      source = try RecordSource(
        path: file.path, format: format, isCompressed: file.kind.isCompressed,
        fields: rules[file.path].fields, maximumRecordBytes: run.options.maximumFileSize)
    } catch {
      failures.add(file.path, .reading(error))
      report.unchanged += known.unused.count
      return
    }
    var isWhole = true
    while let item = next(of: source, file.path, &isWhole) {
      found += 1
      switch item {
      case .bad(let failure):
        failures.add(file.path, failure.position, .reading(failure.error))
      case .record(let record):
        try take(record, of: file.path, &known, readsAgain: readsAgain, &intake)
      }
    }
    let left = known.unused
    if found == 0, !left.isEmpty, !failures.failedFiles.contains(file.path) {
      failures.add(file.path, .emptied(kept: left.count))
    }
    guard isWhole, !failures.failedFiles.contains(file.path) else {
      report.unchanged += left.count
      containers[file.path] = nil
      return
    }
    for id in left {
      try writer.remove(id)
      report.removed += 1
      try commitIfDue(Manifest.typicalRecordSize)
    }
    containers[file.path] = file.state
  }

  /// The next item; nil at the end, or if the rest of the file is lost, which is noted.
  private mutating func next(
    of source: RecordSource, _ path: FilePath, _ isWhole: inout Bool
  ) -> RecordSource.Item? {
    do {
      return try source.next()
    } catch {
      failures.add(path, .reading(error))
      isWhole = false
      return nil
    }
  }

  private mutating func take(
    _ record: RawRecord, of path: FilePath, _ known: inout KnownRecords, readsAgain: Bool,
    _ intake: inout FileIntake
  ) throws(IndexError) {
    let same = known.take(content: record.contentHash)
    if same != nil, !readsAgain {
      report.unchanged += 1
      report.bytes += record.byteCount
      return
    }
    switch intake.take(record, of: path) {
    case .document(let facts, let bytes):
      let id = same ?? facts.record.flatMap { known.take(key: $0.key) }
      try writer.put(&intake.document, id: id)
      if id == nil { report.added += 1 } else { report.updated += 1 }
      report.bytes += bytes
      report.count(facts)
      try commitIfDue(bytes)
    case .failed(let cause):
      failures.add(path, record.position, cause)
    case .sameContent, .records:
      break
    }
  }
}

/// The indexed records of one file while the file is read again: which of them were met.
struct KnownRecords {
  private let records: [Manifest.Record]
  private var isUsed: [Bool]
  private var byContent: [UInt64: [Int]] = [:]
  private var byKey: [UInt64: [Int]] = [:]

  init(_ records: [Manifest.Record]) {
    self.records = records
    isUsed = [Bool](repeating: false, count: records.count)
    // Backwards, so that of equal records the first is taken from the end of its list first.
    for (index, record) in records.enumerated().reversed() {
      byContent[record.state.content, default: []].append(index)
      byKey[record.state.key, default: []].append(index)
    }
  }

  /// The document of a record with this content that was not taken yet.
  mutating func take(content: UInt64) -> UInt32? { take(content, \.byContent) }

  /// The document of a record with this identity that was not taken yet.
  mutating func take(key: UInt64) -> UInt32? { take(key, \.byKey) }

  /// The documents not taken, by ascending id.
  var unused: [UInt32] { records.indices.filter { !isUsed[$0] }.map { records[$0].id } }

  private mutating func take(
    _ hash: UInt64, _ table: WritableKeyPath<Self, [UInt64: [Int]]>
  ) -> UInt32? {
    while let index = self[keyPath: table][hash]?.popLast() {
      guard !isUsed[index] else { continue }
      isUsed[index] = true
      return records[index].id
    }
    return nil
  }
}
