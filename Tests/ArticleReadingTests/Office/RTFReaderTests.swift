import Testing

@testable import ArticleReading

struct RTFReaderTests {
  private func text(_ body: String, encoding: TextEncoding? = nil) throws -> [String] {
    var reading = RTFBody(encoding: encoding)
    try reading.read(RTFTokenizer(Array(#"{\rtf1\ansi\ansicpg1258 \#(body)}"#.utf8)))
    return reading.text.paragraphs.map(\.text)
  }

  @Test(arguments: [
    (#"a\par b"#, ["a", "b"]), (#"a\line b\tab c"#, ["a\nb c"]), ("a\r\nb", ["ab"]),
    (#"\{\\\}"#, [#"{\}"#]), (#"x\~y\_z\-w"#, ["x\u{A0}y-zw"]),
    (#"\ldblquote a\rdblquote\emdash"#, ["“a”—"]),
    // Unicode with what stands in for it: one character, none, two, a byte, a group's own count.
    (#"\u7897?n"#, ["ộn"]), (#"\uc0\u7897n"#, ["ộn"]), (#"\uc2\u7897ABn"#, ["ộn"]),
    (#"\u7897\'3fn"#, ["ộn"]), (#"{\uc0\u7897}\u7897?n"#, ["ộộn"]), (#"\u-10179?\u-8704?"#, ["😀"]),
    (#"\u55357?x"#, ["x"]), (#"\u-7?"#, ["\u{FFF9}"]),
    // Bytes of code page 1258, tones as marks of their own.
    (#"\'f0\'f5n v\'e2\'f2y"#, ["đơn vâ\u{323}y"]),
    // Destinations.
    (#"a{\*\unknown b}c"#, ["ac"]), (#"a{\header b\par c}d"#, ["ad"]),
    (#"a{\footnote b}d"#, ["ad"]),
    (#"a{\pict 00ff{\b x}}d"#, ["ad"]), (#"{\field{\*\fldinst X}{\fldrslt y}}"#, ["y"]),
    (#"{\v ẩn}a{\deleted b}c"#, ["ac"]), (#"\v ẩn\v0 a"#, ["a"]),
    (#"{\info{\title T}{\doccomm c}}a"#, ["a"]),
    (#"a{\stylesheet{\s1 Heading;}}{\fonttbl{\f0 Arial;}{\f1{\*\falt X}Times;}}b"#, ["ab"]),
    // Data that is passed over, also where it claims more than there is.
    (#"a{\bin3 }{\}b"#, ["ab"]), (#"a\bin99999999999999999999 bcd"#, ["a"]),
    (#"a\bin-5 b"#, ["ab"]),
    // Broken: braces too many, an escape at the end, hex that is none.
    ("a}b}}}c", ["abc"]), (#"a\'zzb"#, ["azzb"]), (#"a\"#, ["a}"]),
    (#"\u99999999999999999?a"#, ["a"]),
    (#"\cell1\row x"#, ["x"]),
  ])
  func tokens(_ body: String, _ expected: [String]) throws {
    // Swift's own bytes of `ẩ` are no code page 1258; hidden text may be anything.
    #expect(try text(body) == expected)
  }

  @Test("The font's character set beats the document's code page")
  func characterSets() throws {
    let fonts = #"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset163 Arial;}}"#
    let read = try RTFReader().read(Array((fonts + #"\f0 \'f0 \f1 \'f0\par}"#).utf8))
    #expect(read.article.title == "ð đ")
  }

  @Test("--encoding beats code pages")
  func override() throws {
    #expect(try text(#"\'f0"#, encoding: .windows1252) == ["ð"])
    #expect(try text(#"\'f0"#, encoding: .viscii) == ["đ"])
  }

  @Test(.enabled(if: OfficeSamples.knowsFonts))
  func fontsOfTCVN3() throws {
    let bytes = Array(
      (#"{\rtf1\ansi{\fonttbl{\f0 .VnTime;}{\f1 Arial;}}\f0 C\'cen Th\'ac \f1 \'e9\par}"#).utf8)
    let read = try RTFReader().read(bytes)
    #expect(read.article.title == "Cẻn Thơ é")
    #expect(read.encoding == .tcvn3)
  }

  @Test func onlyRTFIsRead() {
    #expect(readingError { try RTFReader().read([]) }?.code == .empty)
    #expect(readingError { try RTFReader().read(Array("văn bản".utf8)) }?.code == .malformed)
    #expect(readingError { try RTFReader().read(Array(#"{\rtf1 }"#.utf8)) }?.code == .empty)
  }

  @Test("A million braces end in an error, ten thousand groups that close in text")
  func nesting() throws {
    let million = Array((#"{\rtf1 "# + String(repeating: "{", count: 1_000_000)).utf8)
    #expect(readingError { try RTFReader().read(million) }?.code == .malformed)
    let open = String(repeating: "{", count: 9000)
    let close = String(repeating: "}", count: 9000)
    #expect(try text(open + "a" + close + open + "b" + close) == ["ab"])
  }
}
