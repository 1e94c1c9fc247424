import Testing

@testable import ArticleIndex

struct QuestionWordsTests {
  private func plan(_ query: String) -> QueryPlan {
    QueryPlan(QueryParser.parse(query).node, accents: .prefer)
  }

  @Test(arguments: [
    ("ai là người phát hiện", ["ai"]), ("bao nhiêu tuổi", ["bao", "nhiêu"]),
    ("bao nhieu tuoi", ["bao", "nhieu"]), ("thế nào là tội cướp", ["thế", "nào"]),
    // Other spellings do not ask, if they were typed.
    ("đầu năm", []), ("bão số 9", []), ("dau nam", ["dau"]),
  ])
  func wordsThatOnlyAsk(_ query: String, _ expected: [String]) {
    let asking = plan(query).words.filter(QuestionWords.contains)
    #expect(asking.map { $0.exact ?? $0.folded } == expected)
  }

  /// Every word of a short query is meant.
  @Test func theyAreWorthLessInLongQueries() {
    func score(_ query: String, _ label: String, _ kind: ScoreSummand.Kind) -> ScoreExpression? {
      plan(query).summands(RankingWeights()).first { $0.label == label && $0.kind == kind }?.score
    }
    #expect(score("ai đến", "ai", .syllable) == .term(.folded("ai"), 1))
    #expect(score("ai đã đến đây hôm ấy", "ai", .syllable) == .term(.folded("ai"), 0.5))
    #expect(score("gì đã đến đây hôm ấy", "gì", .exact) == .term(.exact("gì"), 0.325))
    #expect(score("gì đã đến đây hôm ấy", "đây", .exact) == .term(.exact("đây"), 0.65))
  }
}
