import ArticleReading
import SystemPackage

/// What an index knows of the files it was made from: the index is its own manifest.
///
/// Read as two value streams, one pass, not one look-up a file.
struct Manifest {
  /// One indexed file that is one article.
  struct Entry {
    var id: UInt32
    var state: FileState
  }

  /// One indexed record of a file.
  struct Record {
    var id: UInt32
    var state: RecordState
  }

  /// All that comes from one file.
  private struct File {
    var entry: Entry?
    var records: [Record] = []
    /// Met in this run's walk, so not gone.
    var isSeen = false
  }

  /// By the hash of the path.
  private var files: [UInt64: File] = [:]

  init() {}

  init(_ reader: StoreReader) throws(IndexError) {
    files.reserveCapacity(Int(try reader.counts().documents))
    /// By ascending id, as both streams come.
    var states: [(id: UInt32, state: State)] = []
    try reader.forEachValue(slot: Schema.Slot.fileState) { id, bytes in
      if let state = RecordState(encoded: bytes) {
        let isHandedOver = state.content == RecordState.handedOver
        states.append((id, isHandedOver ? .handedOver : .record(state)))
      } else if let state = FileState(encoded: bytes) {
        states.append((id, .file(state)))
      }
    }
    var next = 0
    try reader.forEachValue(slot: Schema.Slot.path) { id, bytes in
      let key = ContentHash.hash64([UInt8](bytes))
      while next < states.count, states[next].id < id { next += 1 }
      let state = next < states.count && states[next].id == id ? states[next].state : nil
      switch state {
      case .record(let state):
        files[key, default: File()].records.append(Record(id: id, state: state))
      case .file(let state):
        files[key, default: File()].entry = Entry(id: id, state: state)
      case .handedOver: break
      case nil:
        let unknown = FileState(size: 0, modified: 0)
        files[key, default: File()].entry = Entry(id: id, state: unknown)
      }
    }
  }

  /// What slot 1 says of a document.
  private enum State {
    case file(FileState)
    case record(RecordState)
    /// No folder has it, so no run over folders compares it.
    case handedOver
  }

  /// The entry of a path, which counts as seen from now on.
  mutating func see(_ path: FilePath) -> Entry? {
    let key = ContentHash.hash64(path.platformBytes)
    guard let index = files.index(forKey: key) else { return nil }
    files.values[index].isSeen = true
    return files.values[index].entry
  }

  /// The records of a path, by ascending id.
  func records(of path: FilePath) -> [Record] {
    files[ContentHash.hash64(path.platformBytes)]?.records ?? []
  }

  /// A document whose file was not met.
  struct Unseen {
    var id: UInt32
    var path: FilePath
    var size: Int
  }

  /// The documents whose file was not seen and lies in one of `folders`, by ascending id.
  func unseen(in folders: [FilePath], _ reader: StoreReader) throws(IndexError) -> [Unseen] {
    var sizes: [UInt32: Int] = [:]
    for file in files.values where !file.isSeen {
      if let entry = file.entry { sizes[entry.id] = Int(clamping: entry.state.size) }
      for record in file.records { sizes[record.id] = Self.typicalRecordSize }
    }
    guard !sizes.isEmpty else { return [] }
    var unseen: [Unseen] = []
    try reader.forEachValue(slot: Schema.Slot.path) { id, bytes in
      guard let size = sizes[id] else { return }
      let path = FilePath(platformBytes: bytes)
      if folders.contains(where: { path.isInside($0) }) {
        unseen.append(Unseen(id: id, path: path, size: size))
      }
    }
    return unseen
  }

  /// How many documents of before this run lie in each of `folders`.
  func counts(in folders: [FilePath], _ reader: StoreReader) throws(IndexError) -> [Int] {
    var counts = [Int](repeating: 0, count: folders.count)
    try reader.forEachValue(slot: Schema.Slot.path) { _, bytes in
      guard files[ContentHash.hash64([UInt8](bytes))] != nil else { return }
      let path = FilePath(platformBytes: bytes)
      for (index, folder) in folders.enumerated() where path.isInside(folder) {
        counts[index] += 1
      }
    }
    return counts
  }

  /// Bytes to count for a record whose size is not kept.
  static let typicalRecordSize = 4096
}
