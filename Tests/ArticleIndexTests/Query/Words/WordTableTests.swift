import Foundation
import TestSupport
import Testing

@testable import ArticleIndex

/// The table of words, and reading one.
struct WordTableTests {
  private static let file = PackageFiles.root.appending(path: "Index/words.tsv")

  /// The built-in rows are those of the file in the repository, which are in order.
  ///
  /// With `MUCLUC_RECORD=1` the file is put in order and the source file written anew, and the test
  /// fails.
  @Test func builtInRowsAreTheFile() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    var problems: [TableProblem] = []
    let rows = String(decoding: WordTable.rows(of: text, &problems), as: UTF8.self)
    #expect(problems.isEmpty)
    if ProcessInfo.processInfo.environment["MUCLUC_RECORD"] == "1" {
      let head = text.split(separator: "\n").prefix { $0.hasPrefix("#") }.joined(separator: "\n")
      try Data("\(head)\n\(rows)".utf8).write(to: Self.file)
      let source = PackageFiles.root.appending(
        path: "Sources/ArticleIndex/Query/Words/WordRows.swift")
      try Data(Self.source(rows).utf8).write(to: source)
      Issue.record("recorded the table; look at the difference")
    }
    let isSame = WordRows.text.utf8Bytes.elementsEqual(rows.utf8)
    #expect(isSame, "the rows are those of another table")
    #expect(WordTable.isBuiltIn(Array(text.utf8)))
  }

  private static func source(_ rows: String) -> String {
    """
    // The rows of Index/words.tsv: WordTableTests writes this file, with MUCLUC_RECORD=1.
    // Do not edit; change the table.

    // swift-format-ignore-file

    /// The built-in words.
    enum WordRows {
      /// The lines of `Index/words.tsv` that are no comments, sorted by what they fold to: static bytes,
      /// of which nothing is made.
      static let text: StaticString = #\"\"\"
    \(rows)
    \"\"\"#
    }

    """
  }
}
