/// What the look of a line says about it: the few questions the readers' rules are made of.
enum LineShape {
  /// The number of words, counted as runs of anything but white space.
  static func wordCount(_ line: Substring) -> Int {
    var count = 0
    var inWord = false
    let bytes = line.utf8Span.span
    for index in bytes.indices {
      let isSpace = bytes[index] <= 0x20
      if !isSpace, !inWord { count += 1 }
      inWord = !isSpace
    }
    return count
  }

  /// Whether an ASCII character occurs.
  static func contains(_ character: Unicode.Scalar, in line: Substring) -> Bool {
    let bytes = line.utf8Span.span
    for index in bytes.indices where UInt32(bytes[index]) == character.value { return true }
    return false
  }

  /// Whether the line ends as a sentence does, closing quotes and brackets behind it allowed.
  static func endsSentence(_ line: Substring) -> Bool {
    switch lastMark(of: line) {
    case ".", "?", "!", "…": true
    default: false
    }
  }

  /// Whether a line can only be running text: it is long, or a sentence of six words or more.
  ///
  /// Titles, names, captions of a few words and links are not. A cut title (`Khởi công cầu…`) ends
  /// in an ellipsis and is not.
  static func isRunningText(_ line: Substring) -> Bool {
    if line.utf8.count > 300 { return true }
    guard lastMark(of: line) == "." else { return false }
    return wordCount(line) >= 6
  }

  /// Whether the first letter is a capital; false if a word starts with anything but a letter.
  static func isCapitalised(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    return first.properties.isUppercase
  }

  /// The last character before closing quotes and brackets; `…` for three stops.
  private static func lastMark(of line: Substring) -> Unicode.Scalar? {
    var rest = line.unicodeScalars
    while let last = rest.last, isCloser(last) { rest.removeLast() }
    guard let last = rest.popLast() else { return nil }
    return last == "." && rest.last == "." ? "…" : last
  }

  private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "”", "“", "'", "’", "»", ")", "]", " ", "\u{A0}": true
    default: false
    }
  }
}
