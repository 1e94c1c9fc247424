import Foundation

/// What a sanitizer is told by its environment, for programs that are given one of their own.
///
/// Empty but under `Tests/Sanitizers/run.sh`.
enum SanitizerOptions {
  static let environment = ProcessInfo.processInfo.environment.filter {
    $0.key.hasSuffix("SAN_OPTIONS")
  }
}
