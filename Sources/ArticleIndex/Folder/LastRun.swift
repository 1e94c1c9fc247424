import ArticleReading
import Platform
import SystemPackage

/// How the last run that wrote an index ended: kept beside the databases for whoever watches over
/// nightly runs.
///
/// The file's own time of modification is when the run ended.
public struct LastRun: Sendable, Equatable {
  /// Articles added, updated, removed and unchanged, and what failed.
  public var added = 0, updated = 0, removed = 0, unchanged = 0, failed = 0
  /// Bytes of files read.
  public var bytes = 0
  /// Wall-clock time of the run.
  public var seconds = 0.0
  /// Why the run did not finish, in the words of whoever ran it; nil if it did.
  public var error: String?
  /// Seconds since 1970 when it ended.
  public internal(set) var ended = 0

  /// A run that has done nothing.
  init() {}

  /// A run that did not finish, and why, in one line for people.
  public init(failure: String) { error = failure }

  /// Remembers this run.
  ///
  /// On a full disk the old record is deleted to make room. If even that fails, no record is left: an old
  /// success would mislead a monitor.
  public func write(to index: IndexFolder) {
    if replace(in: index) { return }
    guard index.path.appending(Self.name).withPlatformString({ unlink($0) }) == 0 else { return }
    _ = replace(in: index)
  }

  /// Puts this run in the place of the one remembered; false if it cannot be written.
  private func replace(in index: IndexFolder) -> Bool {
    var record = LineRecord()
    record.append("added", "\(added)")
    record.append("updated", "\(updated)")
    record.append("removed", "\(removed)")
    record.append("unchanged", "\(unchanged)")
    record.append("failed", "\(failed)")
    record.append("bytes", "\(bytes)")
    record.append("milliseconds", "\(Int(seconds * 1000))")
    record.append("error", error)
    return (try? index.replaceFile(Self.name, with: record.bytes, isDurable: false)) != nil
  }

  private static let name = "last-run"

  /// The last run of an index; nil if none is remembered.
  public init?(of index: IndexFolder) {
    let path = index.path.appending(Self.name)
    var status = stat()
    guard path.withPlatformString({ stat($0, &status) }) == 0,
      let bytes = try? FileReading.bytes(of: path, size: 4096, limit: 1 << 16)
    else { return nil }
    var numbers: [String: Int] = [:]
    var error: String?
    _ = LineRecord.read(bytes) { key, value in
      let text = String(decoding: value, as: UTF8.self)
      if key == "error" { error = text } else { numbers[key] = Int(text) }
    }
    added = numbers["added", default: 0]
    updated = numbers["updated", default: 0]
    removed = numbers["removed", default: 0]
    unchanged = numbers["unchanged", default: 0]
    failed = numbers["failed", default: 0]
    self.bytes = numbers["bytes", default: 0]
    seconds = Double(numbers["milliseconds", default: 0]) / 1000
    self.error = error
    // A file system may hold any time at all: from 1970 to 2106.
    ended = min(max(0, Int(status.st_mtim.tv_sec)), 1 << 32)
  }
}
