import Testing

@testable import ArticleReading

/// What is the article's text on a page, kind by kind.
@Suite("Bodies of web pages")
struct PageBodyTests {
  private static let title = "Làng Hạ mở lại phiên chợ gốm cuối năm"
  private static let paragraphs = [
    "Sáng chủ nhật, hơn sáu mươi hộ làm gốm ở làng Hạ bày hàng dọc bờ sông, mở lại phiên chợ đã "
      + "nghỉ từ ba năm trước.",
    "Người mua đến từ các huyện bên, phần đông tìm chum muối dưa, ấm đất và những bộ bát men tro.",
    "Ông Lò Văn Kha, người nặn gốm lâu nhất làng, nói rằng lò của ông đỏ lửa suốt mười đêm liền.",
    "Chợ sẽ họp đến rằm tháng chạp, ban ngày bán hàng, buổi tối có lớp dạy nặn đất cho trẻ nhỏ.",
  ]
  private static let footer =
    "<div class=lien-he><p>Trang tin làng nghề, đặt tại nhà văn hóa xã, mở cửa các ngày trong "
    + "tuần.</p></div>"
  private static var text: String { paragraphs.map { "<p>\($0)</p>" }.joined() }

  private func article(_ body: String, head: String = "") throws -> Article {
    try HTMLSamples.article(
      in: "<html><head><title>\(Self.title) - Báo Làng Nghề</title>\(head)</head>\(body)</html>")
  }

  private func lines(_ article: Article) -> [String] { [article.lede] + article.paragraphs }

  @Test(
    "Boxes that hold the text, whatever they are called",
    arguments: [
      "<div class='row has-sidebar'><div>TEXT</div></div>",
      "<div id=print-area><div>TEXT</div></div>",
      "<div class='sidebar-grid'><div class='sidebar-grid__content'>TEXT</div></div>",
      "<div class='elementor-widget elementor-widget-text'><div class=elementor-widget-box>TEXT</div></div>",
      "<div class='share readmore-js'>TEXT</div>", "<div class='no-comments with-share'>TEXT</div>",
      "<div class='print:hidden md:menu'>TEXT</div>",
    ])
  func names(_ box: String) throws {
    let box = box.replacing("TEXT", with: Self.text)
    let article = try article(
      "<body><main><div><h1>\(Self.title)</h1></div>\(box)</main>\(Self.footer)</body>")
    #expect(lines(article) == Self.paragraphs)
  }

  @Test("What the whole page is called says nothing", arguments: ["html", "body"])
  func wholePage(_ element: String) throws {
    let names = "no-js menu-open has-captions single-comments"
    let page =
      "<html\(element == "html" ? " class='\(names)'" : "")>"
      + "<body\(element == "body" ? " class='\(names)'" : "")><h1>\(Self.title)</h1>"
      + "<div>\(Self.text)</div></body></html>"
    #expect(lines(try HTMLSamples.article(in: page)) == Self.paragraphs)
  }

  @Test(
    "Paragraphs whose class is a print rule", arguments: ["mx-6 print:mx-0", "no-print-margin"])
  func variants(_ name: String) throws {
    let text = Self.paragraphs.map { "<p class='\(name)'>\($0)</p>" }.joined()
    #expect(
      lines(try article("<body><h1>\(Self.title)</h1><div>\(text)</div></body>"))
        == Self.paragraphs)
  }

  @Test(
    "Text that is hidden is read where it is the article",
    arguments: [
      "<p>FIRST</p><div class=tra-phi hidden>REST</div>",
      "<p>FIRST</p><div style='display:none'><div>REST</div></div>",
      "<p>FIRST</p><div style='visibility: hidden'>REST</div>",
    ])
  func hidden(_ box: String) throws {
    let rest = Self.paragraphs.dropFirst().map { "<p>\($0)</p>" }.joined()
    let box = box.replacing("FIRST", with: Self.paragraphs[0]).replacing("REST", with: rest)
    let article = try article("<body><article><h1>\(Self.title)</h1>\(box)</article></body>")
    #expect(lines(article) == Self.paragraphs)
  }

  @Test("A hidden form is not the article, however much it says")
  func hiddenForm() throws {
    let form = String(
      repeating: "<p>Nhập thư điện tử và mật khẩu để vào trang của bạn nhé.</p>", count: 9)
    let article = try article(
      "<body><h1>\(Self.title)</h1><div>\(Self.text)</div><div class=login hidden>\(form)</div></body>"
    )
    #expect(lines(article) == Self.paragraphs)
  }

  @Test("Parts of an article that stand apart")
  func apart() throws {
    let parts = [Self.paragraphs[0...1], Self.paragraphs[2...3]].map { part in
      "<div class=hang><div class=cot>\(part.map { "<p>\($0)</p>" }.joined())</div>"
        + "<div class=quang-cao><a href=/>Mua gốm</a></div></div>"
    }
    let article = try article("<body><div><h1>\(Self.title)</h1>\(parts.joined())</div></body>")
    #expect(lines(article) == Self.paragraphs)
  }

  @Test("The second article of an endless page stays out, even a longer one")
  func endless() throws {
    let second = String(
      repeating: "<p>Đội bóng xã Thượng thắng trận thứ năm liền trên sân nhà.</p>", count: 15)
    let article = try article(
      "<body><main><article><h1>\(Self.title)</h1><div>\(Self.text)</div></article>"
        + "<article><h1>Đội bóng xã Thượng thắng tiếp</h1><div>\(second)</div></article></main></body>"
    )
    #expect(lines(article) == Self.paragraphs)
  }

  @Test(
    "Boxes in the text that are not the article's",
    arguments: [
      "<div class=x><a href=/khac><h3>Tin khác: Làng Thượng đúc chuông</h3></a><p>Chuông nặng ba tạ, "
        + "đúc trong một đêm rằm.</p></div>",
      "<div id=onetrust-banner><p>Trang này lưu những tệp nhỏ trên máy của bạn để nhớ bạn là ai.</p></div>",
      "<div class=newsletter><p>Đăng ký nhận thư mỗi sáng, ban biên tập gửi tin chọn lọc cho bạn.</p></div>",
      "<div role=dialog><p>Bạn có muốn nhận thông báo của trang này trên máy của mình không?</p></div>",
    ])
  func boxes(_ box: String) throws {
    let text = Self.paragraphs.map { "<p>\($0)</p>" }
    let article = try article(
      "<body><h1>\(Self.title)</h1><div>\(text[0])\(text[1])\(box)\(text[2])\(text[3])</div></body>"
    )
    #expect(lines(article) == Self.paragraphs)
  }

  @Test("An article's class that names its author makes no line an author")
  func authorClass() throws {
    let short = ["Hàng bán hết trước giờ trưa.", "Chợ sau họp vào ngày rằm."]
    let text = (Self.paragraphs + short).map { "<p>\($0)</p>" }.joined()
    let article = try article(
      "<body><article class='entry author-lo-van-kha'><h1>\(Self.title)</h1><div>\(text)</div>"
        + "</article></body>")
    #expect(lines(article) == Self.paragraphs + short)
    #expect(article.author == nil)
  }

  @Test("Captions are the text of a photo essay, and of nothing else")
  func captions() throws {
    let figures = (1...4).map { number in
      "<figure><img src=a.jpg><figcaption>Bàn xoay thứ \(number) trong sân nhà ông Kha, nơi các bé tập "
        + "nặn những chiếc ấm đất đầu tiên</figcaption></figure>"
    }
    let essay = try article(
      "<body><h1>\(Self.title)</h1><div><p>\(Self.paragraphs[0])</p>\(figures.joined())</div></body>"
    )
    #expect(essay.paragraphs.contains { $0.hasPrefix("Bàn xoay thứ 4") })
    let report = try article(
      "<body><h1>\(Self.title)</h1><div>\(Self.text)\(figures[0])</div></body>")
    #expect(lines(report) == Self.paragraphs)
  }

  @Test("Hidden text that the page shows as well is no article")
  func hiddenCopy() throws {
    let article = try article(
      "<body><h1>\(Self.title)</h1><div>\(Self.text)</div><div hidden>\(Self.text)\(Self.text)</div></body>"
    )
    #expect(lines(article) == Self.paragraphs)
  }

  @Test("A section with a headline of its own is part of the article")
  func sections() throws {
    let text = Self.paragraphs.map { "<p>\($0)</p>" }
    let article = try article(
      "<body><article><section><h1>\(Self.title)</h1>\(text[0])\(text[1])</section>"
        + "<section><h1>Chum và ấm</h1>\(text[2])</section></article></body>")
    #expect(lines(article) == Array(Self.paragraphs[0...1]) + ["Chum và ấm", Self.paragraphs[2]])
  }

  @Test("Text that only JSON-LD holds")
  func linkedText() throws {
    let text = Self.paragraphs.joined(separator: #"\n\n"#)
    let head =
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"\(Self.title)\","
      + "\"articleBody\":\"\(text)\"}</script>"
    for body in ["<body><div id=app></div></body>", "<body><h1>\(Self.title)</h1></body>"] {
      #expect(lines(try article(body, head: head)) == Self.paragraphs)
    }
  }

  @Test("A paragraph that begins with the headline's words is text")
  func headlineWords() throws {
    let first =
      "Làng Hạ mở lại phiên chợ gốm cuối năm sau ba năm vắng bóng, sáng nay đã đông người mua."
    let article = try article("<body><div><p>\(first)</p>\(Self.text)</div></body>")
    #expect(lines(article) == [first] + Self.paragraphs)
  }

  @Test("A site's imprint at the foot is no text, in whatever box it stands")
  func imprint() throws {
    let imprint =
      "<table><tr><td>Báo Làng Nghề điện tử. Giấy phép số 12/GP-BTTTT do Bộ cấp. Tòa soạn: 5 đường Lò "
      + "Gốm. Điện thoại: 0200.123456. Ghi rõ nguồn khi đăng lại tin của trang này.</td></tr></table>"
    let text = "<p>\(Self.paragraphs[0])</p><p>\(Self.paragraphs[1])</p>"
    let article = try article(
      "<body><table><tr><td><h1>\(Self.title)</h1></td></tr><tr><td>\(text)</td></tr></table>"
        + "\(imprint)</body>")
    #expect(lines(article) == Array(Self.paragraphs[0...1]))
  }

  @Test("A page of short lines alone")
  func shortLines() throws {
    let rows = [
      "Chum muối dưa loại vừa", "Ấm đất có quai tre", "Bát men tro, bộ sáu chiếc",
      "Lọ cắm hoa đào ngày Tết", "Vại nước tráng men nâu",
    ]
    let article = try article(
      "<body><h1>\(Self.title)</h1><div>\(rows.map { "<p>\($0)</p>" }.joined())</div></body>")
    #expect(lines(article) == rows)
  }

  @Test("Chinese and Japanese have running text, too")
  func ideographs() throws {
    let text = "村里六十多户陶工星期天早上沿着河岸摆出货物，重新开办停了三年的集市。"
    let article = try HTMLSamples.article(
      in: "<h1>年底陶器集市重新开张了</h1><div><p>\(text)</p><p>\(text)买主来自邻县。</p></div>")
    #expect(article.lede == text)
  }
}
