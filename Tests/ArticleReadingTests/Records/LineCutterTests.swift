import Testing

@testable import ArticleReading

@Suite("JSON Lines are cut")
struct LineCutterTests {
  @Test(
    "Lines, whatever ends them",
    arguments: [
      ("", []), ("\n\n \n\r\n", []), ("{1}", ["line(1): {1}"]), ("{1}\n", ["line(1): {1}"]),
      ("{1}\n\n{2}\r\n{3}", ["line(1): {1}", "line(3): {2}\r", "line(4): {3}"]),
      ("\u{FEFF}{1}\n", ["line(1): {1}"]), ("\u{FEFF}\n{1}", ["line(2): {1}"]),
      ("không phải JSON\n{1}", ["line(1): không phải JSON", "line(2): {1}"]),
      ("{\u{0}}\n{1}", ["line(1): {\u{0}}", "line(2): {1}"]),
    ] as [(String, [String])], [1, 5, 4096])
  func lines(text: (text: String, lines: [String]), chunkBytes: Int) throws {
    let outcome = try RecordFiles.read(text.text, .jsonLines, chunkBytes: chunkBytes)
    let lines = zip(outcome.records, outcome.objects).map { "\($0.position): \($1)" }
    #expect(lines == text.lines)
    #expect(outcome.error == nil)
    #expect(outcome.failures.isEmpty)
  }

  @Test("A line over the limit is passed over in bounded memory", arguments: [4096, 256 << 10])
  func longLine(chunkBytes: Int) throws {
    let long = String(repeating: "x", count: 5 << 20)
    let outcome = try RecordFiles.read(
      "{1}\n\(long)\n{2}\n\(long)", .jsonLines, limit: 64 << 10, chunkBytes: chunkBytes)
    #expect(outcome.objects == ["{1}", "{2}"])
    #expect(
      outcome.failures == [
        "line(2): recordTooLong(limit: 65536)", "line(4): recordTooLong(limit: 65536)",
      ])
    #expect(outcome.error == nil)
  }

  @Test("A line of exactly the limit is none too long")
  func limit() throws {
    let outcome = try RecordFiles.read("{123}\n{1234}\n", .jsonLines, limit: 5)
    #expect(outcome.objects == ["{123}"])
    #expect(outcome.failures == ["line(2): recordTooLong(limit: 5)"])
  }

  @Test("UTF-16 is read, UTF-32 refused")
  func wideEncodings() throws {
    let utf16 = try RecordFiles.read([0xFF, 0xFE, 0x7B, 0, 0x7D, 0, 0x0A, 0], .jsonLines)
    #expect(utf16.objects == ["{}"])
    let utf32 = try RecordFiles.read([0xFF, 0xFE, 0, 0, 0x7B, 0, 0, 0, 0x7D, 0, 0, 0], .jsonLines)
    #expect(utf32.records.isEmpty)
    #expect(utf32.error?.code == .unsupportedEncoding)
  }
}
