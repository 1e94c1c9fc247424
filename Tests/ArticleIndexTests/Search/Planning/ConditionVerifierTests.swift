import TestSupport
import Testing

@testable import ArticleIndex
@testable import ArticleReading

struct ConditionVerifierTests {
  private func article(_ text: String, author: String? = nil) -> StoredArticle {
    StoredArticle(Article(title: "", paragraphs: [text], author: author), path: "/a")
  }

  private func accepts(
    _ query: String, _ text: String, _ accents: AccentMode = .prefer
  ) -> Bool {
    let phrase = QueryPhrase(QueryParser.parse(query).node.words, accents)
    return ConditionVerifier([.phrase(phrase)]).accepts(article(text))
  }

  @Test(arguments: [
    ("chuyen doi so", "Chuyển đổi số", true), ("chuyen doi so", "tin chuyển đổi số.", true),
    ("chuyen doi so", "chuyển đổi, số", true), ("chuyen doi so", "chuyển đổi. Số", false),
    ("chuyen doi so", "chuyển đổi và đổi số", false), ("chuyen doi so", "đổi số chuyển đổi", false),
    ("chuyen doi. So", "chuyển đổi. Số", true), ("chuyen doi. So", "chuyển đổi số", true),
    ("chuyen. Doi so", "chuyển đổi. Số", false), ("chuyen doi so", "chuyển đổi\nsố", false),
    ("chuyen doi so", "chuyển đổi", false),
    ("chuyen doi so", "", false), ("chuyen doi so", "chuyển chuyển đổi số", true),
    ("so so so", "so so", false), ("so so so", "so so so", true), ("a b a c", "a b a b a c", true),
    ("45/2019/QĐ-UBND", "Quyết định 45/2019/QĐ-UBND ngày", true),
    ("45 2019", "45.2019", false), ("hoà bình", "Hòa Bình", true),
  ])
  func side(_ query: String, _ text: String, _ expected: Bool) {
    #expect(accepts(query, text) == expected)
    #expect(accepts(query, decomposed(text)) == expected)
  }

  @Test(arguments: [
    ("hòa bình", "hòa bình", true), ("hòa bình", "hoà bình", true), ("hòa bình", "hoa bình", false),
    ("hòa bình", "hóa bình", false), ("hòa binh", "hòa bính", true), ("hoa binh", "hóa bình", true),
    ("hòa bình", "hóa bình, hòa bình", true),
  ])
  func requiredMarks(_ query: String, _ text: String, _ expected: Bool) {
    #expect(accepts(query, text, .require) == expected)
    #expect(accepts(query, text, .prefer))
    #expect(accepts(query, text, .ignore))
  }

  private func verifier(_ query: String, _ accents: AccentMode = .prefer) -> ConditionVerifier {
    ConditionVerifier(QueryCondition(QueryParser.parse(query).node, accents: accents))
  }

  @Test func allPhrasesMustBeThere() {
    let verifier = verifier("\"ở vinh phuc\" \"chuyen doi so\"")
    #expect(verifier.accepts(article("Chuyển đổi số ở Vĩnh Phúc")))
    #expect(!verifier.accepts(article("Chuyển đổi số")))
    #expect(verifier.accepts(article("Chuyển đổi số", author: "Ở Vĩnh Phúc")), "each somewhere")
    #expect(
      !verifier.accepts(article("Chuyển đổi", author: "số ở Vĩnh Phúc")), "none in two parts")
    #expect(!verifier.accepts(article("")))
    #expect(self.verifier("\"vinh phuc\" tin").isTrivial && !verifier.isTrivial)
  }

  /// What terms cannot decide alone is decided with everything beside it.
  @Test(arguments: [
    ("-\"a b c\"", "a b c", false), ("-\"a b c\"", "a b và b c", true),
    ("-\"a b c\"", "x", true),
    ("\"a b c\" OR d", "d", true), ("\"a b c\" OR d", "a b c", true),
    ("\"a b c\" OR d", "b c, a b", false),
    ("(\"a b c\" -d) OR e", "a b c d", false), ("(\"a b c\" -d) OR e", "a b c", true),
    ("(\"a b c\" -d) OR e", "d e", true), ("(\"a b c\" kinh*) OR e", "a b c kính", true),
    ("(\"a b c\" kinh*) OR e", "a b c kin", false), ("-(\"a b c\" d)", "a b c", true),
    ("-(\"a b c\" d)", "a b c d", false), ("(\"a b c\" =bán) OR e", "a b c ban", false),
    ("(\"a b c\" =bán) OR e", "a b c bán", true), ("(\"a b c\" =bá*) OR e", "a b c ban", false),
    ("(\"a b c\" =bá*) OR e", "a b c bánh", true), ("=\"bán đất\"", "bán đất", true),
    ("=\"bán đất\"", "bạn đất", false), ("(\"a b c\" title:x) OR e", "a b c x", false),
    ("(\"a b c\" date:2020) OR e", "a b c", false), ("(\"a b c\" -date:2020) OR e", "a b c", true),
    ("-(-(\"a b c\"))", "a b c", true),
  ])
  func trees(_ query: String, _ text: String, _ expected: Bool) {
    #expect(verifier(query).accepts(article(text)) == expected)
  }

  @Test(arguments: [
    ("title:(tin mới)", true), ("title:\"mới tin\"", true), ("title:cũ", false),
    ("title:lúa", false),
    ("author:\"Hoài An\"", true), ("author:An", false), ("section:\"kinh te\"", true),
    ("source:\"Giao thông\"", true), ("source:Báo", false), ("url:bao.example", true),
    ("url:bao.example/tin", true), ("url:bao.example/t", false), ("url:example", false),
    ("date:2020", true), ("date:8/6/2020", true), ("date:9/6/2020", false),
    ("date:..8/6/2020", true),
    ("date:9/6/2020..", false), ("before:8/6/2020", false), ("after:8/6/2020", true),
  ])
  func whatIsKnownOfAnArticle(_ query: String, _ expected: Bool) {
    let article = Article(
      title: "Tin mới", date: ArticleDate(year: 2020, month: 6, day: 8, hour: 9, minute: 30),
      paragraphs: ["Lúa một hai ba."], author: "Hoài An", section: "Kinh tế",
      source: "Giao thông", url: "https://www.bao.example/tin/1.html")
    let verifier = verifier("(\"một hai ba\" \(query)) OR không")
    #expect(verifier.accepts(StoredArticle(article, path: "/a")) == expected)
  }
}
