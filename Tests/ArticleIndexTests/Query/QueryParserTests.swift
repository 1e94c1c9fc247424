import TestSupport
import Testing

@testable import ArticleIndex

struct QueryParserTests {
  @Test(arguments: [
    ("vinh phuc", "(all vinh phuc)"), ("Vĩnh Phúc", "(all vĩnh phúc)"), ("vinh", "vinh"),
    ("  VĨNH\t\nPHÚC  ", "(all vĩnh phúc)"), ("", "(all)"), ("   ", "(all)"),
    ("!?… – “” \"\" ()", "(all)"), ("vinh, phuc!", "(all vinh phuc)"),
    ("and or not vinh", "(all and or not vinh)"), ("vinh +phuc", "(all vinh phuc)"),
    ("(((vinh)))", "vinh"), ("vinh (phuc) yen", "(all vinh phuc yen)"),
    ("hoà thuỷ", "(all hoà thuỷ)"), ("hòa thủy", "(all hoà thuỷ)"), ("Đắk Lắk", "(all đắk lắk)"),
    ("H'Mông", "hmông"), ("100%", "100"), ("165.000", "165000"), ("7,5", "7.5"),
    ("45/2019/QĐ-UBND", "(all 45 2019 qđ ubnd)"), ("TP.HCM", "(all tp hcm)"),
    ("8/6/2020", "(all 8 6 2020)"), ("08/06/2020", "(all 8 6 2020)"), ("中文", "(all 中 文)"),
  ])
  func words(_ query: String, _ expected: String) {
    #expect(QueryParser.parse(query).node.description == expected)
  }

  @Test(arguments: [
    ("\"vinh phuc\"", "(phrase vinh phuc)"), ("“vinh phuc”", "(phrase vinh phuc)"),
    ("„vinh phuc“", "(phrase vinh phuc)"), ("”vinh phuc”", "(phrase vinh phuc)"),
    ("\"vinh phuc”", "(phrase vinh phuc)"), ("\"vinh\"", "vinh"), ("\"\"", "(all)"),
    ("\" \" vinh", "vinh"), ("tin \"vinh phuc\" moi", "(all tin (phrase vinh phuc) moi)"),
    ("\"a b\"\"c d\"", "(all (phrase a b) (phrase c d))"),
    ("\"a b\" \"c\" \"d e f\"", "(all (phrase a b) c (phrase d e f))"),
    ("\"chuyển đổi số\"", "(phrase chuyển đổi số)"), ("\"a, b. c\"", "(phrase a b c)"),
    ("\"45/2019/QĐ-UBND\"", "(phrase 45 2019 qđ ubnd)"), ("a\"b c\"d", "(all a (phrase b c) d)"),
    ("tin \"vinh phuc", "(all tin vinh phuc)"), ("\"a b\" c \"d e", "(all (phrase a b) c d e)"),
    ("\"", "(all)"),
  ])
  func phrases(_ query: String, _ expected: String) {
    #expect(QueryParser.parse(query).node.description == expected)
  }

  @Test(
    arguments: [
      ("vinh phuc", []), ("\"vinh phuc\"", []), ("", [.noWord]), ("...", [.noWord]),
      ("\"vinh", [.looseQuotationMark]), ("\"", [.looseQuotationMark, .noWord]),
    ] as [(String, [QueryNotice])])
  func notices(_ query: String, _ expected: [QueryNotice]) {
    #expect(QueryParser.parse(query).notices == expected)
  }

  @Test(arguments: [
    "Vĩnh Phúc", "“chuyển đổi số” tỉnh", "45/2019/QĐ-UBND", "hoà bình, thuỷ lợi \"quý giá đường\"",
  ])
  func compositionMakesNoDifference(_ query: String) {
    #expect(QueryParser.parse(decomposed(query)) == QueryParser.parse(query))
  }

  @Test func marksAreKnownWordByWord() {
    let words = QueryParser.parse("Vĩnh phuc, đổi").node.words
    #expect(
      words == [
        QueryToken(folded: "vinh", exact: "vĩnh", followsDirectly: false),
        QueryToken(folded: "phuc", exact: nil, followsDirectly: true),
        QueryToken(folded: "doi", exact: "đổi", followsDirectly: false),
      ])
  }

  @Test(arguments: [
    ("a b", true), ("a/b", true), ("a-b", true), ("a, b", false), ("a. b", false),
    ("a \"b c\"", false), ("a - b", false), ("a\nb", false),
  ])
  func neighboursFollowDirectly(_ query: String, _ expected: Bool) {
    #expect(QueryParser.parse(query).node.words[1].followsDirectly == expected)
  }

  @Test func manyWords() {
    let words = (1...10_000).map { "w\($0)" }
    let result = QueryParser.parse(words.map { "ư\($0)" }.joined(separator: ", "))
    #expect(result.node.words.count == QueryParser.maximumWords)
    #expect(result.notices == [.tooManyWords(used: QueryParser.maximumWords, typed: 20_000)])
    let phrase = QueryParser.parse("\"\(words.joined(separator: " "))\"")
    #expect(phrase.node.words.count == QueryParser.maximumWords)
    let exactly = (1...100).map { "w\($0)" }.joined(separator: " ")
    #expect(QueryParser.parse(exactly).notices == [])
  }

  @Test(arguments: ["(", ")", "\"", "“", "-", "*", "a\"", "\"a\"", "ờ", "\u{301}", "\u{0}", "😀"])
  func longInputOfOneKind(_ piece: String) {
    let result = QueryParser.parse(String(repeating: piece, count: 100_000))
    #expect(result.node.words.count <= QueryParser.maximumWords)
  }
}
