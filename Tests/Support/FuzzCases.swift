package import Foundation

/// What fuzzing found: `sh Tests/Fuzz/run.sh NAME` adds to `Tests/Fuzz/Cases/NAME`.
package enum FuzzCases {
  private static let folder = PackageFiles.root.appending(path: "Tests/Fuzz/Cases")

  /// All cases of what is fuzzed under one name.
  package static func of(_ name: String) -> [URL] {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder.appending(path: name), includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.path < $1.path }
  }
}
