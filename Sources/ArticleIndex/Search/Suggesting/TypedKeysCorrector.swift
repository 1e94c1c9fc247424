import VietnameseText

/// Finds the words of a query that are the keystrokes of Telex or VNI.
struct TypedKeysCorrector {
  let reader: StoreReader

  /// How many times as many articles must have the word meant as have the keys as they stand.
  private static let leastGain: UInt32 = 20
  /// Words of a query that are looked at.
  static let maximumWords = 40

  /// What the keys in a query write, by ascending ranges of bytes; empty if there are none.
  func decoded(
    _ query: QueryText
  ) throws(IndexError) -> [(range: Range<Int>, spelling: String)] {
    var changes: [(range: Range<Int>, spelling: String)] = []
    for chunk in Self.chunks(query).prefix(Self.maximumWords) {
      let keys = String(decoding: Array(query.text.utf8)[chunk.range], as: UTF8.self)
      let method: TypedKeys.Method = keys.utf8.contains { $0 &- 0x30 < 10 } ? .vni : .telex
      guard let spelling = TypedKeys.decoded(keys, method) else { continue }
      let list = TokenList(of: spelling)
      guard let token = list.tokens.first, list.tokens.count == 1, token.hasMarks else { continue }
      let meant = Term.exact(list.exact(token))
      let frequencies = try reader.frequencies([meant] + Self.terms(chunk.words))
      let typed = frequencies.dropFirst().min() ?? 0
      guard frequencies[0] > 0, typed <= frequencies[0] / Self.leastGain else { continue }
      changes.append((range: chunk.range, spelling: spelling))
    }
    return changes
  }

  /// What stands together, letters and digits.
  private struct Chunk {
    var range: Range<Int>
    var words: [String]
  }

  private static func chunks(_ query: QueryText) -> [Chunk] {
    var chunks: [Chunk] = []
    for word in query.words where !word.isStrict && word.exact == nil {
      if let last = chunks.last, last.range.upperBound == word.range.lowerBound {
        chunks[chunks.count - 1].range = last.range.lowerBound..<word.range.upperBound
        chunks[chunks.count - 1].words.append(word.folded)
      } else {
        chunks.append(Chunk(range: word.range, words: [word.folded]))
      }
    }
    return chunks
  }

  /// What an article with the keys as they stand has.
  private static func terms(_ words: [String]) -> [Term] {
    words.count == 1
      ? [.folded(words[0])] : zip(words, words.dropFirst()).map { .pair($0, $1) }
  }
}
