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

  /// Columns of some UTF-8. Text in the Latin letters of Vietnamese is counted without decoding it.
  static func width(_ bytes: ArraySlice<UInt8>) -> Int {
    var columns = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let length =
        switch bytes[index] {
        case 0x20..<0x7F: 1
        // U+00C0...02FF and U+1E00...1EFF.
        case 0xC3...0xCB: 2
        case 0xE1 where bytes.endIndex - index > 2 && bytes[index + 1] &- 0xB8 < 4: 3
        default: 0
        }
      guard length > 0 else { return width(String(decoding: bytes, as: UTF8.self)) }
      columns += 1
      index += length
    }
    return columns
  }

  /// Wraps `text` at spaces to `columns`, each line behind `indent` spaces, marking `highlights`
  /// (UTF-8 byte ranges, ascending) with `style`.
  static func wrapped(
    _ text: String, highlights: [Range<Int>] = [], style: Style, columns: Int, indent: Int
  ) -> String {
    let room = max(10, columns - indent)
    let margin = Array(repeating: UInt8(ascii: " "), count: indent)
    let bytes = Array(text.utf8)
    let (start, end) = (Array(style.start.utf8), Array(style.end.utf8))
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    var used = 0
    for word in words(of: bytes, highlights: joined(highlights, in: bytes)) {
      if output.isEmpty {
        output += margin
      } else if used + 1 + word.width > room {
        if word.opensInside { output += end }
        output.append(UInt8(ascii: "\n"))
        output += margin
        if word.opensInside { output += start }
        used = 0
      } else {
        output.append(UInt8(ascii: " "))
        used += 1
      }
      var place = word.range.lowerBound
      for mark in word.marks {
        output += bytes[place..<mark.offset]
        output += mark.opens ? start : end
        place = mark.offset
      }
      output += bytes[place..<word.range.upperBound]
      used += word.width
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Merges highlights that overlap or have only a space between them, so that `Vĩnh Phúc` is marked as
  /// a whole.
  private static func joined(_ ranges: [Range<Int>], in bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges {
      if let last = result.last,
        range.lowerBound < last.upperBound
          || range.lowerBound == last.upperBound + 1 && bytes[last.upperBound] == 0x20
      {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// A word and its highlights.
  private struct Word {
    /// Its bytes in the text.
    var range: Range<Int>
    var width: Int
    /// A highlight is open where the word begins.
    var opensInside = false
    /// Where highlights open and close in it: byte offsets in the text, ascending.
    var marks: [(offset: Int, opens: Bool)] = []
  }

  private static func words(of bytes: [UInt8], highlights: [Range<Int>]) -> [Word] {
    var words: [Word] = []
    var highlights = highlights[...]
    var end = 0
    while let start = bytes[end...].firstIndex(where: { $0 != 0x20 }) {
      let before = end
      end = bytes[start...].firstIndex(of: 0x20) ?? bytes.count
      var word = Word(range: start..<end, width: width(bytes[start..<end]))
      while let highlight = highlights.first, highlight.lowerBound < end {
        if highlight.lowerBound < before {
          word.opensInside = highlight.upperBound > start
        } else if highlight.upperBound > start {
          word.marks.append((max(highlight.lowerBound, start), true))
        }
        guard highlight.upperBound <= end else { break }
        if highlight.upperBound > start { word.marks.append((highlight.upperBound, false)) }
        highlights.removeFirst()
      }
      words.append(word)
    }
    return words
  }
}

/// How a piece of text is emphasized: terminal codes around it, or nothing.
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
  /// A line of a table of names and values.
  static func row(_ name: String, _ value: String) -> String {
    name + String(repeating: " ", count: max(1, 16 - name.count)) + VisibleText.line(value) + "\n"
  }

  /// `text` in exactly `columns`: cut with `…`, or padded with spaces.
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
