import Testing

@testable import ArticleReading

@Suite("XML that is no feed")
struct XMLItemCutterTests {
  @Test(
    "Articles in XML of any shape",
    arguments: [
      (
        "<n0><id>9</id><title>A</title><time>2022-07-08</time><content>B <b>c</b></content></n0>",
        [["id=9", "title=A", "time=2022-07-08", "content=B <b>c</b>"]]
      ),
      (
        "<articles><article><title>A</title><body><p>b</p><p>c</p></body></article><article><title>D</title><text>e</text></article></articles>",
        [["title=A", "body=b\nc"], ["title=D", "text=e"]]
      ),
      (
        "<db><table_data name=\"tin\"><row><field name=\"tieude\">A</field><field name=\"noidung\">b</field></row></table_data></db>",
        [["tieude=A", "noidung=b"]]
      ),
      (
        "<x><meta><date>2022</date></meta><title>A</title><noi_dung>b</noi_dung><anh><title>t</title><mota>m</mota></anh></x>",
        [["date=2022", "title=A", "noi_dung=b", "title=t", "mota=m"]]
      ),
    ])
  func shapes(text: String, expected: [[String]]) throws {
    #expect(try RecordFiles.read(text, .feed).rows == expected)
  }

  @Test(
    "XML without articles",
    arguments: [
      "<a/>", "<project><name>n</name><description>d</description></project>",
      "<svg><title>t</title></svg>",
      "<urlset><url><loc>https://a.vn</loc></url></urlset>",
      "<sitemapindex><sitemap/></sitemapindex>",
    ])
  func none(text: String) throws {
    let outcome = try RecordFiles.read(text, .feed)
    #expect(outcome.rows.isEmpty && outcome.error?.code == .otherKind)
  }

  @Test("A record over the limit, and one with an entity of its own, cost no other")
  func badItems() throws {
    let long = String(repeating: "x", count: 300)
    let text = """
      <!DOCTYPE a [<!ENTITY e "x">]><a><i><title>A</title><body>\(long)</body></i>\
      <i><title>&e;B</title><body>b</body></i><i><title>C</title><body>d</body></i></a>
      """
    let outcome = try RecordFiles.read(text, .feed, limit: 200)
    #expect(outcome.rows == [["title=C", "body=d"]])
    #expect(outcome.failures.count == 2)
  }

  @Test("A sitemap for news gives titles, days and addresses")
  func sitemap() throws {
    let text = """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
      xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="i"><url>\
      <loc>https://b.example/a</loc><news:news><news:publication><news:name>Báo Mẫu</news:name>\
      </news:publication><news:publication_date>2022-07-08</news:publication_date>\
      <news:title>Đường ra bến</news:title></news:news><image:image><image:title>x</image:title>\
      </image:image></url><url><loc>https://b.example/b</loc></url></urlset>
      """
    #expect(
      try RecordFiles.read(text, .feed).rows == [
        ["url=https://b.example/a", "source=Báo Mẫu", "date=2022-07-08", "title=Đường ra bến"]
      ])
  }

  @Test("Of WordPress's export the posts and pages that were published")
  func wordpressExport() throws {
    func item(_ title: String, _ status: String, _ type: String) -> String {
      """
      <item><title>\(title)</title><content:encoded><![CDATA[[gallery ids="1"]<p>b</p>]]>\
      </content:encoded><excerpt:encoded>e</excerpt:encoded><wp:status>\(status)</wp:status>\
      <wp:post_type>\(type)</wp:post_type></item>
      """
    }
    let text = """
      <rss xmlns:content="http://purl.org/rss/1.0/modules/content/" \
      xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/">\
      <channel>\(item("A", "publish", "post"))\(item("B", "draft", "post"))\
      \(item("C", "inherit", "attachment"))\(item("D", "publish", "page"))</channel></rss>
      """
    let rows = try RecordFiles.read(text, .feed).rows
    #expect(
      rows.map { $0.prefix(3) }
        == ["A", "D"].map { ["title=\($0)", "encoded=<p>b</p>", "excerpt=e"] })
  }
}
