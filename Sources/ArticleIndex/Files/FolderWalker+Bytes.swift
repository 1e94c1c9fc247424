import SystemPackage

extension FolderWalker {
  /// The sizes of all files below a folder together.
  static func bytes(below folder: FilePath) -> Int {
    var total = 0
    try? FolderWalker().walk(folder) { _ in
    } _: {
      total += Int($0.state.size)
    }
    return total
  }
}
