import VietnameseText

/// A query as text whose words can be written anew, everything else (quotation marks, operators,
/// fields) left as typed.
struct QueryText {
  /// A word of the text that is searched as one, neither excluded nor part of a field.
  struct TypedToken: Equatable {
    var folded: String
    /// With its marks; nil if it was typed without.
    var exact: String?
    /// UTF-8 bytes of the text.
    var range: Range<Int>
    /// Whether it stands beside the word before.
    var isNeighbour: Bool
    /// Whether the accents are to be taken as typed.
    var isStrict: Bool
  }

  let text: String
  private(set) var words: [TypedToken] = []

  /// - Parameters:
  ///   - text: as typed.
  ///   - node: what was understood, before any rewriting.
  init(_ text: String, _ node: QueryNode) {
    self.text = text
    let list = TokenList(of: text)
    var rest = node.words[...]
    var lastToken = -2
    for (index, token) in list.tokens.enumerated() {
      let folded = list.folded(token)
      guard let word = rest.first, word.folded == folded else { continue }
      rest.removeFirst()
      words.append(
        TypedToken(
          folded: folded, exact: word.exact, range: token.range,
          isNeighbour: lastToken == index - 1 && token.gap <= ArticleAnalyzer.widestPairGap,
          isStrict: word.accents == .require))
      lastToken = index
    }
  }

  /// Every word of a text that is no query.
  init(plain text: String) {
    let list = TokenList(of: text)
    self.text = text
    words = list.tokens.map { token in
      TypedToken(
        folded: list.folded(token), exact: token.hasMarks ? list.exact(token) : nil,
        range: token.range, isNeighbour: token.gap <= ArticleAnalyzer.widestPairGap,
        isStrict: false)
    }
  }

  /// Whether any word was typed with marks.
  var hasMarks: Bool { words.contains { $0.exact != nil } }

  /// The text with other spellings in place of some bytes, their case that of what was typed.
  ///
  /// - Parameter changes: by ascending, disjoint ranges.
  func replacing(_ changes: [(range: Range<Int>, spelling: String)]) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var end = 0
    for change in changes where change.range.lowerBound >= end {
      result += bytes[end..<change.range.lowerBound]
      let typed = String(decoding: bytes[change.range], as: UTF8.self)
      result += Self.cased(change.spelling, like: typed).utf8
      end = change.range.upperBound
    }
    return String(decoding: result + bytes[end...], as: UTF8.self)
  }

  /// `vĩnh` as `Vĩnh` or `VĨNH`, if what was typed begins with a capital or is all capitals.
  static func cased(_ spelling: String, like typed: String) -> String {
    let letters = typed.filter(\.isLetter)
    guard letters.first?.isUppercase == true else { return spelling }
    if letters.count > 1, letters.allSatisfy(\.isUppercase) { return spelling.uppercased() }
    return spelling.prefix(1).uppercased() + spelling.dropFirst()
  }
}
