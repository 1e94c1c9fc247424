/// Makes a title of a text that has none.
enum TitleExcerpt {
  private static let sentenceLengths = 20...160
  private static let maximumLength = 120

  /// The first sentence if it is as long as titles are, else the words that fit into 120 characters.
  ///
  /// A stop after a capital or a short word (`TP.`, `Q.`) ends no sentence. Nothing is added, and the
  /// rest of a long text is not looked at.
  static func of(_ text: Substring) -> String {
    var words: [Substring] = []
    /// Characters of each word.
    var counts: [Int] = []
    var length = 0
    var cursor = WordCursor(text)
    while let (word, count) = cursor.next() {
      let newLength = length + count + (words.isEmpty ? 0 : 1)
      guard newLength <= sentenceLengths.upperBound else { break }
      words.append(word)
      counts.append(count)
      length = newLength
      if length >= sentenceLengths.lowerBound, endsSentence(word) {
        return words.joined(separator: " ")
      }
    }
    while length > maximumLength, words.count > 1 {
      words.removeLast()
      length -= counts.removeLast() + 1
    }
    if words.isEmpty { return String(text.prefix(maximumLength)) }
    return words.joined(separator: " ")
  }

  private static func endsSentence(_ word: Substring) -> Bool {
    // Most words end in a letter, and those cost nothing.
    guard let last = word.utf8.last, (last | 0x20) &- 0x61 >= 26,
      last < 0x80 || word.utf8.suffix(3).first == 0xE2, LineShape.endsSentence(word)
    else { return false }
    return word.count > 3 && word.contains(where: \.isLowercase)
  }
}

/// Takes one word of a text after the other.
private struct WordCursor {
  private let text: Substring
  private var position = 0

  init(_ text: Substring) { self.text = text }

  /// The next run of anything but white space, and its characters: scalars without combining marks.
  mutating func next() -> (word: Substring, count: Int)? {
    let bytes = text.utf8Span.span
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
    let first = text.utf8.index(text.startIndex, offsetBy: start)
    return (text[first..<text.utf8.index(first, offsetBy: position - start)], count)
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
