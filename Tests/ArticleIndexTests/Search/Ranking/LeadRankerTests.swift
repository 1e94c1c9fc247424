import SystemPackage
import Testing

@testable import ArticleIndex
@testable import ArticleReading

struct LeadRankerTests {
  private let ranker = LeadRanker(
    words: ["lang", "gom", "co"].map { .init(folded: Array($0.utf8), value: 1) },
    pairs: [.init(first: 0, second: 1, value: 10)])

  private func score(_ text: String) -> Double {
    var text = text
    return text.withUTF8 { ranker.score($0) }
  }

  @Test func wordsAreWorthTheirFirstPlace() {
    #expect(score("") == 0)
    #expect(score("không có từ nào khác") == 1 / (1 + 1 / LeadRanker.halfWord))
    #expect(score("Gốm") == 1)
    #expect(score("Gốm, gốm, gôm") == 1, "once each, in any spelling")
    #expect(score("cổ gốm") == 1 + 1 / (1 + 1 / LeadRanker.halfWord))
    let far = String(repeating: "một ", count: 50) + "gốm"
    #expect(score(far) == 0.5)
  }

  @Test func pairsAreWorthMoreSideBySide() {
    let words = 1 + 1 / (1 + 1 / LeadRanker.halfWord)
    #expect(score("làng gốm") == words + 10)
    #expect(score("làng, gốm") == words + 10)
    #expect(score("làng. Gốm") == words, "not across the end of a sentence")
    #expect(score("gốm làng") == words, "nor the other way round")
    let apart = score("làng có gốm")
    #expect(apart < words + 1 && apart > words)
  }

  @Test func onlyTheBeginningIsRead() {
    let long = String(repeating: "một hai ", count: 100_000) + "làng gốm"
    let article = stored(title: "Tin", long)
    #expect(ranker.score(article) == 0)
    #expect(ranker.score(stored(title: "Gốm", long)) == 1)
  }

  @Test func aTitleMadeOfTheTextIsNotReadTwice() {
    let text = "Có một làng gốm ở ven sông. Người làng kể vậy."
    #expect(
      ranker.score(stored(title: "Có một làng gốm ở ven sông.", text)) == score(text))
  }

  private func stored(title: String, _ body: String) -> StoredArticle {
    StoredArticle(Article(title: title, paragraphs: [body]), path: "x")
  }
}
