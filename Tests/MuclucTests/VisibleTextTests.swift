import Testing

@testable import mucluc

struct VisibleTextTests {
  @Test(arguments: [
    ("Vĩnh Phúc", "Vĩnh Phúc"), ("\u{1B}[31m", "␛[31m"), ("a\nb\tc\r", "a␊b␉c␍"), ("\u{0}", "␀"),
    ("\u{7F}", "␡"), ("\u{9B}31m", "\u{FFFD}31m"), ("a\u{202E}b", "a\u{FFFD}b"),
    ("\u{2066}\u{2069}\u{200E}\u{61C}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("a\u{2028}b", "a\u{FFFD}b"), ("😀👨‍👩‍👧", "😀👨‍👩‍👧"), ("\r\n", "␍␊"),
  ])
  func oneLine(_ text: String, _ expected: String) {
    #expect(VisibleText.line(text) == expected)
  }

  @Test func severalLinesKeepTheirBreaks() {
    #expect(VisibleText.lines("a\n\tb\r\u{1B}") == "a\n\tb␍␛")
  }

  @Test func nothingUnsafeIsLeft() {
    for value in (0...0x2100).compactMap(Unicode.Scalar.init) {
      let shown = VisibleText.line("x\(value)y").unicodeScalars
      #expect(shown.count == 3 && !shown.contains(where: VisibleText.isUnsafe))
      if VisibleText.isUnsafe(value) {
        #expect(value.properties.generalCategory != .uppercaseLetter)
      } else {
        #expect(value.properties.generalCategory != .control)
      }
    }
  }
}
