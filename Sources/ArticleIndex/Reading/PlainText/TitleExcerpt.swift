/// Makes a title of a text that has none.
enum TitleExcerpt {
  private static let sentenceLengths = 20...160
  private static let maximumLength = 120

  /// The first sentence if it is as long as titles are, else the words that fit into 120 characters.
  ///
  /// A stop after a capital or a short word (`TP.`, `Q.`) ends no sentence. Nothing is added.
  static func of(_ text: Substring) -> String {
    var words: [Substring] = []
    var length = 0
    var rest = text
    while let word = takeWord(&rest) {
      let newLength = length + word.count + (words.isEmpty ? 0 : 1)
      guard newLength <= sentenceLengths.upperBound else { break }
      words.append(word)
      length = newLength
      if length >= sentenceLengths.lowerBound, endsSentence(word) {
        return words.joined(separator: " ")
      }
    }
    while length > maximumLength, words.count > 1 {
      length -= words.removeLast().count + 1
    }
    if words.isEmpty { return String(text.prefix(maximumLength)) }
    return words.joined(separator: " ")
  }

  /// Takes the next word; the rest of a long text is not looked at.
  private static func takeWord(_ rest: inout Substring) -> Substring? {
    let scalars = rest.unicodeScalars
    guard let start = scalars.firstIndex(where: { !isSpace($0) }) else { return nil }
    let end = scalars[start...].firstIndex(where: isSpace) ?? scalars.endIndex
    defer { rest = rest[end...] }
    return rest[start..<end]
  }

  /// White space, without asking Unicode's table about every Vietnamese letter.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0: true
    case 0...0x167F, 0x1E00...0x1FFF: false
    default: scalar.properties.isWhitespace
    }
  }

  private static func endsSentence(_ word: Substring) -> Bool {
    guard LineShape.endsSentence(word) else { return false }
    return word.count > 3 && word.contains(where: \.isLowercase)
  }
}
