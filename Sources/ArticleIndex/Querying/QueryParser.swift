import VietnameseText

/// Reads a query as it is typed. Any input searches something; what is odd becomes a warning.
///
/// Words are everything the tokenizer calls one, so punctuation separates and means nothing else;
/// quotation marks (`"…"`, `“…”`) make a phrase. There is no recursion: nothing can nest.
///
/// ```swift
/// QueryParser.parse(#"Vĩnh Phúc "chuyển đổi số""#).node
/// // (all vĩnh phúc (phrase chuyển đổi số))
/// ```
public enum QueryParser {
  /// Words beyond this are left out, with a warning.
  public static let maximumWords = 200

  /// What ``parse(_:)`` made of a text.
  public struct Result: Sendable, Equatable {
    /// What was understood; `.all([])` if the text holds no word.
    public var node: QueryNode
    /// One line each, for people.
    public var warnings: [String]
  }

  /// Parses a query. Never fails; time is linear in the length of the text.
  public static func parse(_ text: String) -> Result {
    var result = Result(node: .all([]), warnings: [])
    var nodes: [QueryNode] = []
    var wordCount = 0
    let list = TokenList(of: text)
    let phrases = phraseRanges(in: text, warnings: &result.warnings)
    var phrase = 0
    var gathered: [QueryWord] = []

    func closePhrase() {
      if gathered.count == 1 {
        nodes.append(.word(gathered[0]))
      } else if !gathered.isEmpty {
        nodes.append(.phrase(gathered))
      }
      gathered.removeAll()
    }

    for token in list.tokens {
      guard wordCount < maximumWords else {
        result.warnings.append(
          "only the first \(maximumWords) of \(list.tokens.count) words are used")
        break
      }
      wordCount += 1
      while phrase < phrases.count, phrases[phrase].upperBound <= token.range.lowerBound {
        closePhrase()
        phrase += 1
      }
      let word = QueryWord(
        folded: list.folded(token), exact: token.hasMarks ? list.exact(token) : nil,
        followsDirectly: wordCount > 1 && token.gap <= .space,
        beginsSentence: wordCount > 1 && token.gap > ArticleAnalyzer.widestPairGap,
        isCapitals: QueryWord.isCapitals(typed(token, in: text)))
      if phrase < phrases.count, phrases[phrase].contains(token.range.lowerBound) {
        gathered.append(word)
      } else {
        nodes.append(.word(word))
      }
    }
    closePhrase()
    result.node = nodes.count == 1 ? nodes[0] : .all(nodes)
    if nodes.isEmpty { result.warnings.append("the query holds no word") }
    return result
  }

  /// A word as it is typed.
  private static func typed(_ token: Token, in text: String) -> Substring {
    let start = text.utf8.index(text.startIndex, offsetBy: token.range.lowerBound)
    return text[start..<text.utf8.index(start, offsetBy: token.range.count)]
  }

  /// The byte ranges between pairs of quotation marks, ascending.
  private static func phraseRanges(
    in text: String, warnings: inout [String]
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var opening: Int?
    var offset = 0
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\u{201C}" || scalar == "\u{201D}" || scalar == "\u{201E}" {
        if let start = opening {
          ranges.append(start..<offset)
          opening = nil
        } else {
          opening = offset
        }
      }
      offset += UTF8.width(scalar)
    }
    if opening != nil {
      warnings.append("a quotation mark is not closed; the words after it are read as plain words")
    }
    return ranges
  }
}
