import VietnameseText

/// Tells whether texts hold a phrase: all its words side by side, in order.
struct PhraseVerifier {
  private let phrases: [[(folded: [UInt8], exact: [UInt8]?)]]

  /// - Parameter accents: with `require`, words typed with marks must be spelt with them.
  init(_ phrases: [[QueryWord]], accents: AccentMode) {
    self.phrases = phrases.map { words in
      words.map { word in
        (Array(word.folded.utf8), accents == .require ? word.exact.map { Array($0.utf8) } : nil)
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
      let tokens = Tokens(text)
      missing.removeAll { tokens.hold($0) }
      if missing.isEmpty { return true }
    }
    return false
  }

  /// The forms of a text's tokens.
  private struct Tokens {
    private let list: TokenList
    private var folded: [[UInt8]] = []
    private var exact: [[UInt8]] = []

    init(_ text: String) {
      list = TokenList(of: text)
      var (folded, exact): ([[UInt8]], [[UInt8]]) = ([], [])
      list.visit { _, foldedForm, exactForm in
        folded.append(Array(foldedForm))
        exact.append(Array(exactForm))
      }
      (self.folded, self.exact) = (folded, exact)
    }

    func hold(_ phrase: [(folded: [UInt8], exact: [UInt8]?)]) -> Bool {
      guard folded.count >= phrase.count else { return false }
      return (0...(folded.count - phrase.count)).contains { start in
        phrase.indices.allSatisfy { offset in
          let position = start + offset
          guard folded[position] == phrase[offset].folded else { return false }
          if offset > 0, list.tokens[position].gap > ArticleAnalyzer.widestPairGap { return false }
          guard let wanted = phrase[offset].exact else { return true }
          return exact[position] == wanted
        }
      }
    }
  }
}
