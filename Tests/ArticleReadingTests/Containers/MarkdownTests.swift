import Testing

@testable import ArticleReading

@Suite("Markdown")
struct MarkdownTests {
  @Test(
    "Marks go and text stays",
    arguments: [
      ("Một **đậm** và *nghiêng* và `mã`.", "Một đậm và nghiêng và mã."),
      ("Xem [trang này](https://a.vn/b_c) nhé.", "Xem trang này nhé."),
      ("![ảnh cầu](a.jpg) Cầu mới.", "Cầu mới."), ("> Lời *dân*.", "Lời dân."), ("- mục", "mục"),
      ("ten_file_dai và 2 * 3", "ten_file_dai và 2 * 3"), ("a \\* b", "a * b"),
      ("<https://a.vn> đây", "đây"), ("Chữ <b>đậm</b> &amp; nhạt", "Chữ đậm & nhạt"),
      ("| a | b |", "a b"), ("[1]", "[1]"), ("[[[[", "[[[["), ("1. mục", "1. mục"),
    ])
  func line(source: String, expected: String) {
    #expect(MarkdownText([source[...]]).text == expected)
  }

  @Test("Front matter says what the article is", arguments: ["---", "+++"])
  func frontMatter(mark: String) throws {
    let sign = mark == "---" ? ":" : " ="
    let outcome = ContainerSamples.read(
      """
      \(mark)
      title\(sign) "Đường ra bến"
      date\(sign) 2022-07-08T10:20:00+07:00
      authors\(sign) ["Hoài An", "Lê Bình"]
      categories\(sign) [Xã hội, Giao thông]
      draft\(sign) false
      \(mark)
      ## Đoạn đầu

      Bà con sửa đường.

      ```
      mã
      ```
      <!-- ghi chú
      dài -->

      Mỗi nhà một công.
      """, named: "a.md")
    let article = try #require(outcome.articles.first)
    #expect(article.title == "Đường ra bến")
    #expect(article.date?.sortKey == "202207081020")
    #expect(article.author == "Hoài An, Lê Bình")
    #expect(article.section == "Xã hội")
    #expect(outcome.texts == ["Đoạn đầu|Bà con sửa đường.|Mỗi nhà một công."])
  }

  @Test("Lists in front matter, and a heading for want of a title")
  func headings() throws {
    let outcome = ContainerSamples.read(
      "---\ntags:\n  - a\nauthors:\n  - Hoài An\n  - Lê Bình\n---\n\nĐường ra bến\n===\n\nBà con sửa đường.",
      named: "a.markdown")
    #expect(outcome.titles == ["Đường ra bến"])
    #expect(outcome.articles.first?.author == "Hoài An, Lê Bình")
    #expect(ContainerSamples.read("# Tên\n\nChữ.", named: "b.md").titles == ["Tên"])
    #expect(ContainerSamples.read("---\nkhông có cuối", named: "b.md").articles.count == 1)
    #expect(ContainerSamples.read("---\na: b\n---\n", named: "b.md").error?.code == .empty)
  }
}
