import VietnameseText

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
      if let days = days(text) {
        return DateRange(first: days.first.sortKey, last: days.last.sortKey)
      }
      return fromTo(Folding.folded(text))
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

  /// `từ 1/6/2020 đến 8/6/2020`, of which one may be missing. A date without a year has that of the
  /// other: `từ tháng 1 đến tháng 6 năm 2020`.
  private func fromTo(_ folded: String) -> DateRange? {
    var words = folded.split { " _".contains($0) }.map(String.init)[...]
    let hasFrom = words.first == "tu" || words.first == "from"
    if hasFrom { words.removeFirst() }
    let end = words.firstIndex { ["den", "toi", "to", "until"].contains($0) } ?? words.endIndex
    let (left, right) = (words[..<end], words[end...].dropFirst())
    guard hasFrom || left.isEmpty, hasFrom || !right.isEmpty else { return nil }
    let to = right.isEmpty ? nil : days(right.joined(separator: " "))
    guard right.isEmpty == (to == nil) else { return nil }
    guard hasFrom else { return DateRange(first: nil, last: to?.last.sortKey) }
    let start = left.joined(separator: " ")
    var from: Days?
    if let year = to?.last.parts.year, !left.contains(where: { $0.hasSuffix("\(year)") }) {
      from = days("\(start) nam \(year)") ?? days("\(start)/\(year)")
    }
    guard let from = from ?? days(start) else { return nil }
    if let to, to.first < from.first {
      return DateRange(first: to.first.sortKey, last: from.last.sortKey)
    }
    return DateRange(first: from.first.sortKey, last: to?.last.sortKey)
  }

  private static func isBlank(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { $0 == 0x20 }
  }

  /// The days of one date; nil if it is none or not within the years 1900…2199.
  func days(_ text: some StringProtocol) -> Days? {
    guard let shape = DateShape(text) else { return nil }
    let days = absolute(shape) ?? today.flatMap { relative(shape, $0) } ?? part(shape.wording, text)
    guard let days, days.first <= days.last, (1900...2199).contains(days.first.parts.year),
      (1900...2199).contains(days.last.parts.year)
    else { return nil }
    return days
  }

  /// `đầu tháng 6`, `giữa quý 2`, `cuối năm 2020`, `cuối tuần trước`: a third of the time, of a week its
  /// last two days. Without more than its name, the time is the current one.
  private func part(_ wording: String, _ text: some StringProtocol) -> Days? {
    let parts = ["dau": 0, "giua": 1, "cuoi": 2]
    guard let name = wording.split(separator: " ").first, let third = parts[String(name)] else {
      return nil
    }
    let rest = Folding.folded(text).drop { " _".contains($0) }.dropFirst(name.count + 1)
    guard let whole = days(rest) ?? days("\(rest) nay") else { return nil }
    let (year, month, _) = whole.first.parts
    switch whole.last.number - whole.first.number + 1 {
    case 7:
      let days = [0...1, 2...4, 5...6][third]
      return (whole.first + days.lowerBound, whole.first + days.upperBound)
    case 28...31:
      return (
        whole.first + 10 * third, third == 2 ? whole.last : whole.first + (10 * third + 9)
      )
    case 89...92: return Self.months((month + third)...(month + third), year)
    case 365...366: return Self.months((4 * third + 1)...(4 * third + 4), year)
    default: return nil
    }
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

// MARK: - Dates that count from today

extension DateExpression {
  /// A unit of time that dates are counted in.
  private enum Unit {
    case day, week, month, quarter, year
  }

  /// Folded names, singular and plural.
  private static let units: [String: Unit] = [
    "ngay": .day, "hom": .day, "day": .day, "days": .day, "tuan": .week, "week": .week,
    "weeks": .week, "thang": .month, "month": .month, "months": .month, "quy": .quarter,
    "quarter": .quarter, "quarters": .quarter, "nam": .year, "year": .year, "years": .year,
  ]

  /// Dates that count from today, or leave the year out and mean the nearest one not ahead.
  func relative(_ shape: DateShape, _ today: CalendarDay) -> Days? {
    let numbers = shape.numbers
    let year = today.parts.year
    switch shape.wording {
    case "hom nay", "today": return (today, today)
    case "hom qua", "yesterday": return (today - 1, today - 1)
    case "hom kia": return (today - 2, today - 2)
    case "thang #", "month #": return Self.month(numbers[0].value, year).map { past($0, today) }
    case "quy #", "q #", "quarter #":
      return Self.quarter(numbers[0].value, year).map { past($0, today) }
    case "#/#", "ngay #/#", "ngay # thang #", "# thang #", "# month #":
      return Self.pastDay(numbers[0].value, numbers[1].value, today)
    case "month # #": return Self.pastDay(numbers[1].value, numbers[0].value, today)
    default: break
    }
    let words = shape.wording.split(separator: " ").map(String.init)
    if let relative = inRelativeYear(words, shape, year) { return relative }
    if let counted = Self.counted(words, numbers.map(\.value), today) { return counted }
    guard words.count == 2 else { return nil }
    switch (words[0], words[1]) {
    case ("this", let name), (let name, "nay"):
      return Self.units[name].flatMap { Self.whole($0, 0, today) }
    case ("last", let name), ("previous", let name), (let name, "truoc"), (let name, "ngoai"),
      (let name, "qua"):
      return Self.units[name].flatMap { $0 == .day ? nil : Self.whole($0, 1, today) }
    default: return nil
    }
  }

  /// `tháng 6 năm ngoái`, `quý 2 năm nay`, `6 tháng đầu năm`.
  private func inRelativeYear(_ words: [String], _ shape: DateShape, _ year: Int) -> Days? {
    guard let value = shape.numbers.first?.value, shape.numbers.count == 1 else { return nil }
    switch words {
    case ["thang", "#", "nam", "nay"], ["month", "#", "this", "year"]:
      return Self.month(value, year)
    case ["thang", "#", "nam", "ngoai"], ["thang", "#", "nam", "truoc"],
      ["month", "#", "last", "year"]:
      return Self.month(value, year - 1)
    case ["quy", "#", "nam", "nay"]: return Self.quarter(value, year)
    case ["quy", "#", "nam", "ngoai"], ["quy", "#", "nam", "truoc"]:
      return Self.quarter(value, year - 1)
    case ["#", "thang", "dau", "nam"], ["#", "thang", "dau", "nam", "nay"]:
      return (1...12).contains(value) ? Self.months(1...value, year) : nil
    case ["#", "thang", "cuoi", "nam"], ["#", "thang", "cuoi", "nam", "ngoai"]:
      let year = words.count == 5 ? year - 1 : year
      return (1...12).contains(value) ? Self.months((13 - value)...12, year) : nil
    default: return nil
    }
  }

  /// `7 ngày qua`, `last 7 days`: up to today. `3 tuần trước`, `3 weeks ago`: that week.
  private static func counted(
    _ words: [String], _ numbers: [Int], _ today: CalendarDay
  ) -> Days? {
    guard numbers.count == 1, (1...100_000).contains(numbers[0]), words.count >= 3 else {
      return nil
    }
    if words.count == 3, words[0] == "last" || words[0] == "past", words[1] == "#" {
      return units[words[2]].map { (since($0, numbers[0], today), today) }
    }
    guard words[0] == "#", let unit = units[words[1]] else { return nil }
    switch words[2...].joined(separator: " ") {
    case "qua", "vua qua", "gan day", "gan nhat", "tro lai day":
      return (since(unit, numbers[0], today), today)
    case "truoc", "ago": return whole(unit, numbers[0], today)
    default: return nil
    }
  }

  /// The first of the days of the last `count` units, today being the last.
  private static func since(_ unit: Unit, _ count: Int, _ today: CalendarDay) -> CalendarDay {
    switch unit {
    case .day: return today - (count - 1)
    case .week: return today - (count * 7 - 1)
    case .month, .quarter, .year:
      let months = count * (unit == .month ? 1 : unit == .quarter ? 3 : 12)
      let (year, month, day) = today.parts
      let first = CalendarDay(year: year, month: month - months)
      let next = CalendarDay(year: year, month: month - months + 1)
      // The 31st of a shorter month is its last.
      return min(first + (day - 1), next - 1) + 1
    }
  }

  /// The whole unit that lies `count` units back.
  private static func whole(_ unit: Unit, _ count: Int, _ today: CalendarDay) -> Days {
    let (year, month, _) = today.parts
    switch unit {
    case .day: return (today - count, today - count)
    case .week:
      let monday = today.monday - 7 * count
      return (monday, monday + 6)
    case .month: return months((month - count)...(month - count), year)
    case .quarter:
      let first = (month - 1) / 3 * 3 + 1 - 3 * count
      return months(first...(first + 2), year)
    case .year: return months(1...12, year - count)
    }
  }

  /// `days` of this year, or of the last if they are still ahead.
  private func past(_ days: Days, _ today: CalendarDay) -> Days {
    guard days.first > today else { return days }
    let (year, month, _) = days.first.parts
    let last = days.last.parts.month
    return Self.months(month...last, year - 1)
  }

  /// The nearest such day that is not ahead; 29 February may be years ago.
  private static func pastDay(_ day: Int, _ month: Int, _ today: CalendarDay) -> Days? {
    let year = today.parts.year
    for year in stride(from: year, to: year - 9, by: -1) {
      if let found = CalendarDay(year: year, month: month, day: day), found <= today {
        return (found, found)
      }
    }
    return nil
  }
}
