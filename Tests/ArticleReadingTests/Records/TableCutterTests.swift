import Testing

@testable import ArticleReading

@Suite("Tables are cut")
struct TableCutterTests {
  @Test(
    "Rows",
    arguments: [
      ("a,b\n1,2\n", [["a=1", "b=2"]]), ("a;b\n1;2,5", [["a=1", "b=2,5"]]),
      ("a\tb\r\n1\t2\r\n\r\n3\t4", [["a=1", "b=2"], ["a=3", "b=4"]]),
      ("\u{FEFF}a,b\n1,2", [["a=1", "b=2"]]),
      // Line breaks, delimiters and quotes in quotes; the delimiter told outside of them.
      ("\"x;y;z\",b\n\"1\n2\",\"say \"\"hi\"\"\"", [["x;y;z=1\n2", "b=say \"hi\""]]),
      // Columns that are missing, too many, without a name, named twice.
      ("a,,a\n1,2,3,4\n5", [["a=1", "a=3"], ["a=5"]]),
      ("a,b\n\n,\n1,\n", [["a=1"]]), ("a\n", []), ("", []), ("\n\na,b\n1,2", [["a=1", "b=2"]]),
      // A quote that is a character.
      ("a,b\n5\" ống,2", [["a=5\" ống", "b=2"]]), ("a,b\n1\u{0}2,3", [["a=1\u{0}2", "b=3"]]),
      ("a,b\r1,2\r3,4", [["a=1", "b=2"], ["a=3", "b=4"]]),
    ] as [(String, [[String]])], [1, 3, 4096])
  func rows(file: (text: String, rows: [[String]]), chunkBytes: Int) throws {
    let outcome = try RecordFiles.read(file.text, .csv, chunkBytes: chunkBytes)
    #expect(outcome.rows == file.rows)
    #expect(outcome.failures.isEmpty)
    #expect(outcome.error == nil)
  }

  @Test("Empty columns of a tab-separated table stay where they are")
  func emptyColumns() throws {
    let outcome = try RecordFiles.read("a\tb\tc\n\t2\t\n1\t\t3\n", .tsv)
    #expect(outcome.rows == [["b=2"], ["a=1", "c=3"]])
  }

  @Test("The line a row begins in", arguments: [1, 4096])
  func lines(chunkBytes: Int) throws {
    let outcome = try RecordFiles.read(
      "a,b\n\"1\n1\n1\",2\n3,4\n\n\n5,\"6\n6\"\r\n7,8", .csv, chunkBytes: chunkBytes)
    #expect(outcome.records.map(\.position) == [.line(2), .line(5), .line(8), .line(10)])
  }

  @Test("A quoted field without an end names its line", arguments: [1, 4096])
  func openQuote(chunkBytes: Int) throws {
    let outcome = try RecordFiles.read(
      "a,b\n1,2\n3,\"4\n5,6\n7,8\n", .csv, chunkBytes: chunkBytes)
    #expect(outcome.rows == [["a=1", "b=2"]])
    #expect(
      outcome.error
        == ReadingError(.openQuote(line: 3)))
  }

  @Test("Nor does it take in a large file")
  func largeOpenQuote() throws {
    let text = "a,b\n1,2\n3,\"" + String(repeating: "4,5\n", count: 500_000)
    let outcome = try RecordFiles.read(text, .csv, limit: 64 << 10)
    #expect(outcome.rows == [["a=1", "b=2"]])
    #expect(outcome.error?.cause == .openQuote(line: 3))
  }

  @Test("Rows over the limit are passed over", arguments: ["x", "x,", "\"xxxxxxx\","])
  func longRow(piece: String) throws {
    let row = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    let outcome = try RecordFiles.read("a,b\n1,2\n\(row)\n3,4\n", .csv, limit: 64 << 10)
    #expect(outcome.rows == [["a=1", "b=2"], ["a=3", "b=4"]])
    #expect(outcome.failures == ["line(3): recordTooLong(limit: 65536)"])
    #expect(outcome.error == nil)
  }

  @Test("A row that is not UTF-8 is a failure, a header ends the reading")
  func invalidUTF8() throws {
    let bad: [UInt8] = [0xD0, 0xF2, 0x2C, 0x31]
    let outcome = try RecordFiles.read(Array("a,b\n".utf8) + bad + Array("\n3,4".utf8), .csv)
    #expect(outcome.rows == [["a=3", "b=4"]])
    #expect(outcome.failures == ["line(2): invalidUTF8(at: nil)"])
    #expect(
      try RecordFiles.read(bad, .csv).error?.cause == .invalidHeader(line: 1))
  }
}
