import TestSupport
import Testing

@testable import ArticleReading

@Suite("Date lines")
struct DateParserTests {
  @Test(
    "A date line gives its date",
    arguments: [
      ("08/06/2020", "20200608"),
      ("8/6/2020", "20200608"),
      ("8-6-2020", "20200608"),
      ("08-06-2020", "20200608"),
      ("08.06.2020", "20200608"),
      ("08 / 06 / 2020", "20200608"),
      ("08/06/2020 14:05", "202006081405"),
      ("08/06/2020, 14:05", "202006081405"),
      ("08/06/2020 - 14:05", "202006081405"),
      ("08/06/2020 14h05", "202006081405"),
      ("08/06/2020 14:05:59", "202006081405"),
      ("08/06/2020 2:05 PM", "202006081405"),
      ("08/06/2020 02:05:10 CH", "202006081405"),
      ("08/06/2020 00:00", "202006080000"),
      ("Thứ hai, ngày 8 tháng 6 năm 2020", "20200608"),
      ("THỨ HAI, NGÀY 8 THÁNG 6 NĂM 2020", "20200608"),
      ("thu hai ngay 8 thang 6 nam 2020", "20200608"),
      ("Thứ 2, 08/06/2020", "20200608"),
      ("Chủ nhật, 07/06/2020", "20200607"),
      ("Thứ ba ngày 5-5-2020", "20200505"),
      ("Ngày 08 tháng 06 năm 2020", "20200608"),
      ("Ngày 8 tháng 6, 2020", "20200608"),
      ("8 tháng 6 năm 2020", "20200608"),
      ("Ngày 08/06/2020", "20200608"),
      ("2020-06-08", "20200608"),
      ("2020/06/08", "20200608"),
      ("2020-06-08T14:05:00+07:00", "202006081405"),
      ("2020-06-08T14:05:00Z", "202006081405"),
      ("2020-06-08 14:05", "202006081405"),
      ("Cập nhật: 08/06/2020 14:05", "202006081405"),
      ("Cập nhật lúc 14:05, 08/06/2020", "202006081405"),
      ("Cập nhật lúc: 14h05 ngày 08/06/2020", "202006081405"),
      ("Cập nhật lần cuối: 14 giờ 05 phút, ngày 8/6/2020", "202006081405"),
      ("Ngày đăng: 08/06/2020", "20200608"),
      ("Đăng ngày 08/06/2020", "20200608"),
      ("Thứ Hai, 08/06/2020 | 14:05 GMT+7", "202006081405"),
      ("Thứ Hai, 08/06/2020 | 14:05", "202006081405"),
      ("Thứ hai, 8/6/2020, 14:05 (GMT+7)", "202006081405"),
      ("08/06/2020 14:05 UTC+07:00", "202006081405"),
      ("14:05 | 08/06/2020", "202006081405"),
      ("14h 08/06/2020", "202006081400"),
      ("(08/06/2020)", "20200608"),
      ("[08/06/2020 14:05]", "202006081405"),
      ("- 08/06/2020", "20200608"),
      ("| 08/06/2020 |", "20200608"),
      ("08/06/2020 -", "20200608"),
      ("Cà Mau, ngày 12/3/2016", "20160312"),
      ("TP. Hồ Chí Minh, ngày 12 tháng 3 năm 2016", "20160312"),
      ("29/02/2020", "20200229"),
      ("31/12/2199", "21991231"),
    ])
  func dateLine(line: String, sortKey: String) {
    #expect(DateParser.parse(line)?.sortKey == sortKey)
    #expect(DateParser.parse(decomposed(line))?.sortKey == sortKey, "decomposed")
    #expect(DateParser.parse(line.uppercased())?.sortKey == sortKey, "capitals")
  }

  @Test(
    "Any other line gives none",
    arguments: [
      "", "31/02/2020", "29/02/2019", "32/01/2020", "00/06/2020", "08/13/2020", "06/31/2020",
      "08/06/1899", "08/06/2200", "08/06/20", "08/06", "6/2020", "2020", "08/06-2020",
      "08/06/2020 25:00", "08/06/2020 14:60", "2020-13-08", "20200608", "0912345678",
      "Ngày 08/06/2020, tỉnh khai hội", "Ngày 11/2/2019.", "Hôm nay là 25/7/2018.",
      "Sáng 8/6/2020 tại Vĩnh Yên", "Hôm qua, ngày 12/3/2016", "25/8/2018: Qua đời ở tuổi 81",
      "Nguyễn Minh Tiệp sinh ngày 20/6/1984", "Hoài An - 08/06/2020", "Tháng 6 năm 2020",
      "08/06/2020 - 10/06/2020", "Quyết định 12/3/2016/QĐ-UBND", "Từ ngày 1/6/2020 đến 8/6/2020",
      "192.168.1.2020", "999999999999/06/2020", "8/6/20200", "Thứ hai", "14:05",
    ])
  func otherLine(line: String) {
    #expect(DateParser.parse(line) == nil)
  }

  @Test("A name beside a date is split from it")
  func split() throws {
    let found = try #require(DateParser.split("Hoài An - 08/06/2020 14:05"))
    #expect(found.date.sortKey == "202006081405")
    #expect(foldedLine(found.text) == "hoai an")
    #expect(DateParser.split("Hoài An, phóng viên năm 2020") == nil)
  }

  @Test("A line of endless digits or labels ends in nil")
  func hostile() {
    #expect(DateParser.parse(String(repeating: "9", count: 100_000)) == nil)
    #expect(DateParser.parse(String(repeating: "ngày ", count: 20) + "1/1/20") == nil)
  }
}
