import TestSupport
import Testing

@testable import ArticleIndex

/// What queries of operators find, against a look at every article.
struct SearchLanguageTests {
  private static let words = [
    "lúa", "lua", "ngô", "khoai", "sắn", "bán", "bạn", "kinh", "kín", "sông",
  ]

  /// Articles of few words in many orders, with authors, sections and dates.
  private static let articles = Shared { folder in
    var random = RandomArticles(seed: 21)
    var lines = ""
    for number in 0..<80 {
      func text(_ count: Int) -> String {
        (0..<count).map { _ in
          random.pick(words, or: "x") + random.pick([" ", " ", " ", ", ", ". Rồi "], or: " ")
        }
        .joined()
      }
      let date =
        number % 5 == 0
        ? "" : #""date": "20\#(18 + number % 4)-0\#(1 + number % 9)-1\#(number % 10)", "#
      lines += #"""
        {"id": "r\#(number)", "title": "\#(text(3))", \#(date)"author": "\#(["Hoài An", "Lê An", "Thu"][number % 3])", \#
        "section": "\#(["Kinh tế", "Kinh tế biển"][number % 2])", "body": "\#(text(4 + number % 9))"}

        """#
    }
    let test = try TestIndex(in: folder)
    try test.write(lines, to: "dump.jsonl")
    #expect(try test.update().total == 80)
    return test.index
  }

  private static let pieces = [
    "lúa", "lua", "ngô", "khoai", "=bán", "bạn", "ki*", "lu*", "=kí*", "\"lúa ngô\"",
    "\"ngô lúa khoai\"", "\"lúa lúa\"",
    "=\"bán lúa\"", "\"sông sắn kinh\"", "title:lúa", "title:(ngô OR khoai)", "author:An",
    "author:thu", "section:kinh",
    "section:\"kinh te\"", "date:2019", "date:..2020-03", "date:2020..", "\"khoai. rồi sắn\"",
    "khongco",
  ]

  private func query(_ random: inout RandomArticles, depth: Int = 0) -> String {
    let count = Int.random(in: 1...3, using: &random)
    return (0..<count).map { _ -> String in
      let isGroup = depth < 3 && Int.random(in: 0..<4, using: &random) == 0
      let operand =
        isGroup ? "(\(query(&random, depth: depth + 1)))" : random.pick(Self.pieces, or: "lúa")
      return (Int.random(in: 0..<4, using: &random) == 0 ? "-" : "") + operand
    }.joined(separator: Int.random(in: 0..<3, using: &random) == 0 ? " OR " : " ")
  }

  @Test func termsAndTextAgree() throws {
    let index = try SearchIndex(at: Self.articles())
    let reader = try Self.articles().openReader()
    let articles = try (1...80).map { try #require(try index.article(number: UInt32($0))) }
    var random = RandomArticles(seed: 5)
    var found = 0
    for _ in 0..<400 {
      let query = query(&random)
      let node = QueryParser.parse(query).node
      for accents in [AccentMode.prefer, .require] {
        let plan = try SearchIndex.plan(node, accents, reader).plan
        // The whole condition, not only what terms leave open.
        var request = SearchRequest(query, accents: accents, limit: 1000, wantsExactTotal: true)
        request.bindsWords = false
        let context = SearchContext(
          reader: reader, plan: plan, request: request, weights: RankingWeights())
        var expected: [UInt32] = []
        for rung in Ladder(context: context).rungs() where expected.isEmpty {
          let verifier = ConditionVerifier([rung.context.plan.condition])
          expected = articles.indices.filter { verifier.accepts(articles[$0]) }.map {
            UInt32($0 + 1)
          }
        }
        let result = try index.search(request)
        #expect(result.total == expected.count, "\(query), \(accents)")
        #expect(result.totalIsExact)
        let hits = result.hits.map(\.number)
        #expect(Set(hits).count == hits.count)
        #expect(Set(expected).isSubset(of: hits), "\(query)")
        #expect(
          Set(hits.prefix(result.total)) == Set(expected) || !plan.isShort,
          "\(query)")
        // What is relaxed keeps what no relaxing gives up.
        if let hard = plan.hardPart, !expected.isEmpty {
          let keeper = ConditionVerifier([hard])
          #expect(result.hits.allSatisfy { keeper.accepts($0.article) }, "\(query)")
        }
        for sort in [SearchRequest.Sort.oldestFirst, .newestFirst] where !expected.isEmpty {
          request.sort = sort
          let sorted = try index.search(request)
          #expect(Set(sorted.hits.map(\.number)) == Set(expected), "\(query)")
          let dates = sorted.hits.map { $0.article.date?.sortKey }
          let dated = dates.compactMap(\.self)
          #expect(dates.prefix(dated.count).allSatisfy { $0 != nil }, "undated ones are last")
          #expect(dated == (sort == .oldestFirst ? dated.sorted() : dated.sorted().reversed()))
        }
        found += expected.count
      }
    }
    #expect(found > 5000, "the queries are of use: \(found)")
  }

  @Test(arguments: [SearchRequest.Sort.relevance, .oldestFirst, .newestFirst], [0, 2.5])
  func pagesFitTogether(_ sort: SearchRequest.Sort, _ recency: Double) throws {
    let index = try SearchIndex(at: Self.articles())
    for query in [
      "lúa -ngô", "lúa ngô khoai sắn sông", "\"lúa ngô\" OR \"khoai sắn sông\"", "-lúa", "ki* =bán",
    ] {
      var request = SearchRequest(query, limit: 1000, sort: sort, recency: recency)
      let whole = try index.search(request).hits.map(\.number)
      request.limit = 7
      var pages: [UInt32] = []
      for offset in stride(from: 0, to: 80, by: 7) {
        request.offset = offset
        pages += try index.search(request).hits.map(\.number)
      }
      #expect(pages == whole, "\(query)")
    }
  }

  /// Alternatives do not outweigh what stands beside them.
  @Test func alternativesCountOnce() throws {
    let test = try TestIndex()
    for number in 0..<30 {
      try test.write(
        TestIndex.text("Tin \(number)", "Ủy ban nhân dân họp. Trời đẹp."), to: "\(number)")
    }
    try test.write(TestIndex.text("Tin xa", "UBND bàn việc làm cầu phao."), to: "abbreviated")
    try test.write(
      TestIndex.text("Tin gần", "Ủy ban nhân dân bàn việc làm cầu phao."), to: "spelt out")
    try test.update()
    let reader = try test.index.openReader()
    func word(_ text: String, _ follows: Bool = true) -> QueryToken {
      QueryToken(folded: text, exact: nil, followsDirectly: follows)
    }
    let node = QueryNode.all([
      .any([.word(word("ubnd", false)), .phrase(["uy", "ban", "nhan", "dan"].map { word($0) })]),
      .word(word("cau", false)), .word(word("phao")),
    ])
    let plan = try SearchIndex.plan(node, .prefer, reader).plan
    #expect(plan.length == 3)
    let context = SearchContext(
      reader: reader, plan: plan, request: SearchRequest("", limit: 100, wantsExactTotal: true),
      weights: RankingWeights())
    let result = try Search(context: context).run()
    #expect(result.total == 2 && Set(result.names.prefix(2)) == ["abbreviated", "spelt out"])
    #expect(!result.isRelaxed || result.hits.count > 2)
    let parts = plan.summands(RankingWeights())
    #expect(parts.map(\.kind) == [.syllable, .syllable, .group, .pair, .pair])
    #expect(parts[2].label == "(any ubnd (phrase uy ban nhan dan))")
  }

  @Test func namesAreFoundByTheirParts() throws {
    let reader = try Self.articles().openReader()
    func terms(_ query: String) throws -> FieldMatch.Articles? {
      var resolver = QueryResolver(reader, .prefer)
      try resolver.resolve(QueryParser.parse(query).node)
      return resolver.fields.values.first?.articles
    }
    func terms(_ terms: String...) -> [Term] { terms.map { Term($0.utf8) } }
    #expect(try terms("author:an") == .any(terms("Ahoai an", "Ale an")))
    #expect(try terms("author:\"le an\"") == .any(terms("Ale an")))
    #expect(try terms("-(x author:\"an le\")") == .any([]))
    #expect(try terms("section:\"kinh tế\"") == .any(terms("XNkinh te")))
    #expect(try terms("section:te") == .any(terms("XNkinh te", "XNkinh te bien")))
    #expect(try terms("title:lúa") == nil)
    #expect(try terms("url:x.example") == .prefix(.url("x.example")))
  }
}
