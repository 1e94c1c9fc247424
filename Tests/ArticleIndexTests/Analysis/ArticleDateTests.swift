import Testing

@testable import ArticleIndex
@testable import ArticleReading

struct ArticleDateTests {
  @Test func sortKeysMakeTheRoundTrip() throws {
    for year in [1900, 1999, 2000, 2020, 2199] {
      for month in 1...12 {
        for day in [1, 9, 10, ArticleDate.days(inMonth: month, of: year)] {
          let date = try #require(ArticleDate(year: year, month: month, day: day))
          #expect(date.sortKey.utf8.count == 8)
          #expect(ArticleDate(sortKey: date.sortKey) == date)
          for (hour, minute) in [(0, 0), (9, 5), (23, 59)] {
            let time = try #require(
              ArticleDate(year: year, month: month, day: day, hour: hour, minute: minute))
            #expect(time.sortKey.utf8.count == 12)
            #expect(ArticleDate(sortKey: time.sortKey) == time)
            #expect(date < time && date.sortKey < time.sortKey)
          }
        }
      }
    }
  }

  @Test(arguments: [
    "", "2020", "2020060", "202006081", "20200608140", "2020060814055", "20201301", "20200230",
    "20190229", "2020060824" + "00", "202006082360", "2020-6-8", "2020060x", "２０２００６０８", "00000000",
    "+2020060", "18991231", "22000101",
  ])
  func whatIsNoSortKey(_ key: String) {
    #expect(ArticleDate(sortKey: key) == nil)
  }
}
