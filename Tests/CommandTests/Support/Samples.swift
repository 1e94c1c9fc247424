/// Three articles and queries that find them.
enum Samples {
  static let digital = """
    Vĩnh Phúc đẩy mạnh chuyển đổi số trong cơ quan nhà nước

    08/06/2020

    Sở Thông tin và Truyền thông tỉnh Vĩnh Phúc vừa tổ chức hội nghị về chuyển đổi số.

    Hội nghị bàn cách đưa dịch vụ công lên mạng để người dân đỡ phải đi lại nhiều lần.

    Hoài An

    """
  static let harvest = """
    Nông dân Thái Bình được mùa lúa chiêm xuân

    Lúa chín vàng khắp các cánh đồng của huyện Kiến Xương trong những ngày đầu tháng sáu.

    Năng suất bình quân đạt bảy tạ một sào, cao hơn năm trước.

    """
  static let bridge = """
    Khánh thành cầu bắc qua sông Hậu

    15/02/2019

    Cây cầu mới nối hai bờ sông giúp bà con miền Tây không còn phải chờ phà.

    Xe tải trọng lượng lớn được phép qua cầu từ sáng thứ hai.

    Minh Đức

    """
  static let all = ["digital.txt": digital, "harvest.txt": harvest, "bridge.txt": bridge]
  static let queries = [
    ("digital.txt", "vinh phuc chuyen doi so"), ("harvest.txt", "mùa lúa chiêm xuân"),
    ("bridge.txt", "khanh thanh cau"),
  ]
}
