import Platform
package import SystemPackage

/// Makes one folder; false if that failed, see ``lastErrno()``.
package func makeFolder(_ path: UnsafePointer<CInterop.PlatformChar>) -> Bool {
  mkdir(path, 0o755) == 0
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
