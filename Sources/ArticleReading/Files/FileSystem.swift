import Platform
package import SystemPackage

/// Makes one folder; false if that failed, see ``lastErrno()``.
///
/// - Parameter isPrivate: for its owner alone.
package func makeFolder(
  _ path: UnsafePointer<CInterop.PlatformChar>, isPrivate: Bool = false
) -> Bool {
  mkdir(path, isPrivate ? 0o700 : 0o755) == 0
}

/// What the last system call of this thread failed with.
package func lastErrno() -> Errno { Errno(rawValue: errno) }

/// Removes a folder with what is in it, as far as possible; links are removed, not followed.
package func removeTree(_ path: FilePath) {
  if path.withPlatformString({ unlink($0) }) == 0 { return }
  guard let stream = path.withPlatformString({ opendir($0) }) else { return }
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
    if name != [0x2E], name != [0x2E, 0x2E] {
      removeTree(FilePath(platformBytes: path.platformBytes + [0x2F] + name))
    }
  }
  closedir(stream)
  _ = path.withPlatformString { rmdir($0) }
}

extension FilePath {
  /// The path made of file-system bytes, whatever their encoding; cut at the first NUL.
  package init(platformBytes bytes: some Collection<UInt8>) {
    var terminated = bytes.map { CInterop.PlatformChar(bitPattern: $0) }
    terminated.append(0)
    self = terminated.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return FilePath() }
      return FilePath(platformString: base)
    }
  }

  /// The file-system bytes of the path, without a terminator.
  package var platformBytes: [UInt8] {
    withPlatformString { Array(UnsafeRawBufferPointer(start: $0, count: length)) }
  }
}

extension FilePath {
  /// The path with links, `.` and `..` resolved; nil if nothing is there.
  package var resolved: FilePath? {
    withPlatformString { path in
      guard let real = realpath(path, nil) else { return nil }
      defer { free(real) }
      return FilePath(platformString: real)
    }
  }

  /// Whether `self` is `folder` or lies below it. Both absolute and resolved.
  ///
  /// By bytes: comparing components costs a hundred times as much, and every file is asked about.
  package func isInside(_ folder: FilePath) -> Bool {
    let (whole, part) = (platformBytes, folder.platformBytes)
    guard whole.starts(with: part) else { return false }
    return whole.count == part.count || part.last == 0x2F || whole[part.count] == 0x2F
  }
}
