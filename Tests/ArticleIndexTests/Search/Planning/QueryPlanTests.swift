import Testing

@testable import ArticleIndex
@testable import ArticleReading

extension QueryPlan {
  /// The terms of pairs that phrases require.
  var requiredPairs: [SyllablePair] {
    condition.conjuncts.flatMap { condition -> [SyllablePair] in
      if case .phrase(let phrase) = condition { phrase.pairs } else { [] }
    }
  }
}

struct QueryPlanTests {
  private func plan(_ query: String, _ accents: AccentMode = .prefer) -> QueryPlan {
    QueryPlan(QueryParser.parse(query).node, accents: accents)
  }

  @Test(arguments: [
    (AccentMode.prefer, ["vinh", "phuc"], ["vĩnh"]), (.ignore, ["vinh", "phuc"], []),
    (.require, ["Evĩnh", "phuc"], []),
  ])
  func marksByMode(_ accents: AccentMode, _ required: [String], _ preferred: [String]) {
    let plan = plan("Vĩnh phuc", accents)
    #expect(plan.words.map(\.requiredTerm.text) == required)
    #expect(plan.words.filter { !$0.isStrict }.compactMap(\.exact) == preferred)
    #expect(plan.pairs.map(\.term.text) == ["Pvinh phuc"])
  }

  @Test(arguments: [
    ("a b c", ["Pa b", "Pb c"], []), ("a, b c", ["Pa b", "Pb c"], []),
    ("a b a b", ["Pa b", "Pb a"], []),
    ("\"a b\"", ["Pa b"], ["Pa b"]), ("\"a b c\"", ["Pa b", "Pb c"], ["Pa b", "Pb c"]),
    ("x \"a b\" y", ["Px a", "Pa b", "Pb y"], ["Pa b"]), ("\"a, b\"", ["Pa b"], ["Pa b"]),
    ("a", [], []),
    ("", [], []),
  ])
  func pairs(_ query: String, _ pairs: [String], _ required: [String]) {
    let plan = plan(query)
    #expect(plan.pairs.map(\.term.text) == pairs)
    #expect(plan.requiredPairs.map(\.term.text) == required)
  }

  /// Two folded words are one term; everything else of a phrase is decided by the text.
  @Test(arguments: [
    ("\"a b\"", AccentMode.prefer, 0), ("\"a b c\"", .prefer, 1), ("\"á b\"", .prefer, 0),
    ("\"á b\"", .ignore, 0), ("\"á b\"", .require, 1), ("\"a b\"", .require, 0),
    ("\"a b c\" \"d e f\" \"g h\"", .prefer, 2), ("a b c", .require, 0),
  ])
  func phrasesToVerify(_ query: String, _ accents: AccentMode, _ count: Int) {
    #expect(plan(query, accents).condition.conjuncts.count(where: \.needsText) == count)
  }

  /// What is one word stands side by side for a reason.
  @Test func pairsThatAreOneWordWeighMore() {
    let node = WordTable.builtIn.segmented(QueryParser.parse("ung thu vu").node)
    var plan = QueryPlan(node, accents: .prefer)
    func weight(_ pair: SyllablePair) -> ScoreExpression { plan.pair(pair, RankingWeights()) }
    #expect(weight(SyllablePair("ung", "thu")) == .term(.pair("ung", "thu"), 0.7))
    #expect(weight(SyllablePair("thu", "vu")) == .term(.pair("thu", "vu"), 0.5))
    // Half as much more where articles are half as long as the standard.
    let counts = StoreCounts(
      documents: 10, lastID: 10, averageLength: 650, shards: 1, hasRemote: false)
    plan.rarity = TermRarity([], frequencies: [], in: counts, standardLength: 1300)
    #expect(weight(SyllablePair("ung", "thu")) == .term(.pair("ung", "thu"), 0.6))
  }

  @Test func wordsRepeatedCountOnce() {
    #expect(plan("tin tin TIN").words.map(\.folded) == ["tin"])
    #expect(plan("tin tín").words.map { $0.exact ?? $0.folded } == ["tin", "tín"])
    #expect(plan("tín tìn", .ignore).words.count == 1)
    #expect(plan("hòa hoà").words.count == 1)
  }

  @Test(arguments: AccentMode.allCases)
  func everyPlanMakesPrograms(_ accents: AccentMode) throws {
    let today = ArticleDate(year: 2020, month: 6, day: 8)
    let long = (1...QueryParser.maximumWords).map { "ư\($0)" }.joined(separator: " ")
    var random = RandomArticles(seed: 4)
    let hostile = (0..<300).map { HostileQueryTests.query(&random, pieces: 1 + $0 % 60) }
    let nested =
      String(repeating: "(a OR -(\"b c d\" ", count: 40) + String(repeating: "))", count: 40)
    for query in hostile + [
      "vĩnh", "vĩnh phuc", "\"vĩnh phúc yên\" tin", long, String(repeating: "ờ", count: 9000),
      nested,
      String(repeating: "(", count: 100_000), "-a -\"b c d\" -(e OR f*)", "date:hôm nay",
      "kinh* author:an",
    ] {
      let plan = QueryPlan(QueryParser.parse(query, today: today).node, accents: accents)
      for program in [
        try plan.allWordsProgram(RankingWeights()),
        try plan.candidatesProgram(.words, RankingWeights()),
        try plan.candidatesProgram(.pairs, RankingWeights()), try plan.matchingProgram(),
        try plan.scoringProgram(.ids([1]), plan.summands(RankingWeights())),
        try plan.scoringProgram(.uniqueTerms([Term([0x51])]), plan.summands(RankingWeights())),
      ] {
        #expect(try program.describe().hasPrefix("Query("))
      }
    }
  }
}
