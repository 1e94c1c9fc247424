import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Lists the files below a folder, in byte order of their paths within each folder.
///
/// Names that begin with a dot are skipped, with everything below them. Symbolic links are never
/// followed: a link to a file inside names a file that is listed by itself, one to the outside names
/// none of the folder's. So there are no loops, and no file is listed twice. A folder below that
/// holds an index is skipped as well: what is in it are no articles.
struct FolderWalker {
  /// One regular file.
  struct File {
    var path: FilePath
    var state: FileState
  }

  /// One entry that could not be looked at.
  struct Failure {
    var path: FilePath
    var error: Errno
  }

  /// Walks `root`, which may itself be a link to a folder, and calls `body` for every file.
  ///
  /// - Parameter onFailure: called for everything below that cannot be listed or looked at; the walk
  ///   goes on.
  /// - Throws: ``IndexError`` if `root` itself is no folder that can be read.
  func walk(
    _ root: FilePath, onFailure: (Failure) -> Void, _ body: (File) -> Void
  ) throws(IndexError) {
    var pending: [FilePath] = []
    switch list(root, into: &pending, onFailure: onFailure, body) {
    case nil: break
    case .noSuchFileOrDirectory?:
      throw IndexError(
        .missing, subject: root.description, reason: "there is no such folder",
        remedy: "check the path")
    case .notDirectory?:
      throw IndexError(
        .invalidArgument, subject: root.description, reason: "is a file, not a folder",
        remedy: "name the folder it is in")
    case let error?:
      throw IndexError(
        .permission, subject: root.description, reason: "cannot be listed: \(error)",
        remedy: "check its permissions")
    }
    while let folder = pending.popLast() {
      if let error = list(
        folder, into: &pending, skipsIndex: true, onFailure: onFailure, body)
      {
        onFailure(Failure(path: folder, error: error))
      }
    }
  }

  /// Lists one folder; returns why it could not.
  private func list(
    _ folder: FilePath, into pending: inout [FilePath], skipsIndex: Bool = false,
    onFailure: (Failure) -> Void, _ body: (File) -> Void
  ) -> Errno? {
    guard let stream = folder.withPlatformString({ opendir($0) }) else { return lastError }
    defer { closedir(stream) }
    let descriptor = dirfd(stream)
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { return lastError }
        break
      }
      let name = Self.name(of: entry)
      if name.first != 0x2E { names.append(name) }
    }
    if skipsIndex, names.contains(Array(IndexFolder.stubName.utf8)) { return nil }
    names.sort { $0.lexicographicallyPrecedes($1) }

    var folders: [FilePath] = []
    for name in names {
      var status = stat()
      let result = FilePath(platformBytes: name).withPlatformString {
        fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW)
      }
      let failure = lastError
      let path = FilePath(platformBytes: folder.platformBytes + [0x2F] + name)
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
        folders.append(path)
      case S_IFREG:
        // Wraps for years far off, which are as good as any for telling a change.
        let modified =
          Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
        body(File(path: path, state: FileState(size: UInt64(status.st_size), modified: modified)))
      default:
        break
      }
    }
    pending.append(contentsOf: folders.reversed())
    return nil
  }

  private var lastError: Errno { Errno(rawValue: errno) }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    withUnsafeBytes(of: &entry.pointee.d_name) { raw in
      Array(raw.prefix { $0 != 0 })
    }
  }
}
