/// Laying out styled text in columns.
enum TextLayout {
  /// Columns a character takes on a terminal: none for a loose mark, two for wide scripts.
  static func width(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  static func width(_ text: String) -> Int { text.reduce(0) { $0 + width($1) } }

  /// Wraps `text` at spaces to `columns`, each line behind `indent` spaces, marking `highlights`
  /// (UTF-8 byte ranges, ascending) with `style`.
  static func wrapped(
    _ text: String, highlights: [Range<Int>] = [], style: Style, columns: Int, indent: Int
  ) -> String {
    let room = max(10, columns - indent)
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words(of: text, highlights: joined(highlights, in: text)) {
      let separator = line.isEmpty ? 0 : 1
      if used + separator + word.width > room, !line.isEmpty {
        lines.append(line + (word.opensInside ? style.end : ""))
        line = word.opensInside ? style.start : ""
        used = 0
      } else if separator == 1 {
        line += " "
        used += 1
      }
      line += word.styled(style, in: text)
      used += word.width
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { margin + $0 }.joined(separator: "\n")
  }

  /// Highlights with only a space between them become one, so that `Vĩnh Phúc` is marked whole.
  private static func joined(_ ranges: [Range<Int>], in text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    var result: [Range<Int>] = []
    for range in ranges {
      if let last = result.last, range.lowerBound == last.upperBound + 1,
        bytes[last.upperBound] == 0x20
      {
        result[result.count - 1] = last.lowerBound..<range.upperBound
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// A word and how it is set off.
  private struct Word {
    /// Its bytes in the text.
    var range: Range<Int>
    var width = 0
    /// A highlight is open where the word begins.
    var opensInside = false
    /// Where highlights open and close in it: byte offsets in the text, ascending.
    var marks: [(offset: Int, opens: Bool)] = []

    func styled(_ style: Style, in text: String) -> String {
      let bytes = text.utf8
      func piece(_ range: Range<Int>) -> Substring {
        let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        return text[start..<bytes.index(start, offsetBy: range.count)]
      }
      var result = ""
      var start = range.lowerBound
      for mark in marks {
        result += piece(start..<mark.offset) + (mark.opens ? style.start : style.end)
        start = mark.offset
      }
      return result + piece(start..<range.upperBound)
    }
  }

  private static func words(of text: String, highlights: [Range<Int>]) -> [Word] {
    var words: [Word] = []
    var next = 0
    var isOpen = false
    var word = Word(range: 0..<0)
    var offset = 0
    for character in text {
      let opens = !isOpen && next < highlights.count && offset >= highlights[next].lowerBound
      if opens { isOpen = true }
      let end = offset + character.utf8.count
      let closes = isOpen && next < highlights.count && end >= highlights[next].upperBound
      if character == " " {
        if !word.range.isEmpty { words.append(word) }
        word = Word(range: end..<end, opensInside: isOpen && !opens)
      } else {
        if opens { word.marks.append((offset, true)) }
        word.range = word.range.lowerBound..<end
        word.width += width(character)
        if closes { word.marks.append((end, false)) }
      }
      if closes {
        isOpen = false
        next += 1
      }
      offset = end
    }
    if !word.range.isEmpty { words.append(word) }
    return words
  }
}

/// How a piece of text is set off: terminal codes, or nothing.
struct Style {
  var start: String
  var end: String

  static let plain = Style(start: "", end: "")
  static let bold = Style(start: "\u{1B}[1m", end: "\u{1B}[0m")
  static let dim = Style(start: "\u{1B}[2m", end: "\u{1B}[0m")
  static let match = Style(start: "\u{1B}[1;31m", end: "\u{1B}[0m")

  func callAsFunction(_ text: String) -> String { start + text + end }
}

extension TextLayout {
  /// `text` in exactly so many columns: cut with `…`, or filled up with spaces.
  static func fitted(_ text: String, to columns: Int) -> String {
    let needed = width(text)
    if needed <= columns { return text + String(repeating: " ", count: columns - needed) }
    var result = ""
    var used = 0
    for character in text {
      guard used + width(character) < columns else { break }
      result.append(character)
      used += width(character)
    }
    return result + "…" + String(repeating: " ", count: max(0, columns - used - 1))
  }
}
