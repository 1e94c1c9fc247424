import Platform
import SystemPackage

/// The room on the disk of an index, for the message when it is full.
///
/// Reported, never checked in advance: how much a run will write is an estimate, and a run that is
/// refused for an estimate is worse than one that fails, which leaves the index as it was.
enum DiskSpace {
  /// Bytes that a new index of files takes at most while it is built, for each byte of them: the parts
  /// and what they are merged to. Measured: 4.87 with 50,000 articles of 160 MB, whose index then has
  /// 2.39 (`du -b` every 50 ms during a build).
  static let peakPerByteOfFiles = 5.0

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
  ///   - needed: an estimate of the bytes needed besides what is there now.
  func withSpace(of index: IndexFolder, needed: Double) -> IndexError {
    guard code == .diskFull, let free = DiskSpace.free(at: index.path) else { return self }
    // An estimate that would have fitted says nothing.
    let needed = needed > Double(free) ? Int(min(needed, 1e18)) : nil
    return IndexError(
      .diskFull(cause, free: free, needed: needed), subject: index.path.string)
  }
}
