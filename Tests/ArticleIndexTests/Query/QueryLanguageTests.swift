import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// The operators of the query language, and where signs are none.
struct QueryLanguageTests {
  private func parsed(_ query: String) -> String {
    QueryParser.parse(query, today: Self.today).node.description
  }

  /// A Monday.
  static let today = ArticleDate(year: 2020, month: 6, day: 8)

  @Test(arguments: [
    ("lúa -ngô", "(all lúa (not ngô))"), ("-ngô lúa", "(all (not ngô) lúa)"), ("-ngô", "(not ngô)"),
    ("lúa -\"ngô lai\"", "(all lúa (not (phrase ngô lai)))"),
    ("lúa -“ngô lai”", "(all lúa (not (phrase ngô lai)))"),
    ("lúa -(ngô lai)", "(all lúa (not (all ngô lai)))"),
    ("lúa -(ngô OR lai)", "(all lúa (not (any ngô lai)))"), ("lúa -(ngô)", "(all lúa (not ngô))"),
    ("(-ngô) lúa", "(all (not ngô) lúa)"), ("-(-ngô)", "ngô"),
    ("-covid-19", "(not (phrase covid 19))"),
    ("-TP.HCM tin", "(all (not (phrase tp hcm)) tin)"), ("-=bán", "(not =bán)"),
    ("-title:ngô lúa", "(all (not (title ngô)) lúa)"),
    ("-kinh* tế", "(all (not (prefix kinh)) tế)"),
    ("-date:2020", "(not (dates 20200101..20201231))"),
    ("lúa NOT ngô", "(all lúa (not ngô))"), ("NOT ngô lúa", "(all (not ngô) lúa)"),
    ("lúa AND NOT \"ngô lai\"", "(all lúa (not (phrase ngô lai)))"),
    ("lúa NOT (ngô OR lai)", "(all lúa (not (any ngô lai)))"), ("lúa NOT 5", "(all lúa (not 5))"),
    ("NOT title:ngô", "(not (title ngô))"), ("lúa NOT", "lúa"), ("NOT", "not"),
    ("lúa not ngô", "(all lúa not ngô)"), ("lúa NOT OR ngô", "(any lúa ngô)"),
    // No exclusion: a dash between words or before a number, several dashes, nothing to exclude.
    ("Hà Nội - Vĩnh Phúc", "(all hà nội vĩnh phúc)"), ("qđ-ubnd", "(all qđ ubnd)"),
    ("lúa- ngô", "(all lúa ngô)"), ("lúa --ngô", "(all lúa ngô)"), ("lúa -5 độ", "(all lúa 5 độ)"),
    ("lúa –ngô", "(all lúa ngô)"), ("lúa -", "lúa"), ("lúa -()", "lúa"),
    ("lúa -\"\" ngô", "(all lúa ngô)"),
    ("lúa -\"", "lúa"), ("\"lúa -ngô\"", "(phrase lúa ngô)"), ("lúa,-ngô", "(all lúa ngô)"),
  ])
  func exclusion(_ query: String, _ expected: String) { #expect(parsed(query) == expected) }

  @Test(arguments: [
    ("lúa OR ngô", "(any lúa ngô)"), ("lúa|ngô", "(any lúa ngô)"), ("lúa | ngô", "(any lúa ngô)"),
    ("lúa || ngô", "(any lúa ngô)"), ("lúa OR ngô OR khoai", "(any lúa ngô khoai)"),
    ("giá lúa OR ngô tăng", "(all giá (any lúa ngô) tăng)"),
    ("(giá lúa) OR ngô", "(any (all giá lúa) ngô)"),
    ("giá (lúa OR ngô)", "(all giá (any lúa ngô))"),
    ("(lúa OR ngô) (giá OR cước)", "(all (any lúa ngô) (any giá cước))"),
    ("((lúa OR ngô) OR khoai)", "(any lúa ngô khoai)"), ("lúa OR -ngô", "(any lúa (not ngô))"),
    ("\"lúa mùa\" OR \"lúa chiêm\"", "(any (phrase lúa mùa) (phrase lúa chiêm))"),
    ("TP.HCM OR Huế", "(any (all tp hcm) huế)"), ("lúa AND ngô", "(all lúa ngô)"),
    ("lúa or ngô and khoai", "(all lúa or ngô and khoai)"),
    ("lúa (ngô (khoai sắn))", "(all lúa ngô khoai sắn)"),
    ("title:lúa OR title:ngô", "(any (title lúa) (title ngô))"), ("\"OR\"", "or"),
    (
      "date:2019 OR date:2020 lúa",
      "(all (any (dates 20190101..20191231) (dates 20200101..20201231)) lúa)"
    ),
    // Operators with nothing to join.
    ("lúa OR", "lúa"), ("OR lúa", "lúa"), ("lúa OR OR ngô", "(any lúa ngô)"),
    ("lúa (OR) ngô", "(all lúa ngô)"),
    ("TP.HCM OR", "(all tp hcm)"), ("OR", "or"), ("OR AND", "(all or and)"), ("lúa OR ()", "lúa"),
    ("lúa) ngô (", "(all lúa ngô)"), ("a) lúa b) ngô", "(all a lúa b ngô)"), ("()", "(all)"),
  ])
  func alternatives(_ query: String, _ expected: String) { #expect(parsed(query) == expected) }

  @Test(arguments: [
    ("title:lúa", "(title lúa)"), ("Title:lúa ngô", "(all (title lúa) ngô)"),
    ("title: lúa", "(title lúa)"),
    ("title:\"lúa mùa\" ngô", "(all (title lúa mùa) ngô)"), ("title:(lúa mùa)", "(title lúa mùa)"),
    ("title:(lúa OR ngô)", "(any (title lúa) (title ngô))"),
    ("title:45/2019/QĐ-UBND", "(title 45 2019 qđ ubnd)"),
    ("author:\"Hoài An\"", "(author hoài an)"), ("author:Hoài An", "(all (author hoài) an)"),
    ("section:(kinh tế)", "(section kinh tế)"),
    ("source:\"Báo Giao Thông\"", "(source báo giao thông)"),
    ("url:bao.example/kinh-te", "(url bao.example/kinh-te)"),
    ("site:bao.example", "(url bao.example)"),
    ("url:https://www.Bao.example/tin/?page=2 lúa", "(all (url bao.example/tin) lúa)"),
    ("url:\"bao.example/tin\"", "(url bao.example/tin)"), ("(title:lúa)", "(title lúa)"),
    ("title:()", "title"),
    ("title:", "title"), ("lúa title:\"\"", "lúa"), ("-title:() lúa", "lúa"),
    ("lúa mytitle:ngô", "(all lúa mytitle ngô)"),
    ("url:(bao.example OR tin.example/a)", "(any (url bao.example) (url tin.example/a))"),
    ("10:30", "(all 10 30)"), ("https://bao.example", "(all https bao example)"),
    ("tiêu đề:lúa", "(all tiêu đề lúa)"),
  ])
  func fields(_ query: String, _ expected: String) { #expect(parsed(query) == expected) }

  @Test(arguments: [
    ("kinh*", "(prefix kinh)"), ("tin kinh* tế", "(all tin (prefix kinh) tế)"),
    ("(kinh*)", "(prefix kinh)"),
    ("kinh*, tế", "(all (prefix kinh) tế)"), ("qđ-ub*", "(all qđ (prefix ub))"),
    ("20*", "(prefix 20)"),
    ("k*", "k"), ("kinh*tế", "(all kinh tế)"), ("kinh **", "kinh"), ("kinh**", "kinh"),
    ("*kinh", "kinh"),
    ("2*3", "(all 2 3)"), ("=kín*", "(prefix =kín)"), ("\"kinh* tế\"", "(phrase kinh tế)"),
  ])
  func prefixes(_ query: String, _ expected: String) { #expect(parsed(query) == expected) }

  @Test(arguments: [
    ("=bán", "=bán"), ("=ban", "=ban"), ("giá =bán đất", "(all giá =bán đất)"),
    ("=\"bán đất\"", "(phrase =bán =đất)"), ("=QĐ-UBND", "(all =qđ =ubnd)"), ("(=bán)", "=bán"),
    // Signs of formulas.
    ("a=b", "(all a b)"), ("a = b", "(all a b)"), ("=", "(all)"), ("==bán", "bán"),
    ("1=1", "(all 1 1)"),
  ])
  func strictWords(_ query: String, _ expected: String) { #expect(parsed(query) == expected) }

  @Test func wordsThatStandTogetherAreNeighbours() {
    func flags(_ query: String) -> [Bool] {
      QueryParser.parse(query).node.words.map(\.followsDirectly)
    }
    #expect(flags("giá =bán đất") == [false, true, true])
    #expect(flags("giá, =bán đất") == [false, false, true])
    #expect(flags("giá -bán đất") == [false, false])
    #expect(flags("giá OR bán đất") == [false, false, true])
    #expect(flags("giá bán* đất") == [false, false])
    #expect(flags("giá title:bán đất") == [false, false])
    #expect(flags("giá date:2020 đất") == [false, false])
    #expect(flags("giá (bán đất) ở") == [false, false, true, false])
    #expect(flags("\"giá bán\" đất") == [false, true, false])
    #expect(flags("giá AND bán") == [false, false])
    // A full stop behind an abbreviation parts nothing.
    #expect(flags("TP. HCM =Q. 1") == [false, true, true, true])
  }

  @Test(
    arguments: [
      ("lúa OR", .looseOr),
      ("=ban đất", .strictWithoutAccents("ban")),
      ("lúa )", .looseParenthesis),
      ("k* lúa", .shortPrefix("k")),
      ("date:13/2020", .noDate(field: "date", value: "13/2020")),
      ("date:2020-02-30", .noDate(field: "date", value: "2020-02-30")),
      ("date:2020-13-45", .noDate(field: "date", value: "2020-13-45")),
      ("date:2020..2020-13", .noDate(field: "date", value: "2020..2020-13")),
      ("lúa NOT", .looseNot), ("lúa NEAR ngô", .noOperator("NEAR")),
      ("*kinh", .idleSign("*kinh")), ("kinh*tế", .idleSign("kinh*")),
      ("\"kinh* tế\"", .idleSign("\"kinh* tế\"")), ("lúa^2 ngô", .idleSign("^2")),
      ("\"lúa ngô\"~5", .idleSign("~5")), ("lúa --ngô", .idleSign("--ngô")),
      ("date:\"bao giờ\"", .noDate(field: "date", value: "bao giờ")),
      (
        "tittle:lúa",
        .unknownField(
          "tittle",
          known: [
            "title", "author", "section", "source", "number", "url", "date", "after", "before",
          ])
      ),
    ] as [(String, QueryNotice)])
  func slipsAreSaid(_ query: String, _ notice: QueryNotice) {
    #expect(QueryParser.parse(query, today: Self.today).notices == [notice])
  }

  @Test func noticesAreFew() {
    let names = (0..<10).map { _ in "abc:lúa" } + ["abd:x", "abe:x", "abf:x", "abg:x", "abh:x"]
    let result = QueryParser.parse(names.joined(separator: " ") + " ) OR")
    #expect(result.notices.count == QueryParser.maximumNotices)
    for (place, notice) in result.notices.enumerated() {
      #expect(result.notices.firstIndex(of: notice) == place)
    }
  }

  @Test func depthIsBounded() {
    let depth = QueryBrackets.maximumDepth
    func nested(_ count: Int) -> String {
      String(repeating: "(a OR -", count: count) + "(b)" + String(repeating: ")", count: count)
    }
    #expect(QueryParser.parse(nested(depth - 1)).notices.isEmpty)
    let deep = QueryParser.parse(nested(50_000))
    #expect(deep.notices.contains(.deepParentheses(maximum: depth)))
    #expect(self.depth(of: deep.node) <= 2 * depth + 2)
  }

  private func depth(of node: QueryNode) -> Int {
    switch node {
    case .word, .phrase, .prefix, .field, .dates: 1
    case .all(let nodes), .any(let nodes): 1 + (nodes.map(depth).max() ?? 0)
    case .not(let node): 1 + depth(of: node)
    }
  }

  @Test func partsAreBounded() {
    for piece in ["date:2020 ", "title:a ", "url:a ", "-a ", "a OR ", "a* ", "-(a) ", "=a "] {
      let node = QueryParser.parse(String(repeating: piece, count: 5000)).node
      #expect(count(node) <= 3 * QueryParser.maximumWords, "\(piece)")
    }
  }

  private func count(_ node: QueryNode) -> Int {
    switch node {
    case .word, .prefix, .dates: 1
    case .phrase(let words), .field(_, let words): 1 + words.count
    case .all(let nodes), .any(let nodes): 1 + nodes.map(count).reduce(0, +)
    case .not(let node): 1 + count(node)
    }
  }
}
