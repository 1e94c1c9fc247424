import Foundation
import Testing

@testable import mucluc

struct TextLayoutTests {
  private static let brackets = Style(start: "[", end: "]")

  /// Wraps `text`, where `<` and `>` stand around what is to be marked.
  private func wrapped(_ text: String, columns: Int, indent: Int = 0) -> [String] {
    var plain: [UInt8] = []
    var highlights: [Range<Int>] = []
    var start = 0
    for byte in text.utf8 {
      switch byte {
      case 0x3C: start = plain.count
      case 0x3E: highlights.append(start..<plain.count)
      default: plain.append(byte)
      }
    }
    return TextLayout.wrapped(
      String(decoding: plain, as: UTF8.self), highlights: highlights, style: Self.brackets,
      columns: columns, indent: indent
    ).components(separatedBy: "\n")
  }

  @Test(arguments: [
    ("", 0), ("a", 1), ("Vĩnh Phúc", 9), ("ệ", 1), ("e\u{302}\u{323}", 1), ("中文", 4), ("한국", 4),
    ("ｆｕｌｌ", 8), ("😀", 2), ("\u{200B}", 0), ("…–“”", 4),
    ("\u{2FF}", 1), ("a\u{300}", 1), ("\u{1E00}\u{1EFF}", 2), ("\u{1F00}", 1), ("\t", 1),
  ])
  func width(_ text: String, _ expected: Int) {
    #expect(TextLayout.width(text) == expected)
    #expect(TextLayout.width(text.decomposedStringWithCanonicalMapping) == expected)
    #expect(TextLayout.width(Array(text.utf8)[...]) == expected)
  }

  @Test func overlappingHighlightsBecomeOne() {
    let text = TextLayout.wrapped(
      "abcdef gh", highlights: [0..<5, 3..<6, 4..<5, 7..<9], style: Self.brackets, columns: 20,
      indent: 0)
    #expect(text == "[abcdef gh]")
  }

  @Test(arguments: [
    ("", 20, [""]), ("a b", 20, ["a b"]), ("aaaa bbbb cccc", 10, ["aaaa bbbb", "cccc"]),
    ("aaaaa bbbb", 10, ["aaaaa bbbb"]), ("aaaaaaaaaaaaaaa b", 10, ["aaaaaaaaaaaaaaa", "b"]),
    ("a  b   c", 20, ["a b c"]), ("ờờờờờ ờờờờ ờ", 10, ["ờờờờờ ờờờờ", "ờ"]),
    ("中文中文 中文", 10, ["中文中文", "中文"]), ("a b", 0, ["a b"]),
    // A highlight across a space is one, across a line break two.
    ("<aa> bb", 20, ["[aa] bb"]), ("<aa> <bb> cc", 20, ["[aa bb] cc"]),
    ("<aaaa> <bbbb> <cccc> d", 10, ["[aaaa bbbb]", "[cccc] d"]),
    ("aaa,<bb>.c <d>", 20, ["aaa,[bb].c [d]"]), ("<a>-<b>", 20, ["[a]-[b]"]),
    ("<Vĩnh> <Phúc> là", 10, ["[Vĩnh Phúc]", "là"]),
  ])
  func wrapping(_ text: String, _ columns: Int, _ expected: [String]) {
    #expect(wrapped(text, columns: columns) == expected)
    let inFormD = wrapped(text.decomposedStringWithCanonicalMapping, columns: columns)
    #expect(inFormD == expected)
  }

  @Test func linesAreIndented() {
    #expect(
      wrapped("aaaa <bbbb> <cccc> d", columns: 14, indent: 4) == [
        "    aaaa [bbbb]", "    [cccc] d",
      ])
  }

  @Test(arguments: [10, 13, 40, 79])
  func everyWordIsKeptAndEveryStyleClosed(_ columns: Int) {
    let words = (0..<200).map { $0 % 3 == 0 ? "<đường\($0)>" : "sắt\($0)" }
    let lines = wrapped(words.joined(separator: " "), columns: columns)
    for line in lines {
      #expect(line.filter { $0 == "[" }.count == line.filter { $0 == "]" }.count)
      #expect(TextLayout.width(line.filter { $0 != "[" && $0 != "]" }) <= columns)
    }
    let back = lines.joined(separator: " ").replacing("[", with: "<").replacing("]", with: ">")
    #expect(back == words.joined(separator: " "))
  }
}
