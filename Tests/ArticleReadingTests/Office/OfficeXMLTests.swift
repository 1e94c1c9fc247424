import Testing

@testable import ArticleReading

@Suite("What of WordprocessingML and OpenDocument is text")
struct OfficeXMLTests {
  private func docx(_ body: String) throws -> [String] {
    var visitor = DocxBody(styles: DocxStyles())
    try XMLWalk.walk(Array(ZipMaker.document(body).utf8), part: "test", &visitor)
    return visitor.text.paragraphs.map(\.text)
  }

  @Test(arguments: [
    (
      "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/></w:r></w:p>",
      ["a b\nc\n"]
    ),
    (
      "<w:p><w:ins><w:r><w:t>mới</w:t></w:r></w:ins><w:del><w:r><w:t>cũ</w:t></w:r></w:del></w:p>",
      ["mới"]
    ),
    ("<w:p><w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom></w:p>", []),
    ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", ["a"]),
    ("<w:p><w:r><w:t>5 &lt; 6 &amp; &#7897;</w:t></w:r></w:p>", ["5 < 6 & ộ"]),
    ("<w:p><w:r><w:t><![CDATA[<b>]]></w:t></w:r></w:p><w:p/>", ["<b>"]),
    ("<w:p><w:r><w:t> </w:t></w:r></w:p>", []),
    ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>a</w:t></w:r></w:p>text outside", ["a"]),
    (
      "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:pict><w:p><w:r><w:t>b</w:t></w:r></w:p></w:pict></w:r>"
        + "<w:r><w:t>c</w:t></w:r></w:p>", ["ac", "b"]
    ),
  ])
  func wordText(_ body: String, _ expected: [String]) throws {
    #expect(try docx(body) == expected)
  }

  @Test("A title's style is known by its English name, and counts only in front")
  func titleStyle() throws {
    let styles = """
      <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <w:style w:styleId="u1"><w:name w:val="heading 1"/></w:style></w:styles>
      """
    let title =
      #"<w:p><w:pPr><w:pStyle w:val="u1"/></w:pPr><w:r><w:t>A</w:t><w:br/><w:t>B</w:t></w:r></w:p>"#
    let body = "<w:p><w:r><w:t>Câu chuyện.</w:t></w:r></w:p>"
    let read = { (text: String) in
      try DocxReader().read(
        ZipMaker.archive([
          ("word/styles.xml", Array(styles.utf8)),
          ("word/document.xml", Array(ZipMaker.document(text).utf8)),
        ])
      ).article
    }
    #expect(try read(title + body).title == "A B")
    #expect(try read(body + title).title == "Câu chuyện.")
  }

  @Test(.enabled(if: OfficeSamples.knowsFonts), arguments: ["", "word/styles.xml"])
  func legacyFontsAreDecoded(_ where: String) throws {
    let fonts = #"<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>"#
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let styles = """
      <w:styles xmlns:w="\(namespace)"><w:docDefaults><w:rPrDefault>\(fonts)</w:rPrDefault>
      </w:docDefaults></w:styles>
      """
    let run = `where`.isEmpty ? fonts : ""
    let document = ZipMaker.document(
      "<w:p><w:r>\(run)<w:t>C\u{CA}n Th\u{AC} m\u{AD}a to</w:t></w:r></w:p>")
    let read = try DocxReader().read(
      ZipMaker.archive([
        (`where`.isEmpty ? "other" : `where`, Array(styles.utf8)),
        ("word/document.xml", Array(document.utf8)),
      ]))
    #expect(read.article.title == "Cấn Thơ mưa to")
    #expect(read.encoding == .tcvn3)
  }

  @Test(
    arguments: [
      ("Microsoft Word - tin bao.doc", nil), ("Document1", nil), ("", nil), ("mau tin", nil),
      ("Cầu mới ở bản Nà Khoang", "Cầu mới ở bản Nà Khoang"), ("tin cau treo.docx", nil),
    ] as [(String, String?)])
  func onlyMeantTitlesCount(_ title: String, _ meant: String?) {
    #expect(OfficeMetadata(title: title).meantTitle == meant)
  }

  @Test(
    arguments: [
      (["Windows User", "Lò Thị Mai"], "Lò Thị Mai"), (["admin"], nil), (["HP"], nil),
      (["Microsoft Office User"], nil), ([], nil), ([" Trần Diễm "], "Trần Diễm"),
    ] as [([String], String?)])
  func onlyPeopleAreAuthors(_ creators: [String], _ author: String?) {
    #expect(OfficeMetadata(creators: creators).meantAuthor == author)
  }

  @Test(
    arguments: [
      ("2019-05-02T08:11:00Z", "2019-05-02"), ("20040527", "2004-05-27"),
      ("1601-01-01T00:00:00Z", nil),
      ("2013-12-23T23:15:00Z", nil), ("hôm qua", nil), ("2019-02-30", nil), ("", nil),
    ] as [(String, String?)])
  func theDayOfMaking(_ created: String, _ day: String?) {
    #expect(OfficeMetadata(created: created).createdDay?.iso == day)
  }
}
