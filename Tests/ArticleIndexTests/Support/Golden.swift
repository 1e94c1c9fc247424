import Foundation
import Testing

/// Compares a text with the file of that name in `Tests/ArticleIndexTests/Golden`.
///
/// With `MUCLUC_RECORD=1` in the environment the file is written instead, and the test fails, so
/// that nobody commits a recording unseen.
func expectGolden(
  _ name: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = PackageFiles.tests.appending(path: "Golden/\(name).txt")
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
enum PackageFiles {
  /// `Tests/ArticleIndexTests`.
  static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
  /// The folder of `Package.swift`.
  static let root = tests.deletingLastPathComponent().deletingLastPathComponent()
  /// The article that the project was asked for with; it lies beside the package, not in it.
  static let seedArticle = root.deletingLastPathComponent().appending(
    path: "shared/seed-article.txt")
}
