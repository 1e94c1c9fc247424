import Foundation
import TestSupport
import Testing

@testable import ArticleReading

@Suite("Reading plain text")
struct PlainTextReaderTests {
  private func read(_ text: String) throws -> Article {
    try PlainTextReader().read(Array(text.utf8))
  }

  private static let plain = """
    Được mùa su su

    09/11/2015 08:30

    Vụ này bà con Hồ Sơn thu hơn hai trăm tấn su su.

    Giá bán tại vườn tăng gần gấp đôi năm ngoái.

    Huyện sẽ mở thêm một điểm thu mua ở chân núi.

    Ngọc Lan

    In trang
    """

  private static let plainArticle = Article(
    title: "Được mùa su su",
    date: ArticleDate(year: 2015, month: 11, day: 9, hour: 8, minute: 30),
    lede: "Vụ này bà con Hồ Sơn thu hơn hai trăm tấn su su.",
    paragraphs: [
      "Giá bán tại vườn tăng gần gấp đôi năm ngoái.",
      "Huyện sẽ mở thêm một điểm thu mua ở chân núi.",
    ],
    author: "Ngọc Lan")

  @Test("Line endings, marks, outer white space and indents make no difference")
  func lineEndings() throws {
    let text = Self.plain
    let variants = [
      text, text + "\n\n", "\n\n" + text, "\u{FEFF}" + text,
      text.replacingOccurrences(of: "\n", with: "\r\n"),
      text.replacingOccurrences(of: "\n", with: "\r"),
      text.replacingOccurrences(of: "\n", with: " \t\u{A0}\n\u{3000} "),
      text.replacingOccurrences(of: "\n\n", with: "\n"),
      text.replacingOccurrences(of: "\n\n", with: "\n \n\n"),
      text.replacingOccurrences(of: "\n\n", with: "\u{2029}"),
    ]
    for variant in variants {
      #expect(try read(variant) == Self.plainArticle)
    }
  }

  @Test("Decomposed text gives the same article, spelt as it was")
  func decomposedText() throws {
    let article = try read(decomposed(Self.plain))
    // Strings are equal whatever their normalisation; the bytes are those of the source.
    #expect(article == Self.plainArticle)
    #expect(Array(article.title.utf8) == Array(decomposed(Self.plainArticle.title).utf8))
  }

  @Test("One line is a title; two are a title and a paragraph without a lede")
  func short() throws {
    #expect(try read("Khai hội Nghinh Ông\n") == Article(title: "Khai hội Nghinh Ông"))
    #expect(
      try read("Tiêu đề\nMột đoạn.") == Article(title: "Tiêu đề", paragraphs: ["Một đoạn."]))
    let dated = try read("Tiêu đề\n\n08/06/2020")
    #expect(dated.date?.iso == "2020-06-08" && dated.paragraphs.isEmpty)
  }

  @Test("No date, no byline: both are nil and nothing is lost")
  func bare() throws {
    let article = try read("Tiêu đề\n\nĐoạn một.\n\nĐoạn hai.\n\nĐoạn ba.")
    let expected = Article(
      title: "Tiêu đề", lede: "Đoạn một.", paragraphs: ["Đoạn hai.", "Đoạn ba."])
    #expect(article == expected)
  }

  @Test(
    "The author may stand under the title where a date or role is beside it",
    arguments: [
      "Hoài An - 08/06/2020", "08/06/2020 | Hoài An", "Hoài An\n08/06/2020",
      "08/06/2020\nHoài An", "Bài và ảnh: Hoài An\n\n08/06/2020",
    ])
  func headerByline(header: String) throws {
    let article = try read("Tiêu đề\n\n\(header)\n\nĐoạn một.\n\nĐoạn hai.")
    #expect(article.author == "Hoài An")
    #expect(article.date?.iso == "2020-06-08")
    #expect(article.lede == "Đoạn một.")
  }

  @Test("A bare name under the title without a date stays text")
  func kicker() throws {
    let article = try read("Tiêu đề\n\nHoài An\n\nĐoạn một.\n\nĐoạn hai.")
    #expect(article.author == nil && article.lede == "Hoài An")
  }

  @Test(
    "A name that signs no article stays text",
    arguments: [
      // A list of names.
      "Danh sách trúng thưởng gồm có:\n\nHoài An", "Có ba người đoạt giải.\n\nLê An\n\nHoài An",
      // A poem and its poet.
      "Bài thơ có câu.\n\nQuê hương là chùm khế ngọt\n\nHoài An",
      // A heading with text under it.
      "Đoạn một.\n\nHoài An\n\nĐoạn hai kể về bà.",
      // A last sentence.
      "Đoạn một.\n\nNgười đó là Hoài An.", "Đoạn một.\n\nHoài An.",
    ])
  func unsigned(body: String) throws {
    let article = try read("Tiêu đề\n\nMột đoạn mở đầu.\n\n\(body)")
    #expect(article.author == nil)
    let text = ([article.lede] + article.paragraphs).joined(separator: "\n\n")
    #expect(text == "Một đoạn mở đầu.\n\n\(body)")
  }

  @Test("Author, source and sign-off date are found together; a photo credit stays text")
  func footer() throws {
    let article = try read(
      """
      Tiêu đề

      Đoạn một.

      Đoạn hai.

      Ảnh: Đức Thịnh

      Hoài An

      Cà Mau, ngày 12/3/2016

      Nguồn: Báo Cà Mau
      """)
    #expect(article.author == "Hoài An")
    #expect(article.source == "Báo Cà Mau")
    #expect(article.date?.iso == "2016-03-12")
    #expect(article.paragraphs == ["Đoạn hai.", "Ảnh: Đức Thịnh"])
  }

  @Test("The corpus shape: a paragraph per line, byline, then a block of captions")
  func corpusShape() throws {
    let article = try read(
      "Tiêu đề\n\nĐoạn mở đầu.\n\nĐoạn một.\nĐoạn hai.\nPhương Vũ (Theo AFP)\n\n\nMột bức ảnh.\nHồ Tây"
    )
    let expected = Article(
      title: "Tiêu đề", lede: "Đoạn mở đầu.",
      paragraphs: ["Đoạn một.", "Đoạn hai.", "Một bức ảnh.", "Hồ Tây"], author: "Phương Vũ",
      source: "AFP")
    #expect(article == expected)
    // A name that ends the captions is in a picture.
    let other = try read("Tiêu đề\n\nMở đầu.\n\nĐoạn một.\nĐoạn hai.\n\nMột bức ảnh.\nKiều Ngân")
    #expect(other.author == nil && other.paragraphs.last == "Kiều Ngân")
  }

  @Test("A later update gives the time of day, not another date")
  func twoDates() throws {
    let article = try read("Tiêu đề\n08/06/2020\nCập nhật: 08/06/2020 14:05\nĐoạn.\nĐoạn hai.")
    #expect(article.date?.sortKey == "202006081405")
    let other = try read("Tiêu đề\n08/06/2020\nCập nhật: 10/06/2020 14:05\nĐoạn.\nĐoạn hai.")
    #expect(other.date?.sortKey == "20200608")
  }

  @Test("A first line of body length stays in the body and gives an excerpt as title")
  func longFirstLine() throws {
    let sentence = "Sáng 8/6, TP. Vĩnh Yên khai mạc hội chợ nông sản."
    let rest = String(repeating: " Bà con các xã đều về dự rất đông vui", count: 10)
    let article = try read(sentence + rest)
    #expect(article.title == sentence)
    #expect(article.paragraphs == [sentence + rest])
    let words = String(repeating: "chữ ", count: 200)
    let cut = try read(words)
    #expect(cut.title.count <= 120 && cut.title.count > 110 && cut.title.hasSuffix("chữ"))
    let solid = String(repeating: "a", count: 1000)
    #expect(try read(solid).title.count == 120)
  }

  @Test("Hostile sizes end soon and keep every line")
  func hostile() throws {
    let names = "Tiêu đề\n" + String(repeating: "Hoài An\n", count: 100_000)
    #expect(try read(names).paragraphs.count == 99_999)
    let boxes = "Tiêu đề\n" + String(repeating: "Tin liên quan\n", count: 100_000)
    #expect(try read(boxes).paragraphs.isEmpty)
    #expect(try read(String(repeating: "\n", count: 1_000_000) + "Tiêu đề").title == "Tiêu đề")
  }

  @Test(
    "The article the project was asked for with",
    .enabled(if: FileManager.default.fileExists(atPath: PackageFiles.seedArticle.path)))
  func seedArticle() throws {
    let article = try PlainTextReader().read(Array(Data(contentsOf: PackageFiles.seedArticle)))
    #expect(
      article.title == "Đảng bộ Sở Thông tin và Truyền thông xây dựng Đảng bộ trong sạch "
        + "vững mạnh, chủ động hội nhập, phát triển")
    #expect(article.date == ArticleDate(year: 2020, month: 6, day: 8))
    #expect(article.lede.hasPrefix("Đảng bộ Sở Thông tin và Truyền thông Vĩnh Phúc có tiền thân"))
    #expect(article.author == "Hoài An")
    #expect(article.source == nil)
    // Fourteen lines that are not blank: title, date, lede, nine paragraphs, author, furniture.
    #expect(article.paragraphs.count == 9)
    #expect(article.paragraphs.first?.hasPrefix("Nhiệm kỳ qua, Đảng bộ Sở") == true)
    #expect(
      article.paragraphs.last?.hasSuffix(
        "hằng năm có 100% đảng viên hoàn thành tốt nhiệm vụ trở lên.") == true)
    #expect(!article.paragraphs.contains { $0.contains("Các tin đã đưa ngày") })
  }

  /// A line break is found wherever it stands among the eight bytes looked at together.
  @Test(arguments: ["\n", "\r", "\r\n", "\u{2028}", "\u{2029}"])
  func lineBreaksAtEveryPlace(_ lineBreak: String) {
    for before in ["a", "ế", "\u{E0}", "”"] {
      for count in 1...20 {
        let (first, second) = (
          String(repeating: before, count: count), String(repeating: "b", count: 21 - count)
        )
        let lines = TextLines(first + lineBreak + second)
        #expect((0..<lines.count).map { String(lines[$0]) } == [first, second])
        #expect(TextLines(first + second).count == 1)
      }
    }
  }
}
