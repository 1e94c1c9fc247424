import Testing

@testable import ArticleIndex

@Suite("Decoding")
struct TextDecodingTests {
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  @Test("UTF-8 is read with and without its mark")
  func utf8() throws {
    let bytes = Array("Tiếng Việt".utf8)
    #expect(try TextDecoding.decode(bytes) == "Tiếng Việt")
    #expect(try TextDecoding.decode(Self.mark + bytes) == "Tiếng Việt")
  }

  @Test(
    "What is no text is refused by name",
    arguments: [
      ([], .empty, "empty file", nil),
      (mark, .empty, "nothing but white space", nil),
      (Array(" \r\n\t \n".utf8), .empty, "nothing but white space", nil),
      (mark + [0x20, 0x0A], .empty, "nothing but white space", nil),
      ([0x41, 0x00, 0x42], .binary, "binary data (NUL bytes)", nil),
      (Array(repeating: 0x07, count: 20), .binary, "binary data (control characters)", nil),
      ([0x41, 0xFF, 0x42], .invalidUTF8, "invalid UTF-8 at byte 1", 1),
      (mark + [0x41, 0x42, 0xC3], .invalidUTF8, "invalid UTF-8 at byte 5", 5),
      ([0xC0, 0xAF, 0x41], .invalidUTF8, "invalid UTF-8 at byte 0", 0),
      ([0x41, 0xED, 0xA0, 0x80], .invalidUTF8, "invalid UTF-8 at byte 1", 1),
      // "Tiếng" in Windows-1258.
      ([0x54, 0x69, 0xEA, 0xEC, 0x6E, 0x67], .invalidUTF8, "invalid UTF-8 at byte 2", 2),
      ([0xFF, 0xFE, 0x54, 0x00], .unsupportedEncoding, "UTF-16 is not read yet", nil),
      ([0xFE, 0xFF, 0x00, 0x54], .unsupportedEncoding, "UTF-16 is not read yet", nil),
      ([0xFF, 0xFE, 0, 0, 0x54, 0, 0, 0], .unsupportedEncoding, "UTF-32 is not read yet", nil),
    ] as [([UInt8], ReadingError.Code, String, Int?)])
  func refused(bytes: [UInt8], code: ReadingError.Code, reason: String, offset: Int?) {
    let expected = ReadingError(code, reason: reason, byteOffset: offset)
    #expect(throws: expected) { try TextDecoding.decode(bytes) }
    #expect("\(expected)" == reason)
  }

  @Test("A few stray controls do not make text binary")
  func strayControls() throws {
    let text = String(repeating: "một hai ba ", count: 50) + "\u{7}\u{8}"
    #expect(try TextDecoding.decode(Array(text.utf8)) == text)
  }

  @Test("A file over the limit is refused")
  func tooLarge() {
    let bytes = [UInt8](repeating: 0x61, count: TextDecoding.maximumBytes + 1)
    #expect(throws: ReadingError(.tooLarge, reason: "larger than 64 MiB")) {
      try TextDecoding.decode(bytes)
    }
  }

  @Test("White space that only Unicode knows is white space")
  func unicodeSpace() {
    #expect(throws: ReadingError(.empty, reason: "nothing but white space")) {
      try PlainTextReader().read(Array("\u{A0}\u{3000}\n\u{200B}\u{FEFF}\n".utf8))
    }
  }
}
