import Foundation
import TestSupport
import Testing

@testable import ArticleIndex

/// Reading tables of abbreviations.
struct AbbreviationTableTests {
  /// The built-in table is the file of the repository, byte for byte.
  ///
  /// With `MUCLUC_RECORD=1` the source file is written anew, and the test fails.
  @Test func builtInTableIsTheFile() throws {
    let file = PackageFiles.root.appending(path: "Index/abbreviations.tsv")
    let text = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    if ProcessInfo.processInfo.environment["MUCLUC_RECORD"] == "1" {
      let source = PackageFiles.root.appending(
        path: "Sources/ArticleIndex/Query/Abbreviations/AbbreviationRows.swift")
      try Data(Self.source(text).utf8).write(to: source)
      Issue.record("recorded the table; look at the difference")
    }
    #expect(text == AbbreviationRows.text)
    let isTakenApart = AbbreviationTable.parse(text).table.rows == AbbreviationRows.rows
    #expect(isTakenApart, "the rows are those of another text")
  }

  private static func source(_ text: String) -> String {
    let rows = AbbreviationTable.parse(text).table.rows.map {
      "    .init(\($0.firstWord), \($0.start), \($0.end), \($0.entry), .\($0.kind)),"
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    \($0)" }
    return """
      // A copy of Index/abbreviations.tsv: AbbreviationTableTests writes it, with MUCLUC_RECORD=1.
      // Do not edit; change the table.

      // swift-format-ignore-file

      /// The built-in abbreviations.
      enum AbbreviationRows {
        /// `Index/abbreviations.tsv`, byte for byte.
        static let text = #\"\"\"
      \(lines.joined(separator: "\n"))
          \"\"\"#

        /// What `AbbreviationTable.parse` makes of it.
        static let rows: [AbbreviationTable.Row] = [
      \(rows.joined(separator: "\n"))
        ]
      }

      """
  }

  @Test func builtInTableHasNoFlaw() {
    let (table, problems) = AbbreviationTable.parse(AbbreviationRows.text)
    #expect(problems.isEmpty)
    #expect(table.count >= 120)
    let lines = AbbreviationRows.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(Set(lines).count == lines.count, "a line stands twice")
    #expect(table.count == lines.count)
  }

  @Test(
    arguments: [
      ("UBND", .columns),
      ("UBND\tủy ban\tnhân dân", .columns),
      ("UBND ủy ban nhân dân", .columns),
      ("\tủy ban", .noWord),
      ("UBND\t", .noWord),
      ("UBND\t…", .noWord),
      ("UBND |\tủy ban", .noWord),
      ("P\tphường", .oneLetter),
      ("AB\ta a a a a a a a a a a a a a a a a", .tooManyWords(maximum: 16)),
    ] as [(String, TableNotice.Flaw)])
  func malformedLines(_ line: String, _ flaw: TableNotice.Flaw) {
    let text = "# heading\n\nXYZ\txa yên zung\n\(line)\nABC\tanh bạn cũ"
    let (table, problems) = AbbreviationTable.parse(text)
    #expect(problems == [TableProblem(line: 4, flaw: flaw)])
    #expect(table.count == 2)
    #expect(!table.forms(beginningWith: "abc").isEmpty)
  }

  @Test(arguments: ["\n", "\r\n"])
  func lineEndsAndSpaces(end: String) {
    let lines = ["  # heading", "XYZ | XZ\t xa yên zung ", "", "   ", "ABC\tanh bạn cũ"]
    let (table, problems) = AbbreviationTable.parse(lines.joined(separator: end))
    #expect(problems.isEmpty)
    #expect(table.count == 2)
    #expect(table.forms(beginningWith: "xz").count == 1)
  }

  @Test func entriesAreCounted() {
    let text = (0...AbbreviationTable.maximumEntries).map { "X\($0)\tchữ \($0)\n" }.joined()
    let (table, problems) = AbbreviationTable.parse(text)
    #expect(table.count == AbbreviationTable.maximumEntries)
    #expect(problems.map(\.line) == [AbbreviationTable.maximumEntries + 1])
  }

  @Test func theEmptyTableChangesNothing() {
    let node = QueryParser.parse("UBND \"TP HCM\"").node
    #expect(AbbreviationTable.empty.expand(node) == node)
    #expect(AbbreviationTable.parse("").table.expand(node) == node)
  }
}
