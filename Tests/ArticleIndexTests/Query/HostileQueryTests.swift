import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// Generated queries of operators: parsing ends soon, never fails, and what it understood can be
/// written down and understood again.
struct HostileQueryTests {
  static let today = ArticleDate(year: 2020, month: 6, day: 8)

  static let pieces = [
    "(", ")", "\"", "“", "”", "-", "--", "=", "*", "|", " OR ", " AND ", " ", "\n", "..", ":", "/",
    "+", "_",
    "title:", "author:", "section:", "source:", "url:", "date:", "after:", "before:", "foo:", "lúa",
    "ngô", "a",
    "kinh*", "-ngô", "=bán", "2020", "06", "8/6/2020", "hôm nay", "tuần trước", "tháng", "năm",
    "quý", "last ",
    "TP.HCM", "\u{301}", "\u{0}", "\u{1B}[31m", "😀", "中文", "\u{A0}", "ﬁ", "\u{200D}", "-(", "-\"",
    "=\"", "OR",
  ]

  static func query(_ random: inout RandomArticles, pieces count: Int) -> String {
    (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
  }

  @Test(arguments: 0..<20)
  func randomQueries(_ seed: Int) {
    var random = RandomArticles(seed: UInt64(seed))
    for length in 0..<150 {
      let query = Self.query(&random, pieces: 1 + length % 40)
      let result = QueryParser.parse(query, today: Self.today)
      #expect(result.notices.count <= QueryParser.maximumNotices + 1)
      #expect(result == QueryParser.parse(query, today: Self.today), "same again")
      let hasTokens = result.node != .all([])
      #expect(hasTokens != result.notices.contains(.noWord), "\(query)")
      let text = Self.text(result.node)
      #expect(
        QueryParser.parse(text, today: Self.today).node.description == result.node.description,
        "\(query) became \(text)")
    }
  }

  /// Linear in the length: the time limit is for all of them.
  @Test(
    .timeLimit(.minutes(2)),
    arguments: pieces + [
      "()", "(a", "a)", "(a OR ", "-(", "-(a ", "\"\"", "\"a\" ", "date:(", "title:(", "date:\"",
      "title:\"a", "date:2020..",
      "date:hôm ", "url:(", "a OR ", "a|", "|a", "=\"a\"", "-a ", "date:last ",
      "date:1 2 3 4 5 6 7 8 9 ", "title:=",
    ])
  func longQueriesOfOneKind(_ piece: String) {
    for (opening, closing) in [("", ""), ("(", ")"), ("\"", "\""), ("lúa ", " ngô")] {
      let query = opening + String(repeating: piece, count: 4_000) + closing
      let result = QueryParser.parse(query, today: Self.today)
      #expect(result.node.words.count <= QueryParser.maximumWords)
      #expect(!result.node.description.isEmpty)
    }
    let nested =
      String(repeating: "(" + piece, count: 4_000) + "lúa"
      + String(repeating: piece + ")", count: 4_000)
    #expect(
      QueryParser.parse(nested, today: Self.today).node.words.count <= QueryParser.maximumWords)
  }

  /// A query that means `node`.
  static func text(_ node: QueryNode, isOperand: Bool = false) -> String {
    func text(_ word: QueryToken) -> String { word.exact ?? word.folded }
    func quoted(_ words: [QueryToken]) -> String {
      "\"\(words.map(text).joined(separator: ", "))\""
    }
    switch node {
    case .word(let word): return (word.accents == .require ? "=" : "") + "\"\(text(word))\""
    case .phrase(let words): return (words[0].accents == .require ? "=" : "") + quoted(words)
    case .prefix(let word): return (word.accents == .require ? "=" : "") + "\(text(word))*"
    case .field(.url, let words): return "url:\"\(words[0].folded)\""
    case .field(let field, let words):
      return "\(field.rawValue):\(words[0].accents == .require ? "=" : "")\(quoted(words))"
    case .dates(let range):
      if range.last == "18991231" { return "before:1900" }
      return "date:\(range)"
    case .all(let nodes):
      let text = nodes.map { Self.text($0, isOperand: true) }.joined(separator: " ")
      return isOperand ? "(\(text))" : text
    case .any(let nodes):
      return "(\(nodes.map { Self.text($0, isOperand: true) }.joined(separator: " OR ")))"
    case .not(let node): return "-(\(Self.text(node)))"
    }
  }
}
