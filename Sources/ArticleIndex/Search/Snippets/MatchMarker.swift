import VietnameseText

/// Finds the words of a query in the text of an article, whatever their spelling there.
///
/// A word counts where it stands beside the neighbour it has in the query; alone it counts only if
/// it stands beside no such neighbour anywhere in the text. So `vinh phuc` marks `Vĩnh Phúc` and
/// leaves `vinh quang` alone, and still marks `vinh` where there is nothing better. One per thread; it
/// keeps its buffers between texts.
final class MatchMarker {
  /// One marked word of a text.
  struct Match: Equatable {
    /// UTF-8 byte offsets in the text.
    var range: Range<Int>
    /// Which word of the query it is.
    var word: Int
  }

  /// The number of each word, by its term.
  private let forms: [Term: Int]
  /// By word: the spellings that count; nil if any does.
  private let spellings: [[[UInt8]]?]
  /// Beginnings of words that count, with the number of each, and how it must be spelt if it must.
  private let prefixes: [(folded: [UInt8], exact: [UInt8]?, word: Int)]
  private let pairs: Set<UInt32>
  /// By first byte: the lengths that forms beginning so have, as bits. Tells most words of a text at
  /// once that they are none of the query's.
  private let lengths: [UInt64]
  private let scratch: TokenScratch

  /// - Parameters:
  ///   - words: the query's words, in order.
  ///   - prefixes: beginnings of words, numbered after the words.
  ///   - accents: with `require`, words typed with marks match only their own spelling. What a word
  ///     says itself comes first.
  ///   - scratch: what texts are taken apart with.
  init(
    words: [QueryToken], prefixes: [QueryToken] = [], accents: AccentMode,
    scratch: TokenScratch = TokenScratch()
  ) {
    self.scratch = scratch
    var forms: [Term: Int] = [:]
    var spellings: [[[UInt8]]?] = []
    var pairs: Set<UInt32> = []
    var previous = -1
    for word in words {
      let index = forms[.folded(word.folded)] ?? spellings.count
      if index == spellings.count {
        forms[.folded(word.folded)] = index
        spellings.append([])
      }
      if word.accents ?? accents == .require, let exact = word.exact {
        spellings[index]?.append(Array(exact.utf8))
      } else {
        spellings[index] = nil
      }
      if word.followsDirectly, previous >= 0 { pairs.insert(Self.key(previous, index)) }
      previous = index
    }
    var lengths = [UInt64](repeating: 0, count: 256)
    for form in forms.keys { lengths[Int(form[0])] |= 1 << UInt64(form.count - 1) }
    self.prefixes = prefixes.map { prefix in
      let folded = Array(prefix.folded.utf8)
      // A word at least as long as the prefix may match.
      lengths[Int(folded[0])] |= ~0 << UInt64(folded.count - 1)
      spellings.append(nil)
      let isStrict = prefix.accents ?? accents == .require
      return (folded, isStrict ? prefix.exact.map { Array($0.utf8) } : nil, spellings.count - 1)
    }
    (self.forms, self.spellings, self.pairs, self.lengths) = (forms, spellings, pairs, lengths)
  }

  private static func key(_ first: Int, _ second: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: first << 16 | second)
  }

  private func prefixed(
    _ folded: UnsafeBufferPointer<UInt8>, _ exact: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    prefixes.first { prefix in
      folded.starts(with: prefix.folded)
        && (prefix.exact.map { exact.starts(with: $0) } ?? true)
    }?.word
  }

  /// The matches in `text`, ascending.
  func matches(in text: String) -> [Match] {
    scratch.list.removeAll()
    scratch.tokenizer.tokenize(text, into: &scratch.list)
    let list = scratch.list
    var found: [(token: Int, word: Int)] = []
    var tokenIndex = 0
    list.visit { token, folded, exact in
      defer { tokenIndex += 1 }
      guard lengths[Int(folded[0])] >> UInt64(folded.count - 1) & 1 != 0,
        let word = forms[Term(folded)] ?? prefixed(folded, exact)
      else { return }
      if let wanted = spellings[word], !wanted.contains(where: exact.elementsEqual) { return }
      found.append((tokenIndex, word))
    }

    var isPaired = [Bool](repeating: false, count: found.count)
    var hasPaired = [Bool](repeating: false, count: spellings.count)
    for index in found.indices.dropFirst() {
      let (left, right) = (found[index - 1], found[index])
      guard left.token + 1 == right.token, list.tokens[right.token].gap < .sentence,
        pairs.contains(Self.key(left.word, right.word))
      else { continue }
      isPaired[index - 1] = true
      isPaired[index] = true
      hasPaired[left.word] = true
      hasPaired[right.word] = true
    }
    return found.indices.compactMap { index in
      guard isPaired[index] || !hasPaired[found[index].word] else { return nil }
      return Match(range: list.tokens[found[index].token].range, word: found[index].word)
    }
  }
}
