import Testing

@testable import ArticleReading

/// Which of a page's dates is the article's.
@Suite("Dates of web pages")
struct PrintedDateTests {
  private static let title = "Làng Hạ mở lại phiên chợ gốm cuối năm"
  private static let text =
    "<p>Sáng chủ nhật, hơn sáu mươi hộ làm gốm ở làng Hạ bày hàng dọc bờ sông từ tinh mơ.</p>"
    + "<p>Người mua đến từ các huyện bên, phần đông tìm chum muối dưa và ấm đất nung già lửa.</p>"
    + "<p>Chợ sẽ họp đến rằm tháng chạp, buổi tối có lớp dạy nặn đất cho trẻ nhỏ trong làng.</p>"

  private func date(
    head: String = "", above: String = "", under: String = "", below: String = ""
  ) throws -> String? {
    let page =
      "<html><head><title>\(Self.title)</title>\(head)</head><body>\(above)<article>"
      + "<h1>\(Self.title)</h1>\(under)<div>\(Self.text)</div>\(below)</article></body></html>"
    return try HTMLSamples.article(in: page).date?.sortKey
  }

  private static let clock = "<div class=bar><div class=left>Thứ bảy, 12/11/2022 15:30</div></div>"

  @Test(
    "Never the page's clock",
    arguments: [
      "<div class=time>08/07/2022 10:20</div>", "<p class=x>Cập nhật lúc 10:20, 08/07/2022</p>",
      "<p class=byline>Đăng bởi <a href=/>Lò Văn Kha</a> vào lúc 10:20 ngày 08/07/2022</p>",
      "<p>8 Tháng Bảy, 2022 10:20</p>", "<p>Tháng Bảy 8, 2022 lúc 10h20</p>",
      "<time datetime=2022-07-08T10:20+07:00>hôm qua</time>",
    ])
  func clock(_ line: String) throws {
    #expect(try date(above: Self.clock, under: line) == "202207081020")
  }

  @Test(
    "The title of an abbreviation",
    arguments: [
      ("<abbr class=published title='2022-07-08T10:20:00+07:00'>hôm qua</abbr>", "202207081020"),
      ("<p><abbr title='Ủy ban nhân dân'>UBND</abbr> xã</p>", nil),
    ] as [(String, String?)])
  func abbreviation(_ line: String, _ expected: String?) throws {
    #expect(try date(under: line) == expected)
  }

  @Test(
    "A date from a weak sign is inferred",
    arguments: [
      ("<meta property=article:published_time content=2022-07-08>", "", false),
      ("<link rel=canonical href='https://bao.example/2022/07/08/cho-gom.html'>", "", true),
      ("<meta name=x:uploaded content='2022-07-08T10:20:00+07:00'>", "", true),
      ("<script>var x={\"published_at\":\"2022-07-08T10:20:00\"}</script>", "", true),
      (#"<script>s("{\"pubDate\": \"2022-07-08\"}")</script>"#, "", true),
      ("<meta name=lastmod content=2022-07-08>", "", true), ("", "<p>08/07/2022</p>", false),
    ])
  func inferred(head: String, under: String, isInferred: Bool) throws {
    let page =
      "<html><head><title>\(Self.title)</title>\(head)</head><body><article>"
      + "<h1>\(Self.title)</h1>\(under)<div>\(Self.text)</div></article></body></html>"
    let article = try HTMLSamples.article(in: page)
    #expect(article.date?.iso == "2022-07-08")
    #expect(article.isDateInferred == isInferred)
  }

  @Test("A sheet of a calendar")
  func sheet() throws {
    let sheet =
      "<span class=day>08</span><span class=month>Tháng 7</span><span class=year>2022</span>"
    #expect(try date(under: "<div class=to-lich-nho>\(sheet)</div>") == "20220708")
  }

  @Test(
    "Below the text", arguments: ["<p class=meta>Ngày đăng: 08/07/2022 10:20 - Lượt xem: 152</p>"])
  func below(_ line: String) throws {
    #expect(try date(below: line) == "202207081020")
  }

  @Test(
    "The day of publication in a line that says when it was changed, too",
    arguments: [
      "Cập nhật: 09/07/2022 14:05 - Xuất bản: 08/07/2022",
      "Letzte Änderung: 09.07.2022 - 14:49<br>Erschienen am: 08.07.2022",
    ])
  func changeAndPublication(_ line: String) throws {
    #expect(try date(below: "<p class=foot-line>\(line)</p>") == "20220708")
  }

  @Test("A day in the headline is what it is about")
  func dayInHeadline() throws {
    let title = "Lịch chợ gốm làng Hạ ngày 12/7/2022"
    let page =
      "<html><head><title>\(title)</title></head><body><article><h1>\(title)</h1>"
      + "<p class=meta>08/07/2022</p><div>\(Self.text)</div></article></body></html>"
    #expect(try HTMLSamples.article(in: page).date?.sortKey == "20220708")
  }

  @Test("Day and month in the order of what is printed")
  func order() throws {
    let head = "<meta name=date content='11/01/2023 12:43:42'>"
    #expect(try date(head: head) == "202301111243")
    #expect(try date(head: head, below: "<p>Gửi lên ngày 11/01/2023</p>") == "202301111243")
    #expect(try date(head: head, below: "<p>Gửi lên ngày 01/11/2023</p>") == "202311011243")
  }

  @Test("In an address inside an archive's, the archive's day is none")
  func archivedAddress() {
    let archive = "https://web.archive.org/web/20160218174457/http://bao.example"
    #expect(PageDate.inAddress(archive + "/2010/05/19/lang-ha/")?.iso == "2010-05-19")
    #expect(PageDate.inAddress(archive + "/lang-ha.html") == nil)
  }

  @Test(
    "In a box of the headline, whatever it is named",
    arguments: [
      ("", "<div class=ArticleHeaderComment><h1>T</h1><p class=x_publishDate>08/07/2022</p></div>"),
      ("<div class=teaser_meta>Hoài An / 08.07.2022 / 09:30</div>", "<h1>T</h1>"),
    ])
  func namedBox(above: String, headline: String) throws {
    let headline = headline.replacing("<h1>T", with: "<h1>\(Self.title)")
    let other = "<div class=teaser><div class=teaser_meta>Hoài An / 05.07.2022</div></div>"
    let page =
      "<html><head><title>\(Self.title)</title></head><body><div class=column>\(above)\(headline)"
      + "<div>\(Self.text)</div></div>\(other)</body></html>"
    #expect(try HTMLSamples.article(in: page).date?.iso == "2022-07-08")
  }

  @Test("A time that an element says is that of publication, if all say the same")
  func stated() throws {
    let head = "<meta name=date content=2022-07-01>"
    let time = "<div class=footer><time itemprop=datePublished datetime=2022-07-08>8/7</time></div>"
    #expect(try date(head: head, below: time) == "20220708")
    let other = time.replacing("2022-07-08", with: "2022-07-05")
    #expect(try date(head: head, below: time + other) == "20220701")
  }

  @Test("Beside the headline rather than in the text")
  func asideHeadline() throws {
    let time = "<div><a href=/a>Chợ</a> <a href=/b><time datetime=2022-07-08>8/7</time></a></div>"
    let page =
      "<html><head><title>\(Self.title)</title></head><body><article><h1>\(Self.title)</h1>\(time)"
      + "<div><p>Sáng 7/7/2022, hơn sáu mươi hộ làm gốm ở làng Hạ bày hàng dọc bờ sông.</p>"
      + "\(Self.text)</div></article></body></html>"
    #expect(try HTMLSamples.article(in: page).date?.iso == "2022-07-08")
  }

  @Test("The day that a paragraph begins with")
  func dateline() throws {
    let line = "<p>8.7.2022 - Cả làng Hạ thức trắng đêm để kịp ra lò mẻ gốm đầu tiên của năm.</p>"
    let page =
      "<html><head><title>\(Self.title)</title></head><body><h1>\(Self.title)</h1>"
      + "<div>\(Self.text)\(line)</div></body></html>"
    #expect(try HTMLSamples.article(in: page).date?.iso == "2022-07-08")
  }

  @Test(
    "In a notice that says other things, too",
    arguments: [
      "This entry was posted on July 8th, 2022 at 11:03 pm and is filed under Làng nghề, Chợ quê, Gốm"
        + " sứ. You can follow any responses through the feed. Both comments and pings are closed.",
      "Bài viết được đăng ngày 08/07/2022 trong chuyên mục Làng nghề, Chợ quê, Gốm sứ, Văn hóa, Du"
        + " lịch, và được gắn thẻ làng Hạ, chợ gốm, bờ sông, chum muối dưa, ấm đất nung, rằm tháng"
        + " chạp <a href=/x>Liên kết</a>",
    ])
  func notice(_ line: String) throws {
    #expect(try date(below: "<aside>\(line)</aside>")?.prefix(8) == "20220708")
  }

  @Test("Above the text where no headline is marked")
  func noHeadline() throws {
    let text = "<p>Lò gốm đầu tiên của làng đỏ lửa ngày 4/6/1985, cả tổng kéo nhau đến xem.</p>"
    let page =
      "<html><head><title>\(Self.title)</title></head><body><h2><a href=/x>\(Self.title)</a></h2>"
      + "<small>08/07/2022 10:20 | Mục: Làng nghề</small><div>\(text)\(Self.text)</div></body></html>"
    #expect(try HTMLSamples.article(in: page).date?.iso == "2022-07-08")
  }

  @Test("Of several times the one at the headline")
  func times() throws {
    let other = "<div class=top><time datetime=2023-01-02T08:00+07:00>02/01</time> Tin khác</div>"
    #expect(
      try date(above: other, under: "<time datetime=2022-07-08T10:20+07:00>08/07</time>")
        == "202207081020")
  }

  @Test(
    "Of JSON-LD's objects the article",
    arguments: [
      #"{"@graph":[{"@type":"WebSite","datePublished":"2015-01-01"},{"@type":"NewsArticle","datePublished":"2022-07-08"}]}"#,
      #"{"@type":"NewsArticle","comment":[{"@type":"Comment","datePublished":"2022-08-01"}],"datePublished":"2022-07-08"}"#,
      #"[{"@type":"WebPage","datePublished":"2022-07-01"},{"@type":["Article"],"datePublished":"2022-07-08"}]"#,
      #"{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2020-01-01"}]}{"@type":"BlogPosting","datePublished":"2022-07-08"}"#,
    ])
  func linkedData(_ script: String) throws {
    #expect(
      try date(head: "<script type=application/ld+json>\(script)</script>") == "20220708")
  }

  @Test(
    "Names of metadata",
    arguments: [
      ("<meta name=its_publication content=1657250400>", "202207081020"),
      ("<meta name=pubdate content=20220708102000>", "202207081020"),
      ("<meta name=dcterms.created content='2022-07-08'>", "20220708"),
      (
        "<meta name=lastmod content=2022-07-09><meta name=dc.created content=2022-07-08>",
        "20220708"
      ),
      ("<meta property=article:modified_time content=2022-07-08>", "20220708"),
    ])
  func metadata(_ head: String, _ expected: String) throws {
    #expect(try date(head: head) == expected)
  }

  @Test(
    "In the address",
    arguments: [
      "/2022/07/08/lang-ha/", "/tin/20220708/lang-ha.html", "/lang-ha-2022-7-8.html",
      "/lang-ha-20220708102030123.htm-20220708102030.htm", "/a/b-20220708.html",
    ])
  func address(_ path: String) throws {
    #expect(
      try date(head: "<link rel=canonical href='https://bao.example\(path)'>") == "20220708")
  }

  @Test(
    "No date where the address holds none",
    arguments: ["/a-20221345.htm", "/post123456789", "/2022/lang"])
  func noAddress(_ path: String) throws {
    #expect(PageDate.inAddress("https://bao.example\(path)") == nil)
  }

  @Test(
    "Dates in other languages",
    arguments: [
      ("Posted on July 8th, 2022 by AP", "20220708"), ("1. Februar 2022", "20220201"),
      ("Datum: 31.10.23", "20231031"), ("8 de julio de 2022", "20220708"),
      ("2022年7月8日", "20220708"),
      ("07/23/2022", "20220723"), ("14:05 | Sep 15 2020 EDT", "202009151405"),
      ("Năm 2022 có 12 phiên chợ", nil), ("Số 12/2022/QĐ-UBND", nil), ("Hotline 0912.345.678", nil),
    ] as [(String, String?)])
  func search(_ line: String, _ expected: String?) {
    #expect(DateSearch.first(in: line)?.sortKey == expected)
  }

  @Test("Times in UTC are Vietnam's on a Vietnamese page only")
  func zones() throws {
    let head = "<meta property=article:published_time content=2022-07-08T20:30:00Z>"
    #expect(try date(head: head) == "202207090330")
    let text =
      "The pottery fair of the village opened again on Sunday after a break of three years."
    let page =
      "<head>\(head)</head><h1>The pottery fair is back</h1><p>\(text)</p><p>\(text) More.</p>"
    #expect(try HTMLSamples.article(in: page).date?.sortKey == "202207082030")
  }
}
