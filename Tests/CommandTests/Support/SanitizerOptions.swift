import Foundation

/// What a sanitizer is told by its environment, for programs that are given one of their own.
///
/// Empty but under `Tests/Sanitizers/run.sh`.
enum SanitizerOptions {
  static let environment = ProcessInfo.processInfo.environment.filter {
    $0.key.hasSuffix("SAN_OPTIONS") || $0.key == "LD_PRELOAD"
  }

  /// Libraries to preload, with one more.
  static func preloaded(_ library: String) -> String {
    [library, environment["LD_PRELOAD"]].compactMap { $0 }.joined(separator: ":")
  }
}
