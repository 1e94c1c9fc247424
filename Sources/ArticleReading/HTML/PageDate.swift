/// Reads the dates that machines write into pages: `2020-06-08T14:05:00+07:00`.
///
/// The date and time are those written, which are local; a time in UTC (`Z`, `+00:00`) becomes
/// Vietnam's, seven hours later. Anything else is left to ``DateParser``.
enum PageDate {
  static func parse(_ text: String) -> ArticleDate? {
    iso(Array(text.utf8)) ?? DateParser.parse(text)
  }

  private static func iso(_ text: [UInt8]) -> ArticleDate? {
    guard let year = number(text, 0, 4), text.count >= 10, text[4] == 0x2D, text[7] == 0x2D,
      let month = number(text, 5, 2), let day = number(text, 8, 2)
    else { return nil }
    guard text.count >= 16, text[10] == 0x54 || text[10] == 0x20, text[13] == 0x3A,
      let hour = number(text, 11, 2), let minute = number(text, 14, 2)
    else { return ArticleDate(year: year, month: month, day: day) }
    let date = ArticleDate(year: year, month: month, day: day, hour: hour, minute: minute)
    guard isUTC(text[16...]), let date else { return date }
    return inVietnam(date, hour: hour, minute: minute)
  }

  private static func isUTC(_ zone: ArraySlice<UInt8>) -> Bool {
    let zone = zone.drop { $0 == 0x3A || $0 == 0x2E || $0 == 0x20 || ($0 &- 0x30) < 10 }
    if zone.first == 0x5A { return true }
    return zone.first == 0x2B && zone.count >= 3
      && zone.dropFirst().allSatisfy { $0 == 0x30 || $0 == 0x3A }
  }

  private static func inVietnam(_ date: ArticleDate, hour: Int, minute: Int) -> ArticleDate? {
    if hour < 17 {
      return ArticleDate(
        year: date.year, month: date.month, day: date.day, hour: hour + 7, minute: minute)
    }
    let isMonthEnd = date.day == ArticleDate.days(inMonth: date.month, of: date.year)
    let isYearEnd = isMonthEnd && date.month == 12
    return ArticleDate(
      year: date.year + (isYearEnd ? 1 : 0),
      month: isYearEnd ? 1 : date.month + (isMonthEnd ? 1 : 0),
      day: isMonthEnd ? 1 : date.day + 1, hour: hour - 17, minute: minute)
  }

  private static func number(_ text: [UInt8], _ start: Int, _ count: Int) -> Int? {
    guard start + count <= text.count else { return nil }
    var value = 0
    for byte in text[start..<start + count] {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
