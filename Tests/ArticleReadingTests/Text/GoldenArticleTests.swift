import TestSupport
import Testing

@testable import ArticleReading

@Suite("Extracted articles, compared with recorded ones")
struct GoldenArticleTests {
  @Test("Each sample page", arguments: SamplePages.all)
  func page(_ page: SamplePages.Page) throws {
    let article = try PlainTextReader().read(Array(page.text.utf8))
    try expectGolden("reading-\(page.name)", dump(article))
  }

  /// Every field on lines of its own.
  private func dump(_ article: Article) -> String {
    var lines = [
      "title: \(article.title)", "date: \(article.date?.sortKey ?? "-")",
      "author: \(article.author ?? "-")", "source: \(article.source ?? "-")",
      "lede: \(article.lede)",
    ]
    lines += article.paragraphs.map { "paragraph: \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
