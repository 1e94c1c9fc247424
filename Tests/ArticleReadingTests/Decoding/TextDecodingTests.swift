import Testing

@testable import ArticleReading

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
      ([], .emptyFile, .empty),
      (mark, .onlyWhiteSpace, .empty),
      (Array(" \r\n\t \n".utf8), .onlyWhiteSpace, .empty),
      (mark + [0x20, 0x0A], .onlyWhiteSpace, .empty),
      ([0x41, 0x00, 0x42], .nulBytes, .binary),
      (Array(repeating: 0x07, count: 20), .controlCharacters, .binary),
      ([0x41, 0xFF, 0x42], .invalidUTF8(at: 1), .invalidUTF8),
      (mark + [0x41, 0x42, 0xC3], .invalidUTF8(at: 5), .invalidUTF8),
      ([0xC0, 0xAF, 0x41], .invalidUTF8(at: 0), .invalidUTF8),
      ([0x41, 0xED, 0xA0, 0x80], .invalidUTF8(at: 1), .invalidUTF8),
      // "Tiếng" in Windows-1258.
      ([0x54, 0x69, 0xEA, 0xEC, 0x6E, 0x67], .invalidUTF8(at: 2), .invalidUTF8),
      ([0xFF, 0xFE, 0x20, 0x00], .onlyWhiteSpace, .empty),
      ([0xFF, 0xFE, 0, 0, 0x54, 0, 0, 0], .utf32, .unsupportedEncoding),
    ] as [([UInt8], ReadingError.Cause, ReadingError.Code)])
  func refused(bytes: [UInt8], cause: ReadingError.Cause, code: ReadingError.Code) {
    let error = #expect(throws: ReadingError(cause)) { try TextDecoding.decode(bytes) }
    #expect(error?.code == code)
    if case .invalidUTF8(let offset) = cause { #expect(error?.byteOffset == offset) }
  }

  @Test(
    "UTF-16 with and without its mark",
    arguments: [TextEncoding.utf16LE, .utf16BE])
  func utf16(encoding: TextEncoding) throws {
    let text = "Tiếng Việt 𝛼"
    let bytes = LegacyEncoder(encoding).encode(text).bytes
    let mark: [UInt8] = encoding == .utf16LE ? [0xFF, 0xFE] : [0xFE, 0xFF]
    let expected = DecodedText(text: text, encoding: encoding)
    #expect(try TextDecoding.decode(bytes, as: nil, declared: nil) == expected)
    #expect(try TextDecoding.decode(mark + bytes, as: nil, declared: nil) == expected)
    #expect(try TextDecoding.decode(mark + bytes, as: encoding) == expected)
    // An odd byte and half a pair of surrogates.
    let half = LegacyEncoder(encoding).encode("A\u{FFFD}").bytes
    let broken = mark + half.dropLast(2) + (encoding == .utf16LE ? [0, 0xD8, 1] : [0xD8, 0, 1])
    #expect(try TextDecoding.decode(broken) == "A\u{FFFD}\u{FFFD}")
  }

  @Test("Numbers of two bytes are no UTF-16")
  func binaryPairs() {
    let bytes: [UInt8] = (0..<400).map { $0.isMultiple(of: 2) ? UInt8($0 % 9) : 0 }
    #expect(throws: ReadingError.self) { try TextDecoding.decode(bytes) }
  }

  @Test("What the user says is obeyed")
  func given() throws {
    let bytes = Array("Viö".utf8)
    #expect(try TextDecoding.decode(bytes, as: .tcvn3).text == "ViẪả")
    #expect(try TextDecoding.decode([0x56, 0x69, 0xD6, 0x74], as: .tcvn3).text == "Việt")
    #expect(try TextDecoding.decode([0x41, 0x81], as: .windows1252).text == "A\u{FFFD}")
    #expect(try TextDecoding.decode(Self.mark + bytes, as: .utf8).text == "Viö")
    #expect(throws: ReadingError(.invalidUTF8(at: 1))) {
      try TextDecoding.decode([0x41, 0xFF], as: .utf8)
    }
    let double = Array("Viá»‡t".utf8)
    #expect(try TextDecoding.decode(double, as: .doubleUTF8).text == "Việt")
    #expect(throws: ReadingError(.emptyFile)) {
      try TextDecoding.decode([], as: .vni)
    }
    #expect(throws: ReadingError(.nulBytes)) {
      try TextDecoding.decode([0x41, 0, 0x42], as: .vni)
    }
  }

  @Test("What the file says needs less to be believed, and is not believed blindly")
  func declared() throws {
    let word: [UInt8] = [0x56, 0x69, 0xD6, 0x74]  // "Việt" in TCVN3
    #expect(throws: ReadingError.self) { try TextDecoding.decode(word) }
    #expect(try TextDecoding.decode(word, declared: .tcvn3).text == "Việt")
    let vni = LegacyEncoder(.vni).encode("Hội nghị triển khai công tác phòng chống lụt bão").bytes
    let text = try TextDecoding.decode(vni, declared: .windows1252)
    #expect(text.encoding == .vni)
    #expect(try TextDecoding.decode(vni, declared: .viscii).encoding == .vni)
    let cut = Array("Tiếng Việt và tiếng Mường".utf8) + [0xC3]
    #expect(throws: ReadingError.self) { try TextDecoding.decode(cut) }
    #expect(
      try TextDecoding.decode(cut, declared: .utf8).text == "Tiếng Việt và tiếng Mường\u{FFFD}")
  }

  @Test("A few stray controls do not make text binary")
  func strayControls() throws {
    let text = String(repeating: "một hai ba ", count: 50) + "\u{7}\u{8}"
    #expect(try TextDecoding.decode(Array(text.utf8)) == text)
  }

  @Test("A file over the limit is refused")
  func tooLarge() {
    let bytes = [UInt8](repeating: 0x61, count: TextDecoding.maximumBytes + 1)
    #expect(throws: ReadingError(.contentTooLarge(limit: 64 << 20))) {
      try TextDecoding.decode(bytes)
    }
  }

  @Test("White space that only Unicode knows is white space")
  func unicodeSpace() {
    #expect(throws: ReadingError(.onlyWhiteSpace)) {
      try PlainTextReader().read(Array("\u{A0}\u{3000}\n\u{200B}\u{FEFF}\n".utf8))
    }
  }
}
