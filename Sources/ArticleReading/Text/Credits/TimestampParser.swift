/// Reads the dates of machine-written values: dumps, feeds, metadata.
///
/// - ISO 8601: `2020-06-08`, `2020-06-08T14:05:30.250Z`, `2020-06-08 14:05+07:00`, `20200608`,
///   `2020/06/08`. Exactly midnight without a zone is what a date alone becomes in databases, so it is
///   one.
/// - RFC 822 and its successors: `Mon, 08 Jun 2020 14:05:30 +0700`, zones `GMT`, `UT`, `UTC`, `Z`.
/// - Unix time: a number from 1e9 to 1e10 counts seconds, one from 1e12 to 1e13 milliseconds; also as
///   `/Date(1657250400000)/`.
/// - `20220708102000`, local time.
/// - `7/8/2022 10:20:00 AM`, as .NET prints the eighth of July in America; with seconds only, for
///   Vietnamese put `AM` behind days that come first.
/// - What ``DateParser`` reads: `08/06/2020 14:05`, `Thứ Hai, ngày 8 tháng 6 năm 2020`.
///
/// A time with a zone, and Unix time, is converted to +07:00, Vietnam's; one without is local already.
/// Pure functions.
enum TimestampParser {
  /// Longer values, in bytes, are no dates.
  private static let maximumLength = 120
  /// +07:00.
  private static let localOffset = 7 * 60

  /// The date that a value is as a whole; nil for anything else.
  static func parse(_ value: some StringProtocol) -> ArticleDate? {
    let bytes = value.utf8.drop { $0 <= 0x20 }.prefix(maximumLength + 1)
    guard !bytes.isEmpty, bytes.count <= maximumLength else { return nil }
    if bytes.first == 0x2F { return microsoftDate(Array(bytes)) }
    if let date = compactTime(Array(bytes)) ?? americanTime(Array(bytes)) { return date }
    var cursor = Cursor(Array(bytes))
    if let date = unixTime(cursor) ?? isoDate(&cursor) { return date }
    cursor = Cursor(Array(bytes))
    return internetDate(&cursor) ?? DateParser.parse(String(value))
  }

  /// `/Date(1657250400000+0700)/`: milliseconds, and a zone that says nothing more.
  private static func microsoftDate(_ bytes: [UInt8]) -> ArticleDate? {
    guard bytes.starts(with: "/Date(".utf8) else { return nil }
    return unixTime(Cursor(Array(bytes.dropFirst(6).prefix { (0x30...0x39).contains($0) })))
  }

  private static func compactTime(_ bytes: [UInt8]) -> ArticleDate? {
    guard bytes.count == 14, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let digits = bytes.map { Int($0 - 0x30) }
    let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 } }
    return ArticleDate(
      year: number(0..<4), month: number(4..<6), day: number(6..<8), hour: number(8..<10),
      minute: number(10..<12))
  }

  private static func americanTime(_ bytes: [UInt8]) -> ArticleDate? {
    guard bytes.count <= 24, bytes.contains(0x2F) else { return nil }
    var cursor = Cursor(bytes)
    guard let month = cursor.number(of: 1...2), cursor.take(0x2F),
      let day = cursor.number(of: 1...2), cursor.take(0x2F), let year = cursor.number(of: 4...4),
      cursor.takeSpace(), let hour = cursor.number(of: 1...2), (1...12).contains(hour),
      cursor.take(0x3A), let minute = cursor.number(of: 2...2), cursor.take(0x3A),
      cursor.number(of: 2...2) != nil, cursor.takeSpace(), let half = cursor.word(),
      half == "am" || half == "pm", cursor.isAtEnd
    else { return nil }
    return ArticleDate(
      year: year, month: month, day: day, hour: hour % 12 + (half == "pm" ? 12 : 0), minute: minute)
  }

  private static func unixTime(_ cursor: Cursor) -> ArticleDate? {
    var cursor = cursor
    guard let (number, digits) = cursor.number(), digits >= 10, digits <= 13 else { return nil }
    if cursor.take(0x2E) { _ = cursor.number() }
    guard cursor.isAtEnd else { return nil }
    switch number {
    case 1_000_000_000..<10_000_000_000: return local(minutes: number / 60)
    case 1_000_000_000_000..<10_000_000_000_000: return local(minutes: number / 60_000)
    default: return nil
    }
  }

  private static func isoDate(_ cursor: inout Cursor) -> ArticleDate? {
    guard let (first, digits) = cursor.number() else { return nil }
    var (year, month, day) = (first, 0, 0)
    if digits == 8 {
      (year, month, day) = (first / 10_000, first / 100 % 100, first % 100)
    } else {
      guard digits == 4, let mark = cursor.peek, mark == 0x2D || mark == 0x2F,
        cursor.take(mark), let second = cursor.number(of: 1...2), cursor.take(mark),
        let third = cursor.number(of: 1...2)
      else { return nil }
      (month, day) = (second, third)
    }
    guard let date = ArticleDate(year: year, month: month, day: day) else { return nil }
    if cursor.isAtEnd { return date }
    guard cursor.take(0x54) || cursor.take(0x74) || cursor.takeSpace(),
      let time = cursor.time()
    else { return nil }
    let zone = cursor.zone()
    guard cursor.isAtEnd else { return nil }
    if zone == nil, time.isMidnight { return date }
    return moved(date, minute: time.minute, zone: zone)
  }

  private static func internetDate(_ cursor: inout Cursor) -> ArticleDate? {
    if cursor.word() != nil {
      _ = cursor.take(0x2C)
      _ = cursor.takeSpace()
    }
    guard let day = cursor.number(of: 1...2) else { return nil }
    guard cursor.takeSpace() || cursor.take(0x2D), let name = cursor.word(),
      let month = months.firstIndex(of: String(name.prefix(3))),
      cursor.takeSpace() || cursor.take(0x2D), let (number, digits) = cursor.number()
    else { return nil }
    let year = digits == 2 ? (number < 50 ? 2000 : 1900) + number : number
    guard let date = ArticleDate(year: year, month: month + 1, day: day) else { return nil }
    if cursor.isAtEnd { return date }
    guard cursor.takeSpace(), let time = cursor.time() else { return nil }
    let zone = cursor.zone()
    guard cursor.isAtEnd else { return nil }
    return moved(date, minute: time.minute, zone: zone)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The local date and time of a time in a zone, given in minutes east.
  private static func moved(_ date: ArticleDate, minute: Int, zone: Int?) -> ArticleDate? {
    guard let zone else {
      return ArticleDate(
        year: date.year, month: date.month, day: date.day, hour: minute / 60, minute: minute % 60)
    }
    return local(minutes: days(to: date) * 1440 + minute - zone)
  }

  /// The local date and time of so many minutes since 1970 began in Greenwich.
  private static func local(minutes: Int) -> ArticleDate? {
    let shifted = minutes + localOffset
    let (days, minute) = (shifted / 1440, shifted % 1440)
    return minute < 0
      ? date(ofDay: days - 1, minute: minute + 1440) : date(ofDay: days, minute: minute)
  }

  /// Days from 1970-01-01, by counting in years of 400 that begin in March.
  private static func days(to date: ArticleDate) -> Int {
    let year = date.month <= 2 ? date.year - 1 : date.year
    let (era, yearOfEra) = (year / 400, year % 400)
    let dayOfYear = (153 * ((date.month + 9) % 12) + 2) / 5 + date.day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day that is so many days after 1970-01-01.
  static func day(sinceEpoch day: Int) -> ArticleDate? {
    date(ofDay: day, minute: 0).flatMap {
      ArticleDate(year: $0.year, month: $0.month, day: $0.day)
    }
  }

  /// The inverse of ``days(to:)``, for days after the year 0.
  private static func date(ofDay day: Int, minute: Int) -> ArticleDate? {
    let shifted = day + 719_468
    let (era, dayOfEra) = (shifted / 146_097, shifted % 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return ArticleDate(
      year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, hour: minute / 60, minute: minute % 60)
  }
}

extension TimestampParser {
  /// A place in a value's bytes. A method that returns nil or false leaves it where it was, but for
  /// white space.
  private struct Cursor {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
      self.bytes = bytes.last.map { $0 <= 0x20 } == true ? Self.trimmed(bytes) : bytes
    }

    var isAtEnd: Bool { position == bytes.count }
    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func take(_ byte: UInt8) -> Bool {
      guard peek == byte else { return false }
      position += 1
      return true
    }

    /// Takes spaces, of which there must be one.
    mutating func takeSpace() -> Bool {
      let start = position
      while let byte = peek, byte <= 0x20 { position += 1 }
      return position > start
    }

    /// A run of at most 13 digits.
    mutating func number() -> (value: Int, digits: Int)? {
      let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }
      guard (1...13).contains(digits.count) else { return nil }
      position += digits.count
      return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.count)
    }

    /// A number of so many digits.
    mutating func number(of digits: ClosedRange<Int>) -> Int? {
      let start = position
      if let (value, count) = number(), digits.contains(count) { return value }
      position = start
      return nil
    }

    /// A run of letters, lower case.
    mutating func word() -> String? {
      let letters = bytes[position...].prefix { ($0 | 0x20) &- 0x61 < 26 }
      guard !letters.isEmpty else { return nil }
      position += letters.count
      return String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
    }

    /// `14:05`, `14:05:30`, `14:05:30.25`; seconds are dropped.
    mutating func time() -> (minute: Int, isMidnight: Bool)? {
      guard let hour = number(of: 1...2), hour < 24, take(0x3A), let minute = number(of: 2...2),
        minute < 60
      else { return nil }
      var second = 0
      if take(0x3A) {
        guard let value = number(of: 1...2), value <= 60 else { return nil }
        second = value
        if take(0x2E) || take(0x2C) {
          // Of any length.
          while let byte = peek, (0x30...0x39).contains(byte) { position += 1 }
        }
      }
      return (hour * 60 + minute, hour == 0 && minute == 0 && second == 0)
    }

    /// `Z`, `GMT`, `UTC`, `+07:00`, `+0700`, `+07`, `GMT+7` in minutes east; nil if there is none.
    mutating func zone() -> Int? {
      let start = position
      _ = takeSpace()
      let name = word()
      if let name, !["z", "gmt", "utc", "ut", "ict"].contains(name) {
        position = start
        return nil
      }
      if name == "ict" { return localOffset }
      let isWest = peek == 0x2D
      guard take(0x2B) || take(0x2D) else { return name == nil ? nil : 0 }
      guard let (value, digits) = number(), digits <= 4 else { return nil }
      var minutes = digits > 2 ? value / 100 * 60 + value % 100 : value * 60
      if digits <= 2, take(0x3A) {
        guard let more = number(of: 2...2) else { return nil }
        minutes += more
      }
      guard minutes <= 15 * 60 else { return nil }
      return isWest ? -minutes : minutes
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
      var bytes = bytes
      while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
      return bytes
    }
  }
}
