/// Finds a date in a line that may hold other things: `Đăng bởi Hoài An lúc 10:20 ngày 08/07/2022`,
/// `Posted on January 5th, 2020 by …`.
///
/// Looser than ``DateParser``, which reads lines that are dates: months may be names in the
/// languages of the web (``months``) and years have two digits behind `31.10.`. For places where a
/// date is expected; in running text it would find what the text is about.
enum DateSearch {
  /// Longer lines, in bytes, are not looked at.
  static let maximumLength = 200
  private static let years = 1990...2099

  /// The first date in a line, with the time of day if one stands near it.
  static func first(in line: some StringProtocol) -> ArticleDate? {
    let line = Substring(line)
    return mayHoldDate(line) ? first(in: line, folded: foldedLine(line)) : nil
  }

  /// Whether a line is short, and has the digits that the shortest date has.
  private static func mayHoldDate(_ line: Substring) -> Bool {
    line.utf8.count <= maximumLength
      && line.utf8.count(where: { (0x30...0x39).contains($0) }) >= 4
  }

  /// The same of a line that is folded already.
  static func first(in line: Substring, folded: String) -> ArticleDate? {
    guard mayHoldDate(line) else { return nil }
    let tokens = DateToken.tokens(in: folded)
    if let date = DateParser.parse(line, tokens) { return date }
    for start in tokens.indices {
      guard let (day, end) = day(in: tokens, at: start) else { continue }
      let time = time(in: tokens, around: start..<end)
      return ArticleDate(
        year: day.year, month: day.month, day: day.day, hour: time?.hour, minute: time?.minute)
    }
    return nil
  }

  private typealias Day = (year: Int, month: Int, day: Int)

  private static func day(in tokens: [DateToken], at start: Int) -> (Day, end: Int)? {
    let found = numbers(in: tokens, at: start) ?? words(in: tokens, at: start)
    guard let (day, end) = found, years.contains(day.year),
      ArticleDate(year: day.year, month: day.month, day: day.day) != nil
    else { return nil }
    return (day, end)
  }

  /// `8/7/2022`, `31.10.23`, `2022-07-08`, `2022年7月8日`.
  private static func numbers(in tokens: [DateToken], at start: Int) -> (Day, end: Int)? {
    guard start + 4 < tokens.count, case .number(let first, let digits) = tokens[start],
      case .number(let second, digits: 1...2) = tokens[start + 2],
      case .number(let third, let thirdDigits) = tokens[start + 4]
    else { return nil }
    switch (tokens[start + 1], tokens[start + 3]) {
    case (.mark(let mark), .mark(let other)) where mark == other && "./-".contains(String(mark)):
      if digits == 4, thirdDigits <= 2 { return ((first, second, third), start + 5) }
      guard digits <= 2, thirdDigits == 4 || (thirdDigits == 2 && mark != "-") else { return nil }
      let year = thirdDigits == 4 ? third : 2000 + third
      // Americans put the month first.
      return (
        (year, min(second, second > 12 ? first : second), second > 12 ? second : first), start + 5
      )
    case (.word("年"), .word("月")) where digits == 4:
      return ((first, second, third), start + 5)
    default: return nil
    }
  }

  /// `8 tháng 7, 2022`, `8 Tháng Bảy 2022`, `1. Februar 2022`, `5 de enero de 2020`,
  /// `January 5th, 2020`.
  private static func words(in tokens: [DateToken], at start: Int) -> (Day, end: Int)? {
    if case .number(let day, digits: 1...2) = tokens[start] {
      let next = skip(fillers, in: tokens, from: start + 1)
      guard let (month, end) = month(in: tokens, at: next) else { return nil }
      let last = skip(fillers, in: tokens, from: end)
      guard last < tokens.count, case .number(let year, digits: 4) = tokens[last] else {
        return nil
      }
      return ((year, month, day), last + 1)
    }
    guard let (month, end) = month(in: tokens, at: start) else { return nil }
    let next = skip(fillers, in: tokens, from: end)
    guard next < tokens.count, case .number(let day, digits: 1...2) = tokens[next] else {
      return nil
    }
    let last = skip(fillers, in: tokens, from: next + 1)
    guard last < tokens.count, case .number(let year, digits: 4) = tokens[last] else { return nil }
    return ((year, month, day), last + 1)
  }

  /// At most three of them.
  private static func skip(
    _ fillers: Set<DateToken>, in tokens: [DateToken], from start: Int
  ) -> Int {
    var index = start
    while index < tokens.count, index - start < 3, fillers.contains(tokens[index]) { index += 1 }
    return index
  }

  private static let fillers: Set<DateToken> = [
    .mark("."), .mark(","), .mark("-"), .mark("/"), .word("de"), .word("del"), .word("of"),
    .word("st"), .word("nd"), .word("rd"), .word("th"), .word("er"), .word("nam"), .word("ngay"),
  ]

  private static func month(in tokens: [DateToken], at index: Int) -> (Int, end: Int)? {
    guard index < tokens.count, case .word(let word) = tokens[index] else { return nil }
    guard word == "thang" else { return months[word].map { ($0, index + 1) } }
    guard index + 1 < tokens.count else { return nil }
    switch tokens[index + 1] {
    case .number(let month, digits: 1...2): return (month, index + 2)
    case .word("muoi"):
      if index + 2 < tokens.count, case .word(let unit) = tokens[index + 2],
        let more = ["mot": 11, "hai": 12][unit]
      {
        return (more, index + 3)
      }
      return (10, index + 2)
    case .word(let name): return monthNumbers[name].map { ($0, index + 2) }
    default: return nil
    }
  }

  /// `10:20` or `10h20` a few tokens before or behind the day.
  private static func time(
    in tokens: [DateToken], around day: Range<Int>
  ) -> (hour: Int, minute: Int)? {
    for start in max(0, day.lowerBound - 6)..<min(tokens.count, day.upperBound + 6)
    where !day.contains(start) && start + 2 < tokens.count {
      guard case .number(let hour, digits: 1...2) = tokens[start], hour < 24,
        tokens[start + 1] == .mark(":") || tokens[start + 1] == .word("h"),
        case .number(let minute, digits: 2) = tokens[start + 2], minute < 60
      else { continue }
      return (hour, minute)
    }
    return nil
  }

  private static let monthNumbers: [String: Int] = [
    "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9, "chap": 12,
  ]

  /// Names of months, folded: English, German, French, Spanish, Portuguese, Italian, Dutch.
  private static let months: [String: Int] = {
    let names = [
      "jan january januar janvier enero janeiro gennaio januari janner",
      "feb february februar fevrier febrero fevereiro febbraio februari feber",
      "mar march marz maerz mars marzo marco maart mrz", "apr april avril abril aprile",
      "may mai mayo maio maggio mei", "jun june juni juin junio junho giugno",
      "jul july juli juillet julio julho luglio",
      "aug august aout agosto augustus",
      "sep sept september septembre septiembre setembro settembre",
      "oct october okt oktober octobre octubre outubro ottobre",
      "nov november novembre noviembre novembro",
      "dec december dez dezember decembre diciembre dezembro dicembre",
    ]
    var numbers: [String: Int] = [:]
    for (index, list) in names.enumerated() {
      for name in list.split(separator: " ") { numbers[String(name)] = index + 1 }
    }
    return numbers
  }()
}
