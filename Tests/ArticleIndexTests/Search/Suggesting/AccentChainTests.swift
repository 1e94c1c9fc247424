import Testing
import VietnameseText

@testable import ArticleIndex

/// Votes for spellings and the likeliest row of them, without an index.
struct AccentChainTests {
  private func votes(_ query: String, _ texts: [String]) -> (AccentVotes, [String]) {
    let list = TokenList(of: query)
    let folded = list.tokens.map { list.folded($0) }
    var votes = AccentVotes(
      folded: folded, isNeighbour: list.tokens.map { $0.gap <= ArticleAnalyzer.widestPairGap })
    for text in texts { votes.count(TokenList(of: text), of: Array(text.utf8)) }
    return (votes, folded)
  }

  private func best(_ query: String, _ texts: [String]) -> [String] {
    let (votes, folded) = votes(query, texts)
    var chain = AccentChain()
    for (place, word) in folded.enumerated() {
      let seen = votes.spellings(at: place)
      let spellings =
        seen.isEmpty
        ? [AccentChain.Spelling(form: word, share: 1)]
        : seen.map { AccentChain.Spelling(form: $0, share: Double($1)) }
      chain.append(spellings, pairs: votes.pairs(endingAt: place))
    }
    return chain.best
  }

  @Test func spellingsAndPairsAreCounted() {
    let (votes, _) = votes(
      "vinh phuc vinh", ["Tỉnh Vĩnh Phúc. Phúc Vinh, Vĩnh Phúc! Vinh", "Vịnh Phúc vĩnh viễn"])
    #expect(votes.spellings(at: 0) == ["vĩnh": 3, "vinh": 2, "vịnh": 1])
    #expect(votes.spellings(at: 2) == votes.spellings(at: 0))
    #expect(votes.spellings(at: 1) == ["phúc": 4])
    #expect(votes.pairs(endingAt: 0).isEmpty)
    #expect(
      votes.pairs(endingAt: 1) == [
        AccentVotes.Pair(left: "vĩnh", right: "phúc"): 2,
        AccentVotes.Pair(left: "vịnh", right: "phúc"): 1,
      ])
    // A full stop parts; a comma does not.
    #expect(
      votes.pairs(endingAt: 2) == [
        AccentVotes.Pair(left: "phúc", right: "vinh"): 1,
        AccentVotes.Pair(left: "phúc", right: "vĩnh"): 1,
      ])
  }

  @Test func neighboursOutvoteFrequency() {
    let texts = [
      "ba bốn năm", "ba con gà", "ba người", "bà con xã viên", "bà con nông dân", "cơn bão số ba",
    ]
    #expect(best("ba con nong dan", texts) == ["bà", "con", "nông", "dân"])
    #expect(best("bao so ba", texts) == ["bão", "số", "ba"])
    #expect(best("xa vien", texts) == ["xã", "viên"])
  }

  @Test func wordsNobodyKnowsStay() {
    #expect(best("xyz ba", ["ba"]) == ["xyz", "ba"])
    #expect(best("", []).isEmpty)
    #expect(best("vinh phuc", []) == ["vinh", "phuc"])
  }

  @Test(arguments: [
    ("cong ty", "Công ty đóng cửa", "công ty"), ("ky thuat", "kỹ thuật", "kỹ thuật"),
    ("ky thuat", "kĩ thuật", "kĩ thuật"), ("hoa binh", "Hòa Bình", "hòa bình"),
    ("thuy dien", "THUỶ ĐIỆN", "thuỷ điện"),
  ])
  func spellingsAreWrittenAsInTheTexts(_ query: String, _ text: String, _ expected: String) {
    let (votes, _) = votes(query, [text])
    #expect(best(query, [text]).map { votes.surface(of: $0) }.joined(separator: " ") == expected)
  }

  /// What was never seen has a chance, and shares of nothing are none.
  @Test func emptySharesAreNoTrouble() {
    var chain = AccentChain()
    chain.append([AccentChain.Spelling(form: "a", share: 0)], pairs: [:])
    chain.append(
      [AccentChain.Spelling(form: "b", share: 0), AccentChain.Spelling(form: "c", share: 0)],
      pairs: [AccentVotes.Pair(left: "a", right: "c"): 1])
    #expect(chain.best == ["a", "c"])
  }
}
