package import Foundation
package import Testing

/// Compares a text with the file of that name in the folder `Golden` of the test target that asks.
///
/// With `MUCLUC_RECORD=1` in the environment the file is written instead, and the test fails, so
/// that nobody commits a recording unseen.
package func expectGolden(
  _ name: String, _ text: String, caller: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = PackageFiles.golden(name, caller: caller)
  if ProcessInfo.processInfo.environment["MUCLUC_RECORD"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name); look at the difference", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  let (lines, expectedLines) = (text.split(separator: "\n"), expected.split(separator: "\n"))
  for (line, expectedLine) in zip(lines, expectedLines) {
    #expect(line == expectedLine, "in \(name)", sourceLocation: sourceLocation)
  }
  #expect(text == expected, "\(name) differs", sourceLocation: sourceLocation)
}

/// Where the package's own files lie, told from this source file's place.
package enum PackageFiles {
  /// The folder of `Package.swift`.
  package static let root = tests.deletingLastPathComponent()
  /// The article that the project was asked for with; it lies beside the package, not in it.
  package static let seedArticle = root.deletingLastPathComponent().appending(
    path: "shared/seed-article.txt")

  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A recorded text of the test target that the source file `caller` belongs to.
  package static func golden(_ name: String, caller: String = #filePath) -> URL {
    let below = caller.dropFirst(tests.path(percentEncoded: false).count)
    let target = below.split(separator: "/").first.map(String.init) ?? ""
    return tests.appending(path: "\(target)/Golden/\(name).txt")
  }
}
