import Testing

@testable import ArticleIndex

struct PhraseVerifierTests {
  private func accepts(_ query: String, _ text: String, _ accents: AccentMode = .prefer) -> Bool {
    let words = QueryParser.parse(query).node.words
    let verifier = PhraseVerifier([words], accents: accents)
    return verifier.accepts([text])
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

  @Test func allPhrasesMustBeThere() {
    let phrases = ["vinh phuc", "chuyen doi so"].map { QueryParser.parse($0).node.words }
    let verifier = PhraseVerifier(phrases, accents: .prefer)
    #expect(verifier.accepts(["Chuyển đổi số ở Vĩnh Phúc"]))
    #expect(!verifier.accepts(["Chuyển đổi số"]))
    #expect(verifier.accepts(["Chuyển đổi số", "Báo Vĩnh Phúc"]), "each somewhere")
    #expect(!verifier.accepts(["Chuyển đổi", "số Vĩnh Phúc"]), "none in two parts")
    #expect(!verifier.accepts([]))
    let trivial = PhraseVerifier([], accents: .prefer)
    #expect(trivial.accepts([String]()))
    #expect(trivial.isTrivial && !verifier.isTrivial)
  }
}
