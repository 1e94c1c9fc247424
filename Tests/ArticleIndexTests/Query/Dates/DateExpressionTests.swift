import TestSupport
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// Dates as users write them, on Monday, 8 June 2020, and bare ones in queries.
struct DateExpressionTests {
  private static let today = ArticleDate(year: 2020, month: 6, day: 8)

  private func range(_ text: String) -> String? {
    DateExpression(today: Self.today.map { CalendarDay($0) }).range(text)?.description
  }

  static let absolute: [(String, String?)] = [
    ("2020", "20200101..20201231"), ("06/2020", "20200601..20200630"),
    ("6/2020", "20200601..20200630"),
    ("6-2020", "20200601..20200630"), ("2020-06", "20200601..20200630"),
    ("2020/6", "20200601..20200630"),
    ("202006", "20200601..20200630"), ("02/2020", "20200201..20200229"),
    ("2/2021", "20210201..20210228"),
    ("8/6/2020", "20200608..20200608"), ("08/06/2020", "20200608..20200608"),
    ("8.6.2020", "20200608..20200608"),
    ("8-6-2020", "20200608..20200608"), ("2020-06-08", "20200608..20200608"),
    ("20200608", "20200608..20200608"),
    ("29/2/2020", "20200229..20200229"), ("29/2/2021", nil), ("31/4/2020", nil), ("13/2020", nil),
    ("0/2020", nil),
    ("2020-13", nil), ("1899", nil), ("2200", nil), ("1900", "19000101..19001231"),
    ("2199", "21990101..21991231"),
    ("20", nil), ("20201", nil), ("123456789", nil), ("", nil), ("/", nil), ("2020/", nil),
    ("/2020", nil),
    ("8//6//2020", nil), ("8/6/20", nil), ("2020 06", nil), ("2020..", "20200101.."),
    ("..2020", "..20201231"),
    ("2020-01..2020-06", "20200101..20200630"), ("2019..2020", "20190101..20201231"),
    ("2020..2019", "20190101..20201231"),
    ("1/6/2020..8/6/2020", "20200601..20200608"), (" 2019 .. 2020 ", "20190101..20201231"),
    ("..", nil),
    ("2020..x", nil), ("x..2020", nil), ("2020...", nil), ("2019..2020..2021", nil),
    ("tháng 6 năm 2020", "20200601..20200630"), ("thang 6 nam 2020", "20200601..20200630"),
    ("THÁNG SÁU NĂM 2020", "20200601..20200630"), ("tháng tư năm 2020", "20200401..20200430"),
    ("tháng năm năm 2020", "20200501..20200531"), ("tháng năm 2020", "20200501..20200531"),
    ("tháng mười hai năm 2019", "20191201..20191231"),
    ("tháng mười năm 2019", "20191001..20191031"),
    ("tháng giêng năm 2020", "20200101..20200131"), ("tháng chạp 2019", "20191201..20191231"),
    ("tháng 6/2020", "20200601..20200630"), ("tháng 6-2020", "20200601..20200630"),
    ("tháng 6 2020", "20200601..20200630"),
    ("tháng_6_năm_2020", "20200601..20200630"), ("năm 2020", "20200101..20201231"),
    ("nam 2020", "20200101..20201231"),
    ("quý 2 năm 2020", "20200401..20200630"), ("quý II/2020", "20200401..20200630"),
    ("quý iv năm 2019", "20191001..20191231"),
    ("quý 2/2020", "20200401..20200630"), ("quý hai năm 2020", "20200401..20200630"),
    ("q1 2020", "20200101..20200331"),
    ("Q1/2020", "20200101..20200331"), ("2020-Q3", "20200701..20200930"), ("quý 5 năm 2020", nil),
    ("ngày 8 tháng 6 năm 2020", "20200608..20200608"), ("8 tháng 6, 2020", "20200608..20200608"),
    ("ngày 8/6/2020", "20200608..20200608"), ("ngày 8 tháng 6/2020", "20200608..20200608"),
    ("June 2020", "20200601..20200630"), ("jun 2020", "20200601..20200630"),
    ("2020 june", "20200601..20200630"),
    ("8 June 2020", "20200608..20200608"), ("June 8, 2020", "20200608..20200608"),
    ("Sept 2019", "20190901..20190930"),
    ("6 tháng đầu năm 2019", "20190101..20190630"), ("6 tháng cuối năm 2019", "20190701..20191231"),
    ("9 tháng đầu năm 2019", "20190101..20190930"), ("tháng 13 năm 2020", nil), ("tháng", nil),
    ("năm", nil),
    ("quý", nil), ("june", "20200601..20200630"),
    ("đầu năm 2020", "20200101..20200430"), ("giữa năm 2020", "20200501..20200831"),
    ("cuối năm 2020", "20200901..20201231"), ("đầu tháng 6/2020", "20200601..20200610"),
    ("giữa tháng 6 năm 2020", "20200611..20200620"), ("cuối tháng 2/2020", "20200221..20200229"),
    ("cuối quý 2/2020", "20200601..20200630"), ("cuối", nil), ("cuối ngày 8/6/2020", nil),
    ("từ 1/6/2020 đến 8/6/2020", "20200601..20200608"), ("từ 2019 đến 2020", "20190101..20201231"),
    ("từ tháng 1 đến tháng 6 năm 2020", "20200101..20200630"),
    ("tu 1/6 den 8/6/2020", "20200601..20200608"), ("từ 6/2020", "20200601.."),
    ("đến 6/2020", "..20200630"), ("từ 2020 đến 2019", "20190101..20201231"), ("từ", nil),
    ("từ x đến 2020", nil), ("2019 đến", nil),
  ]

  static let relative: [(String, String?)] = [
    ("hôm nay", "20200608..20200608"), ("hom nay", "20200608..20200608"),
    ("Today", "20200608..20200608"),
    ("hôm qua", "20200607..20200607"), ("yesterday", "20200607..20200607"),
    ("hôm kia", "20200606..20200606"),
    ("đầu tháng 6", "20200601..20200610"), ("cuối tuần trước", "20200606..20200607"),
    ("đầu năm", "20200101..20200430"), ("cuối tháng trước", "20200521..20200531"),
    ("từ hôm qua đến hôm nay", "20200607..20200608"),
    ("hôm_nay", "20200608..20200608"), ("tuần này", "20200608..20200614"),
    ("this week", "20200608..20200614"),
    ("tuần trước", "20200601..20200607"), ("tuan truoc", "20200601..20200607"),
    ("last week", "20200601..20200607"),
    ("last-week", "20200601..20200607"), ("last_week", "20200601..20200607"),
    ("tuần qua", "20200601..20200607"),
    ("tháng này", "20200601..20200630"), ("this month", "20200601..20200630"),
    ("tháng trước", "20200501..20200531"),
    ("last month", "20200501..20200531"), ("năm nay", "20200101..20201231"),
    ("this year", "20200101..20201231"),
    ("năm ngoái", "20190101..20191231"), ("năm trước", "20190101..20191231"),
    ("last year", "20190101..20191231"),
    ("quý này", "20200401..20200630"), ("quý trước", "20200101..20200331"),
    ("last quarter", "20200101..20200331"),
    ("tháng 6 năm ngoái", "20190601..20190630"), ("tháng năm năm ngoái", "20190501..20190531"),
    ("tháng 3 năm nay", "20200301..20200331"), ("quý 3 năm ngoái", "20190701..20190930"),
    ("quý năm nay", nil),
    ("tháng 6", "20200601..20200630"), ("tháng 7", "20190701..20190731"),
    ("quý 1", "20200101..20200331"),
    ("quý 4", "20191001..20191231"), ("8/6", "20200608..20200608"), ("9/6", "20190609..20190609"),
    ("29/2", "20200229..20200229"),
    ("30/2", nil), ("ngày 7 tháng 6", "20200607..20200607"), ("june 7", "20200607..20200607"),
    ("7 june", "20200607..20200607"),
    ("7 ngày qua", "20200602..20200608"), ("last 7 days", "20200602..20200608"),
    ("past 2 weeks", "20200526..20200608"),
    ("1 tháng qua", "20200509..20200608"), ("3 tháng gần đây", "20200309..20200608"),
    ("1 năm qua", "20190609..20200608"),
    ("last 2 years", "20180609..20200608"), ("3 ngày trước", "20200605..20200605"),
    ("3 days ago", "20200605..20200605"),
    ("2 tuần trước", "20200525..20200531"), ("2 weeks ago", "20200525..20200531"),
    ("3 tháng trước", "20200301..20200331"),
    ("2 năm trước", "20180101..20181231"), ("6 months ago", "20191201..20191231"),
    ("6 tháng đầu năm", "20200101..20200630"),
    ("99999 ngày qua", nil), ("0 ngày qua", nil), ("1000 năm trước", nil), ("hôm", nil),
    ("last", nil), ("this", nil),
    ("hôm trước", nil), ("last day", nil), ("vĩnh phúc", nil),
    ("hôm qua..hôm nay", "20200607..20200608"),
    ("tháng trước..", "20200501.."),
  ]

  @Test(arguments: absolute + relative)
  func days(_ text: String, _ expected: String?) { #expect(range(text) == expected, "\(text)") }

  @Test(arguments: absolute)
  func withAccentsDecomposed(_ text: String, _ expected: String?) {
    #expect(range(decomposed(text)) == expected, "\(text)")
  }

  @Test(arguments: ["hôm nay", "tuần trước", "tháng 6", "8/6", "last 7 days"])
  func relativeDatesNeedToday(_ text: String) {
    #expect(DateExpression(today: nil).range(text) == nil)
  }

  @Test(arguments: [
    ("date:2020 lúa", "(all (dates 20200101..20201231) lúa)"),
    ("lúa date:06/2020", "(all lúa (dates 20200601..20200630))"),
    ("date:8/6/2020 lúa", "(all (dates 20200608..20200608) lúa)"),
    ("date:2020-06-08", "(dates 20200608..20200608)"),
    ("date:2020-01..2020-06 lúa", "(all (dates 20200101..20200630) lúa)"),
    ("date:2020.. lúa", "(all (dates 20200101..) lúa)"),
    ("date:..2020 lúa", "(all (dates ..20201231) lúa)"),
    ("date:hôm nay lúa", "(all (dates 20200608..20200608) lúa)"),
    ("date:hôm nay", "(dates 20200608..20200608)"),
    ("date:\"hôm nay\" lúa", "(all (dates 20200608..20200608) lúa)"),
    ("date:“tuần trước”", "(dates 20200601..20200607)"),
    ("date:(last week)", "(dates 20200601..20200607)"),
    ("date:hôm_nay lúa", "(all (dates 20200608..20200608) lúa)"),
    ("date:hôm qua..hôm nay", "(dates 20200607..20200608)"),
    ("date:tháng 6 năm 2020 lúa", "(all (dates 20200601..20200630) lúa)"),
    ("date:tháng 6 lúa", "(all (dates 20200601..20200630) lúa)"),
    ("date:last 7 days lúa", "(all (dates 20200602..20200608) lúa)"),
    ("date: 2020", "(dates 20200101..20201231)"),
    ("date:2020 2 lúa", "(all (dates 20200101..20201231) 2 lúa)"),
    ("date:2020 - 6 lúa", "(all (dates 20200101..20201231) 6 lúa)"),
    ("date:2020, lúa", "(all (dates 20200101..20201231) lúa)"),
    ("(date:2020)", "(dates 20200101..20201231)"),
    ("date:2020) lúa", "(all (dates 20200101..20201231) lúa)"),
    ("Date:2020", "(dates 20200101..20201231)"),
    ("date:quý 2/2020 lúa", "(all (dates 20200401..20200630) lúa)"),
    // `after` counts the date's first day in, `before` leaves it out: together they are a span.
    ("after:2020", "(dates 20200101..)"), ("before:2020", "(dates ..20191231)"),
    ("after:8/6/2020", "(dates 20200608..)"),
    ("before:8/6/2020", "(dates ..20200607)"), ("before:hôm nay", "(dates ..20200607)"),
    ("after:tuần trước", "(dates 20200601..)"),
    ("after:2019 before:2020", "(all (dates 20190101..) (dates ..20191231))"),
    ("before:1900", "(dates ..18991231)"),
    // Values that are no dates are words.
    ("date:xyz lúa", "(all xyz lúa)"), ("date:\"bao giờ\"", "(phrase bao giờ)"),
    ("date:(bao giờ)", "(all bao giờ)"),
    ("date:13/2020", "(all 13 2020)"), ("-date:xyz lúa", "(all (not xyz) lúa)"),
    ("date: sheet", "(all date sheet)"),
    ("date:", "date"), ("date:\"\" lúa", "lúa"), ("update:2020", "(all update 2020)"),
  ])
  func inQueries(_ query: String, _ expected: String) {
    #expect(QueryParser.parse(query, today: Self.today).node.description == expected)
  }

  /// Every day of four centuries, counted one by one.
  @Test func daysOfTheCalendar() throws {
    var day = try #require(CalendarDay(year: 1900, month: 1, day: 1))
    #expect(day.monday == day, "1900-01-01 was a Monday")
    for year in 1900...2199 {
      for month in 1...12 {
        #expect(CalendarDay(year: year, month: month) == day)
        for number in 1...ArticleDate.days(inMonth: month, of: year) {
          let parts = day.parts
          let isSame = parts.year == year && parts.month == month && parts.day == number
          if !isSame || CalendarDay(year: year, month: month, day: number) != day {
            Issue.record("\(year)-\(month)-\(number)")
          }
          day = day + 1
        }
      }
    }
    #expect(CalendarDay(year: 2020, month: 13) == CalendarDay(year: 2021, month: 1))
    #expect(CalendarDay(year: 2020, month: 0) == CalendarDay(year: 2019, month: 12))
    #expect(CalendarDay(year: 2020, month: -12).parts.month == 12)
  }
}
