import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// Articles that a program hands over by id.
struct ArticleChangesTests {
  private let folder: TemporaryFolder
  private let indexer: ArticleIndexer

  init() throws {
    folder = try TemporaryFolder()
    indexer = ArticleIndexer(index: IndexFolder(folder("index")))
  }

  private func article(_ title: String) -> Article {
    Article(
      title: title, date: ArticleDate(year: 2023, month: 3, day: 14),
      paragraphs: ["Tỉnh Vĩnh Phúc có thêm ba trạm bơm nước sạch."])
  }

  private func titles(_ query: String) throws -> [String] {
    try SearchIndex(at: indexer.index).search(SearchRequest(query)).hits.map {
      "\($0.id) \($0.article.title)"
    }.sorted()
  }

  @Test func addedReplacedAndRemoved() throws {
    let first = try indexer.apply([
      .put(id: "a", article("Trạm bơm Hồ Sơn")), .put(id: "b/1", article("Trạm bơm Yên Lạc")),
    ])
    #expect(first.changes == [2, 0, 0, 0] && first.total == 2 && first.undated == 0)
    #expect(try titles("tram bom") == ["a Trạm bơm Hồ Sơn", "b/1 Trạm bơm Yên Lạc"])
    let second = try indexer.apply([
      .put(id: "a", article("Cầu Bến Gạo")), .remove(id: "b/1"), .remove(id: "absent"),
    ])
    #expect(second.changes == [0, 1, 1, 0] && second.total == 1)
    #expect(try titles("tram bom nuoc sach") == ["a Cầu Bến Gạo"])
    #expect(LastRun(of: indexer.index)?.updated == 1)
  }

  @Test func theLastChangeToAnIDCounts() throws {
    let report = try indexer.apply([
      .put(id: "a", article("Một")), .put(id: "a", article("Hai")), .remove(id: "a"),
      .put(id: "a", article("Ba")),
    ])
    #expect(report.total == 1)
    #expect(try titles("vinh phuc") == ["a Ba"])
  }

  @Test(arguments: ["", "a\0b"])
  func anIDThatIsNoneChangesNothing(_ id: String) throws {
    try indexer.apply([.put(id: "a", article("Một"))])
    let error = #expect(throws: IndexError.self) {
      try indexer.apply([.put(id: "b", article("Hai")), .put(id: id, article("Ba"))])
    }
    #expect(error?.cause == .invalid(.badID) && error?.subject == id)
    #expect(try titles("vinh phuc") == ["a Một"])
  }

  /// Runs over folders, a rebuild and packing leave what was handed over.
  @Test func besideFolders() throws {
    let articles = folder("articles")
    try folder.write(
      Array(TestIndex.text("Trạm bơm Lập Thạch", "Vĩnh Phúc").utf8), to: articles.appending("a"))
    try indexer.apply([.put(id: "a", article("Trạm bơm Hồ Sơn"))])
    #expect(try indexer.run(folders: [articles]).changes == [1, 0, 0, 0])
    #expect(try indexer.run(folders: []).changes == [0, 0, 0, 1])
    #expect(try titles("tram bom").count == 2)
    var rebuilder = indexer
    rebuilder.options.rebuilds = true
    let rebuilt = try rebuilder.run(folders: [])
    #expect(rebuilt.changes == [1, 0, 0, 1] && rebuilt.total == 2)
    #expect(try titles("tram bom").count == 2)
    _ = try indexer.index.compact()
    #expect(try indexer.apply([.put(id: "a", article("Trạm bơm Tam Dương"))]).updated == 1)
    #expect(try titles("\"tram bom\"").contains("a Trạm bơm Tam Dương"))
    let check = try IndexCheck(indexer.index).run(isFull: true)
    #expect(check.findings == [] && check.compared == 2)
  }

  /// An id may look like the path of a file, even of one in a folder that is read.
  @Test func anIDThatLooksLikeAPath() throws {
    let articles = folder("articles")
    try folder.write(
      Array(TestIndex.text("Trạm bơm Lập Thạch", "Vĩnh Phúc").utf8), to: articles.appending("a"))
    let root = try #require(articles.resolved)
    let ids = ["\(root)/a", "\(root)/b", "https://bao.example/tin//1"]
    try indexer.apply(ids.map { .put(id: $0, article("Tin \($0)")) })
    #expect(try indexer.run(folders: [articles]).changes == [1, 0, 0, 0])
    #expect(try indexer.run(folders: []).changes == [0, 0, 0, 1])
    var rebuilder = indexer
    rebuilder.options.rebuilds = true
    #expect(try rebuilder.run(folders: []).total == 4)
    #expect(try indexer.apply(ids.map { .remove(id: $0) }).changes == [0, 0, 3, 0])
    #expect(try titles("vinh phuc").count == 1)
  }

  /// An index of nothing but articles handed over can be rebuilt as well.
  @Test func rebuiltWithoutFolders() throws {
    var rebuilder = indexer
    rebuilder.options.rebuilds = true
    rebuilder.options.documentsPerRun = 2
    try indexer.apply((0..<5).map { .put(id: "\($0)", article("Tin \($0)")) })
    #expect(try rebuilder.run(folders: []).total == 5)
    #expect(try titles("vinh phuc").count == 5)
  }

  @Test func stopsBetweenArticles() throws {
    var stopping = indexer
    stopping.shouldStop = { true }
    let error = #expect(throws: IndexError.self) {
      try stopping.apply([.put(id: "a", article("Một"))])
    }
    #expect(error?.code == .interrupted)
    #expect(try indexer.index.currentGeneration() == nil)
  }
}
