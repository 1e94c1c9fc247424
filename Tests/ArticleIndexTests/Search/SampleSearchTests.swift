import Foundation
import SystemPackage
import TestSupport
import Testing
import VietnameseText

@testable import ArticleIndex

/// The article the project was asked for with, among all sample articles.
struct SampleSearchTests {
  static let seed = PackageFiles.seedArticle.path
  static let isThere = FileManager.default.fileExists(atPath: seed)

  let test: TestIndex

  /// Indexes the sample articles and the seed.
  init() throws {
    test = try TestIndex()
    guard Self.isThere else { return }
    let bytes = try Data(contentsOf: PackageFiles.seedArticle)
    try test.folder.write(Array(bytes), to: test.articles.appending("seed.txt"))
    let samples = FilePath(PackageFiles.root.appending(path: "Samples/Articles").path)
    let report = try ArticleIndexer(index: test.index).run(folders: [test.articles, samples])
    #expect(report.failures == [] && report.total > 60)
  }

  static let queries = [
    "Đảng bộ Sở Thông tin và Truyền thông xây dựng Đảng bộ trong sạch vững mạnh",
    "Đảng bộ Sở Thông tin và Truyền thông",
    "Sở Thông tin và Truyền thông chủ động hội nhập, phát triển",
    "Đảng bộ trong sạch vững mạnh", "\"trong sạch vững mạnh\"", "Truyền thông Vĩnh Phúc",
    "Sở Bưu chính Viễn thông Vĩnh Phúc", "\"Báo Vĩnh Phúc\" ấn phẩm", "165.000 thuê bao Internet",
    "vệ tinh Vinasat 2",
  ]

  @Test(.enabled(if: isThere, "the seed article lies beside the package"))
  func theSeedArticleComesFirst() throws {
    let index = try test.open()
    for query in Self.queries {
      let words = TokenList(of: query)
      let toneless = words.tokens.map { words.folded($0) }.joined(separator: " ")
      // A phrase that the article does not have is not found.
      let isPhrase = query.hasPrefix("\"") && query.hasSuffix("\"")
      let quoted = isPhrase ? "\"\(toneless)\"" : toneless
      for spelling in [
        query, decomposed(query), query.lowercased(), query.uppercased(), toneless, quoted,
      ] {
        for accents in AccentMode.allCases {
          let result = try index.search(SearchRequest(spelling, accents: accents))
          #expect(result.names.first == "seed.txt", "\(spelling) \(accents)")
        }
      }
    }
  }

  @Test(.enabled(if: isThere, "the seed article lies beside the package"))
  func highlightsAreInTheSpellingOfTheArticle() throws {
    let hit = try #require(
      try test.open().search(SearchRequest("bao vinh phuc hang ngay")).hits.first)
    #expect(hit.name == "seed.txt")
    let bytes = Array(hit.snippet.text.utf8)
    let words = hit.snippet.highlights.map {
      String(decoding: bytes[$0], as: UTF8.self).lowercased()
    }
    #expect(Set(words).isSubset(of: ["báo", "vĩnh", "phúc", "hằng", "ngày"]) && words.count >= 5)
  }
}
