import TestSupport
import Testing

@testable import ArticleReading

@Suite("Bylines")
struct BylineTests {
  @Test(
    "A byline gives its authors and source",
    arguments: [
      ("Hoài An", "Hoài An", nil),
      ("Chu Thị Thúy Hòa", "Chu Thị Thúy Hòa", nil),
      ("HOÀI AN", "HOÀI AN", nil),
      ("- Hoài An -", "Hoài An", nil),
      ("Minh Châu - Đức Thịnh", "Minh Châu - Đức Thịnh", nil),
      ("Thu Hà – Quốc Bảo", "Thu Hà – Quốc Bảo", nil),
      ("Hồ Thắng - Phi Long - Ngân Hà", "Hồ Thắng - Phi Long - Ngân Hà", nil),
      ("Nguyễn Tiến, Hoàng Táo", "Nguyễn Tiến, Hoàng Táo", nil),
      ("Ngọc Lan và Hải Yến", "Ngọc Lan và Hải Yến", nil),
      ("Huyền - Lâm - Đức", "Huyền - Lâm - Đức", nil),
      ("R'Ông Thắng – Minh Tiệp", "R'Ông Thắng – Minh Tiệp", nil),
      ("H’Hen Niê", "H’Hen Niê", nil),
      ("Y Krăk", "Y Krăk", nil),
      ("T.H", "T.H", nil),
      ("Đ. V", "Đ. V", nil),
      ("N.T.H.", "N.T.H.", nil),
      ("T.Xuân Lộc", "T.Xuân Lộc", nil),
      ("PV", "PV", nil),
      ("Nhóm PV", "Nhóm PV", nil),
      ("Bài và ảnh: Ngọc Lan", "Ngọc Lan", nil),
      ("BÀI VÀ ẢNH: NGỌC LAN", "NGỌC LAN", nil),
      ("Bài, ảnh: Ngọc Lan", "Ngọc Lan", nil),
      ("Tin, ảnh: Ngọc Lan - Hải Yến", "Ngọc Lan - Hải Yến", nil),
      ("Thực hiện: Hải", "Hải", nil),
      ("Phóng viên Hải Yến", "Hải Yến", nil),
      ("Nhóm phóng viên Lê Nam Phương – Hồng Gấm", "Lê Nam Phương – Hồng Gấm", nil),
      ("Bài: Minh Châu; Ảnh: Đức Thịnh", "Minh Châu", nil),
      ("Xuân Quý – Ảnh: Dũng Lâm", "Xuân Quý", nil),
      ("Mộc Miên (Tổng hợp)", "Mộc Miên", nil),
      ("Dung (t / h)", "Dung", nil),
      ("Trọng Giáp (từ Singapore)", "Trọng Giáp", nil),
      ("Như Tâm (Video: KSPR)", "Như Tâm", nil),
      ("Ánh Ngọc (Theo AFP)", "Ánh Ngọc", "AFP"),
      ("Phương Vũ (Theo Reuters, CNN)", "Phương Vũ", "Reuters, CNN"),
      ("Minh Anh (Nguồn BBC, AFP)", "Minh Anh", "BBC, AFP"),
      ("PV / Theo Thanh Niên", "PV", "Thanh Niên"),
      ("Theo Báo Cà Mau", nil, "Báo Cà Mau"),
      ("(Theo TTXVN)", nil, "TTXVN"),
      ("Theo mofa.gov.vn", nil, "mofa.gov.vn"),
      ("Nguồn: Báo Cao Nguyên Xanh", nil, "Báo Cao Nguyên Xanh"),
      ("NGUỒN : VnExpress", nil, "VnExpress"),
      ("(TTXVN)", nil, "TTXVN"),
      ("TTXVN", nil, "TTXVN"),
      ("(TTXVN/Vietnam+)", nil, "TTXVN/Vietnam+"),
      ("(TTX Đông Nam Bộ)", nil, "TTX Đông Nam Bộ"),
    ] as [(String, String?, String?)])
  func byline(line: String, author: String?, source: String?) {
    let byline = Byline.classify(line[...])
    #expect(byline.author == author)
    #expect(byline.source == source)
    let other = Byline.classify(decomposed(line)[...])
    #expect((other.author, other.source) == (author, source), "decomposed")
  }

  @Test(
    "Any other line gives none",
    arguments: [
      "", "An", "Hoài An.", "Hoài An viết", "hoài an", "Vĩnh Phúc", "HÀ NỘI", "Hồ Chí Minh",
      "Trung Quốc", "Báo Vĩnh Phúc", "Sở Thông Tin", "UBND Tỉnh", "Công An Vĩnh Phúc",
      "Đảo Sentosa", "Ông Vũ Quốc Hùng", "Giải pháp căn cơ", "Kết luận", "Quê hương tôi",
      "Hoài An 2020", "Bị cáo Mới tại toà.", "Tổng thống Nga Putin", "Hoài An (Hà Nội)",
      "Nguyễn Văn An Bình Minh Hòa Thuận", "Theo kế hoạch", "Theo Reuters, ông Trump nói",
      "Theo Luật Đất đai năm 2013, đất này bị thu hồi.", "Nguồn nước", "Nguồn sống mới",
      "(ảnh trên)", "Bài học: Kiên nhẫn", "NHẬT ĐĂNG chuyển ngữ", "Danh sách: Hoài An",
      "Ảnh: Đức Thịnh", "Ảnh: TTXVN", "Video: Reuters", "Ảnh minh họa: AFP",
    ])
  func otherLine(line: String) {
    let byline = Byline.classify(line[...])
    #expect(byline.author == nil)
    #expect(byline.source == nil)
  }

  @Test("A photo credit is told from a byline and from text")
  func photoCredit() {
    #expect(Byline.classify("Ảnh: Đức Thịnh").isPhotoCredit)
    #expect(!Byline.classify("Ảnh hưởng của bão").isPhotoCredit)
  }

  @Test("A dated byline gives both")
  func dated() throws {
    let found = try #require(Byline.dated("Hoài An - 08/06/2020"))
    #expect(found.byline.author == "Hoài An")
    #expect(found.date.iso == "2020-06-08")
    #expect(Byline.dated("08/06/2020 | Hoài An")?.byline.author == "Hoài An")
    #expect(Byline.dated("Khai mạc - 08/06/2020") == nil)
  }
}
