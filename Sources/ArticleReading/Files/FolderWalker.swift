import Platform
package import SystemPackage

/// Lists the files below a folder, in byte order of their paths within each folder.
///
/// Names that begin with a dot are skipped, with everything below them. Symbolic links are never
/// followed, nor is one that takes a folder's place meanwhile: a link to a file inside names a file that is
/// listed by itself, one to the outside names none of the folder's. So there are no loops, and no file is
/// listed twice.
package struct FolderWalker {
  /// A folder below the root that holds an entry of this name is skipped with everything in it.
  package var skippedMarker: String?

  /// One regular file.
  package struct File {
    package var path: FilePath
    package var state: FileState
    /// Whether a browser saved it beside a page, as a part of it: `Bài viết_files/like.html`.
    package var isPartOfPage = false
    /// Whether its path may lead through links: only where that of the root does.
    package var followsLinks = false
    /// Whether everybody may read it: its own permissions say so, and those of all folders around it.
    package var isPublic = false

    package init(path: FilePath, state: FileState) { (self.path, self.state) = (path, state) }
  }

  /// One entry that could not be looked at.
  package struct Failure {
    package var path: FilePath
    package var error: Errno
  }

  package init(skippedMarker: String? = nil) { self.skippedMarker = skippedMarker }

  /// Walks `root`, which may itself be a link to a folder, and calls `body` for every file.
  ///
  /// - Parameter onFailure: called for everything below that cannot be listed or looked at; the walk
  ///   goes on.
  /// - Throws: `Errno` if `root` itself is no folder that can be listed.
  package func walk(
    _ root: FilePath, onFailure: (Failure) -> Void, _ body: (File) -> Void
  ) throws(Errno) {
    var pending: [Folder] = []
    let isLinked = root.resolved != root
    if let error = list(
      Folder(path: root, followsLinks: isLinked, isPublic: Self.isPublic(root)), into: &pending,
      onFailure: onFailure, body)
    {
      throw error
    }
    while let folder = pending.popLast() {
      if let error = list(
        folder, into: &pending, skippedMarker: skippedMarker, onFailure: onFailure, body)
      {
        onFailure(Failure(path: folder.path, error: error))
      }
    }
  }

  /// A folder that is still to be listed.
  private struct Folder {
    var path: FilePath
    var isPartOfPage = false
    /// Whether the path may lead through links: that of the root as it was named, and so those below it.
    var followsLinks = false
    /// Whether everybody may reach what is in it.
    var isPublic = false

    /// Opens it for listing.
    func open() throws(Errno) -> OpaquePointer {
      let folder = try FileDescriptor.open(source: path, followsLinks: followsLinks)
      guard let stream = fdopendir(folder.rawValue) else {
        let error = lastErrno()
        try? folder.close()
        throw error
      }
      return stream
    }
  }

  /// Lists one folder; returns why it could not.
  private func list(
    _ folder: Folder, into pending: inout [Folder], skippedMarker: String? = nil,
    onFailure: (Failure) -> Void, _ body: (File) -> Void
  ) -> Errno? {
    let stream: OpaquePointer
    do {
      stream = try folder.open()
    } catch {
      return error
    }
    defer { closedir(stream) }
    let descriptor = dirfd(stream)
    var names = NameList()
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { return lastError }
        break
      }
      names.append(entry)
    }
    if let skippedMarker, names.contains(skippedMarker.utf8) { return nil }

    var folders: [Folder] = []
    let parent = folder.path.platformBytes + [0x2F]
    for name in names.sorted() {
      var status = stat()
      let result = names.withName(name) { fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }
      let failure = lastError
      let path = FilePath(platformBytes: parent + names[name])
      guard result == 0 else {
        // Vanished since it was listed: not there, then. Anything else hides what is there.
        if failure == .noSuchFileOrDirectory { continue }
        // A folder that may be listed but not searched says so once, not for every file.
        if failure == .permissionDenied { return failure }
        onFailure(Failure(path: path, error: failure))
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        folders.append(
          Folder(
            path: path,
            isPartOfPage: folder.isPartOfPage || names.hasPage(ofFolder: names[name]),
            followsLinks: folder.followsLinks,
            isPublic: folder.isPublic && status.st_mode & S_IXOTH != 0))
      case S_IFREG:
        // Wraps for years far off, which are as good as any for telling a change.
        let modified =
          Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
        var file = File(
          path: path, state: FileState(size: UInt64(status.st_size), modified: modified))
        file.isPartOfPage = folder.isPartOfPage
        file.followsLinks = folder.followsLinks
        file.isPublic = folder.isPublic && status.st_mode & S_IROTH != 0
        body(file)
      default:
        break
      }
    }
    pending.append(contentsOf: folders.reversed())
    return nil
  }

  private var lastError: Errno { Errno(rawValue: errno) }

  /// Whether everybody may reach what is in a folder.
  private static func isPublic(_ folder: FilePath) -> Bool {
    var folder = folder.resolved ?? folder
    repeat {
      var status = stat()
      guard folder.withPlatformString({ stat($0, &status) }) == 0, status.st_mode & S_IXOTH != 0
      else { return false }
    } while folder.removeLastComponent()
    return true
  }
}

extension FolderWalker {
  /// The sizes of all files below a folder together.
  package static func bytes(below folder: FilePath) -> Int {
    var total = 0
    try? FolderWalker().walk(folder) { _ in
    } _: {
      total += Int($0.state.size)
    }
    return total
  }
}

/// The names in a folder, without those that begin with a dot; one piece of memory for all.
private struct NameList {
  /// Each with a NUL behind it.
  private var bytes: [CChar] = []
  private var starts: [Int] = []

  mutating func append(_ entry: UnsafeMutablePointer<dirent>) {
    withUnsafeBytes(of: &entry.pointee.d_name) { raw in
      let name = raw.prefix { $0 != 0 }
      guard name.first != 0x2E else { return }
      starts.append(bytes.count)
      bytes.append(contentsOf: name.lazy.map { CChar(bitPattern: $0) })
      bytes.append(0)
    }
  }

  /// Where the names start, in the byte order of the names.
  func sorted() -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return [] }
      // A NUL ends both, and the bytes count as unsigned.
      return starts.sorted { strcmp(base + $0, base + $1) < 0 }
    }
  }

  /// The bytes of the name that starts there.
  subscript(start: Int) -> some Sequence<UInt8> {
    bytes[start...].prefix { $0 != 0 }.lazy.map { UInt8(bitPattern: $0) }
  }

  func withName<Result>(_ start: Int, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { return body(base + start) }
      return withUnsafePointer(to: 0, body)
    }
  }

  /// Whether a folder is what a browser puts beside the page it saves: `X_files` beside `X.html`.
  func hasPage(ofFolder name: some Sequence<UInt8>) -> Bool {
    let name = Array(name)
    for ending in ["_files", ".files"] where name.suffix(6).elementsEqual(ending.utf8) {
      let stem = name.dropLast(6)
      if [".html", ".htm", ".xhtml"].contains(where: { contains(stem + Array($0.utf8)) }) {
        return true
      }
    }
    return false
  }

  func contains(_ name: some Sequence<UInt8>) -> Bool {
    let name = Array(name)
    return starts.contains { self[$0].elementsEqual(name) }
  }
}
