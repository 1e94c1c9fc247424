/// One line of a text that is not blank, as byte offsets without the white space at its ends.
struct TextLine: Equatable {
  /// Where the line's text lies in the UTF-8 of the whole text.
  let bytes: Range<Int>
  /// Whether it is the first line or a blank line stands before it.
  let startsBlock: Bool
}

/// The lines of a text that are not blank, with the text they lie in.
///
/// Lines end in LF, CR, CRLF, or the line and paragraph separators U+2028 and U+2029. White space
/// is ASCII's and Unicode's, no-break and zero-width spaces included. Copies share the text.
struct TextLines {
  let text: String
  private(set) var lines: [TextLine] = []

  init(_ text: String) {
    self.text = text
    scan()
  }

  var count: Int { lines.count }

  /// The text of line `index`; no copy is made.
  subscript(index: Int) -> Substring { substring(lines[index].bytes) }

  /// The number of bytes in line `index`.
  func length(_ index: Int) -> Int { lines[index].bytes.count }

  /// Whether line `index` opens a block: the first line, or one after a blank line.
  func startsBlock(_ index: Int) -> Bool { lines[index].startsBlock }

  /// Whether the line is the last of its block.
  func endsBlock(_ index: Int) -> Bool {
    index + 1 == lines.count || lines[index + 1].startsBlock
  }

  /// The text between two byte offsets on character boundaries.
  func substring(_ bytes: Range<Int>) -> Substring {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    return text[start..<utf8.index(start, offsetBy: bytes.count)]
  }

  /// The columns line `index` takes: its scalars without combining marks.
  func columns(_ index: Int) -> Int { columns(lines[index].bytes) }

  /// The columns of the first word of line `index`.
  func firstWordColumns(_ index: Int) -> Int {
    let range = lines[index].bytes
    let bytes = text.utf8Span.span
    var end = range.lowerBound
    while end < range.upperBound, bytes[end] > 0x20 { end += 1 }
    return columns(range.lowerBound..<end)
  }

  private func columns(_ range: Range<Int>) -> Int {
    let bytes = text.utf8Span.span.extracting(range)
    var count = 0
    for index in bytes.indices {
      let byte = bytes[index]
      // Continuation bytes, and the lead bytes of U+0300…U+036F, take no column.
      count += byte & 0xC0 == 0x80 || byte == 0xCC || byte == 0xCD ? 0 : 1
    }
    return count
  }

  private mutating func scan() {
    let bytes = text.utf8Span.span
    var found: [TextLine] = []
    found.reserveCapacity(bytes.count / 128 + 4)
    var start = 0
    var blank = true
    var index = 0
    while index <= bytes.count {
      if index + 8 <= bytes.count, Self.hasNoBreak(bytes, at: index) {
        index += 8
        continue
      }
      if index < bytes.count, bytes[index] > 0x0D, bytes[index] != 0xE2 {
        index += 1
        continue
      }
      let breakLength = index == bytes.count ? 1 : Self.lineBreakLength(bytes, at: index)
      guard breakLength > 0 else {
        index += 1
        continue
      }
      let line = Self.trimmed(bytes, start..<index)
      if line.isEmpty {
        blank = true
      } else {
        found.append(TextLine(bytes: line, startsBlock: blank))
        blank = false
      }
      index += breakLength
      start = index
    }
    lines = found
  }

  /// Whether none of the eight bytes at an offset begins a line break or could.
  @inline(__always)
  private static func hasNoBreak(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    let word = bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
    // A borrow reaches the high bit of the lowest byte that is below 0x0E, or 0xE2.
    let low = (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word
    let e2 = word ^ 0xE2E2_E2E2_E2E2_E2E2
    let quote = (e2 &- 0x0101_0101_0101_0101) & ~e2
    return (low | quote) & 0x8080_8080_8080_8080 == 0
  }

  /// The length of the line break at an offset, 0 if there is none.
  private static func lineBreakLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case 0x0A: 1
    case 0x0D: index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    case 0xE2:
      index + 2 < bytes.count && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9) ? 3 : 0
    default: 0
    }
  }

  private static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let length = spaceLength(bytes, start..<end)
      guard length > 0 else { break }
      start += length
    }
    while start < end {
      if bytes[end - 1] <= 0x20 {
        end -= 1
      } else if end - start >= 2, spaceLength(bytes, end - 2..<end) == 2 {
        end -= 2
      } else if end - start >= 3, spaceLength(bytes, end - 3..<end) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  /// The length of the white space character at the range's start, 0 if it is not one.
  private static func spaceLength(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    let start = range.lowerBound
    switch bytes[start] {
    case 0...0x20: return 1
    case 0xC2 where range.count >= 2: return bytes[start + 1] == 0xA0 ? 2 : 0
    case 0xE2, 0xE3, 0xEF:
      guard range.count >= 3 else { return 0 }
      switch (bytes[start], bytes[start + 1], bytes[start + 2]) {
      case (0xE2, 0x80, 0x80...0x8D), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0xA0), (0xE3, 0x80, 0x80),
        (0xEF, 0xBB, 0xBF):
        return 3
      default: return 0
      }
    default: return 0
    }
  }
}
