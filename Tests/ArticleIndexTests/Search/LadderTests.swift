import TestSupport
import Testing

@testable import ArticleIndex

/// How strictly a query is read, and what is never given up.
struct LadderTests {
  private static let articles = Shared { folder in
    let test = try TestIndex(in: folder)
    for (name, body) in [
      ("typed", "Ở Vĩnh Phúc có bán đất."), ("spelt", "Ở Vinh Phức có bạn đạt."),
      ("apart", "Vĩnh biệt, chúc phúc. Bán nhà, mua đất."), ("one", "Quang vinh."),
      ("number", "Nghị định 100/2019/NĐ-CP về covid-19, ngày 30/4."),
      ("numbers", "Điều 100, năm 2019, nđ, cp. Có 30, 4 và 19 ca covid. Nghị quyết 45/QĐ-UBND."),
    ] {
      try test.write(TestIndex.text("Bản tin", body), to: name)
    }
    try test.update()
    return test.index
  }

  private func search(
    _ query: String, _ accents: AccentMode = .prefer, words: Bool = true
  ) throws -> SearchResult {
    var request = SearchRequest(query, accents: accents, wantsExactTotal: true)
    request.bindsWords = words
    request.offersLooser = true
    return try SearchIndex(at: Self.articles()).search(request)
  }

  private func answer(_ result: SearchResult) -> Set<String> {
    Set(result.hits.filter { $0.reading == result.reading && result.total > 0 }.map(\.name))
  }

  @Test(
    arguments: [
      ("Vĩnh Phúc", ReadingKind.words, ["typed"]), ("vinh phuc", .words, ["typed", "spelt"]),
      ("Vỉnh Phúc", .anySpelling, ["typed", "spelt", "apart"]),
      ("biệt Vĩnh Phúc", .syllables, ["apart"]),
      ("phúc", .words, ["typed", "apart"]), ("phục", .anySpelling, ["typed", "spelt", "apart"]),
    ] as [(String, ReadingKind, Set<String>)])
  func theFirstReadingThatHasArticlesIsTheAnswer(
    _ query: String, _ reading: ReadingKind, _ expected: Set<String>
  ) throws {
    let result = try search(query)
    #expect(result.reading == reading && answer(result) == expected)
    #expect(result.total == expected.count && result.totalIsExact)
    // The answer comes first, and what follows satisfies looser readings.
    let readings = ReadingKind.allCases
    let order = result.hits.compactMap { readings.firstIndex(of: $0.reading) }
    #expect(order == order.sorted())
  }

  @Test func modesStartAndStopWhereTheySay() throws {
    #expect(try answer(search("Vĩnh Phúc", .ignore)) == ["typed", "spelt"])
    #expect(try search("Vỉnh Phúc", .require).total == 0)
    #expect(try answer(search("vinh phuc", words: false)) == ["typed", "spelt", "apart"])
  }

  @Test func theNextReadingIsOfferedWithItsNumber() throws {
    let result = try search("Vĩnh Phúc")
    #expect(
      result.looser
        == LooserQuery.Offer(change: .reading(.anySpelling), total: 2, totalIsExact: true))
    #expect(
      try search("vinh phuc").looser
        == LooserQuery.Offer(change: .reading(.syllables), total: 3, totalIsExact: true))
  }

  @Test(
    arguments: [
      ("\"phúc vĩnh\"", .withoutQuotationMarks, 3), ("=vỉnh", .anySpelling, 4),
      ("vinh -vinh", .withoutExclusions, 4), ("phúc date:2020", .withoutFields, 3),
      ("title:=bàn", .anySpelling, 6),
    ] as [(String, LooserQuery.Change, Int)])
  func whatIsNeverGivenUpIsOfferedInstead(
    _ query: String, _ change: LooserQuery.Change, _ total: Int
  ) throws {
    let result = try search(query)
    #expect(result.hits.isEmpty && result.total == 0)
    #expect(result.looser?.change == change)
    #expect(result.looser?.total == total)
  }

  @Test(
    arguments: [
      ("100/2019/NĐ-CP", ["number"]), ("nghị định 100/2019", ["number"]), ("covid-19", ["number"]),
      ("30/4", ["number"]), ("quyết định 45", ["numbers"]), ("45/QĐ-UBND", ["numbers"]),
      ("QĐ-UBND", ["numbers"]), ("19 covid", ["number", "numbers"]),
    ] as [(String, Set<String>)])
  func whatIsTypedTogetherStandsTogether(_ query: String, _ expected: Set<String>) throws {
    #expect(try answer(search(query)) == expected)
  }

  @Test(arguments: [
    ("101/2019/NĐ-CP", "101/2019/nđ-cp"), ("covid-20", "covid-20"),
    ("\"phúc vĩnh\"", "\"phúc vĩnh\""),
    ("vinh xyzzy", "xyzzy"),
  ])
  func whatIsMissingIsNamed(_ query: String, _ missing: String) throws {
    let result = try search(query)
    #expect(result.notices.first == .missing([missing]))
    #expect(result.total == 0)
  }
}
