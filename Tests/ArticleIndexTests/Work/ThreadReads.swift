import Foundation
import Testing

/// What the calling thread has read from files so far.
enum ThreadReads {
  /// The kernel's counters of the thread (`proc_pid_io(5)`).
  private static let file = "/proc/thread-self/io"

  /// Whether the kernel tells.
  static let areCounted = FileManager.default.isReadableFile(atPath: file)
  /// Why a test is skipped where it does not.
  static let reason: Comment = "reads are not counted here: there is no /proc/thread-self/io"

  /// How many calls the thread has made.
  static func count() throws -> Int {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("syscr: ") })
    return try #require(Int(line.dropFirst("syscr: ".count)))
  }
}
