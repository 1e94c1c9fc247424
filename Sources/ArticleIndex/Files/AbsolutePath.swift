package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

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
  package func isInside(_ folder: FilePath) -> Bool { starts(with: folder) }
}
