/// Bulletins of one template with other numbers each day: alike in words, and yet different news.
struct Bulletins {
  /// `#` stands for a number, `@` for a place, `*` for a phrase that changes with the day.
  private static let templates = [
    (
      "Dự báo thời tiết",
      """
      Ngày @ nhiều mây, * rải rác, gió đông bắc cấp #. Nhiệt độ thấp nhất # độ, cao nhất # độ. Vùng \
      núi phía bắc *, có nơi dưới # độ. Khu vực @ trời *, nhiệt độ từ # đến # độ. Ven biển gió cấp #, \
      giật cấp #, sóng cao # mét. Dự báo ba ngày tới, @ tiếp tục *, lượng mưa phổ biến # mi li mét, \
      có nơi trên # mi li mét. Người dân cần đề phòng lốc, sét và gió giật mạnh.
      """
    ),
    (
      "Giá nông sản trong ngày",
      """
      Giá cà phê nhân xô tại @ sáng nay là # đồng một ki lô gam, * # đồng so với hôm trước. Tại @ giá \
      thu mua là # đồng, tại @ là # đồng. Giá hồ tiêu ở mức # đồng, *. Giá điều thô # đồng, giá mủ \
      cao su # đồng một độ. Trên sàn kỳ hạn, hợp đồng giao tháng # đóng cửa ở # đô la một tấn, * # đô \
      la. Theo các đại lý, lượng hàng về kho * nên giao dịch chỉ đạt # tấn.
      """
    ),
    (
      "Giá vàng và ngoại tệ",
      """
      Mở cửa phiên sáng nay, vàng miếng tại @ mua vào # nghìn đồng một lượng, bán ra # nghìn đồng, * \
      # nghìn đồng so với cuối phiên trước. Vàng nhẫn mua vào # nghìn, bán ra # nghìn. Trên thị \
      trường thế giới, vàng giao ngay ở # đô la một ao xơ, * # đô la. Tỷ giá trung tâm là # đồng một \
      đô la, *. Ngân hàng niêm yết mua vào # đồng, bán ra # đồng.
      """
    ),
    (
      "Kết quả thi đấu",
      """
      Chiều qua tại sân @, đội @ gặp đội @ trong khuôn khổ vòng # của giải. Ngay phút thứ #, đội chủ \
      nhà * và có bàn mở tỷ số. Hiệp hai hai đội chơi *, trận đấu kết thúc với tỷ số # # trước # \
      khán giả. Với kết quả này, đội @ có # điểm, xếp thứ # trên bảng. Vòng sau họ làm khách trên \
      sân @ vào ngày # tháng #.
      """
    ),
    (
      "Lịch cắt điện",
      """
      Điện lực @ thông báo tạm ngừng cung cấp điện ngày # tháng # từ # giờ đến # giờ tại @, @ và @ để \
      * đường dây và trạm biến áp. Từ # giờ đến # giờ ngày # tháng # mất điện một phần @. Lý do: *. \
      Trường hợp thời tiết không thuận lợi, lịch công tác có thể thay đổi mà không báo trước. Khách \
      hàng cần biết thêm xin gọi tổng đài # hoặc # để được giải đáp.
      """
    ),
  ]

  private static let places = [
    "Đồng Hới", "Phù Yên", "Ninh Giang", "Cái Bè", "An Khê", "Tam Kỳ", "Mộc Châu", "Gò Dầu",
    "Quỳ Hợp", "Sông Cầu", "Lạc Thủy", "Bảo Lộc",
  ]
  private static let phrases = [
    "tăng nhẹ", "giảm mạnh", "đi ngang", "có mưa vài nơi", "trở rét", "hửng nắng", "chơi áp đảo",
    "phòng ngự kín kẽ", "bảo dưỡng", "thay mới", "chậm lại", "khởi sắc",
  ]

  private var random = SystemlessRandom(state: 20)

  /// How many templates there are.
  static var kinds: Int { templates.count }

  /// A bulletin of one kind, of the next day.
  mutating func next(kind: Int) -> EditedArticle {
    let (title, template) = Self.templates[kind]
    var text = ""
    for character in template {
      switch character {
      case "#": text += "\(1 + random.next() % 90)"
      case "@": text += Self.places[Int(random.next() % UInt64(Self.places.count))]
      case "*": text += Self.phrases[Int(random.next() % UInt64(Self.phrases.count))]
      default: text.append(character)
      }
    }
    return EditedArticle(title: title, paragraphs: [text])
  }
}

/// SplitMix64: the same numbers in every run.
struct SystemlessRandom {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var hash = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
    return (hash ^ hash >> 31) >> 1
  }
}
