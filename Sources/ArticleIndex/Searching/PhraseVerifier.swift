import VietnameseText

/// Tells whether a text holds a phrase: all its words side by side, in order.
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

  /// Whether `text` holds all phrases. Linear in the text for each phrase.
  func accepts(_ text: String) -> Bool {
    guard !isTrivial else { return true }
    let list = TokenList(of: text)
    var folded: [[UInt8]] = []
    var exact: [[UInt8]] = []
    list.visit { _, foldedForm, exactForm in
      folded.append(Array(foldedForm))
      exact.append(Array(exactForm))
    }
    return phrases.allSatisfy { phrase in
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
