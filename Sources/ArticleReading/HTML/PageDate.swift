/// Reads the dates that machines write into pages: `2020-06-08T14:05:00+07:00`.
///
/// The date and time are those written, which are local. On a Vietnamese page a time in UTC (`Z`,
/// `+00:00`, seconds since 1970) becomes Vietnam's, seven hours later. Anything else is left to
/// ``DateSearch``.
enum PageDate {
  static func parse(_ text: String, inVietnam: Bool = true) -> ArticleDate? {
    let bytes = Array(text.utf8)
    return iso(bytes, inVietnam) ?? digits(bytes, inVietnam) ?? DateSearch.first(in: text)
  }

  /// The date in an address: `/2022/07/08/`, `/2022-7-8-`, `20220708`, with the time behind it or not.
  ///
  /// An address in an address is the page's own: `web.archive.org/web/20160218174457/http://…`.
  static func inAddress(_ address: String) -> ArticleDate? {
    let own = address.ranges(of: "://").last.map { address[$0.upperBound...] } ?? address[...]
    let bytes = Array(own.utf8)
    var index = 0
    var inDigits: ArticleDate?
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        index += 1
        continue
      }
      let end = bytes[index...].firstIndex { !isDigit($0) } ?? bytes.count
      if let year = number(bytes, index, 4), years.contains(year) {
        if end - index == 4, let date = parted(bytes, year, from: end) { return date }
        if [8, 10, 12, 14].contains(end - index), inDigits == nil {
          inDigits = compact(Array(bytes[index..<index + 8]))
        }
      }
      index = end
    }
    return inDigits
  }

  /// The date that a value means which names day and month in either order: of `11/01/2023`, the
  /// first of November if that day `isPrinted`.
  static func settled(
    _ date: ArticleDate, of value: String, isPrinted: (ArticleDate) -> Bool
  ) -> ArticleDate {
    guard value.prefix(3).contains("/"), !isPrinted(date),
      let other = ArticleDate(
        year: date.year, month: date.day, day: date.month,
        hour: date.minuteOfDay.map { $0 / 60 }, minute: date.minuteOfDay.map { $0 % 60 }),
      isPrinted(other)
    else { return date }
    return other
  }

  private static let years = 1990...2099

  /// `/07/08` or `-7-8` behind a year.
  private static func parted(_ bytes: [UInt8], _ year: Int, from start: Int) -> ArticleDate? {
    guard start < bytes.count, [0x2F, 0x2D, 0x5F].contains(bytes[start]) else { return nil }
    let mark = bytes[start]
    let parts = bytes[(start + 1)...].prefix(6).split(
      separator: mark, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2, (1...2).contains(parts[0].count) else { return nil }
    let day = parts[1].prefix(while: isDigit)
    guard (1...2).contains(day.count) else { return nil }
    return Int(String(decoding: parts[0], as: UTF8.self)).flatMap { month in
      Int(String(decoding: day, as: UTF8.self)).flatMap {
        ArticleDate(year: year, month: month, day: $0)
      }
    }
  }

  private static func compact(_ text: [UInt8]) -> ArticleDate? {
    guard let year = number(text, 0, 4), years.contains(year), let month = number(text, 4, 2),
      let day = number(text, 6, 2)
    else { return nil }
    return ArticleDate(year: year, month: month, day: day)
  }

  /// `20220708`, `20220708102030`, `1657250400` or that in milliseconds.
  private static func digits(_ text: [UInt8], _ inVietnam: Bool) -> ArticleDate? {
    guard (8...14).contains(text.count), text.allSatisfy(isDigit) else { return nil }
    switch text.count {
    case 8: return compact(text)
    case 14: return TimestampParser.parse(String(decoding: text, as: UTF8.self))
    case 10, 13:
      guard let local = TimestampParser.parse(String(decoding: text, as: UTF8.self)) else {
        return nil
      }
      return inVietnam ? local : moved(local, hours: -7)
    default: return nil
    }
  }

  private static func iso(_ text: [UInt8], _ inVietnam: Bool) -> ArticleDate? {
    guard let year = number(text, 0, 4), text.count >= 10, text[4] == 0x2D, text[7] == 0x2D,
      let month = number(text, 5, 2), let day = number(text, 8, 2)
    else { return nil }
    guard text.count >= 16, text[10] == 0x54 || text[10] == 0x20, text[13] == 0x3A,
      let hour = number(text, 11, 2), let minute = number(text, 14, 2)
    else { return ArticleDate(year: year, month: month, day: day) }
    let date = ArticleDate(year: year, month: month, day: day, hour: hour, minute: minute)
    guard inVietnam, isUTC(text[16...]), let date else { return date }
    return moved(date, hours: 7)
  }

  /// Whether a value is a time in UTC, so that its day may be the neighbour of the day at hand.
  static func isUTC(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count >= 16 && isUTC(bytes[16...])
  }

  private static func isUTC(_ zone: ArraySlice<UInt8>) -> Bool {
    let zone = zone.drop { $0 == 0x3A || $0 == 0x2E || $0 == 0x20 || isDigit($0) }
    if zone.first == 0x5A { return true }
    return zone.first == 0x2B && zone.count >= 3
      && zone.dropFirst().allSatisfy { $0 == 0x30 || $0 == 0x3A }
  }

  /// A date and time so many hours later or earlier, fewer than a day.
  private static func moved(_ date: ArticleDate, hours: Int) -> ArticleDate? {
    guard let minute = date.minuteOfDay else { return date }
    let total = minute + hours * 60
    let (hour, rest) = ((total + 1440) % 1440 / 60, (total + 1440) % 60)
    var (year, month, day) = (date.year, date.month, date.day)
    if total >= 1440 {
      day += 1
      if day > ArticleDate.days(inMonth: month, of: year) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    } else if total < 0 {
      day -= 1
      if day < 1 { month -= 1 }
      if month < 1 { (year, month) = (year - 1, 12) }
      if day < 1 { day = ArticleDate.days(inMonth: month, of: year) }
    }
    return ArticleDate(year: year, month: month, day: day, hour: hour, minute: rest)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func number(_ text: [UInt8], _ start: Int, _ count: Int) -> Int? {
    guard start + count <= text.count else { return nil }
    var value = 0
    for byte in text[start..<start + count] {
      guard isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
