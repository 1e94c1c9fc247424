import SystemPackage

@testable import ArticleReading

/// Files of many articles for tests: small ones, written in place, and what reading them gives.
enum ContainerSamples {
  /// What a file gives: articles, failures by their place, and the error at its end.
  struct Outcome {
    var articles: [Article] = []
    var failures: [RecordFailure] = []
    var error: ReadingError?

    var titles: [String] { articles.map(\.title) }
    var texts: [String] {
      articles.map { ([$0.lede] + $0.paragraphs).filter { !$0.isEmpty }.joined(separator: "|") }
    }
  }

  static func read(
    _ bytes: [UInt8], named name: FilePath, limit: Int = 1 << 20,
    _ options: ReadingOptions = ReadingOptions()
  ) -> Outcome {
    var outcome = Outcome()
    do {
      let reader = ArticleReader(options: options, maximumBytes: limit)
      let stream = try reader.articles(in: bytes, named: name)
      while let result = try stream.next() {
        switch result {
        case .success(let read): outcome.articles.append(read.article)
        case .failure(let failure): outcome.failures.append(failure)
        }
      }
    } catch {
      outcome.error = error
    }
    return outcome
  }

  static func read(
    _ text: String, named name: FilePath, limit: Int = 1 << 20,
    _ options: ReadingOptions = ReadingOptions()
  ) -> Outcome {
    read(Array(text.utf8), named: name, limit: limit, options)
  }

  /// A page with an article of two paragraphs.
  static func page(_ title: String, head: String = "") -> String {
    """
    <!DOCTYPE html><html><head><meta charset="utf-8">\(head)<title>\(title)</title></head><body>
    <h1>\(title)</h1><p>Sáng nay, bà con thôn Đông cùng nhau sửa con đường đất dẫn ra bến sông, dài \
    gần hai cây số, để kịp chở lúa về trước mùa mưa.</p><p>Trưởng thôn cho biết mỗi nhà góp một ngày \
    công, xã cho mượn xe lu, phần đá do các chủ ghe ở bến góp lại từ đầu năm.</p></body></html>
    """
  }

  static let prose = """
    Sáng nay, bà con thôn Đông cùng nhau sửa con đường đất dẫn ra bến sông, dài gần hai cây số, để kịp \
    chở lúa về trước mùa mưa. Trưởng thôn cho biết mỗi nhà góp một ngày công.
    """

  static let mail = """
    From: =?utf-8?q?Ho=C3=A0i_An?= <an@bao.example>\r
    Subject: =?utf-8?b?xJDGsOG7nW5nIHJh?= =?utf-8?q?_b=E1=BA=BFn?=\r
    Date: Fri, 08 Jul 2022 10:20:00 +0700 (ICT)\r
    Message-ID: <1@bao.example>\r
    Content-Type: multipart/mixed; boundary="x y"\r
    \r
    --x y\r
    Content-Type: text/plain; charset=utf-8\r
    Content-Transfer-Encoding: quoted-printable\r
    \r
    B=C3=A0 con th=C3=B4n =C4=90=C3=B4ng s=E1=BB=ADa =C4=91=C6=B0=E1=BB=9Dng ra =\r
    b=E1=BA=BFn s=C3=B4ng.\r
    \r
    M=E1=BB=97i nh=C3=A0 g=C3=B3p m=E1=BB=99t ng=C3=A0y c=C3=B4ng.\r
    --x y\r
    Content-Type: application/octet-stream\r
    Content-Disposition: attachment; filename*=utf-8''b%C3%A0i.txt\r
    Content-Transfer-Encoding: base64\r
    \r
    TGnhu4FuIGvDqG0KCkLDoGkgdGjhu6kgaGFpLg==\r
    --x y--\r
    """

  static let savedPage = """
    From: <Saved by Blink>\r
    Snapshot-Content-Location: https://bao.example/a.html\r
    Subject: x\r
    Date: Fri, 08 Jul 2022 10:20:00 -0000\r
    Content-Type: multipart/related; type="text/html"; boundary="--B"\r
    \r
    ----B\r
    Content-Type: text/html; charset=utf-8\r
    Content-Location: https://bao.example/a.html\r
    \r
    \(page("Đường ra bến"))\r
    ----B\r
    Content-Type: text/html\r
    Content-Location: https://bao.example/quang-cao.html\r
    \r
    \(page("Quảng cáo"))\r
    ----B--\r
    """

  /// A record of a web archive.
  static func answer(
    _ address: String, _ content: [UInt8], head: String = "Content-Type: text/html; charset=utf-8",
    status: String = "200 OK", type: String = "response"
  ) -> [UInt8] {
    let block = Array("HTTP/1.1 \(status)\r\n\(head)\r\n\r\n".utf8) + content
    let header = """
      WARC/1.0\r
      WARC-Type: \(type)\r
      WARC-Target-URI: \(address)\r
      Content-Type: application/http; msgtype=response\r
      Content-Length: \(block.count)\r
      \r

      """
    return Array(header.utf8) + block + Array("\r\n\r\n".utf8)
  }

  static let database = """
    -- MySQL dump 10.13
    CREATE TABLE `tin` (
      `id` int(11) NOT NULL COMMENT 'mã, không đổi',
      `tieude` varchar(255) DEFAULT NULL,
      `noidung` longtext,
      PRIMARY KEY (`id`)
    ) ENGINE=InnoDB;
    INSERT INTO `tin` VALUES (1,'Anh nói \\'vâng\\'; rồi (đi)','<p>Dòng một</p>\\n<p>Dòng ''hai''</p>'),
    (2,'B','C -- không là chú thích');
    INSERT INTO `nguoi` (`id`,`name`) VALUES (1,'An');
    """

  static let workbook: [(name: String, text: String)] = [
    (
      "xl/workbook.xml",
      """
      <workbook xmlns:r="r"><sheets><sheet name="Bìa" sheetId="1" r:id="rId1"/>\
      <sheet name="Tin" sheetId="2" r:id="rId2"/></sheets></workbook>
      """
    ),
    (
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>\
      <Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>
      """
    ),
    (
      "xl/styles.xml",
      """
      <styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>
      """
    ),
    (
      "xl/sharedStrings.xml",
      """
      <sst><si><t>Tiêu đề</t></si><si><t>Nội dung</t></si><si><r><t>Đường ra </t></r>\
      <r><t>bến</t></r></si><si><t>Bà con sửa đường.</t></si></sst>
      """
    ),
    (
      "xl/worksheets/sheet1.xml",
      "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData></worksheet>"
    ),
    (
      "xl/worksheets/sheet2.xml",
      """
      <worksheet><sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c>\
      <c r="D2" t="inlineStr"><is><t>Ngày đăng</t></is></c></row><row r="3"><c r="A3" t="s"><v>2</v></c>\
      <c r="B3" t="s"><v>3</v></c><c r="D3" s="1"><v>44750</v></c></row><row r="4"/>\
      <row r="5"><c r="B5" t="str"><f>A1</f><v>Chỉ có chữ.</v></c></row></sheetData></worksheet>
      """
    ),
  ]

  static func zip(_ members: [(name: String, text: String)]) throws -> [UInt8] {
    try ZipMaker.archive(members.map { ($0.name, Array($0.text.utf8)) })
  }

  static let book: [(name: String, text: String)] = [
    ("mimetype", "application/epub+zip"),
    (
      "OEBPS/book.opf",
      """
      <package xmlns:dc="d"><metadata><dc:title>Báo số 12</dc:title><dc:creator>Tòa soạn</dc:creator>\
      <dc:date>2022-07-08</dc:date></metadata><manifest><item id="n" href="nav.xhtml" properties="nav"/>\
      <item id="a" href="text/a%20b.xhtml"/><item id="b" href="bia.xhtml"/></manifest>\
      <spine><itemref idref="b"/><itemref idref="a"/></spine></package>
      """
    ),
    ("OEBPS/nav.xhtml", page("Mục lục")), ("OEBPS/text/a b.xhtml", page("Đường ra bến")),
    ("OEBPS/bia.xhtml", "<html><body><h1>Báo số 12</h1></body></html>"),
    ("OEBPS/thua.xhtml", page("Không có trong sách")),
  ]
}
