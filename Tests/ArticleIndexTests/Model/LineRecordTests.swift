import Testing

@testable import ArticleIndex

struct LineRecordTests {
  /// The lines of a record as `read` sees them, and where it stopped.
  private func read(_ bytes: [UInt8]) -> (lines: [(key: String, value: [UInt8])], end: Int) {
    var lines: [(key: String, value: [UInt8])] = []
    let end = LineRecord.read(bytes) { lines.append(($0, $1)) }
    return (lines, end)
  }

  @Test func everyByteMakesTheRoundTrip() {
    var record = LineRecord()
    let all = [UInt8](0...255)
    record.append("all", all)
    for byte in all { record.append("one", [byte]) }
    record.append("none", [])
    record.append("spaces", "  a  ".utf8)
    record.append("colons", ": a: b".utf8)
    record.append("escape", "%41%".utf8)
    let found = read(record.bytes)
    #expect(found.end == record.bytes.count)
    var expected: [(String, [UInt8])] = [("all", all)]
    for byte in all { expected.append(("one", [byte])) }
    expected.append(("none", []))
    expected.append(("spaces", Array("  a  ".utf8)))
    expected.append(("colons", Array(": a: b".utf8)))
    expected.append(("escape", Array("%41%".utf8)))
    #expect(found.lines.map(\.key) == expected.map(\.0))
    #expect(found.lines.map(\.value) == expected.map(\.1))
  }

  @Test func isReadable() {
    var record = LineRecord()
    record.append("path", "/báo/tin 1.txt".utf8)
    record.append("odd", "100%\n\u{7F}".utf8)
    record.append("absent", nil)
    record.append("there", "đây")
    #expect(record.bytes.text == "path: /báo/tin 1.txt\nodd: 100%25%0A%7F\nthere: đây\n")
  }

  @Test func readingStopsAfterTheEmptyLine() {
    let bytes = Array("a: 1\n\nb: 2\n".utf8)
    #expect(read(bytes).end == 6)
    #expect(read(bytes).lines.map(\.key) == ["a"])
    #expect(read(Array(bytes[5...])).end == 1)
    #expect(read([]).end == 0)
    // A part of an array counts from its own start.
    var keys: [String] = []
    #expect(LineRecord.read(bytes[6...]) { key, _ in keys.append(key) } == 5)
    #expect(keys == ["b"])
  }

  @Test(arguments: [
    ("a: 1", [["a", "1"]]), ("a:1\n", [["a", ""]]), ("a:\n", [["a", ""]]),
    ("no colon\nb: 2\n", [["b", "2"]]), (": x\n", [["", "x"]]), ("a: %4\n", [["a", "%"]]),
    ("a: %\n", [["a", "%"]]), ("a: %zz\n", [["a", "\0"]]),
  ])
  func damagedLinesAreReadSomehow(_ text: String, _ expected: [[String]]) {
    #expect(read(Array(text.utf8)).lines.map { [$0.key, $0.value.text] } == expected)
  }
}
