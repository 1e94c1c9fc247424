import VietnameseText

/// Scores an article by where its stored text has what was asked for: how early, how close together.
///
/// News says first what matters: title, lede, then the rest. And what belongs together stands
/// together: an article that has all words in one passage is about them, one that has them here and
/// there need not be. Terms tell neither.
///
/// One per query and thread.
final class TextRanker {
  /// A word of the query.
  struct Word {
    var folded: [UInt8]
    /// The spellings that were typed; empty if any will do.
    var typed: [[UInt8]] = []
    /// Its rarity.
    var value: Double
  }

  /// Two words of the query, by their places in the list of words, that are neighbours in it.
  struct Pair {
    var first: Int
    var second: Int
    /// Its rarity.
    var value: Double
  }

  /// Bytes of a text that are looked at: some 800 words.
  static let bytesRead = 5000
  /// What a word spelt otherwise than typed is worth.
  static let otherSpelling = 0.35

  private let words: [Word]
  /// By the places of two words: what their pair is worth, in order and in any; 0 if they are none.
  private let pairs: [Double]
  private let unordered: [Double]
  /// By first byte: the lengths that forms beginning so have, as bits; tells most words of a text
  /// at once that they are none of the query's.
  private var lengths = [UInt64](repeating: 0, count: 256)
  private let weights: TextWeights
  private let scratch: TokenScratch

  /// - Parameters:
  ///   - words: different forms of 1 to 64 bytes.
  ///   - pairs: different ones.
  init(
    words: [Word], pairs: [Pair], weights: TextWeights, scratch: TokenScratch = TokenScratch()
  ) {
    (self.words, self.weights, self.scratch) = (words, weights, scratch)
    var ordered = [Double](repeating: 0, count: words.count * words.count)
    var unordered = ordered
    for pair in pairs {
      ordered[pair.first * words.count + pair.second] = pair.value
      unordered[pair.first * words.count + pair.second] = pair.value
      unordered[pair.second * words.count + pair.first] = pair.value
    }
    (self.pairs, self.unordered) = (ordered, unordered)
    for word in words { lengths[Int(word.folded[0])] |= 1 << UInt64(word.folded.count - 1) }
  }

  /// What an article is worth.
  func score(_ article: StoredArticle) -> TextScore {
    var text = article.text
    return text.withUTF8 { bytes in
      let start = article.isTitleExcerpt ? article.bodyStart : 0
      return score(UnsafeBufferPointer(rebasing: bytes[start...].prefix(Self.bytesRead)))
    }
  }

  /// What a text is worth. The last word may be cut in two.
  func score(_ bytes: UnsafeBufferPointer<UInt8>) -> TextScore {
    let matches = matches(in: bytes)
    return TextScore(
      lead: weights.lead * wordsByPlace(matches) + weights.leadPair * pairsByPlace(matches),
      passage: weights.passage * bestPassage(matches), near: weights.near * nearPairs(matches))
  }

  /// A word of the query in a text.
  private struct Match {
    /// Words before it in the text.
    var position: Int
    var word: Int
    var isAsTyped: Bool
    /// No sentence ends between it and the word before.
    var isPaired: Bool
  }

  private func matches(in bytes: UnsafeBufferPointer<UInt8>) -> [Match] {
    scratch.list.removeAll()
    scratch.tokenizer.tokenize(bytes, into: &scratch.list)
    var matches: [Match] = []
    var position = -1
    scratch.list.visit { token, folded, exact in
      position += 1
      guard lengths[Int(folded[0])] >> UInt64(folded.count - 1) & 1 != 0,
        let word = words.firstIndex(where: { $0.folded.elementsEqual(folded) })
      else { return }
      let typed = words[word].typed
      let spelling = exact.isEmpty ? folded : exact
      matches.append(
        Match(
          position: position, word: word,
          isAsTyped: typed.isEmpty || typed.contains { $0.elementsEqual(spelling) },
          isPaired: token.gap <= ArticleAnalyzer.widestPairGap))
    }
    return matches
  }

  private func value(_ match: Match) -> Double {
    words[match.word].value * (match.isAsTyped ? 1 : Self.otherSpelling)
  }

  /// Each word by where it comes first: halved at ``TextWeights/halfWord`` words from the beginning,
  /// to a third at twice that. A spelling that comes later may be worth more.
  private func wordsByPlace(_ matches: [Match]) -> Double {
    var best = [Double](repeating: 0, count: words.count)
    for match in matches {
      let value = value(match) / (1 + Double(match.position) / TextWeights.halfWord)
      best[match.word] = max(best[match.word], value)
    }
    return best.reduce(0, +)
  }

  /// Each pair likewise, halved at ``TextWeights/halfPair``.
  private func pairsByPlace(_ matches: [Match]) -> Double {
    var isSeen = [Bool](repeating: false, count: pairs.count)
    var sum = 0.0
    for (left, right) in zip(matches, matches.dropFirst())
    where right.isPaired && right.position == left.position + 1 {
      let pair = left.word * words.count + right.word
      guard pairs[pair] > 0, !isSeen[pair] else { continue }
      isSeen[pair] = true
      sum += pairs[pair] / (1 + Double(left.position) / TextWeights.halfPair)
    }
    return sum
  }

  /// The different words of the passage that has most of them.
  private func bestPassage(_ matches: [Match]) -> Double {
    var asTyped = [Int](repeating: 0, count: words.count)
    var others = asTyped
    func worth(_ word: Int) -> Double {
      asTyped[word] > 0
        ? words[word].value : others[word] > 0 ? words[word].value * Self.otherSpelling : 0
    }
    var (sum, best) = (0.0, 0.0)
    var first = 0
    func count(_ match: Match, _ change: Int) {
      sum -= worth(match.word)
      if match.isAsTyped { asTyped[match.word] += change } else { others[match.word] += change }
      sum += worth(match.word)
    }
    for match in matches {
      count(match, 1)
      while match.position - matches[first].position >= TextWeights.passageWords {
        count(matches[first], -1)
        first += 1
      }
      best = max(best, sum)
    }
    return best
  }

  /// Neighbours of the query that stand near each other somewhere, in any order.
  private func nearPairs(_ matches: [Match]) -> Double {
    var isSeen = [Bool](repeating: false, count: unordered.count)
    var sum = 0.0
    for (place, left) in matches.enumerated() {
      for right in matches[(place + 1)...] {
        guard right.position - left.position <= TextWeights.nearWords else { break }
        let pair = min(left.word, right.word) * words.count + max(left.word, right.word)
        guard unordered[pair] > 0, !isSeen[pair] else { continue }
        isSeen[pair] = true
        sum += unordered[pair]
      }
    }
    return sum
  }
}

/// What a text is worth, by its parts.
struct TextScore: Equatable {
  /// Words and pairs by how early they come.
  var lead = 0.0
  /// Words that one passage has.
  var passage = 0.0
  /// Neighbours of the query that are near each other.
  var near = 0.0

  var sum: Double { lead + passage + near }
}

/// What the parts of ``TextScore`` are worth, and how far they look.
struct TextWeights: Equatable {
  /// Where a word is worth half, in words from the beginning.
  static let halfWord = 50.0
  /// Where a pair is.
  static let halfPair = 30.0
  /// Words of a passage.
  static let passageWords = 50
  /// Words from one to the other that are near.
  static let nearWords = 5

  var lead = 0.0
  var leadPair = 0.0
  var passage = 0.0
  var near = 0.0
}

extension QueryPlan {
  /// Scores texts by the words and pairs of the query; nil if that is worth nothing.
  ///
  /// Where a word stands tells the less the shorter articles are.
  func textRanker(_ weights: RankingWeights, _ scratch: TokenScratch) -> TextRanker? {
    let share = rarity.lengthShare
    let textWeights = TextWeights(
      lead: weights.lead * share, leadPair: weights.leadPair * share,
      passage: weights.passage * share, near: weights.near * share)
    guard textWeights != TextWeights() else { return nil }
    var places: [String: Int] = [:]
    var words: [TextRanker.Word] = []
    for word in allWords {
      let typed = word.exact.map { [Array($0.utf8)] } ?? []
      guard let place = places[word.folded] else {
        places[word.folded] = words.count
        words.append(
          TextRanker.Word(
            folded: Array(word.folded.utf8), typed: typed,
            value: rarity.rarity(word.requiredTerm)))
        continue
      }
      // A word that is asked for in any spelling has none to prefer.
      let isAny = words[place].typed.isEmpty || typed.isEmpty
      words[place].typed = isAny ? [] : words[place].typed + typed
    }
    let pairs = pairs.compactMap { pair -> TextRanker.Pair? in
      guard let first = places[pair.left], let second = places[pair.right] else { return nil }
      return TextRanker.Pair(first: first, second: second, value: rarity.rarity(pair.term))
    }
    return words.isEmpty
      ? nil : TextRanker(words: words, pairs: pairs, weights: textWeights, scratch: scratch)
  }
}
