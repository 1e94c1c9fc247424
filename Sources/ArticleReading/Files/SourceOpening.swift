import CFiles
import SystemPackage

extension FileDescriptor {
  /// Opens a file for reading; a pipe is opened at once, not waited for.
  ///
  /// - Parameter followsLinks: false for what was found in a folder, where a file or a folder may have been
  ///   swapped for a link since: the path must be free of links then, as that of a resolved folder is.
  /// - Throws: `Errno`; `.tooManySymbolicLinkLevels` for a link that is not followed.
  static func open(
    source path: FilePath, followsLinks: Bool
  ) throws(Errno) -> FileDescriptor {
    guard followsLinks else {
      let file = path.withPlatformString { cf_open_unlinked($0) }
      guard file >= 0 else { throw lastErrno() }
      return FileDescriptor(rawValue: file)
    }
    do {
      return try open(path, .readOnly, options: [.closeOnExec, .nonBlocking])
    } catch {
      throw error as? Errno ?? .ioError
    }
  }
}
