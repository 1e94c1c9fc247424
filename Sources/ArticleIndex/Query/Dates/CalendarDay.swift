import ArticleReading

/// A day of the proleptic Gregorian calendar, for reckoning with days.
struct CalendarDay: Equatable, Comparable {
  /// Days since 1970-01-01.
  let number: Int

  init(number: Int) { self.number = number }

  /// The day of a date, whatever its time of day.
  init(_ date: ArticleDate) {
    number = Self.number(year: date.year, month: date.month, day: date.day)
  }

  /// Nil unless the parts are a day of the years that articles have, 1900…2199.
  init?(year: Int, month: Int, day: Int) {
    guard let date = ArticleDate(year: year, month: month, day: day) else { return nil }
    self.init(date)
  }

  /// The first day of a month; months before January and after December are those of other years.
  init(year: Int, month: Int) {
    let months = year * 12 + month - 1
    let year = months >= 0 ? months / 12 : (months - 11) / 12
    number = Self.number(year: year, month: months - year * 12 + 1, day: 1)
  }

  static func < (left: Self, right: Self) -> Bool { left.number < right.number }
  static func + (day: Self, days: Int) -> Self { Self(number: day.number + days) }
  static func - (day: Self, days: Int) -> Self { Self(number: day.number - days) }

  /// The Monday on or before it. 1970-01-01 was a Thursday.
  var monday: Self { self - ((number + 3) % 7 + 7) % 7 }

  /// Year, month and day. H. Hinnant, "chrono-Compatible Low-Level Date Algorithms": years of 366
  /// days that begin in March, in eras of 400.
  var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// `YYYYMMDD`, for years of four digits.
  var sortKey: String {
    let (year, month, day) = parts
    return String(String(100_000_000 + year * 10_000 + month * 100 + day).dropFirst())
  }

  /// Source as ``parts``.
  private static func number(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
