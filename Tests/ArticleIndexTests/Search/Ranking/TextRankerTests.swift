import SystemPackage
import Testing

@testable import ArticleIndex
@testable import ArticleReading

struct TextRankerTests {
  /// A ranker of one part alone: `làng gốm cổ`, of which `làng gốm` is a pair.
  private func ranker(_ part: WritableKeyPath<TextWeights, Double>) -> TextRanker {
    var weights = TextWeights()
    weights[keyPath: part] = 1
    return TextRanker(
      words: [
        .init(folded: Array("lang".utf8), value: 1),
        .init(folded: Array("gom".utf8), typed: [Array("gốm".utf8)], value: 2),
        .init(folded: Array("co".utf8), value: 4),
      ], pairs: [.init(first: 0, second: 1, value: 10)], weights: weights)
  }

  private func score(_ part: WritableKeyPath<TextWeights, Double>, _ text: String) -> Double {
    var text = text
    return text.withUTF8 { ranker(part).score($0).sum }
  }

  private func words(_ count: Int) -> String { String(repeating: "một ", count: count) }

  @Test func wordsAreWorthTheirFirstPlace() {
    #expect(score(\.lead, "") == 0)
    #expect(score(\.lead, "không từ nào khác") == 0)
    #expect(score(\.lead, "Làng") == 1)
    #expect(score(\.lead, "Làng, lang, lạng") == 1, "once each, in any spelling")
    #expect(score(\.lead, "cổ làng") == 4 + 1 / (1 + 1 / TextWeights.halfWord))
    #expect(score(\.lead, words(50) + "làng") == 0.5)
  }

  @Test func anotherSpellingIsWorthLess() {
    for part in [\TextWeights.lead, \.passage] {
      #expect(score(part, "gốm") == 2)
      #expect(score(part, "gom") == 2 * TextRanker.otherSpelling)
      #expect(score(part, "GỐM") == 2)
    }
    #expect(score(\.passage, "gồm gốm") == 2, "the best of its spellings")
    #expect(score(\.lead, "gồm " + words(49) + "gốm") == 1)
  }

  @Test func pairsAreWorthTheirFirstPlace() {
    #expect(score(\.leadPair, "làng gốm, làng gốm") == 10)
    #expect(score(\.leadPair, "làng, gốm") == 10)
    #expect(score(\.leadPair, words(30) + "làng gốm") == 5)
    #expect(score(\.leadPair, "làng. Gốm") == 0, "not across the end of a sentence")
    #expect(score(\.leadPair, "gốm làng") == 0, "nor the other way round")
    #expect(score(\.leadPair, "làng có gốm") == 0)
  }

  @Test func wordsOfOnePassageCountTogether() {
    #expect(score(\.passage, "làng cổ") == 5)
    #expect(score(\.passage, "làng cổ, làng cổ") == 5, "each once")
    #expect(score(\.passage, "làng " + words(48) + "cổ") == 5)
    #expect(score(\.passage, "làng " + words(49) + "cổ") == 4, "50 words are a passage")
    #expect(score(\.passage, "làng gốm " + words(60) + "gốm cổ") == 6, "the best one counts")
    #expect(score(\.passage, "cổ " + words(60) + "làng gốm") == 4)
  }

  @Test func neighboursCountNearEachOther() {
    #expect(score(\.near, "làng gốm") == 10)
    #expect(score(\.near, "gốm của làng. Làng gốm") == 10, "in any order, once")
    #expect(score(\.near, "làng một hai ba bốn gốm") == 10)
    #expect(score(\.near, "làng một hai ba bốn năm gốm") == 0)
    #expect(score(\.near, "làng cổ") == 0, "they are no neighbours in the query")
  }

  @Test func onlyTheBeginningIsRead() {
    let long = String(repeating: "một hai ", count: 100_000) + "làng gốm cổ"
    for part in [\TextWeights.lead, \.passage, \.near] {
      #expect(ranker(part).score(stored(title: "Tin", long)).sum == 0)
    }
    #expect(ranker(\.passage).score(stored(title: "Làng", long)).sum == 1)
  }

  @Test func aTitleMadeOfTheTextIsNotReadTwice() {
    let text = "Có một làng gốm ở ven sông. Người làng kể vậy."
    let article = stored(title: "Có một làng gốm ở ven sông.", text)
    #expect(ranker(\.lead).score(article).sum == score(\.lead, text))
  }

  private func stored(title: String, _ body: String) -> StoredArticle {
    StoredArticle(Article(title: title, paragraphs: [body]), path: "x")
  }
}
