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
