import ArticleReading
import SystemPackage

/// The files with any number of articles that an index has read to their end, and their state then.
///
/// Kept as one metadata entry. A file that is not in it, or that changed, is read again, and its
/// records are compared one by one; so it may be stale after a run that was cut off, never wrong.
struct ContainerStates: Equatable {
  private var states: [FilePath: FileState] = [:]

  init() {}

  subscript(path: FilePath) -> FileState? {
    get { states[path] }
    set { states[path] = newValue }
  }

  /// For the index's metadata.
  var encoded: [UInt8] {
    var record = LineRecord()
    for (path, state) in states.sorted(by: { $0.key.string < $1.key.string }) {
      record.append("file", state.encoded + path.platformBytes)
    }
    return record.bytes
  }

  init(encoded: [UInt8]) {
    var states: [FilePath: FileState] = [:]
    _ = LineRecord.read(encoded) { key, value in
      guard key == "file", value.count > 24 else { return }
      let state = value[..<24].withUnsafeBytes { FileState(encoded: $0) }
      if let state { states[FilePath(platformBytes: value[24...])] = state }
    }
    self.states = states
  }
}
