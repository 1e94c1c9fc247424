import TestSupport
import Testing

@testable import ArticleReading

@Suite("Documents of the state")
struct StateDocumentTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let title: String
    let number: String?
    let date: String?
    let issuer: String?
    /// What the first paragraph begins with.
    let first: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "one column after the other",
      text: """
        ỦY BAN NHÂN DÂN
        TỈNH ĐỒNG MẪU
        _______
        Số: 77/QĐ-UBND
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        ________________________
        Đồng Mẫu, ngày 02 tháng 9 năm 2019
        QUYẾT ĐỊNH
        Về việc ban hành Quy chế quản lý chợ nông thôn
        _________
        CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG MẪU
        Căn cứ Luật Tổ chức chính quyền địa phương;
        QUYẾT ĐỊNH:
        Điều 1. Ban hành Quy chế quản lý chợ.
        Nơi nhận:
        - Lưu: VT.
        Trần Văn Mẫu
        """,
      title: "Quyết định 77/QĐ-UBND: ban hành Quy chế quản lý chợ nông thôn",
      number: "77/QĐ-UBND", date: "2019-09-02", issuer: "ỦY BAN NHÂN DÂN TỈNH ĐỒNG MẪU",
      first: "CHỦ TỊCH ỦY BAN"),
    Case(
      name: "columns side by side, a subordinate office",
      text: """
        UBND TỈNH ĐỒNG MẪU          CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
        SỞ GIÁO DỤC VÀ ĐÀO TẠO            Độc lập - Tự do - Hạnh phúc
        Số: 1205/KH-SGDĐT              Đồng Mẫu, ngày 15 tháng 10 năm 2021

        KẾ HOẠCH
        Tổ chức hội thi giáo viên dạy giỏi cấp tỉnh
        năm học 2021 - 2022

        Thực hiện Công văn số 12/BGDĐT ngày 03/9/2021 của Bộ, Sở ban hành kế hoạch như sau.
        I. MỤC ĐÍCH
        Chọn giáo viên giỏi.
        """,
      title:
        "Kế hoạch 1205/KH-SGDĐT: Tổ chức hội thi giáo viên dạy giỏi cấp tỉnh năm học 2021 - 2022",
      number: "1205/KH-SGDĐT", date: "2021-10-15", issuer: "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
      first: "UBND TỈNH ĐỒNG MẪU"),
    Case(
      name: "columns side by side, one space between",
      text: """
        ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

        HUYỆN MẪU Độc lập - Tự do - Hạnh phúc

        Số: 08/CT-UBND Mẫu, ngày 9 tháng 1 năm 2018

        CHỈ THỊ

        Về tăng cường phòng, chống rét cho cây trồng, vật nuôi

        Từ đầu tháng 1, rét đậm đã làm nhiều trâu bò của bà con bị chết.
        """,
      title: "Chỉ thị 08/CT-UBND: Về tăng cường phòng, chống rét cho cây trồng, vật nuôi",
      number: "08/CT-UBND", date: "2018-01-09", issuer: "ỦY BAN NHÂN DÂN HUYỆN MẪU",
      first: "Từ đầu tháng 1"),
    Case(
      name: "a letter",
      text: """
        BỘ XÂY DỰNG
        ------
        Số: 311/BXD-QHKT
        V/v hướng dẫn lập quy hoạch chung
        xây dựng xã
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập – Tự do – Hạnh phúc
        ---------------
        Hà Nội, ngày 21 tháng 02 năm 2020
        Kính gửi: Ủy ban nhân dân tỉnh Đồng Mẫu
        Bộ Xây dựng nhận được văn bản của tỉnh. Sau khi nghiên cứu, Bộ có ý kiến.
        Nơi nhận:
        """,
      title: "Công văn 311/BXD-QHKT: hướng dẫn lập quy hoạch chung xây dựng xã",
      number: "311/BXD-QHKT", date: "2020-02-21", issuer: "BỘ XÂY DỰNG", first: "Kính gửi"),
    Case(
      name: "the nation first, the kind says whose",
      text: """
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        QUYẾT ĐỊNH CỦA BỘ TRƯỞNG BỘ MẪU
        SỐ 07/2005/QĐ-BM NGÀY 18 THÁNG 01 NĂM 2005
        VỀ VIỆC BAN HÀNH QUY ĐỊNH VỀ MẪU
        BỘ TRƯỞNG BỘ MẪU
        Căn cứ Nghị định số 86/2002/NĐ-CP ngày 05 tháng 11 năm 2002;
        Điều 1. Ban hành.
        """,
      title: "Quyết định 07/2005/QĐ-BM: BAN HÀNH QUY ĐỊNH VỀ MẪU", number: "07/2005/QĐ-BM",
      date: "2005-01-18", issuer: "BỘ TRƯỞNG BỘ MẪU", first: "BỘ TRƯỞNG BỘ MẪU"),
    Case(
      name: "the Party's",
      text: """
        TỈNH ỦY ĐỒNG MẪU
        *
        Số 15-CT/TU
        ĐẢNG CỘNG SẢN VIỆT NAM
        Đồng Mẫu, ngày 20 tháng 5 năm 2016
        CHỈ THỊ
        CỦA BAN THƯỜNG VỤ TỈNH ỦY
        Về nâng cao chất lượng sinh hoạt chi bộ
        -----
        Thời gian qua, các cấp ủy đảng trong tỉnh đã quan tâm đến việc này.
        Các chi bộ họp mỗi tháng một lần.
        """,
      title: "Chỉ thị 15-CT/TU: Về nâng cao chất lượng sinh hoạt chi bộ", number: "15-CT/TU",
      date: "2016-05-20", issuer: "TỈNH ỦY ĐỒNG MẪU", first: "Thời gian qua"),
    Case(
      name: "a draft without number and day",
      text: """
        ỦY BAN NHÂN DÂN
        TỈNH ĐỒNG MẪU
        Số:      /QĐ-UBND
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Đồng Mẫu, ngày     tháng     năm 2020
        DỰ THẢO
        QUYẾT ĐỊNH
        Về việc giao chỉ tiêu trồng rừng
        Căn cứ Luật Lâm nghiệp;
        Điều 1. Giao chỉ tiêu.
        """,
      title: "Quyết định: giao chỉ tiêu trồng rừng", number: nil, date: nil,
      issuer: "ỦY BAN NHÂN DÂN TỈNH ĐỒNG MẪU", first: "Đồng Mẫu, ngày"),
    Case(
      name: "a law",
      text: """
        QUỐC HỘI
        Luật số: 99/2018/QH14
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        LUẬT
        CHĂN NUÔI MẪU
        Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
        Chương I
        """,
      title: "Luật 99/2018/QH14: CHĂN NUÔI MẪU", number: "99/2018/QH14", date: nil,
      issuer: "QUỐC HỘI", first: "Căn cứ Hiến pháp"),
    Case(
      name: "no nation's name",
      text: """
        NGHỊ QUYẾT
        Số: 45/2019/NQ-HĐND
        Đồng Mẫu, ngày 12 tháng 7 năm 2019
        Về chính sách hỗ trợ nhà ở cho hộ nghèo
        HỘI ĐỒNG NHÂN DÂN TỈNH ĐỒNG MẪU
        Căn cứ Luật Tổ chức chính quyền địa phương;
        Điều 1. Hỗ trợ.
        """,
      title: "Nghị quyết 45/2019/NQ-HĐND: Về chính sách hỗ trợ nhà ở cho hộ nghèo",
      number: "45/2019/NQ-HĐND", date: "2019-07-12", issuer: "HỘI ĐỒNG NHÂN DÂN TỈNH ĐỒNG MẪU",
      first: "HỘI ĐỒNG NHÂN DÂN"),
  ]

  @Test("The head gives title, number, date and issuing body", arguments: cases)
  func head(_ it: Case) throws {
    let article = try PlainTextReader().read(Array(it.text.utf8))
    #expect(article.title == it.title)
    #expect(article.number == it.number)
    #expect(article.date?.iso == it.date)
    #expect(article.author == it.issuer)
    #expect(
      article.paragraphs.first?.hasPrefix(it.first) == true, "\(article.paragraphs.prefix(3))")
    #expect(article.lede.isEmpty)
  }

  @Test("Decomposed text gives the same", arguments: cases)
  func decomposedHead(_ it: Case) throws {
    let article = try PlainTextReader().read(Array(decomposed(it.text).utf8))
    #expect(article.title == it.title)
    #expect(article.number == it.number)
    #expect(article.date?.iso == it.date)
  }

  @Test("Any part of a head is read to its end, and loses no line of the text", arguments: cases)
  func parts(_ it: Case) throws {
    let lines = it.text.split(separator: "\n")
    for start in lines.indices {
      for end in lines.indices[start...] {
        let part = lines[start...end].joined(separator: "\n")
        let article = try PlainTextReader().read(Array(part.utf8))
        #expect(!article.title.isEmpty)
      }
    }
    let words = it.text.split(separator: " ", omittingEmptySubsequences: false)
    for index in words.indices {
      var rest = words
      rest.remove(at: index)
      rest.insert("|\t/-", at: words.count - 1 - index)
      _ = try PlainTextReader().read(Array(rest.joined(separator: " ").utf8))
    }
  }

  @Test(
    "News about a decision is news",
    arguments: [
      """
      Quyết định số 77/QĐ-UBND về quản lý chợ nông thôn có hiệu lực
      02/09/2019
      Ngày 2/9, Chủ tịch UBND tỉnh đã ký Quyết định số 77/QĐ-UBND về chợ nông thôn.
      Theo quyết định, các chợ phải có nơi bán thực phẩm riêng.
      Hoài An
      """,
      """
      BÁO CÁO VIÊN
      Hội thi báo cáo viên giỏi khai mạc sáng nay tại tỉnh.
      Số 12 Trần Phú là nơi tổ chức.
      Hơn trăm người dự thi trong ba ngày.
      """,
      """
      Tự hào Việt Nam
      Đội tuyển bóng đá nữ Việt Nam
      Thắng lớn trong trận mở màn.
      Sáng nay, đội đã về nước.
      """,
    ])
  func news(_ text: String) throws {
    let article = try PlainTextReader().read(Array(text.utf8))
    #expect(article.number == nil)
    #expect(article.title == text.prefix { $0 != "\n" })
  }

  @Test(
    "Numbers of documents",
    arguments: [
      ("123/QĐ-UBND", true), ("45/2019/NĐ-CP", true), ("15-CT/TU", true), ("01/2020/TT-BTC", true),
      ("17/2008/QH12", true), ("12", false), ("12/5", false), ("24/24", false), ("12-ngày", false),
      ("/QĐ-UBND", false), ("5a/KH-BCĐ", true),
    ])
  func numbers(text: String, isOne: Bool) { #expect(DocumentNumber.isOne(text) == isOne) }
}
