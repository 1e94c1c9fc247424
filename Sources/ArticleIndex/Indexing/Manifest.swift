import ArticleReading
import SystemPackage

/// What an index knows of the files it was made from: the index is its own manifest.
///
/// Read as two value streams, one pass, not one look-up a file.
struct Manifest {
  /// One indexed file that is one article.
  struct Entry: Sendable {
    var id: UInt32
    var state: FileState
  }

  /// One indexed record of a file.
  struct Record: Sendable {
    var id: UInt32
    var state: RecordState
  }

  /// All that comes from one file.
  private struct File {
    var entry: Entry?
    var records: [Record] = []
    /// Met in this run's walk, so not gone.
    var isSeen = false

    var numbers: [UInt32] { (entry.map { [$0.id] } ?? []) + records.map(\.id) }
  }

  /// By the bytes of the path.
  private var files: [[UInt8]: File] = [:]

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
      while next < states.count, states[next].id < id { next += 1 }
      let state = next < states.count && states[next].id == id ? states[next].state : nil
      switch state {
      case .record(let state):
        files[[UInt8](bytes), default: File()].records.append(Record(id: id, state: state))
      case .file(let state):
        files[[UInt8](bytes), default: File()].entry = Entry(id: id, state: state)
      case .handedOver: break
      case nil:
        let unknown = FileState(size: 0, modified: 0)
        files[[UInt8](bytes), default: File()].entry = Entry(id: id, state: unknown)
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
    guard let index = files.index(forKey: path.platformBytes) else { return nil }
    files.values[index].isSeen = true
    return files.values[index].entry
  }

  /// The records of a path, by ascending id.
  func records(of path: FilePath) -> [Record] { files[path.platformBytes]?.records ?? [] }

  /// A file that was not met, and the numbers of its articles.
  struct Unseen {
    var path: FilePath
    var numbers: [UInt32]
  }

  /// The files in `folders` that were not met.
  func unseen(in folders: [FilePath]) -> [Unseen] {
    files.compactMap { bytes, file in
      guard !file.isSeen else { return nil }
      let path = FilePath(platformBytes: bytes)
      guard folders.contains(where: { path.isInside($0) }) else { return nil }
      return Unseen(path: path, numbers: file.numbers)
    }
  }

  /// How many articles of before this run lie in each of `folders`.
  func counts(in folders: [FilePath]) -> [Int] {
    var counts = [Int](repeating: 0, count: folders.count)
    for (bytes, file) in files {
      let path = FilePath(platformBytes: bytes)
      for (index, folder) in folders.enumerated() where path.isInside(folder) {
        counts[index] += file.numbers.count
      }
    }
    return counts
  }
}
