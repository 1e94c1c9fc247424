import Testing

@testable import ArticleReading

/// Pages that are no articles.
@Suite("Home pages, lists, error pages")
struct OtherPagesTests {
  private static let item =
    "<h3><a href=/a>Làng Hạ mở lại phiên chợ gốm cuối năm</a></h3>"
    + "<p>Sáng chủ nhật, hơn sáu mươi hộ làm gốm ở làng Hạ bày hàng dọc bờ sông từ tinh mơ.</p>"
  private static let text =
    "<p>Người mua đến từ các huyện bên, phần đông tìm chum muối dưa và ấm đất nung già lửa.</p>"
    + "<p>Chợ sẽ họp đến rằm tháng chạp, buổi tối có lớp dạy nặn đất cho trẻ nhỏ trong làng.</p>"

  private func kind(head: String = "", title: String = "Báo Mẫu", body: String) throws
    -> ReadingError.OtherPage?
  {
    let page =
      "<!DOCTYPE html><html><head><meta charset=utf-8><title>\(title)</title>\(head)</head><body>"
      + "\(body)</body></html>"
    do {
      _ = try HTMLReader().read(Array(page.utf8))
      return nil
    } catch {
      guard case .notAnArticle(let kind) = error.cause else { throw error }
      _ = try HTMLReader(readsAllPages: true).read(Array(page.utf8))
      return kind
    }
  }

  private static let site = "<meta property=og:type content=website>"
  private static let home = "<link rel=canonical href='https://baomau.example/'>"

  @Test(
    "Lists of headlines and lines",
    arguments: [
      "<ul>" + String(repeating: "<li>\(item)</li>", count: 5) + "</ul>",
      String(repeating: "<div class=item>\(item)</div>", count: 5),
      String(repeating: "<article>\(item)<span>08/07/2022</span></article>", count: 8),
      "<h1>Tin đời sống hôm nay</h1>" + String(repeating: "<div>\(item)</div>", count: 6)
        + "<p>Trang này đăng những tin mới nhất về đời sống ở các làng quê trong tỉnh ta.</p>",
    ])
  func list(_ body: String) throws {
    #expect(try kind(head: Self.site, title: "Tin đời sống - Báo Mẫu", body: body) == .list)
  }

  @Test("The first page of a site")
  func homePage() throws {
    #expect(try kind(head: Self.home + Self.site, body: "<div>\(Self.item)</div>") == .home)
    #expect(try kind(head: Self.home, body: "<div>\(Self.item)</div>\(Self.text)") == .home)
  }

  @Test(
    "Error pages",
    arguments: [
      ("404 - Không tìm thấy trang", "Không tìm thấy trang"), ("404 Not Found", "Not Found"),
      ("Báo Mẫu", "Trang không tồn tại"), ("Error 404 | Báo Mẫu", "Ồ!"), ("Báo Mẫu", "404"),
      ("Just a moment...", "baomau.example"), ("502 Bad Gateway", "502 Bad Gateway"),
      ("Lỗi 500 - Báo Mẫu", "Xin lỗi"),
    ])
  func error(title: String, heading: String) throws {
    let body =
      "<h1>\(heading)</h1><p>Trang bạn tìm đã bị xóa, xin mời quay lại trang chủ để đọc tin mới.</p>"
    #expect(try kind(title: title, body: body) == .error)
  }

  @Test("Articles stay articles")
  func articles() throws {
    let article = "<h1>Làng Hạ mở lại phiên chợ gốm</h1>" + Self.text + Self.text
    #expect(try kind(body: article) == nil)
    // Readers are led elsewhere, in the middle and at the end.
    #expect(
      try kind(body: article + "<p><a href=/>Chợ gốm năm ngoái ra sao</a></p>" + article) == nil)
    let listed = String(repeating: "<div>\(Self.item)</div>", count: 6)
    let said =
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"x\"}</script>"
    #expect(try kind(head: said, body: listed + article) == nil)
    #expect(try kind(head: Self.home + said, body: article) == nil)
    let dated = "<meta property=article:published_time content=2022-07-08T10:20>"
    #expect(try kind(head: dated, body: listed + article) == nil)
    let type = "<meta property=og:type content=article>"
    #expect(try kind(head: type, body: listed + article) == nil)
    // What is a number to an error is a number of anything else.
    let road = "<h1>Quốc lộ 404 thông xe sau ba năm</h1>" + Self.text
    #expect(try kind(title: "Quốc lộ 404 thông xe sau ba năm", body: road) == nil)
  }

  @Test(
    "Texts of a site for machines",
    arguments: [
      ("User-agent: *\nDisallow: /admin\nAllow: /\n\nSitemap: https://bao.example/s.xml", true),
      ("# robots\nUser-Agent: a\nCrawl-delay: 10", true),
      ("google.com, pub-123, DIRECT, f08c47fec0942fa0\nrubicon.example, 12, RESELLER", true),
      ("contact=ads@bao.example\ngoogle.com, pub-1, DIRECT", true),
      ("Contact: mailto:an@bao.example\nExpires: 2027-01-01T00:00:00Z", true),
      ("Contact: Hoài An\n\nSáng nay xã khai hội.\n\nBà con về rất đông.", false),
      ("# Khai hội\n\nSáng nay xã khai hội.\n\nBà con về rất đông.", false),
      ("Khai hội\n\nSáng nay xã khai hội.\n\nBà con về rất đông.", false),
    ])
  func siteFiles(text: String, isOne: Bool) throws {
    #expect(SiteFile.isOne(TextLines(text)) == isOne)
    if isOne {
      #expect(throws: ReadingError(.notAnArticle(.siteFile))) {
        try PlainTextReader().article(from: text)
      }
    }
  }
}
