/// Makes a title of a text that has none.
enum TitleExcerpt {
  private static let sentenceLengths = 20...160
  private static let maximumLength = 120

  /// The first sentence if it is as long as titles are, else the words that fit into 120 characters.
  ///
  /// A stop after a capital or a short word (`TP.`, `Q.`) ends no sentence. Nothing is added, and the
  /// rest of a long text is not looked at.
  static func of(_ text: Substring) -> String {
    let bytes = text.utf8Span.span
    var cursor = WordCursor()
    guard let first = cursor.next(in: bytes), first.count <= sentenceLengths.upperBound else {
      return String(text.prefix(maximumLength))
    }
    var word = first
    var length = first.count
    /// Where the last word that fits ends.
    var end = first.bytes.upperBound
    while true {
      if length <= maximumLength { end = word.bytes.upperBound }
      if length >= sentenceLengths.lowerBound, endsSentence(word.bytes, of: text, bytes) {
        end = word.bytes.upperBound
        break
      }
      guard let next = cursor.next(in: bytes),
        length + 1 + next.count <= sentenceLengths.upperBound
      else { break }
      length += 1 + next.count
      word = next
    }
    let excerpt = substring(first.bytes.lowerBound..<end, of: text)
    if cursor.hasOnlySpaces { return String(excerpt) }
    return excerpt.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
      .map { String($0) }.joined(separator: " ")
  }

  private static func endsSentence(
    _ word: Range<Int>, of text: Substring, _ bytes: Span<UInt8>
  ) -> Bool {
    // Most words end in a letter, and those cost nothing: a mark is one of ASCII or of U+2000 on.
    let last = bytes[word.upperBound - 1]
    guard last < 0x80 ? (last | 0x20) &- 0x61 >= 26 : word.count > 3 else { return false }
    guard last < 0x80 || bytes[word.upperBound - 3] == 0xE2 else { return false }
    let word = substring(word, of: text)
    return LineShape.endsSentence(word) && word.count > 3 && word.contains(where: \.isLowercase)
  }

  private static func substring(_ bytes: Range<Int>, of text: Substring) -> Substring {
    let start = text.utf8.index(text.startIndex, offsetBy: bytes.lowerBound)
    return text[start..<text.utf8.index(start, offsetBy: bytes.count)]
  }
}

/// Takes one word of a text after the other.
private struct WordCursor {
  private var position = 0
  /// Whether the words so far stood apart by one space.
  private(set) var hasOnlySpaces = true

  /// The next run of anything but white space, and its characters: scalars without combining marks.
  mutating func next(in bytes: Span<UInt8>) -> (bytes: Range<Int>, count: Int)? {
    let end = position
    while position < bytes.count {
      let length = Self.spaceLength(bytes, at: position)
      guard length > 0 else { break }
      position += length
    }
    let start = position
    var count = 0
    while position < bytes.count, Self.spaceLength(bytes, at: position) == 0 {
      let byte = bytes[position]
      count += byte & 0xC0 == 0x80 || byte == 0xCC || byte == 0xCD ? 0 : 1
      position += 1
    }
    guard position > start else { return nil }
    if end > 0, start != end + 1 || bytes[end] != 0x20 { hasOnlySpaces = false }
    return (start..<position, count)
  }

  /// The bytes of the white space character at an offset, 0 if there is none.
  private static func spaceLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte == 0x20 || byte &- 0x09 < 5 ? 1 : 0 }
    switch byte {
    case 0xC2 where index + 1 < bytes.count:
      return bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0 ? 2 : 0
    case 0xE1...0xE3 where index + 2 < bytes.count:
      switch (byte, bytes[index + 1], bytes[index + 2]) {
      case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9),
        (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
        return 3
      default: return 0
      }
    default: return 0
    }
  }
}
