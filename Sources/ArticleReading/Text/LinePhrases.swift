/// Phrases that are looked for in folded lines, where a word begins.
///
/// Searching a string for strings compares characters; this compares bytes, and only at words' beginnings.
struct LinePhrases: Sendable {
  private let phrases: [[UInt8]]

  init(_ phrases: [String]) { self.phrases = phrases.map { Array($0.utf8) } }

  /// Whether a folded line holds one of the phrases.
  func occur(in line: String) -> Bool {
    let bytes = line.utf8Span.span
    return Self.firstEnd(of: phrases, in: bytes, from: 0) != nil
  }

  /// What stands behind each phrase in a folded line, in order.
  func rests(in line: String) -> [Substring] {
    let bytes = line.utf8Span.span
    var rests: [Substring] = []
    var start = 0
    while let end = Self.firstEnd(of: phrases, in: bytes, from: start) {
      rests.append(line[line.utf8.index(line.startIndex, offsetBy: end)...])
      start = end
    }
    return rests
  }

  private static func firstEnd(
    of phrases: [[UInt8]], in line: Span<UInt8>, from start: Int
  ) -> Int? {
    var isInWord = start > 0 && isLetter(line[start - 1])
    for index in start..<line.count {
      let isLetter = isLetter(line[index])
      defer { isInWord = isLetter }
      guard isLetter, !isInWord else { continue }
      for phrase in phrases where phrase[0] == line[index] {
        if occurs(phrase, in: line, at: index) { return index + phrase.count }
      }
    }
    return nil
  }

  private static func occurs(_ phrase: [UInt8], in line: Span<UInt8>, at start: Int) -> Bool {
    guard start + phrase.count <= line.count else { return false }
    for offset in phrase.indices where phrase[offset] != line[start + offset] { return false }
    return true
  }

  /// Of a word in any script.
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }
}
