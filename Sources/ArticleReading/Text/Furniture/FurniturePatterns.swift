/// How a line of page furniture is told, and what it takes with it.
enum FurnitureKind: Equatable {
  /// The whole line, a count or date behind it allowed: `Bình luận (3)`, `Lượt xem: 1.204`.
  case line
  /// A line that starts so and goes on after `:`, `>` or `»`: `Xem thêm: Khởi công cầu mới`.
  case prefix
  /// A heading over other articles' titles; the titles go too.
  case list
  /// A heading after which the page has nothing of the article; the rest goes too.
  case tail
}

/// The lines that news sites put around an article, in one table.
///
/// The patterns are folded (``foldedLine(_:)``), and a line is compared without the bullets,
/// brackets and arrows around it, so `[Trở về]`, `• TRỞ VỀ` and `Trở về »` are one.
enum FurniturePatterns {
  /// A row of the table.
  struct Row {
    let text: String
    let kind: FurnitureKind
    /// Also an ordinary heading or phrase (`Quay lại`): counts only outside the body.
    let isGeneric: Bool
    /// Whether the page prints a full stop after it.
    let allowsStop: Bool

    init(_ text: String, _ kind: FurnitureKind, generic: Bool = false, stop: Bool = false) {
      (self.text, self.kind) = (text, kind)
      (isGeneric, allowsStop) = (generic, stop)
    }
  }

  static let rows: [Row] = [
    // Lists of the day's other articles, with a date picker: provincial papers' own systems
    // (Báo Vĩnh Phúc and others of its age), always the page's last block.
    Row("cac tin da dua ngay", .tail),
    Row("cac bai da dang ngay", .tail),
    Row("xem tin theo ngay", .tail),
    Row("xem theo ngay", .tail),
    // Headings over the section's newer and older titles: portals of provinces and departments.
    Row("cac tin khac", .tail),
    Row("cac tin da dua", .tail),
    Row("cac bai khac", .tail),
    Row("cac bai viet khac", .tail),
    Row("tin bai khac", .tail),
    Row("cac tin cu hon", .tail),
    Row("cac tin moi hon", .tail),
    Row("cac tin tiep", .tail),
    Row("cac tin tiep theo", .tail),
    Row("cac tin lien quan khac", .tail),
    Row("tin cung chuyen muc", .tail),
    Row("bai cung chuyen muc", .tail),
    Row("cung chuyen muc", .tail),
    Row("tin khac", .tail, generic: true),
    Row("bai viet khac", .tail, generic: true),
    Row("tin moi hon", .tail),
    Row("tin cu hon", .tail),
    Row("tin moi nhat", .tail, generic: true),
    Row("tin noi bat", .tail, generic: true),
    Row("doc nhieu", .tail, generic: true),
    Row("doc nhieu nhat", .tail, generic: true),
    Row("tin doc nhieu", .tail),
    Row("tin xem nhieu", .tail),
    // Boxes of related titles, in the middle of an article or under it: nearly every site.
    Row("tin lien quan", .list),
    Row("tin bai lien quan", .list),
    Row("cac tin lien quan", .list),
    Row("bai lien quan", .list),
    Row("bai viet lien quan", .list),
    Row("cac bai lien quan", .list),
    Row("cac bai viet lien quan", .list),
    Row("xem them", .list),
    Row("doc them", .list),
    Row("co the ban quan tam", .list),
    // One related link in running text: `Xem thêm > > Tin nóng 24h`, `Đọc thêm: …` (Người Đưa Tin).
    Row("xem them", .prefix),
    Row("doc them", .prefix),
    Row("xem them tai day", .line, stop: true),
    Row("doc them tai day", .line, stop: true),
    Row("moi ban doc xem them", .prefix),
    Row("tin lien quan", .prefix),
    // Keywords under the article: `Từ khóa: chuyển đổi số, Cà Mau`.
    Row("tu khoa", .prefix),
    Row("tu khoa lien quan", .prefix),
    Row("tags", .prefix),
    Row("tag", .prefix),
    // Buttons above and under the article: the portals' print, mail and top links.
    Row("in trang", .line),
    Row("in trang nay", .line),
    Row("in bai viet", .line),
    Row("in bai", .line, generic: true),
    Row("in tin", .line, generic: true),
    Row("in an", .line, generic: true),
    Row("ban in", .line),
    Row("ban de in", .line),
    Row("gui cho ban be", .line),
    Row("gui ban be", .line),
    Row("gui bai viet", .line),
    Row("gui bai viet cho ban be", .line),
    Row("gui email", .line),
    Row("gui mail", .line),
    Row("gui tin qua email", .line),
    Row("email", .line, generic: true),
    Row("ve dau trang", .line),
    Row("len dau trang", .line),
    Row("dau trang", .line, generic: true),
    Row("quay lai", .line, generic: true),
    Row("quay lai trang truoc", .line),
    Row("tro ve", .line, generic: true),
    Row("tro ve trang truoc", .line),
    Row("tro lai", .line, generic: true),
    Row("trang truoc", .line, generic: true),
    Row("chia se bai viet", .line),
    Row("chia se", .line, generic: true),
    Row("chia se len facebook", .line),
    Row("chia se facebook", .line),
    Row("facebook", .line, generic: true),
    Row("zalo", .line, generic: true),
    Row("luu bai viet", .line),
    Row("sao chep lien ket", .line),
    Row("co chu", .line, generic: true),
    Row("nghe doc bai", .line),
    Row("xem voi co chu", .line),
    Row("xem co chu", .line),
    // Counters: `Lượt xem: 1.204`, `Đã xem: 35`.
    Row("luot xem", .line),
    Row("so luot xem", .line),
    Row("so lan xem", .line),
    Row("luot truy cap", .line, generic: true),
    Row("da xem", .line, generic: true),
    // The comment box, often the page's last block; comments themselves are kept as text.
    Row("binh luan", .tail, generic: true),
    Row("y kien ban doc", .tail, generic: true),
    Row("gui binh luan", .tail),
    Row("gui y kien", .tail, generic: true),
    Row("viet binh luan", .tail),
    Row("gui phan hoi", .tail),
    Row("phan hoi", .tail, generic: true),
    Row("danh gia bai viet", .line),
  ]
}
