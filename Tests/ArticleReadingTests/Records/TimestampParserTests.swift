import Testing

@testable import ArticleReading

@Suite("Dates of dumps and feeds")
struct TimestampParserTests {
  @Test(
    "Forms that are read",
    arguments: [
      ("2020-06-08", "20200608"), (" 2020-06-08\n", "20200608"), ("2020/6/8", "20200608"),
      ("20200608", "20200608"),
      ("2020-06-08T14:05:30+07:00", "202006081405"), ("2020-06-08T14:05", "202006081405"),
      ("2020-06-08 14:05:30.250", "202006081405"), ("2020-06-08T14:05:30,5+0700", "202006081405"),
      ("2020-06-08T14:05:30Z", "202006082105"), ("2020-06-08T20:05:30Z", "202006090305"),
      ("2020-06-08 14:05:30 UTC", "202006082105"),
      ("2020-06-08T14:05:30.123456789+09", "202006081205"),
      ("2019-12-31T23:30:00-05:00", "202001011130"), ("2020-03-01T01:00:00+14:00", "202002291800"),
      ("2020-06-08T00:00:00", "20200608"), ("2020-06-08 00:00:00", "20200608"),
      ("2020-06-08T00:00:00+07:00", "202006080000"), ("2020-06-08T00:00:00Z", "202006080700"),
      ("Mon, 08 Jun 2020 14:05:30 +0700", "202006081405"),
      ("Mon, 8 Jun 2020 14:05 GMT", "202006082105"), ("08 Jun 2020 14:05:30", "202006081405"),
      ("Mon, 08 Jun 20 14:05:30 +0700", "202006081405"),
      ("Sun, 08 Jun 97 01:00:00 UT", "199706080800"),
      ("8 June 2020", "20200608"), ("08-Jun-2020 14:05", "202006081405"),
      ("1591603530", "202006081505"), ("1591603530000", "202006081505"),
      ("1591603530.75", "202006081505"), ("/Date(1591603530000)/", "202006081505"),
      ("/Date(1591603530000+0700)/", "202006081505"), ("20200608140530", "202006081405"),
      ("08/06/2020 14:05", "202006081405"), ("Thứ Hai, ngày 8 tháng 6 năm 2020", "20200608"),
      ("14:05 | 08/06/2020", "202006081405"),
    ])
  func read(value: String, key: String) {
    #expect(TimestampParser.parse(value)?.sortKey == key)
  }

  @Test(
    "What is no date",
    arguments: [
      "", " ", "hôm qua", "2020", "2020-13-01", "2020-02-30", "20201301", "2020-06-08T25:00",
      "2020-06-08T14", "2020-06-08T14:05 giờ", "Mon, 08 Xyz 2020 14:05:30 +0700", "159160353",
      "15916035300", "159160353000000", "/Date()/", "/tin/20200608", "20201308140530",
      "99999999999999999999999",
      "08/06/20", "2020-06-08T14:05:30ZZ", "0000-00-00 00:00:00", "-62135596800",
      String(repeating: "2020-06-08 ", count: 20),
    ])
  func refused(value: String) {
    #expect(TimestampParser.parse(value) == nil)
  }

  @Test("Every day from 2001 to 2037 comes back from Unix time")
  func days() throws {
    var expected = try #require(ArticleDate(year: 2001, month: 9, day: 9))
    // Noon in Vietnam on the first day whose seconds have ten digits.
    var seconds = 1_000_011_600
    while expected.year < 2037 {
      let date = try #require(TimestampParser.parse("\(seconds)"))
      #expect(date.iso == expected.iso)
      seconds += 86_400
      let next =
        ArticleDate(year: expected.year, month: expected.month, day: expected.day + 1)
        ?? ArticleDate(year: expected.year, month: expected.month + 1, day: 1)
        ?? ArticleDate(year: expected.year + 1, month: 1, day: 1)
      expected = try #require(next)
    }
  }
}
