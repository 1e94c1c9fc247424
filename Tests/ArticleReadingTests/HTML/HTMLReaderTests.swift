import Testing

@testable import ArticleReading

@Suite("HTMLReader")
struct HTMLReaderTests {
  private static let body =
    "<p>Sáng nay, hơn hai trăm hộ dân xã Bình Lợi đã nhận nước sạch từ nhà máy mới.</p>"
    + "<p>Nhà máy do tỉnh đầu tư, công suất đủ dùng cho ba xã ven sông trong mười năm tới.</p>"

  private func article(head: String = "", above: String = "", below: String = "") throws -> Article
  {
    try HTMLSamples.article(
      in: "<html><head>\(head)</head><body><div><h1>Nước sạch về Bình Lợi</h1>\(above)"
        + "<div>\(Self.body)</div>\(below)</div></body></html>")
  }

  @Test(
    "Where the date comes from, the earlier before the later",
    arguments: [
      (
        "<script type=application/ld+json>{\"datePublished\":\"2020-06-08T14:05:00+07:00\"}</script>"
          + "<meta name=pubdate content=2019-01-01>", "202006081405"
      ),
      ("<meta property='article:published_time' content='2020-06-08T20:30:00Z'>", "202006090330"),
      (
        "<meta property='article:published_time' content='2020-12-31T17:00:00.000+00:00'>",
        "202101010000"
      ),
      ("<meta name='DC.date.issued' content='2020-06-08'>", "20200608"),
      ("<meta itemprop=datePublished content='2020-06-08 07:00'>", "202006080700"),
      ("<meta name=date content='08/06/2020'>", "20200608"),
      ("<meta name=date content='hôm qua'>", nil),
    ] as [(String, String?)])
  func date(_ head: String, _ expected: String?) throws {
    #expect(try article(head: head).date?.sortKey == expected)
  }

  @Test(
    "Dates in the page",
    arguments: [
      "<time datetime='2020-06-08T14:05'>hôm qua</time>",
      "<div>Thứ Hai, 08/06/2020 | 14:05 GMT+7</div>",
      "<p>Cập nhật lúc 14h05, ngày 8/6/2020</p>", "<span>08/06/2020 14:05 | Lượt xem: 12</span>",
    ])
  func printedDate(_ above: String) throws {
    let article = try article(above: above)
    #expect(article.date?.sortKey == "202006081405")
    #expect(article.author == nil)
    #expect(article.lede.hasPrefix("Sáng nay"))
  }

  @Test(
    "Titles without the site's name",
    arguments: [
      "Nước sạch về Bình Lợi - Báo Vĩnh Phúc", "Nước sạch về Bình Lợi | Kinh tế | vinhphuc.vn",
      "Nước sạch về Bình Lợi – Cổng thông tin điện tử tỉnh Long Hải",
    ])
  func siteName(_ title: String) throws {
    #expect(PageTitle.withoutSite(title, site: nil).hasPrefix("Nước sạch về Bình Lợi"))
    #expect(!PageTitle.withoutSite(title, site: nil).contains("Báo"))
    let head = "<meta property=og:title content=\"\(title)\">"
    #expect(try article(head: head).title == "Nước sạch về Bình Lợi")
  }

  @Test("A hyphen in a title parts nothing that is no site")
  func hyphen() {
    let title = "Khởi công cao tốc Dầu Giây - Phan Thiết"
    #expect(PageTitle.withoutSite(title, site: "Báo A") == title)
  }

  @Test(
    "What is hidden or no text of the page",
    arguments: [
      "<div style='DISPLAY : none'>KÍN</div>", "<p hidden>KÍN</p>",
      "<div aria-hidden=true>KÍN, một câu dài đủ để được coi là lời của bài này.</div>",
      "<!-- KÍN -->", "<script>KÍN</script>", "<style>KÍN</style>", "<![CDATA[KÍN]]>",
      "<noscript><p>KÍN, một câu dài đủ để được coi là lời của bài báo này.</p></noscript>",
      "<button>KÍN</button>", "<nav><p>KÍN, một câu dài đủ để được coi là lời của bài.</p></nav>",
    ])
  func hidden(_ markup: String) throws {
    let article = try HTMLSamples.article(
      in: "<h1>Nước sạch về Bình Lợi</h1><div>\(markup)\(Self.body)\(markup)</div>")
    #expect(!article.lede.contains("KÍN"))
    #expect(article.paragraphs.count == 1)
  }

  @Test("Line breaks: two part paragraphs, one does behind a sentence, else it is a space")
  func lineBreaks() throws {
    let paragraphs = try HTMLReader.paragraphs(
      ofFragment: "Câu một,<br>vẫn câu một.<br/>Câu hai<br> <br>Câu ba &amp; hết")
    #expect(paragraphs == ["Câu một, vẫn câu một.", "Câu hai", "Câu ba & hết"])
  }

  @Test(
    "Fragments",
    arguments: [
      ("", []), ("một\n\nhai  ba", ["một", "hai ba"]), ("a &lt; b\nc", ["a < b", "c"]),
      ("<p>một</p><p>hai<b>ba</b></p>", ["một", "haiba"]),
      ("<script>x</script>một<ul><li>hai<li>ba</ul>", ["một", "hai", "ba"]),
      ("<p><b>một</b> <a>hai</a>\n<b>ba</b></p>", ["một hai ba"]),
      ("5 < 6 và 7", ["5 < 6 và 7"]),
    ] as [(String, [String])])
  func fragments(_ html: String, _ expected: [String]) throws {
    #expect(try HTMLReader.paragraphs(ofFragment: html) == expected)
  }

  @Test(
    "Pages without an article",
    arguments: ["<p>", "<html></html>", "<ul><li><a href=/>Trang chủ</a></ul>", "<title>x</title>"])
  func noArticle(_ page: String) {
    #expect {
      try HTMLReader().read(Array(page.utf8))
    } throws: { error in
      error as? ReadingError
        == ReadingError(.noArticleInPage)
    }
  }

  @Test(
    "Declared charsets",
    arguments: [
      ("<meta charset=\"utf-8\">", "utf-8"), ("<META CHARSET = windows-1258 >", "windows-1258"),
      ("<meta http-equiv='Content-Type' content='text/html; charset=x-viet-vps'>", "x-viet-vps"),
      ("<meta name=x><meta charset='TCVN'/>", "TCVN"), ("<meta name=charset>", nil),
      ("charset=utf-8", nil), ("<meta charset", nil),
    ] as [(String, String?)])
  func charset(_ head: String, _ expected: String?) {
    #expect(DeclaredCharset.label(in: Array(head.utf8)) == expected)
  }

  @Test("Broken JSON-LD still says what it says")
  func brokenLinkedData() {
    let data = LinkedData([
      Array(
        #"{"@graph":[{"datePublished" : "2020-01-02","author":[{"name":"\u0110\u1ed7 H\"à"#.utf8)
    ])
    #expect(data.datePublished == "2020-01-02")
    #expect(data.authors.first == "Đỗ H\"à")
  }
}
