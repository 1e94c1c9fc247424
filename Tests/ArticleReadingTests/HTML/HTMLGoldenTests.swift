import TestSupport
import Testing
import VietnameseText

@testable import ArticleReading

@Suite("Articles extracted from web pages")
struct HTMLGoldenTests {
  @Test("The whole article of each page", arguments: HTMLSamples.names)
  func golden(_ name: String) throws {
    let article = try HTMLSamples.article(name)
    var lines = [
      "title: \(article.title)", "date: \(article.date?.sortKey ?? "-")",
      "author: \(article.author ?? "-")", "section: \(article.section ?? "-")",
      "source: \(article.source ?? "-")", "url: \(article.url ?? "-")", "lede: \(article.lede)",
    ]
    lines += article.paragraphs.map { "paragraph: \($0)" }
    try expectGolden("html-\(name)", lines.joined(separator: "\n") + "\n")
  }

  @Test("Tokens of lede and body against the gold: 95 in 100 on average, both ways")
  func overlap() throws {
    var (precision, recall) = (0.0, 0.0)
    for name in HTMLSamples.names {
      let article = try HTMLSamples.article(name)
      #expect(try HTMLReader().read(try HTMLSamples.page("phong-vntime")).encoding == .tcvn3)
      let found = counts(([article.lede] + article.paragraphs).joined(separator: "\n"))
      let gold = counts(try HTMLSamples.gold(name))
      let common = Double(found.reduce(0) { $0 + min($1.value, gold[$1.key] ?? 0) })
      precision += common / Double(found.values.reduce(0, +))
      recall += common / Double(gold.values.reduce(0, +))
    }
    let pages = Double(HTMLSamples.names.count)
    #expect(precision / pages >= 0.95)
    #expect(recall / pages >= 0.95)
  }

  /// The page is in TCVN3 behind `.VnTime`, and says windows-1252.
  @Test("Text in a font of its own encoding") func legacyFont() throws {
    let article = try HTMLSamples.article("phong-vntime")
    #expect(article.title == "Yên Lạc hoàn thành gieo cấy lúa xuân")
    #expect(article.author == "Văn Chung")
    #expect(article.date?.sortKey == "20010212")
    #expect(try HTMLReader().read(try HTMLSamples.page("phong-vntime")).encoding == .tcvn3)
    let found = counts(([article.lede] + article.paragraphs).joined(separator: "\n"))
    #expect(found == counts(try HTMLSamples.gold("phong-vntime")))
  }

  @Test("Fonts of two encodings in a page of UTF-8; entities are bytes of the font too")
  func fontsInUnicode() throws {
    let markup = """
      <h1>Tin</h1><p><font face=".VnTimeH">TØnh VÜnh Phóc</font> họp, <span style="font-family:
      VNI-Times">Vónh Phuùc</span> và <font face=".VnTime">x&#183; H&#229;i</font> đều có mặt
      đông đủ từ sáng sớm, <font face="Arial">á</font>.</p>
      """
    let read = try HTMLReader().read(Array(markup.utf8))
    let text = ([read.article.lede] + read.article.paragraphs).joined()
    #expect(
      text == "TỈNH VĨNH PHÚC họp, Vĩnh Phúc và xã Hồi đều có mặt đông đủ từ sáng sớm, á.")
  }

  private func counts(_ text: String) -> [String: Int] {
    let list = TokenList(of: text)
    return list.tokens.reduce(into: [:]) { $0[list.exact($1), default: 0] += 1 }
  }
}
