import SystemPackage
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// Whether a title is told from the beginning of the text.
struct StoredTitleExcerptTests {
  @Test(arguments: [
    (title: "Có một làng gốm.", body: ["Có một làng gốm. Ở đó vui."], isExcerpt: true),
    ("Có một", ["Có một làng gốm."], true),
    ("Có một làng gốm.", ["Có một làng gốm."], true),
    ("Có một làng", ["Có  một\tlàng gốm."], true),
    ("Làng gốm", ["Làng gốm", "Có một làng gốm."], false),
    ("Làng gốm", ["Có một làng gốm."], false),
    ("Làng gốm ven sông", ["Làng gốm"], false),
    ("", ["Làng gốm"], false),
    ("Làng gốm", [], false),
  ])
  func excerpts(_ title: String, _ body: [String], _ isExcerpt: Bool) {
    let article = StoredArticle(Article(title: title, paragraphs: body), path: "x")
    #expect(article.isTitleExcerpt == isExcerpt)
    let rest = String(decoding: article.text.utf8.dropFirst(article.bodyStart), as: UTF8.self)
    #expect(rest == body.joined(separator: "\n\n"))
  }
}
