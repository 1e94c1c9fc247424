import SystemPackage

/// What an index knows of the files it was made from: the index is its own manifest.
///
/// Read as two value streams, one pass, not one look-up a file.
struct Manifest {
  /// One indexed file.
  struct Entry {
    var id: UInt32
    var state: FileState
    /// Met in this run's walk, so not gone.
    var isSeen = false
  }

  /// By the hash of the path.
  private var entries: [UInt64: Entry] = [:]

  init() {}

  init(_ reader: StoreReader) throws(IndexError) {
    entries.reserveCapacity(Int(try reader.counts().documents))
    var states: [UInt32: FileState] = [:]
    try reader.forEachValue(slot: Schema.Slot.fileState) { id, bytes in
      states[id] = FileState(encoded: bytes)
    }
    try reader.forEachValue(slot: Schema.Slot.path) { id, bytes in
      entries[ContentHash.hash64([UInt8](bytes))] = Entry(
        id: id, state: states[id] ?? FileState(size: 0, modified: 0))
    }
  }

  /// The entry of a path, which counts as seen from now on.
  mutating func see(_ path: FilePath) -> Entry? {
    let key = ContentHash.hash64(path.platformBytes)
    guard let index = entries.index(forKey: key) else { return nil }
    entries.values[index].isSeen = true
    return entries.values[index]
  }

  /// An indexed file that was not met.
  struct Unseen {
    var id: UInt32
    var path: FilePath
    var size: Int
  }

  /// The documents whose file was not seen and lies in one of `folders`, by ascending id.
  func unseen(in folders: [FilePath], _ reader: StoreReader) throws(IndexError) -> [Unseen] {
    var sizes: [UInt32: Int] = [:]
    for entry in entries.values where !entry.isSeen {
      sizes[entry.id] = Int(clamping: entry.state.size)
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
}
