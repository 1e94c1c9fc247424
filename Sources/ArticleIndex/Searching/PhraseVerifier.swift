import VietnameseText

/// Tells whether texts hold a phrase: all its words side by side, in order.
///
/// The end of a sentence parts words, unless the phrase itself has one there. One per thread; it keeps
/// its buffers between texts.
final class PhraseVerifier {
  private struct Word {
    var folded: [UInt8]
    /// The spelling that is required; nil for any.
    var exact: [UInt8]?
    var beginsSentence: Bool
  }

  private let phrases: [[Word]]
  private var tokenizer = Tokenizer()
  private var list = TokenList()

  /// - Parameter accents: with `require`, words typed with marks must be spelt with them.
  init(_ phrases: [[QueryWord]], accents: AccentMode) {
    self.phrases = phrases.map { words in
      words.map { word in
        Word(
          folded: Array(word.folded.utf8),
          exact: accents == .require ? word.exact.map { Array($0.utf8) } : nil,
          beginsSentence: word.beginsSentence)
      }
    }
  }

  /// Whether every text passes.
  var isTrivial: Bool { phrases.isEmpty }

  /// Whether an article holds all phrases, each in its text or in one of its credits.
  func accepts(_ article: StoredArticle) -> Bool {
    accepts([article.text] + [article.author, article.source].compactMap { $0 })
  }

  /// Whether each phrase is in one of the texts. Linear in the texts for each phrase.
  func accepts(_ texts: [String]) -> Bool {
    guard !isTrivial else { return true }
    var missing = phrases
    for text in texts {
      list.removeAll()
      tokenizer.tokenize(text, into: &list)
      missing.removeAll { holds($0) }
      if missing.isEmpty { return true }
    }
    return false
  }

  /// Whether the tokens under way hold a phrase.
  private func holds(_ phrase: [Word]) -> Bool {
    guard list.tokens.count >= phrase.count else { return false }
    return (0...(list.tokens.count - phrase.count)).contains { start in
      phrase.indices.allSatisfy { matches(list.tokens[start + $0], phrase[$0], isFirst: $0 == 0) }
    }
  }

  private func matches(_ token: Token, _ word: Word, isFirst: Bool) -> Bool {
    guard list.folded(token, equals: word.folded) else { return false }
    if !isFirst, !word.beginsSentence, token.gap > ArticleAnalyzer.widestPairGap { return false }
    guard let exact = word.exact else { return true }
    return list.exact(token, equals: exact)
  }
}
