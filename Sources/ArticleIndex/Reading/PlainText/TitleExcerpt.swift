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
    for word in text.split(whereSeparator: \.isWhitespace) {
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

  private static func endsSentence(_ word: Substring) -> Bool {
    guard LineShape.endsSentence(word) else { return false }
    return word.count > 3 && word.contains(where: \.isLowercase)
  }
}
