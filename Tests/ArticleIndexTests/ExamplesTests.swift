import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// The examples in the documentation of the library compile, run, and are the ones in Examples.swift.
struct ExamplesTests {
  @Test func everyExampleIsCompiled() throws {
    try DocumentedExamples(of: "ArticleIndex").expectCompiled(atLeast: 10)
  }

  @Test func theExamplesDoWhatTheySay() throws {
    let test = try TestIndex([
      "cau.txt": TestIndex.text("Cầu Bến Gạo", "Tỉnh Vĩnh Phúc thông xe cầu Bến Gạo."),
      "pha.txt": TestIndex.text("Phà Then", "Tỉnh Vĩnh Phúc dừng phà Then."),
    ])
    try publish(to: test.index)
    let index = try test.open()
    #expect(try index.article(recordID: "vp-0815")?.article.author == "Lê Khánh Vân")
    try search(index)
    try everyArticle(of: index)
    let hit = try #require(try index.search(SearchRequest("Bến Gạo")).hits.first)
    #expect(try related(to: hit, in: index).contains(hit.article.title) == false)
    let feed = PackageFiles.root.appending(path: "Samples/Formats/records/tin-moi.rss")
    #expect(try titles(in: FilePath(feed.path)).count == 2)
    understood()
    #expect(
      QueryParser.parse(#"Vĩnh Phúc "chuyển đổi số""#).node.description
        == "(all vĩnh phúc (phrase chuyển đổi số))")
  }

  /// Those that name folders of their own compile; here they would index into the package.
  @Test func theOthersCompile() {
    _ = [indexAndSearch, firstSearch, handOver, firstRun]
    _ = (missingIndex, update)
  }
}
