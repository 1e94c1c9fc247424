import TestSupport
import Testing

@testable import ArticleIndex

/// Which articles are found, and in which order.
struct RankingTests {
  /// Articles of one sentence each, named by it; titles and lengths are alike.
  private func index(_ sentences: [String]) throws -> TestIndex {
    let test = try TestIndex()
    for sentence in sentences {
      try test.write(
        TestIndex.text("Bản tin hôm nay", "Theo báo, \(sentence) như vậy."), to: sentence)
    }
    try test.update()
    return test
  }

  private func scores(_ query: String, _ test: TestIndex, _ accents: AccentMode) throws -> [String:
    Double]
  {
    let hits = try test.open().search(SearchRequest(query, accents: accents)).hits
    return Dictionary(uniqueKeysWithValues: hits.map { ($0.name, $0.score) })
  }

  @Test func typedMarksRankTheirOwnSpellingFirst() throws {
    let test = try index(["mùa hóa", "mùa hỏa", "mùa hòa", "mùa họa"])
    #expect(try test.search("hòa").first == "mùa hòa")
    #expect(try test.search("hoà").first == "mùa hòa")
    #expect(try test.search("họa").first == "mùa họa")
    #expect(Set(try test.search("hòa")).count == 4)
    for accents in AccentMode.allCases {
      let scores = try scores("hoa", test, accents)
      #expect(scores.count == 4 && Set(scores.values).count == 1, "typed without, all are equal")
    }
  }

  @Test func aYearHalvesWhatNewArticlesGain() throws {
    let test = try TestIndex()
    for date in ["2021-06-08", "2020-06-08", "2019-06-09"] {
      let meta = "<meta property=\"article:published_time\" content=\"\(date)\">"
      let page =
        "<html><head><title>Tin</title>\(meta)</head><body><p>Mùa lúa mới ở các xã ven sông đã bắt đầu từ tuần trước.</p></body></html>"
      try test.write(page, to: "\(date).html")
    }
    try test.update()
    func scores(_ recency: Double) throws -> [Double] {
      let request = SearchRequest("mùa lúa", recency: recency)
      return try test.open().search(request).hits.sorted { $0.name > $1.name }.map(\.score)
    }
    let (plain, blended) = (try scores(0), try scores(0.8))
    try #require(plain.count == 3 && blended.count == 3)
    // 2020 was a leap year: the second is 365 days older than the first, the third 365 + 365.
    for (place, bonus) in [0.8, 0.4, 0.2].enumerated() {
      #expect(abs(blended[place] / plain[place] - 1 - bonus) < 1e-9)
    }
  }

  @Test func ignoringMarksMakesAllEqual() throws {
    let test = try index(["mùa hóa", "mùa hỏa", "mùa hòa"])
    let scores = try scores("hòa", test, .ignore)
    #expect(scores.count == 3 && Set(scores.values).count == 1)
  }

  @Test func requiringMarksFindsOnlyThem() throws {
    let test = try index(["mùa hóa", "mùa hoa", "mùa hòa", "mùa hoà vui"])
    #expect(Set(try test.search("hòa", accents: .require)) == ["mùa hòa", "mùa hoà vui"])
    #expect(try test.search("họa", accents: .require) == [])
    #expect(try test.search("hoa", accents: .require).count == 4)
  }

  @Test func marksAreDecidedSyllableBySyllable() throws {
    let test = try index([
      "gia hóa binh", "gia hòa bính", "gia hóa bình", "gia hòa bình", "giá khác",
    ])
    #expect(
      Set(try test.search("hòa binh", accents: .require)) == ["gia hòa bính", "gia hòa bình"])
    #expect(try test.search("hòa bình", accents: .require) == ["gia hòa bình"])
    let preferred = try test.search("hòa binh")
    #expect(Set(preferred.prefix(2)) == ["gia hòa bính", "gia hòa bình"])
    #expect(try test.search("hòa bình").first == "gia hòa bình")
    #expect(try test.search("HOÀ BÌNH").first == "gia hòa bình")
    #expect(try test.search(decomposed("hòa bình")).first == "gia hòa bình")
  }

  @Test func titleBeatsBody() throws {
    let test = try TestIndex()
    for number in 0..<5 {
      try test.write(
        TestIndex.text("Tin vắn số \(number)", "Ở làng nọ có gốm."), to: "body \(number)")
    }
    try test.write(TestIndex.text("Làng nghề gốm", "Ở đó có tin vắn."), to: "title")
    #expect(try test.update().total == 6)
    #expect(try test.search("gom").first == "title")
    #expect(try test.search("làng gốm").first == "title")
  }

  /// The names of articles that have words at these places and `một` at all others, best first.
  private func order(
    _ query: String, _ articles: [String: [Int: String]],
    _ change: (inout RankingWeights) -> Void = { _ in }
  ) throws -> [String] {
    let test = try TestIndex()
    for (name, places) in articles {
      let body = (0..<200).map { places[$0] ?? "một" }.joined(separator: " ")
      try test.write(TestIndex.text("Bản tin hôm nay", body + "."), to: name)
    }
    try test.update()
    let index = try test.open()
    change(&index.weights)
    return try index.search(SearchRequest(query)).names
  }

  @Test func whatComesEarlyIsFirst() throws {
    let articles = ["a": [60: "sông"], "b": [5: "sông"]]
    #expect(try order("sông", articles) == ["b", "a"])
    #expect(try order("sông", articles) { $0.lead = 0 } == ["a", "b"])
  }

  @Test func wordsOfOnePassageAreFirst() throws {
    let articles = [
      "a": [10: "sông", 70: "hoa", 150: "sông"], "b": [10: "sông", 70: "hoa", 80: "sông"],
    ]
    #expect(try order("sông hoa", articles) == ["b", "a"])
    #expect(try order("sông hoa", articles) { $0.passage = 0 } == ["a", "b"])
  }

  @Test func neighboursNearEachOtherAreFirst() throws {
    let articles = [
      "a": [10: "sông", 30: "hoa", 45: "sông"], "b": [10: "sông", 30: "hoa", 33: "sông"],
      "c": [10: "sông", 11: "hoa", 60: "sông"],
    ]
    #expect(try order("sông hoa", articles) == ["c", "b", "a"])
    #expect(try order("sông hoa", articles) { $0.near = 0 } == ["c", "a", "b"])
  }

  @Test(arguments: ["vinh phuc", "Vĩnh Phúc", "vinh phuc hop"])
  func neighboursBeatScatteredSyllables(_ query: String) throws {
    let test = try index([
      "vinh dự họp bàn hạnh phúc", "phúc lợi họp bàn quang vinh", "tỉnh họp bàn ở Vĩnh Phúc",
      "vinh họp bàn và làm phúc",
    ])
    #expect(try test.search(query).first == "tỉnh họp bàn ở Vĩnh Phúc")
    #expect(try test.search(query).count == 4)
  }

  @Test(arguments: [
    ("vĩnh phúc", ["phrase 2", "phrase 3", "phrase 4", "near 3"]),
    ("phúc chuyển đổi", ["phrase 3", "phrase 4"]),
    ("vinh phuc chuyen doi", ["phrase 4"]),
    ("vĩnh phúc đổi", ["near 3"]),
    ("phúc vĩnh", []), ("vĩnh chuyển", []), ("đổi số vĩnh phúc", []),
  ])
  func phrases(_ phrase: String, _ expected: [String]) throws {
    let test = try TestIndex()
    for (name, body) in [
      ("phrase 2", "Tỉnh Vĩnh Phúc, hôm nay họp."),
      ("phrase 3", "Ở Vĩnh Yên. Vĩnh Phúc. Làm phúc chuyển đổi số."),
      ("phrase 4", "Tỉnh Vĩnh Phúc chuyển đổi số."),
      // All pairs of the phrase of four words, and not the phrase.
      ("near 3", "Vĩnh Phúc đổi mới. Tích phúc chuyển nhà. Chuyển đổi."),
      ("scattered", "Đổi vĩnh số chuyển mới phúc."),
    ] {
      try test.write(TestIndex.text("Bản tin", body), to: name)
    }
    try test.update()
    let result = try test.open().search(
      SearchRequest("\"\(phrase)\"", wantsExactTotal: true))
    #expect(result.total == expected.count && result.totalIsExact)
    if !expected.isEmpty {
      #expect(Set(result.names) == Set(expected))
      #expect(result.notices == [] && !result.isRelaxed)
    } else {
      #expect(result.hits.isEmpty && result.notices == [.missing(["\"\(phrase)\""])])
    }
    #expect(try test.open().count(SearchRequest("\"\(phrase)\"")) == expected.count)
  }

  @Test(arguments: [AccentMode.prefer, .ignore, .require])
  func phrasesAndMarks(_ accents: AccentMode) throws {
    let test = try index(["sự hòa bình ấy", "sự hóa bình ấy", "sự hòa, bình ấy", "sự hòa. Bình ấy"])
    let found = try test.open().search(SearchRequest("\"hòa bình\"", accents: accents))
    let expected =
      accents == .require
      ? ["sự hòa bình ấy", "sự hòa, bình ấy"]
      : ["sự hòa bình ấy", "sự hòa, bình ấy", "sự hóa bình ấy"]
    #expect(Set(found.names) == Set(expected))
  }

  /// Names are words of an article too, under it and in quotation marks.
  @Test(arguments: ["Nguyễn Văn Minh", "nguyen van minh", "\"Nguyễn Văn Minh\"", "\"van minh\""])
  func authorsAreFound(_ query: String) throws {
    let test = try TestIndex([
      "tin.txt":
        "Khai hội đền Hùng\n\nSáng nay lễ hội bắt đầu ở đền Hùng.\n\nTrời đẹp và đông người.\n\nNguyễn Văn Minh\n",
      "khác.txt": TestIndex.text("Tin khác", "Văn nghệ nguyên bản, thông minh."),
    ])
    let result = try test.open().search(SearchRequest(query))
    #expect(
      result.names.first == "tin.txt" && result.hits.first?.article.author == "Nguyễn Văn Minh")
    // The other article has the words, not side by side.
    #expect(result.total == 1 && result.isRelaxed == !query.hasPrefix("\""))
  }
}
