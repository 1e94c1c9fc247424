import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// Pages, totals, relaxed searches and what hits carry.
struct SearchTests {
  /// Forty articles with `tin`, half of them with `sông`, a quarter with `sông Lô`, of uneven lengths.
  private static let articles = Shared { folder in
    let test = try TestIndex(in: folder)
    for number in 0..<40 {
      var body = "Tin thứ \(number)" + String(repeating: " và thêm", count: number % 5)
      if number % 4 == 0 { body += ", ở sông Lô" } else if number % 2 == 0 { body += ", ở sông" }
      if number == 7 { body += ", lô đất" }
      try test.write(TestIndex.text("Bản tin \(number)", body + "."), to: "\(number)")
    }
    try test.update()
    return test.index
  }

  private func index() throws -> SearchIndex { try SearchIndex(at: Self.articles()) }

  /// Pages of any size, put together, are the whole list: nothing twice, nothing left out.
  @Test func pagesFitTogether() throws {
    let index = try index()
    for query in [
      "tin", "sông lô", "song lo tin", "\"sông lô\"", "\"tin thứ\" sông",
      "ban tin song lo thu them",
    ] {
      let whole = try index.search(SearchRequest(query, limit: 1000))
      #expect(whole.hits.map(\.rank) == Array(1...whole.hits.count))
      #expect(Set(whole.names).count == whole.hits.count)
      for size in [1, 3, 7, 10, 39, 40, 41] {
        var names: [String] = []
        for offset in stride(from: 0, to: 60, by: size) {
          let page = try index.search(SearchRequest(query, limit: size, offset: offset))
          #expect(page.hits.count <= size)
          #expect(page.hits.map(\.rank) == page.hits.indices.map { offset + $0 + 1 })
          names += page.names
        }
        #expect(names == whole.names, "\(query), \(size) at a time")
      }
    }
  }

  @Test func totals() throws {
    let index = try index()
    for (query, expected) in [
      ("tin", 40), ("song", 20), ("sông lô", 10), ("\"sông lô\"", 10), ("lô", 11), ("tin 7", 1),
      ("lo dat", 1), ("khong co", 0), ("", 0), ("...", 0), ("\"lô sông\"", 0),
    ] {
      let result = try index.search(SearchRequest(query, wantsExactTotal: true))
      #expect(result.total == expected && result.totalIsExact, "\(query)")
      #expect(try index.count(SearchRequest(query)) == expected, "\(query)")
      #expect(try index.explain(query).total == expected, "\(query)")
      #expect(try index.search(SearchRequest(query, limit: 0)).hits.isEmpty, "\(query)")
    }
  }

  @Test func relaxedSearchesSaySo() throws {
    let index = try index()
    var result = try index.search(SearchRequest("sông lô"))
    #expect(!result.isRelaxed && result.notices == [], "a page is full")
    result = try index.search(SearchRequest("sông lô đất"))
    #expect(result.isRelaxed && result.total == 0 && !result.hits.isEmpty)
    #expect(result.reading == .bestMatch)
    #expect(result.notices == [.relaxed(complete: 0)])
    result = try index.search(SearchRequest("lô đất"))
    #expect(result.isRelaxed && result.total == 1 && result.names.first == "7")
    #expect(result.notices == [.relaxed(complete: 1)])
    result = try index.search(SearchRequest("khongco sông lô"))
    #expect(result.isRelaxed && result.total == 0)
    let best = try #require(result.hits.first)
    #expect(best.article.text.contains("sông Lô"))
    // One word has nothing to be relaxed to.
    result = try index.search(SearchRequest("dat"))
    #expect(!result.isRelaxed && result.names == ["7"])
    result = try index.search(SearchRequest("khongco"))
    #expect(!result.isRelaxed && result.hits.isEmpty && result.notices == [])
    // What must match exactly is not given up.
    result = try index.search(SearchRequest("sống lô", accents: .require))
    #expect(result.hits.isEmpty && result.total == 0)
  }

  @Test func noticesOfTheQueryComeFirst() throws {
    let result = try index().search(SearchRequest("\"sông lô đất"))
    #expect(result.notices == [.query(.looseQuotationMark), .relaxed(complete: 0)])
    let empty = try index().search(SearchRequest("!"))
    #expect(empty.hits.isEmpty && empty.notices == [.query(.noWord)])
  }

  @Test func allArticlesAreToldInOrder() throws {
    let test = try TestIndex()
    for number in 0..<5 { try test.write(TestIndex.text("Tin \(number)", "Bài."), to: "\(number)") }
    try test.update()
    test.remove("2")
    try test.update()
    let index = try test.open()
    func names(from first: UInt32 = 1, until last: String? = nil) throws -> [String] {
      var names: [String] = []
      var previous: UInt32 = 0
      try index.forEachArticle(from: first) { number, article in
        #expect(number > previous && number >= first)
        previous = number
        names.append(article.title)
        return article.title != last
      }
      return names
    }
    let all = try names()
    #expect(Set(all) == ["Tin 0", "Tin 1", "Tin 3", "Tin 4"] && all.count == 4)
    #expect(try names(until: all[1]) == Array(all.prefix(2)))
    let second = try #require(try index.search(SearchRequest("title:\"\(all[1])\"")).hits.first)
    #expect(try names(from: second.number) == Array(all.dropFirst()))
    #expect(try names(from: .max) == [])
  }

  @Test func hitsCarryTheArticle() throws {
    let test = try TestIndex([
      "a.txt":
        "Tỉnh Vĩnh Phúc họp\n\n08/06/2020\n\nSáng nay, Vĩnh Phúc họp.\n\nChiều nay, Vĩnh Phúc nghỉ.\n"
    ])
    let index = try test.open()
    let hit = try #require(try index.search(SearchRequest("vinh phuc")).hits.first)
    #expect(hit.rank == 1 && hit.score > 0 && hit.id == "\(hit.number)")
    #expect(hit.article.title == "Tỉnh Vĩnh Phúc họp" && hit.article.date?.iso == "2020-06-08")
    #expect(hit.article.path == test.articles.appending("a.txt").resolved)
    let bytes = Array(hit.article.text.utf8)
    #expect(
      hit.matches.map { String(decoding: bytes[$0], as: UTF8.self) }
        == ["Vĩnh", "Phúc", "Vĩnh", "Phúc", "Vĩnh", "Phúc"])
    #expect(hit.snippet.text == "Sáng nay, Vĩnh Phúc họp. Chiều nay, Vĩnh Phúc nghỉ.")
    #expect(hit.snippet.highlights.count == 4)
    let bare = try index.search(SearchRequest("vinh phuc", wantsSnippets: false)).hits.first
    #expect(bare?.matches == [] && bare?.snippet == Snippet(text: "", highlights: []))
    #expect(try index.article(number: hit.number) == hit.article)
    #expect(try index.article(number: 99) == nil)
    #expect(try index.article(number: 0) == nil)
    #expect(try index.article(path: hit.article.path)?.number == hit.number)
    #expect(try index.article(path: "/absent") == nil)
  }

  @Test(arguments: [
    (Int.max, 0), (Int.max, Int.max), (10, Int.max), (0, 0), (-1, 0), (10, -5), (Int.min, Int.min),
  ])
  func anyLimitAndOffset(_ limit: Int, _ offset: Int) throws {
    let index = try index()
    for query in ["tin", "sông lô đất", "\"tin thứ 7\"", "a b c d e f"] {
      var request = SearchRequest(query, limit: limit, offset: offset)
      let hits = try index.search(request).hits.count
      #expect(limit > 0 && offset <= 0 ? hits > 0 || query.hasPrefix("a") : hits == 0)
      request.wantsExactTotal = true
      _ = try index.search(request)
    }
  }

  @Test func explaining() throws {
    let index = try index()
    let explanation = try index.explain("Sông lo \"tin thứ 7\"")
    #expect(explanation.node.description == "(all sông lo (phrase tin thứ 7))")
    #expect(
      explanation.words.map { "\($0.term) \($0.frequency)" } == [
        "song 20", "lo 11", "tin 40", "thu 40", "7 1",
      ])
    #expect(explanation.preferred.map { "\($0.term) \($0.frequency)" } == ["Esông 20", "Ethứ 40"])
    #expect(
      explanation.pairs.map { "\($0.term) \($0.frequency)" } == [
        "Psong lo 10", "Plo tin 0", "Ptin thu 40", "Pthu 7 1",
      ])
    #expect(explanation.isVerified && explanation.total == 0)
    #expect(explanation.allWordsQuery.hasPrefix("Query("))
    #expect(explanation.candidatesQuery.hasPrefix("Query("))
    let empty = try index.explain("?")
    #expect(empty.words.isEmpty && empty.allWordsQuery == "" && empty.notices == [.query(.noWord)])
  }

  @Test(.timeLimit(.minutes(1)))
  func queriesOfAnySize() throws {
    let index = try index()
    for query in [
      String(repeating: "tin sông lô ", count: 4000),
      (0..<10_000).map { "w\($0)" }.joined(separator: " "),
      String(repeating: "ờ", count: 10_000), String(repeating: "(", count: 100_000),
      "\"" + String(repeating: "tin ", count: 10_000) + "\"", "\u{0}\u{1}\u{1B}[31m tin",
    ] {
      for accents in AccentMode.allCases {
        _ = try index.search(SearchRequest(query, accents: accents))
        _ = try index.explain(query, accents: accents)
      }
    }
  }
}
