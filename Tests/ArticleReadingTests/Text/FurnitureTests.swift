import TestSupport
import Testing

@testable import ArticleReading

@Suite("Page furniture")
struct FurnitureTests {
  private static let text = "Sáng nay, bà con xã Đồng Tĩnh xuống đồng gieo cấy vụ mùa."

  /// The lines that stay of a title, a paragraph, the lines given and, if wanted, a last paragraph.
  private func kept(_ lines: [String], followedByText: Bool) -> [String] {
    let end = followedByText ? ["", Self.text] : []
    let page = TextLines(["Tiêu đề", "", Self.text, ""].appending(lines + end))
    let all = FurnitureFilter(page, table: .builtIn).keptLines().lines.map { String(page[$0]) }
    return Array(all.dropFirst(2).dropLast(followedByText ? 1 : 0))
  }

  @Test(
    "Furniture goes, wherever it stands",
    arguments: [
      "Các tin đã đưa ngày:", "Các tin đã đưa ngày: 08/06/2020", "CÁC TIN ĐÃ ĐƯA NGÀY",
      "In trang", "IN TRANG", "[In trang]", "• In trang", "In trang này", "Bản in",
      "Tin liên quan", "Tin liên quan:", "TIN LIÊN QUAN", "» Tin liên quan", "Các tin khác",
      "Các tin khác:", "Xem thêm:", "Xem thêm", "Xem thêm > >", "> > > Xem thêm:",
      "Xem thêm: Khởi công cầu Vĩnh Phú", "Xem thêm > > Tin nóng 24h", "Đọc thêm > > > Một tin",
      "Xem thêm tại đây.", "Gửi cho bạn bè", "Về đầu trang", "Về đầu trang ▲",
      "Quay lại trang trước", "Lượt xem: 1.204", "Lượt xem: 15", "Số lượt xem (3.518)",
      "Tin cùng chuyên mục", "Tin mới hơn", "Tin cũ hơn", "Chia sẻ bài viết",
      "Chia sẻ bài viết:", "Từ khóa: chuyển đổi số, Cà Mau", "Từ khoá: hoa Tết",
      "Tags: Vĩnh Phúc", "In trang | Gửi cho bạn bè", "In trang | Bản in | Gửi email",
      "Gửi bình luận", "Bài viết liên quan", "Có thể bạn quan tâm",
    ])
  func furniture(line: String) {
    #expect(kept([line], followedByText: true).isEmpty)
    #expect(kept([line], followedByText: false).isEmpty)
    #expect(kept([decomposed(line)], followedByText: true).isEmpty, "decomposed")
  }

  @Test(
    "Words that are also headings go only at the end",
    arguments: [
      "Quay lại", "[Trở về]", "Bình luận", "Bình luận (3)", "Ý kiến bạn đọc", "Chia sẻ", "Email",
      "Tin khác", "Phản hồi (2)", "Đọc nhiều",
    ])
  func generic(line: String) {
    #expect(kept([line], followedByText: true) == [line])
    #expect(kept([line], followedByText: false).isEmpty)
  }

  @Test(
    "Lines that only resemble furniture stay",
    arguments: [
      "Tin liên quan đến vụ việc đã được công bố", "Tin liên quan.", "Có tin liên quan",
      "Các tin khác nhau về giá lúa", "Các tin đã đưa ngày hôm qua đều sai",
      "In trang phục dân tộc lên tem", "In trang.", "Bản in lụa của nghệ nhân", "Bản in đầu tiên",
      "Gửi cho bạn bè một tấm thiệp", "Xem thêm phim tại nhà là thú vui", "Xem thêm.",
      "Về đầu trang trại nhà ông Sáu", "Quay lại vạch xuất phát", "Trở về nguồn cội",
      "Lượt xem phim tăng mạnh", "Chia sẻ bài viết của bạn", "Từ khóa của thành công",
      "Bình luận viên Quang Huy", "Ý kiến bạn đọc về giá điện", "Tin mới", "Tin mới hơn cả vàng",
      "Email của ông Sáu", "Hoài An", "Giải pháp căn cơ", "12/3", "***", "1. Chọn giống",
      "Bình luận | Hoài An", "Tags", "Nguồn: Báo Vĩnh Phúc",
    ])
  func nearMiss(line: String) {
    #expect(kept([line], followedByText: true) == [line])
  }

  @Test("A list takes the titles under it and ends where they end")
  func list() {
    let titles = ["Mở rộng vùng trồng dược liệu", "Bí đỏ trái vụ được giá cao"]
    let heading = "Giải pháp căn cơ"
    #expect(kept(["Tin liên quan"] + titles, followedByText: true).isEmpty)
    #expect(kept(["Tin liên quan"] + titles + [heading], followedByText: true) == [heading])
    #expect(kept(["Tin liên quan"] + titles + ["Hoài An"], followedByText: false) == ["Hoài An"])
    // The blank line behind compact titles ends the box.
    let next = "Một tiểu mục dài hơn năm chữ"
    #expect(kept(["Tin liên quan"] + titles + ["", next], followedByText: true) == [next])
    #expect(kept(["Tin liên quan", Self.text], followedByText: true) == [Self.text])
  }

  @Test("A list takes no more titles than a box holds")
  func longList() {
    let titles = (1...40).map { "Tiêu đề của bản tin thứ \($0)" }
    let left = kept(["Tin liên quan"] + titles, followedByText: true)
    #expect(left == Array(titles.dropFirst(FurnitureFilter.maximumTitles)))
  }

  @Test("A tail takes the rest if all of it is furniture")
  func tail() {
    let titles = ["Ngắn", "Một tiêu đề dài hơn", "Ba tin (08/06/2020)", "1 2 3 >"]
    #expect(kept(["Các tin khác"] + titles, followedByText: false).isEmpty)
    // Above running text it is a heading of a box: what is no title stays.
    #expect(kept(["Các tin khác"] + titles, followedByText: true) == titles)
    #expect(kept(["Bình luận", Self.text], followedByText: false) == ["Bình luận", Self.text])
  }

  @Test("The title is never furniture")
  func title() throws {
    let article = try PlainTextReader().read(Array("Bình luận\n\nMột đoạn.".utf8))
    #expect(article.title == "Bình luận")
  }

  @Test("Each row is folded and stands once")
  func table() {
    var seen: Set<String> = []
    for row in FurniturePatterns.rows {
      #expect(foldedLine(row.text[...]) == row.text)
      #expect(seen.insert("\(row.text) \(row.kind == .prefix)").inserted, "\(row.text)")
    }
  }
}

extension [String] {
  fileprivate func appending(_ lines: [String]) -> String {
    (self + lines).joined(separator: "\n")
  }
}
