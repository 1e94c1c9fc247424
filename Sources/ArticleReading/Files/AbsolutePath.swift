import Platform
package import SystemPackage

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
