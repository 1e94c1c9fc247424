import Platform
import SystemPackage

/// The room on the disk of an index.
enum DiskSpace {
  /// Bytes that can still be written where `path` is; nil if that cannot be told.
  static func free(at path: FilePath) -> Int? {
    var space = statvfs()
    guard path.withPlatformString({ statvfs($0, &space) }) == 0 else { return nil }
    let (bytes, overflow) = UInt64(space.f_bavail).multipliedReportingOverflow(
      by: UInt64(space.f_frsize))
    return overflow ? .max : Int(clamping: bytes)
  }
}

extension IndexError {
  /// For a full disk: the same failure with how much is free there now and how much is needed. Any
  /// other error is as it was.
  ///
  /// - Parameters:
  ///   - index: the index that was written.
  ///   - needed: an estimate of the bytes needed besides what is there now; nil for none.
  func withSpace(of index: IndexFolder, needed: Double?) -> IndexError {
    if case .diskFull = cause { return self }
    guard code == .diskFull, let free = DiskSpace.free(at: index.path) else { return self }
    // An estimate that would have fitted says nothing.
    let needed = needed.flatMap { $0 > Double(free) ? Int(min($0, 1e18)) : nil }
    return IndexError(
      .diskFull(cause, free: free, needed: needed), subject: index.path.string)
  }
}
