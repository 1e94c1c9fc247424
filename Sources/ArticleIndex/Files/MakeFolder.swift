import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Makes one folder; false if that failed, see ``lastErrno()``.
func makeFolder(_ path: UnsafePointer<CInterop.PlatformChar>) -> Bool {
  mkdir(path, 0o755) == 0
}

/// What the last system call of this thread failed with.
func lastErrno() -> Errno { Errno(rawValue: errno) }
