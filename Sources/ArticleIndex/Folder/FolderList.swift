import ArticleReading
import SystemPackage

/// The folders an index covers.
struct FolderList: Equatable {
  /// Absolute, sorted, none inside another.
  private(set) var roots: [FilePath] = []

  init(_ folders: [FilePath]) {
    for folder in folders { insert(folder) }
  }

  /// Adds a folder unless it is covered; drops those it covers.
  mutating func insert(_ folder: FilePath) {
    guard !roots.contains(where: { folder.isInside($0) }) else { return }
    roots.removeAll { $0.isInside(folder) }
    roots.append(folder)
    roots.sort { $0.string < $1.string }
  }

  /// Drops a folder.
  mutating func remove(_ folder: FilePath) { roots.removeAll { $0 == folder } }

  /// For the index's metadata.
  var encoded: [UInt8] {
    var record = LineRecord()
    for root in roots { record.append("folder", root.platformBytes) }
    return record.bytes
  }

  init(encoded: [UInt8]) {
    var folders: [FilePath] = []
    _ = LineRecord.read(encoded) { key, value in
      if key == "folder" { folders.append(FilePath(platformBytes: value)) }
    }
    self.init(folders)
  }
}
