import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex

/// Guards against work that grows unnoticed: it is counted, not timed, so no busy machine fails it.
@Suite struct WorkTests {
  /// An index of the sample articles.
  private let samples: TestIndex
  private let folder = FilePath(PackageFiles.root.appending(path: "Samples/Articles").path)

  init() throws {
    samples = try TestIndex()
    _ = try ArticleIndexer(index: samples.index, options: samples.options).run(folders: [folder])
  }

  @Test func indexingTakesNoMoreWork() throws {
    var work = WorkRecord()
    work.add("bytes of gathered documents", try IntakeTally(of: folder).documentBytes)
    try samples.open().read { reader throws(IndexError) in
      var (pairs, occurrences, stored) = (0, 0, 0)
      for id in 1...(try reader.counts().lastID) {
        occurrences += Int(try reader.lengths(of: [id])[0])
        stored += try reader.data(of: id).count
      }
      let terms = try reader.allTerms(prefix: "".utf8)
      pairs = terms.reduce(0) { $0 + Int($1.frequency) }
      work.add("terms", terms.count)
      work.add("pairs of a term and a document", pairs)
      work.add("occurrences of terms", occurrences)
      work.add("bytes of stored articles", stored)
    }
    let generation = samples.index.generation(try #require(try samples.index.currentGeneration()))
    for table in ["docdata", "postlist"] {
      let path = generation.appending("\(table).glass").string
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      work.add("blocks of \(table)", try #require(size) >> 13)
    }
    try work.expectNoMore(than: "work-indexing")
  }

  @Test(.enabled(if: ThreadReads.areCounted, ThreadReads.reason))
  func searchingTakesNoMoreWork() throws {
    let queries = [
      "lúa", "nông thôn mới", "nong thon moi", "\"nông thôn mới\"", "hop tac xa -lúa",
      "title:hội", "UBND tỉnh", "chuyển đổi số trong nông nghiệp ở các tỉnh miền núi phía Bắc",
      "date:2020 lúa OR ngô",
    ]
    var work = WorkRecord()
    for query in queries {
      let before = try ThreadReads.count()
      _ = try samples.open().search(SearchRequest(query))
      work.add("reads for \(query)", try ThreadReads.count() - before)
    }
    try work.expectNoMore(than: "work-searching")
  }

  /// The guard counts what a search does: with more of it the numbers rise beyond the margin.
  @Test(.enabled(if: ThreadReads.areCounted, ThreadReads.reason))
  func moreHitsAreMoreWork() throws {
    let index = try samples.open()
    func reads(_ limit: Int) throws -> Int {
      let before = try ThreadReads.count()
      _ = try index.search(SearchRequest("tỉnh", limit: limit))
      return try ThreadReads.count() - before
    }
    let few = try reads(1)
    let many = try reads(50)
    #expect((many - WorkRecord.slack) * 100 > few * (100 + WorkRecord.margin))
  }
}
