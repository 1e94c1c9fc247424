package import Foundation
import Testing

/// What fuzzing found: `sh Tests/Fuzz/run.sh NAME` adds to `Tests/Fuzz/Cases/NAME`.
package enum FuzzCases {
  private static let folder = PackageFiles.root.appending(path: "Tests/Fuzz/Cases")

  /// All cases of what is fuzzed under one name.
  package static func of(_ name: String) -> [URL] {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder.appending(path: name), includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.path < $1.path }
  }

  /// Gives every case to what it was found with, by its name; `check` names a promise that is broken.
  package static func replay<Fuzzed: CaseIterable & RawRepresentable<String>>(
    with check: (Fuzzed) -> ([UInt8]) -> String?
  ) throws {
    var count = 0
    for fuzzed in Fuzzed.allCases {
      for file in of(fuzzed.rawValue) {
        count += 1
        let broken = check(fuzzed)([UInt8](try Data(contentsOf: file)))
        #expect(broken == nil, "\(fuzzed)/\(file.lastPathComponent)")
      }
    }
    #expect(count > 0)
  }
}
