import TestSupport
import Testing

@testable import ArticleIndex

/// Articles on the same subject as another.
struct SimilarTests {
  private static let subjects = [
    "cà phê Đắk Lắk", "tàu cá Quảng Ngãi", "gốm Bát Tràng", "vải thiều Lục Ngạn",
  ]

  /// Six stories on each of four subjects, the first of each in two papers.
  private static let records: [SampleRecord] = subjects.indices.flatMap { subject in
    (0..<6).flatMap { story -> [SampleRecord] in
      let name = subjects[subject]
      let body =
        "\(name) " + Stories.body(UInt64(subject * 10 + story), 80) + ". Bà con nói về \(name). "
        + Stories.body(UInt64(subject * 10 + story) + 500, 40)
      let record = SampleRecord(
        id: "\(subject)-\(story)", title: "Chuyện \(name)", body: body, author: "Cùng Một Người")
      var copy = record
      copy.id += "b"
      return story == 0 ? [record, copy] : [record]
    }
  }

  private static let indexes = Shared { folder in try RecordIndexes(records, in: folder) }

  private func similar(
    _ index: SearchIndex, _ id: String, _ change: (inout SimilarRequest) -> Void = { _ in }
  ) throws -> SearchResult {
    let number = try #require(try index.article(recordID: id)).number
    var request = SimilarRequest(to: number, wantsSnippets: false)
    change(&request)
    return try #require(try index.similar(request))
  }

  @Test func theBestAreOnTheSameSubject() throws {
    for (kind, index) in try Self.indexes().everyKind() {
      for subject in Self.subjects.indices {
        for story in 0..<6 {
          let hits = try similar(index, "\(subject)-\(story)").hits
          let found = hits.prefix(story == 0 ? 5 : 5).map(\.id)
          #expect(found.count == 5, "\(kind)")
          #expect(found.allSatisfy { $0.hasPrefix("\(subject)-") }, "\(kind) \(story) \(found)")
          #expect(!hits.contains { $0.id == "\(subject)-\(story)" }, "not itself")
          #expect(hits.map(\.rank) == hits.indices.map { $0 + 1 })
        }
      }
    }
  }

  @Test func copiesOfTheArticleAreLeftOutAndSaid() throws {
    let index = try Self.indexes().openOne()
    let result = try similar(index, "2-0")
    let copy = try #require(try index.article(recordID: "2-0b")).number
    #expect(!result.hits.contains { $0.number == copy })
    #expect(result.notices == [.copiesLeftOut([copy])])
    #expect(try similar(index, "2-1").notices.isEmpty)
    #expect(try similar(index, "2-1").hits.filter { $0.id.hasPrefix("2-0") }.count == 1)
    let all = try similar(index, "2-1") { $0.collapsesCopies = false }
    #expect(all.hits.filter { $0.id.hasPrefix("2-0") }.count == 2)
  }

  @Test func pagesFitTogether() throws {
    let index = try Self.indexes().openOne()
    let whole = try similar(index, "1-3") { $0.limit = 100 }.hits
    var pages: [Hit] = []
    for offset in 0..<whole.count {
      pages += try similar(index, "1-3") { ($0.limit, $0.offset) = (1, offset) }.hits
    }
    #expect(pages.map(\.number) == whole.map(\.number))
    #expect(try similar(index, "1-3") { $0.limit = 0 }.hits.isEmpty)
    #expect(try similar(index, "1-3") { $0.offset = 1000 }.hits.isEmpty)
    #expect(try similar(index, "1-3") { ($0.limit, $0.offset) = (-1, -5) }.hits.isEmpty)
  }

  @Test func articlesWithHardlyAnything() throws {
    let records = [
      SampleRecord(id: "a", title: "Tin", body: "Ảnh."),
      SampleRecord(id: "b", title: "12 34", body: "5 6 7 8"),
      SampleRecord(id: "c", title: "Mưa", body: "Mưa to ở Phủ Lý."),
    ]
    let index = try RecordIndex().make("one", records)
    for record in records { #expect(try similar(index, record.id).hits.isEmpty) }
    #expect(try index.similar(SimilarRequest(to: 99)) == nil)
    #expect(try index.similar(SimilarRequest(to: 0)) == nil)
  }
}
