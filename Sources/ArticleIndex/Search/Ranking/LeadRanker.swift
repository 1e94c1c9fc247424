import VietnameseText

/// Scores how early an article comes to what was asked for, from its stored text.
///
/// News says first what matters: title, lede, then the rest. So each word and each pair of
/// neighbours of the query is worth its rarity where it first stands, halved at a given number of
/// words from the beginning, to a third at twice that: 1 / (1 + position / half). Words after the
/// first few hundred are not looked at, so an article costs little whatever its length.
///
/// One per query and thread.
final class LeadRanker {
  /// A word of the query.
  struct WeightedForm {
    var folded: [UInt8]
    /// What it is worth at the beginning of a text.
    var value: Double
  }

  /// Two words of the query, by their places in the list of words, that are neighbours in it.
  struct Pair {
    var first: Int
    var second: Int
    var value: Double
  }

  /// Bytes of a text that are looked at: some 250 words.
  static let bytesRead = 1500
  /// Where a word is worth half, in words from the beginning.
  static let halfWord = 50.0
  /// Where a pair is.
  static let halfPair = 30.0

  private let words: [WeightedForm]
  private let pairs: [Pair]
  /// By first byte: the lengths that forms beginning so have, as bits; tells most words of a text
  /// at once that they are none of the query's.
  private var lengths = [UInt64](repeating: 0, count: 256)
  private let scratch: TokenScratch

  /// - Parameters:
  ///   - words: different forms of 1 to 64 bytes.
  ///   - pairs: different ones.
  init(words: [WeightedForm], pairs: [Pair], scratch: TokenScratch = TokenScratch()) {
    (self.words, self.pairs, self.scratch) = (words, pairs, scratch)
    for word in words { lengths[Int(word.folded[0])] |= 1 << UInt64(word.folded.count - 1) }
  }

  /// What the beginning of an article is worth, 0 or more.
  func score(_ article: StoredArticle) -> Double {
    var text = article.text
    return text.withUTF8 { bytes in
      let start = article.isTitleExcerpt ? article.bodyStart : 0
      return score(UnsafeBufferPointer(rebasing: bytes[start...].prefix(Self.bytesRead)))
    }
  }

  /// What a text is worth. The last word may be cut in two.
  func score(_ bytes: UnsafeBufferPointer<UInt8>) -> Double {
    scratch.list.removeAll()
    scratch.tokenizer.tokenize(bytes, into: &scratch.list)
    var score = 0.0
    var isSeen = [Bool](repeating: false, count: words.count + pairs.count)
    var position = -1
    var previous: Int?
    scratch.list.visit { token, folded, _ in
      position += 1
      let before = previous
      previous = nil
      guard lengths[Int(folded[0])] >> UInt64(folded.count - 1) & 1 != 0,
        let word = words.firstIndex(where: { $0.folded.elementsEqual(folded) })
      else { return }
      previous = word
      if !isSeen[word] {
        isSeen[word] = true
        score += words[word].value / (1 + Double(position) / Self.halfWord)
      }
      guard let before, token.gap <= ArticleAnalyzer.widestPairGap else { return }
      for (index, pair) in pairs.enumerated()
      where pair.first == before && pair.second == word && !isSeen[words.count + index] {
        isSeen[words.count + index] = true
        score += pair.value / (1 + Double(position - 1) / Self.halfPair)
      }
    }
    return score
  }
}

extension QueryPlan {
  /// Scores texts by the words and pairs of the query; nil if that is worth nothing.
  func leadRanker(_ weights: RankingWeights, _ scratch: TokenScratch) -> LeadRanker? {
    guard weights.lead > 0 || weights.leadPair > 0 else { return nil }
    var places: [String: Int] = [:]
    var words: [LeadRanker.WeightedForm] = []
    for word in allWords where places[word.folded] == nil {
      places[word.folded] = words.count
      let value = weights.lead * rarity.rarity(word.requiredTerm)
      words.append(LeadRanker.WeightedForm(folded: Array(word.folded.utf8), value: value))
    }
    let pairs = pairs.compactMap { pair -> LeadRanker.Pair? in
      guard let first = places[pair.left], let second = places[pair.right] else { return nil }
      return LeadRanker.Pair(
        first: first, second: second, value: weights.leadPair * rarity.rarity(pair.term))
    }
    return words.isEmpty ? nil : LeadRanker(words: words, pairs: pairs, scratch: scratch)
  }
}
