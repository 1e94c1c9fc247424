import Testing

@testable import ArticleReading

/// Authors, sources and sections of web pages.
@Suite("Credits of web pages")
struct PageCreditTests {
  private static let title = "Làng Hạ mở lại phiên chợ gốm cuối năm"
  private static let text =
    "<p>Sáng chủ nhật, hơn sáu mươi hộ làm gốm ở làng Hạ bày hàng dọc bờ sông từ tinh mơ.</p>"
    + "<p>Người mua đến từ các huyện bên, phần đông tìm chum muối dưa và ấm đất nung già lửa.</p>"
    + "<p>Chợ sẽ họp đến rằm tháng chạp, buổi tối có lớp dạy nặn đất cho trẻ nhỏ trong làng.</p>"

  private func article(head: String = "", under: String = "", below: String = "") throws -> Article
  {
    try HTMLSamples.article(
      in: "<html><head><title>\(Self.title) - Báo Làng Nghề</title>"
        + "<meta property=og:site_name content='Báo Làng Nghề'>\(head)</head><body><article>"
        + "<h1>\(Self.title)</h1>\(under)<div>\(Self.text)</div>\(below)</article></body></html>")
  }

  @Test(
    "Authors in JSON-LD",
    arguments: [
      (
        #"[{"@type":"Person","name":"Lò Văn Kha"},{"@type":"Person","name":"Vì Thị Mơ"}]"#,
        "Lò Văn Kha, Vì Thị Mơ"
      ),
      (#""Lò Văn Kha""#, "Lò Văn Kha"), (#"["Lò Văn Kha","None"]"#, "Lò Văn Kha"),
      (#"{"@type":"Organization","name":"Báo Làng Nghề"}"#, nil),
      (#"{"name":"Đang Cập Nhật"}"#, nil),
      (#"{"name":"N/A"}"#, nil), (#"{"name":"12345"}"#, nil),
      (#"{"name":"https://bao.example/kha"}"#, nil),
    ] as [(String, String?)])
  func linkedData(_ author: String, _ expected: String?) throws {
    let script =
      #"{"@type":"NewsArticle","comment":{"author":{"name":"Bạn Đọc Xa"}},"author":"# + author + "}"
    let head = "<script type=application/ld+json>\(script)</script>"
    #expect(try article(head: head).author == expected)
  }

  @Test(
    "Sections that are lists",
    arguments: [
      (["Xã hội,Giao thông"], ["Xã hội", "Giao thông"]),
      (["Văn hóa, giải trí"], ["Văn hóa, giải trí"]),
      (["Trang chủ > Kinh tế > Thị trường"], ["Kinh tế", "Thị trường"]),
      (["https://bao.example/xa-hoi", "Xã hội", "XÃ HỘI", "123"], ["Xã hội"]), ([""], []),
    ] as [([String], [String])])
  func sections(_ said: [String], _ expected: [String]) throws {
    #expect(SectionNames.names(in: said) == expected)
    let list = said.map { "\"\($0)\"" }.joined(separator: ",")
    let script = #"{"@type":"NewsArticle","headline":"x","articleSection":["# + list + "]}"
    let found = try article(head: "<script type=application/ld+json>\(script)</script>")
    #expect((found.section.map { [$0] } ?? []) + found.furtherSections == expected)
  }

  @Test("A decision shown with its head")
  func decision() throws {
    let head =
      "<table><tr><td><p>ỦY BAN NHÂN DÂN<br>TỈNH ĐỒNG MẪU</p><p>Số: 77/QĐ-UBND</p></td><td>"
      + "<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p>"
      + "<p>Đồng Mẫu, ngày 02 tháng 9 năm 2019</p></td></tr></table><p>QUYẾT ĐỊNH</p>"
      + "<p>Về việc ban hành Quy chế quản lý chợ nông thôn</p>"
    let page =
      "<html><head><title>77-QD-UBND.doc - Cổng thông tin</title></head><body><div class=noidung>"
      + "\(head)<p>CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG MẪU</p>\(Self.text)<p>Trần Văn Mẫu</p>"
      + "</div></body></html>"
    let article = try HTMLSamples.article(in: page)
    #expect(article.title == "Quyết định 77/QĐ-UBND: ban hành Quy chế quản lý chợ nông thôn")
    #expect(article.number == "77/QĐ-UBND")
    #expect(article.date?.iso == "2019-09-02")
    #expect(article.author == "ỦY BAN NHÂN DÂN TỈNH ĐỒNG MẪU")
    #expect(
      article.lede.hasPrefix("Sáng chủ nhật")
        || article.paragraphs.contains { $0.hasPrefix("Sáng chủ nhật") })
  }

  @Test("An author that is named elsewhere in the graph")
  func reference() throws {
    let script =
      #"{"@graph":[{"@type":"Article","headline":"x","author":{"@id":"/kha"}},{"@type":"Person","@id":"/kha","name":"Lò Văn Kha"}]}"#
    let head = "<script type=application/ld+json>\(script)</script>"
    #expect(try article(head: head).author == "Lò Văn Kha")
  }

  @Test(
    "Authors in lines",
    arguments: [
      "<div class=post-author>Bởi <a href=#>Lò Văn Kha</a> - </div>",
      "<p class=byline>Đăng bởi <a href=#>Lò Văn Kha</a> vào lúc 10:20 ngày 08/07/2022</p>",
      "<p class=author>Tác giả bài viết: Lò Văn Kha</p>",
    ])
  func printed(_ line: String) throws {
    #expect(try article(under: line).author == "Lò Văn Kha")
  }

  @Test("Author and source under the text")
  func below() throws {
    let article = try article(
      below:
        "<div><p><b>Tác giả bài viết: </b>Lò Văn Kha</p><p><b>Nguồn tin: </b>Báo Làng Bên</p></div>"
    )
    #expect(article.author == "Lò Văn Kha")
    #expect(article.source == "Báo Làng Bên")
  }

  @Test(
    "One clean section",
    arguments: [
      ("Xã hội,Giao thông,Tin tức", "Xã hội"), ("Xã hội, Giao thông", "Xã hội"),
      ("Văn hóa, giải trí", "Văn hóa, giải trí"), ("Trang chủ > Kinh tế > Làng nghề", "Kinh tế"),
      ("https://bao.example/kinh-te", nil), ("123", nil),
    ] as [(String, String?)])
  func section(_ said: String, _ expected: String?) throws {
    #expect(
      try article(head: "<meta property=article:section content='\(said)'>").section == expected)
  }

  @Test("The headline that page and JSON-LD agree on")
  func headline() throws {
    let script = #"{"@type":"NewsArticle","headline":"\#(Self.title)"}"#
    let head =
      "<meta property=og:title content='Chợ gốm họp lại sau ba năm vắng bóng'>"
      + "<script type=application/ld+json>\(script)</script>"
    #expect(try article(head: head).title == Self.title)
  }
}
