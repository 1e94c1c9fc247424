import Testing

/// Pages as they look when saved as text, one for each habit of the sites; the news is invented.

enum SamplePages {
  struct Page: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var testDescription: String { name }
  }

  static let all = [
    Page(
      name: "portal",
      text: """
        Sở Nông nghiệp kiểm tra đê Hữu Lô trước mùa mưa bão
        [In trang] | Gửi cho bạn bè
        Cập nhật: 08/06/2020 14:05
        Lượt xem: 1.204

        Đoàn của Sở Nông nghiệp vừa kiểm tra 12 km đê Hữu Lô qua huyện Sông Lô.

        Ba điểm sạt lở phải xử lý xong trước ngày 30/6.

        Tin liên quan
        Sông Lô gia cố ba cống dưới đê
        Diễn tập hộ đê ở xã Đức Bác

        Xã đã chuẩn bị 2.000 bao tải và 500 cọc tre tại chỗ.

        Phóng viên Hải Yến

        Các tin đã đưa ngày: 07/06/2020
        Khai giảng lớp dạy nghề may
        Trao nhà tình nghĩa
        Về đầu trang
        """),
    Page(
      name: "newspaper",
      text: """
        Người giữ lửa gốm Hương Canh
        Thứ Hai, 08/06/2020 | 14:05 GMT+7
        (VP) Ông Giang vẫn nặn chum bằng tay dù cả làng đã chuyển sang làm ngói.
        Lò của ông đỏ lửa mỗi tháng hai lần.
        Nghề cũ, người mới
        Con gái ông vừa mở lớp dạy trẻ nặn đất vào cuối tuần.
        Bình luận của khách được ông dán kín tường.
        Bài và ảnh: Minh Châu - Đức Thịnh
        Từ khóa: gốm, Hương Canh
        Bình luận (3)
        """),
    Page(
      name: "agency",
      text: """
        Giá cà phê Tây Nguyên tăng

        Giá cà phê nhân xô sáng 8/6 tăng 300 đồng mỗi kilogam.

        Doanh nghiệp thu mua cho rằng nguồn cung sẽ còn khan hiếm.

        (TTXVN)
        """),
    Page(
      name: "comments",
      text: """
        Đề xuất cấm xe tải giờ cao điểm

        2020-06-08T14:05:00+07:00

        Sở Giao thông lấy ý kiến về việc cấm xe tải trên đường Mê Linh.

        Việc cấm dự kiến bắt đầu từ tháng 9.

        Theo Báo Trung Du

        Ý kiến bạn đọc
        Nên cấm cả buổi trưa vì lúc đó học sinh tan trường rất đông.
        Nguyễn Văn Ba
        """),
    Page(
      name: "captions",
      text: """
        Lũ về sớm ở đầu nguồn

        Nước sông Tiền tại Tân Châu lên nhanh trong ba ngày qua.

        Nông dân gặt chạy lũ suốt đêm.
        Giá thuê máy gặt tăng gấp rưỡi.
        Xem thêm: Sạt lở nuốt bốn căn nhà ở Chợ Mới
        Như Tâm (Tổng hợp)

        Máy gặt làm việc trong đêm ở xã Vĩnh Xương.
        Ảnh: Ngọc Trinh
        """),
    Page(
      name: "wrapped",
      text: """
        Khai mạc hội sách vùng cao lần thứ năm tại thị trấn Khe Sanh của huyện
        Hướng Hóa

        Khe Sanh, ngày 12/3/2016

        Hội sách vùng cao lần thứ năm mở cửa sáng nay với hơn bốn nghìn đầu
        sách thiếu nhi, phần lớn do bạn đọc các tỉnh đồng bằng gửi tặng trong
        suốt mùa đông.

        Ban tổ chức dành riêng một gian cho sách song ngữ, nơi các em đọc
        truyện cổ bằng tiếng Vân Kiều và tiếng Việt.
        Hội sách kéo dài đến hết chủ nhật.
        Hoài An
        """),
    Page(
      name: "heading",
      text: """
        Năm giải pháp cho cây vải

        08.06.2020

        Huyện Lục Ngạn bàn cách tiêu thụ vải thiều chín sớm.

        Bình luận

        Tổ công tác cho rằng sàn điện tử mới gánh được một phần mười sản lượng.

        Nguyễn Thị Hoa

        Chị Hoa là chủ vườn đầu tiên bán vải qua mạng ở xã Quý Sơn.
        """),
    Page(
      name: "brief",
      text: "Tạm dừng đò ngang bến Lâu từ 18 giờ hôm nay vì nước lên\n"),
  ]
}
