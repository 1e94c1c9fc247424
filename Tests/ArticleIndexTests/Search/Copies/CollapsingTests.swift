import TestSupport
import Testing

@testable import ArticleIndex

/// Copies of a story among the hits of a search.
struct CollapsingTests {
  /// 60 stories about rice, every third of them in four papers, one trimmed and one under another
  /// headline.
  private static let records: [SampleRecord] = (0..<60).flatMap { story -> [SampleRecord] in
    let body = "Lúa " + Stories.body(UInt64(story), 200 + story)
    let cut = String(body.prefix(body.count * 3 / 4))
    let papers = [
      SampleRecord(id: "\(story)-0", title: "Mùa lúa \(story)", body: body, source: "Báo Một"),
      SampleRecord(id: "\(story)-1", title: "Đồng bằng \(story)", body: body, source: "Báo Hai"),
      SampleRecord(id: "\(story)-2", title: "Mùa lúa \(story)", body: cut, source: "Báo Ba"),
      SampleRecord(
        id: "\(story)-3", title: "Mùa lúa \(story)", body: "Tin nhận sáng nay. " + body,
        source: nil),
    ]
    return story.isMultiple(of: 3) ? papers : [papers[0]]
  }

  private static let indexes = Shared { folder in try RecordIndexes(records, in: folder) }

  private func search(
    _ index: SearchIndex, _ query: String, limit: Int = 10, offset: Int = 0,
    _ collapses: Bool = true
  ) throws -> SearchResult {
    var request = SearchRequest(query, limit: limit, offset: offset, wantsSnippets: false)
    request.collapsesCopies = collapses
    return try index.search(request)
  }

  private func story(_ id: String) -> Substring { id.prefix { $0 != "-" } }

  @Test(arguments: ["lua", "\"mua lua\"", "mua lua dong bang tin", "\"tin nhan sang nay\" lua"])
  func aStoryIsOneHit(query: String) throws {
    for (kind, index) in try Self.indexes().everyKind() {
      let all = try search(index, query, limit: 1000, false)
      let hits = try search(index, query, limit: 1000).hits
      #expect(all.hits.allSatisfy { $0.copies.isEmpty })
      #expect(hits.map(\.rank) == hits.indices.map { $0 + 1 }, "\(kind)")
      #expect(Set(hits.map { story($0.id) }).count == hits.count, "\(kind)")
      // The best of each story stands for it, and the others are its copies, in their order.
      var expected: [Substring: [UInt32]] = [:]
      for hit in all.hits { expected[story(hit.id), default: []].append(hit.number) }
      for hit in hits {
        #expect([hit.number] + hit.copies.map(\.number) == expected[story(hit.id)], "\(kind)")
        for copy in hit.copies { #expect(try index.article(number: copy.number) == copy.article) }
      }
      #expect(hits.count == expected.count, "\(kind)")
      #expect(try search(index, query).total == all.total, "copies count")
    }
  }

  @Test(arguments: ["lua", "mua lua", "mua lua dong bang tin", "\"mua lua\""])
  func pagesFitTogether(query: String) throws {
    let index = try Self.indexes().openOne()
    let whole = try search(index, query, limit: 1000).hits
    try #require(whole.count > 20)
    for size in [1, 4, 10, 23] {
      var pages: [Hit] = []
      for offset in stride(from: 0, to: whole.count + size, by: size) {
        let page = try search(index, query, limit: size, offset: offset).hits
        #expect(page.count == max(0, min(size, whole.count - offset)), "\(offset)")
        pages += page
      }
      #expect(pages.map(\.number) == whole.map(\.number))
      #expect(pages.map(\.rank) == whole.map(\.rank))
    }
  }

  /// A page is full even if the best hits are all one story.
  @Test func manyCopiesBeforeTheRest() throws {
    let body = "Lúa lúa lúa lúa " + Stories.body(1, 100)
    let records =
      (0..<300).map { SampleRecord(id: "a-\($0)", title: "Lúa lúa", body: body) }
      + (0..<30).map {
        SampleRecord(id: "b\($0)-", title: "Tin", body: "Lúa " + Stories.body(UInt64($0) + 9, 200))
      }
    let index = try RecordIndex().make("one", records)
    let result = try search(index, "lua", limit: 20)
    #expect(result.hits.map { story($0.id) }.first == "a")
    #expect(result.hits.first?.copies.count == 299)
    #expect(result.hits.count == 20)
    #expect(result.total == 330 && !result.isRelaxed)
    #expect(try search(index, "lua", limit: 20, offset: 20).hits.count == 11)
    #expect(try search(index, "lua", limit: 1, offset: 31).hits.isEmpty)
  }

  /// Of very many hits only the first are compared; the answer comes all the same.
  @Test func veryManyHits() throws {
    let body = Stories.body(2, 40)
    let count = DuplicateCollapser.comparedAtMost + 50
    let records = (0..<count).map { SampleRecord(id: "\($0)-", title: "Lúa \($0)", body: body) }
    let index = try RecordIndex().make("one", records)
    #expect(try search(index, "lua", limit: 3).hits.count == 3)
    let all = try search(index, "lua", limit: 10_000).hits
    #expect(all.count == 51)
    #expect(all.reduce(0) { $0 + 1 + $1.copies.count } == count)
  }

  @Test func nothingWantedOrFound() throws {
    let index = try RecordIndex().make("one", Array(Self.records.prefix(8)))
    #expect(try search(index, "lua", limit: 0).hits.isEmpty)
    #expect(try search(index, "lua", limit: 0).total == 8)
    #expect(try search(index, "khongco").hits.isEmpty)
    #expect(try search(index, "").hits.isEmpty)
    #expect(try index.count(SearchRequest("lua")) == 8)
  }
}
