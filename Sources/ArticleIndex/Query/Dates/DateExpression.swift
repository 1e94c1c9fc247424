/// Reads the days that a user names: `2020`, `06/2020`, `8/6/2020`, `2020-01..2020-06`, `hôm nay`,
/// `tháng 6 năm 2020`, `last week`.
///
/// Vietnamese with or without accents, English, in any case. Weeks begin on Monday.
struct DateExpression {
  /// What relative dates count from; without, they are not understood.
  let today: CalendarDay?

  /// Days from the first to the last.
  typealias Days = (first: CalendarDay, last: CalendarDay)

  /// The days a text names, nil if it names none: one date, or two with `..` between them, of which
  /// one may be missing. Two in the wrong order are exchanged.
  func range(_ text: some StringProtocol) -> DateRange? {
    guard let dots = text.firstRange(of: "..") else {
      return days(text).map { DateRange(first: $0.first.sortKey, last: $0.last.sortKey) }
    }
    let (left, right) = (text[..<dots.lowerBound], text[dots.upperBound...])
    let (isFrom, isTo) = (!Self.isBlank(left), !Self.isBlank(right))
    let (from, to) = (isFrom ? days(left) : nil, isTo ? days(right) : nil)
    guard isFrom || isTo, isFrom == (from != nil), isTo == (to != nil) else { return nil }
    if let from, let to, from.first > to.first {
      return DateRange(first: to.first.sortKey, last: from.last.sortKey)
    }
    return DateRange(first: from?.first.sortKey, last: to?.last.sortKey)
  }

  private static func isBlank(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { $0 == 0x20 }
  }

  /// The days of one date; nil if it is none or not within the years 1900…2199.
  func days(_ text: some StringProtocol) -> Days? {
    guard let shape = DateShape(text) else { return nil }
    let days = absolute(shape) ?? today.flatMap { relative(shape, $0) }
    guard let days, days.first <= days.last, (1900...2199).contains(days.first.parts.year),
      (1900...2199).contains(days.last.parts.year)
    else { return nil }
    return days
  }

  /// Dates that name their year.
  private func absolute(_ shape: DateShape) -> Days? {
    let values = shape.numbers.map(\.value)
    let digits = shape.numbers.map(\.digits)
    switch shape.wording {
    case "#" where digits[0] == 6: return Self.month(values[0] % 100, values[0] / 100)
    case "#" where digits[0] == 8:
      return Self.day(values[0] % 100, values[0] / 100 % 100, values[0] / 10_000)
    case "#", "nam #", "year #": return digits[0] == 4 ? Self.months(1...12, values[0]) : nil
    case "#/#" where digits[0] == 4: return Self.month(values[1], values[0])
    case "#/#" where digits[1] == 4, "thang #/#", "thang # nam #", "thang # #", "month # #":
      return digits[1] == 4 ? Self.month(values[0], values[1]) : nil
    case "# month #":  // "2020 June"
      return digits[0] == 4 ? Self.month(values[1], values[0]) : nil
    case "#/#/#" where digits[0] == 4: return Self.day(values[2], values[1], values[0])
    case "#/#/#", "ngay #/#/#", "ngay # thang # nam #", "# thang # nam #", "ngay # thang # #",
      "# thang # #", "# month # #", "# thang #/#", "ngay # thang #/#":
      return digits[2] == 4 ? Self.day(values[0], values[1], values[2]) : nil
    case "month # # #":  // "June 8, 2020"
      return digits[2] == 4 ? Self.day(values[1], values[0], values[2]) : nil
    case "quy # nam #", "quy #/#", "quy # #", "q # #", "q #/#", "quarter # #", "quarter # of #":
      return digits[1] == 4 ? Self.quarter(values[0], values[1]) : nil
    case "# q #": return digits[0] == 4 ? Self.quarter(values[1], values[0]) : nil
    case "# thang dau nam #" where digits[1] == 4 && (1...12).contains(values[0]):
      return Self.months(1...values[0], values[1])
    case "# thang cuoi nam #" where digits[1] == 4 && (1...12).contains(values[0]):
      return Self.months((13 - values[0])...12, values[1])
    default: return nil
    }
  }

  static func day(_ day: Int, _ month: Int, _ year: Int) -> Days? {
    CalendarDay(year: year, month: month, day: day).map { ($0, $0) }
  }

  static func month(_ month: Int, _ year: Int) -> Days? {
    (1...12).contains(month) ? months(month...month, year) : nil
  }

  static func quarter(_ quarter: Int, _ year: Int) -> Days? {
    (1...4).contains(quarter) ? months((quarter * 3 - 2)...(quarter * 3), year) : nil
  }

  /// Whole months. Their numbers may lie outside of 1…12: they are then of other years.
  static func months(_ months: ClosedRange<Int>, _ year: Int) -> Days {
    (
      CalendarDay(year: year, month: months.lowerBound),
      CalendarDay(year: year, month: months.upperBound + 1) - 1
    )
  }
}
