import Synchronization
import SystemPackage
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// An update that commits several times, and readers meanwhile.
struct CommitTests {
  private func text(_ number: Int, _ word: String) -> String {
    TestIndex.text("Tin \(number) \(word)", "Hôm nay tỉnh Vĩnh Phúc có tin \(word) thứ \(number).")
  }

  @Test func updatesCommitByBytes() throws {
    let test = try TestIndex()
    for number in 0..<300 { try test.write(text(number, "cũ"), to: "\(number).txt") }
    try test.update()
    for number in 0..<300 { try test.write(text(number, "mới tinh"), to: "\(number).txt") }
    try test.write(text(300, "mới tinh"), to: "x/300.txt")
    test.remove("5.txt")

    let seen = Mutex<[Int]>([])
    let index = test.index
    var indexer = ArticleIndexer(index: index)
    indexer.options.bytesPerCommit = 2_000
    indexer.onProgress = { progress in
      guard let reader = try? SearchIndex(at: index),
        let count = try? reader.count(SearchRequest("\"mới tinh\""))
      else { return seen.withLock { $0.append(-1) } }
      seen.withLock { $0.append(count) }
    }
    let report = try indexer.run(folders: [test.articles])
    #expect(report.changes == [1, 299, 1, 0])
    let counts = seen.withLock { $0 }
    #expect(counts == counts.sorted() && (counts.first ?? 0) > 0, "seen before the end: \(counts)")
    #expect(Set(counts).count >= 4)
    #expect(try test.open().count(SearchRequest("\"mới tinh\"")) == 300)
    #expect(try test.open().count(SearchRequest("cũ", accents: .require)) == 0)
  }

  /// A reader that is open all the while, overtaken by many commits, answers as if it were new.
  @Test func aReaderOvertakenRetriesSilently() throws {
    let test = try TestIndex()
    for number in 0..<200 { try test.write(text(number, "vòng"), to: "\(number).txt") }
    try test.update()
    let reader = try test.open()
    #expect(try reader.search(SearchRequest("vong")).hits.count == 10)
    test.options.bytesPerCommit = 3_000
    for round in 0..<4 {
      for number in 0..<200 { try test.write(text(number, "vòng \(round)"), to: "\(number).txt") }
      try test.update()
      let result = try reader.search(
        SearchRequest("\"vòng \(round)\" Vĩnh Phúc", limit: 300, wantsExactTotal: true))
      #expect(result.total == 200 && result.hits.count == 200)
      #expect(result.notices == [])
      #expect(try reader.article(path: test.articles.appending("7.txt")) != nil)
      #expect(try reader.explain("vòng").total == 200)
      #expect(try reader.status().articles == 200)
    }
  }

  @Test func refreshingShowsWhatWasCommitted() throws {
    let test = try TestIndex(["1.txt": text(1, "một")])
    let reader = try test.open()
    try test.write(text(2, "hai"), to: "2.txt")
    try test.update()
    try reader.refresh()
    #expect(try reader.search(SearchRequest("hai")).names == ["2.txt"])
  }

  /// A rebuilt index takes the place of the old one while a reader is open.
  @Test(arguments: [false, true])
  func aNewGenerationIsFoundByRefreshing(_ oldOneIsRemoved: Bool) throws {
    let test = try TestIndex(["1.txt": text(1, "một")])
    let reader = try test.open()
    #expect(try reader.search(SearchRequest("tin")).names == ["1.txt"])
    try test.write(text(2, "hai"), to: "2.txt")
    let run = ArticleIndexer(index: test.index).run
    _ = try FreshBuild(
      run, generation: 2, base: .nothing([test.articles]), furniture: .builtIn,
      report: IndexReport()
    ).build()
    #expect(try test.index.currentGeneration() == 2)
    if oldOneIsRemoved { test.index.removeLeftovers(keeping: 2) }
    try reader.refresh()
    #expect(try reader.search(SearchRequest("hai")).names == ["2.txt"])
    #expect(try reader.status().generation == 2)
    try test.write(text(3, "ba"), to: "3.txt")
    #expect(try test.update().generation == 2)
    try reader.refresh()
    #expect(try reader.search(SearchRequest("ba")).names == ["3.txt"])
  }

  @Test func anIndexThatIsGoneSaysSo() throws {
    let test = try TestIndex(["1.txt": text(1, "một")])
    let reader = try test.open()
    removeTree(test.index.path)
    #expect(code { try reader.refresh() } == .missing)
  }
}
