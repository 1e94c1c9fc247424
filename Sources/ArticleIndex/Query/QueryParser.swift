public import ArticleReading
import VietnameseText

/// Reads a query as it is typed. Any input searches something; what is odd becomes a notice.
///
/// | typed | means |
/// |---|---|
/// | `vinh phuc` | all of the words |
/// | `"chuyển đổi số"` | these words in this order |
/// | `lúa OR ngô`, `lúa\|ngô` | any of them |
/// | `(…)` | a group |
/// | `-word`, `-"a phrase"`, `-(a group)` | not this |
/// | `=bán`, `="bán đất"` | with the accents as typed |
/// | `kinh*` | words that begin so |
/// | `title:`, `author:`, `section:`, `source:`, `url:` | in this part of the article |
/// | `date:`, `after:`, `before:` | published then, from then on, before then |
///
/// ```swift
/// print(QueryParser.parse(#"Vĩnh Phúc "chuyển đổi số""#).node)
/// // (all vĩnh phúc (phrase chuyển đổi số))
/// ```
public enum QueryParser {
  /// Words beyond this are left out, with a notice.
  public static let maximumWords = 200
  /// Notices beyond this are not given.
  static let maximumNotices = 5

  /// What ``parse(_:today:)`` made of a text.
  public struct Result: Sendable, Equatable {
    /// What was understood; `.all([])` if the text holds no word.
    public var node: QueryNode
    /// What was not taken as it may have been meant.
    public var notices: [QueryNotice]
  }

  /// Parses a query. Never fails; time is linear in the length of the text.
  ///
  /// - Parameters:
  ///   - text: as typed.
  ///   - today: what `hôm nay` and `tuần trước` count from; nil if dates like these are no dates.
  public static func parse(_ text: String, today: ArticleDate? = nil) -> Result {
    var lexer = QueryLexer(text, today: today)
    var builder = QueryTreeBuilder(lexer.lexemes)
    var node = builder.build()
    if builder.hasLooseOr { lexer.notice(.looseOr) }
    if node == .all([]) {
      // Nothing but operators: then they are words.
      let words = lexer.plainWords()
      node = words.count == 1 ? .word(words[0]) : .all(words.map { .word($0) })
    }
    let noWord: [QueryNotice] = node == .all([]) ? [.noWord] : []
    return Result(node: node, notices: lexer.notices + noWord)
  }
}
