import Testing

@testable import ArticleReading

struct PDFPagesTests {
  private func paragraphs(_ text: String) -> [String] {
    PDFPages(text).text().split(separator: "\n\n").map(String.init)
  }

  private let body = """
    Mưa lớn suốt đêm làm nước suối Nậm La dâng cao hai mét,
    tràn vào bảy mươi nhà ở phường Chiềng Lề. Lực lượng dân
    quân giúp bà con chuyển đồ lên gác từ nửa đêm.
    Đến trưa nước rút.
    Cả phường đang dọn bùn trong nhà và ngoài đường, trường
    học cho học sinh nghỉ thêm một ngày nữa.
    """

  @Test func wrappedLinesAreJoined() {
    #expect(
      paragraphs(body) == [
        "Mưa lớn suốt đêm làm nước suối Nậm La dâng cao hai mét, tràn vào bảy mươi nhà ở phường "
          + "Chiềng Lề. Lực lượng dân quân giúp bà con chuyển đồ lên gác từ nửa đêm.",
        "Đến trưa nước rút.",
        "Cả phường đang dọn bùn trong nhà và ngoài đường, trường học cho học sinh nghỉ thêm một "
          + "ngày nữa.",
      ])
  }

  @Test func runningHeadersAndPageNumbersGo() {
    let pages = (1...4).map { number in
      // Each page's lines are its own.
      let lines = body.split(separator: "\n").map {
        "\("ABCD".dropFirst(number - 1).prefix(1)) \($0)"
      }
      let text = lines.joined(separator: "\n")
      return "BÁO SƠN LA số 12\(number)\n\n\(text)\n\nTrang \(number)/4"
    }
    let found = paragraphs(pages.joined(separator: "\u{C}") + "\u{C}")
    #expect(found.count == 12)
    #expect(!found.contains { $0.contains("BÁO") || $0.contains("Trang") })
  }

  @Test("A headline that comes again on top of each page stays once")
  func runningTitle() {
    let title = "Nước suối Nậm La tràn vào phường Chiềng Lề"
    let page = "\(title)\n\n\(body)"
    let found = paragraphs([page, page, page].joined(separator: "\u{C}"))
    #expect(found.count { $0 == title } == 1)
    #expect(found.first == title)
  }

  @Test func aTitleOfTwoLinesAboveTheDateIsOne() {
    let found = paragraphs("Nước suối Nậm La tràn vào\nnội thị\n12/8/2018\n\n\(body)")
    #expect(found.prefix(2) == ["Nước suối Nậm La tràn vào nội thị", "12/8/2018"])
  }

  @Test("A paragraph goes on over the page's end if it broke off there")
  func overPages() {
    let found = paragraphs(
      "A\n\n\(body)\n\nDân quân đã giúp được bốn mươi hộ ở\u{C}tổ ba dọn bùn.\n\n\(body)")
    #expect(found.contains("Dân quân đã giúp được bốn mươi hộ ở tổ ba dọn bùn."))
  }

  @Test(arguments: [
    ("Thiên-", "Huế", "Thiên-Huế"), ("thông\u{AD}", "tin", "thôngtin"), ("a -", "b", "a - b"),
  ])
  func hyphens(_ end: String, _ start: String, _ joined: String) {
    let line = String(repeating: "từ ngữ ", count: 8)
    #expect(paragraphs("\(line)\(end)\n\(start) \(line)").first?.contains(joined) == true)
  }

  @Test(arguments: ["", "\u{C}", "\u{C}\u{C}\n\n", "1\u{C}2\u{C}3", "\n \n"])
  func nothingIsNothing(_ text: String) {
    #expect(PDFPages(text).text().isEmpty)
  }

  @Test func infoIsRead() {
    let info = "Title:           Khai hội: đền Hùng\nAuthor: Lê Hoa\nPages: 3\nAuthor\n"
    let metadata = PDFReader.metadata(info: info)
    #expect(metadata.title == "Khai hội: đền Hùng")
    #expect(metadata.creators == ["Lê Hoa"])
  }

  @Test("Text set in .VnTime comes out of converters as Windows-1252 and is mended")
  func mended() {
    let text = """
      Vải thiều vào vụ sớm, các xã ven sông bắt đầu thu hoạch; trời rét muộn nên hoa nở đều.
      Hợp tác xã đã dựng lò sấy để phòng khi chín rộ, giá tại vườn chín nghìn đồng một cân.
      """
    for encoding in [TextEncoding.tcvn3, .vni] {
      let printed = RTFCodePage.decode(LegacyEncoder(encoding).encode(text).bytes, in: .windows1252)
      #expect(printed != text)
      #expect(
        PrintedText.mended(printed, given: nil) == DecodedText(text: text, encoding: encoding))
    }
    for other in [text, "Der Bürgermeister eröffnete die Brücke über die Elbe für Fußgänger.", "a"]
    {
      #expect(PrintedText.mended(other, given: nil).text == other)
    }
  }

  @Test func whatAntiwordPrints() {
    let printed = """
      Tít bài
      Câu đầu có chú thích[1], là một câu dài.[pic]
      |a      |b      |
      Lò Thị Mai
      -----------------------
      [1] Chú thích.
      -----------------------
      Trong khung
      """
    #expect(
      WordText(printed).text.split(separator: "\n\n") == [
        "Tít bài", "Câu đầu có chú thích, là một câu dài.", "Trong khung", "a      ", "b      ",
        "Lò Thị Mai",
      ])
  }
}
