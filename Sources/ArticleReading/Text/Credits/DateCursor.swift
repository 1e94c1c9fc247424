/// A place in the tokens of a line, with one method for each part a date line may have.
///
/// A `take` method moves on only if it returns something; a `skip` method passes over what is there.
struct DateCursor {
  private let tokens: [DateToken]
  private var position = 0

  init(_ tokens: [DateToken]) {
    self.tokens = tokens
  }

  var isAtEnd: Bool { position == tokens.count }

  /// What is printed before a date or between date and time, folded; the longer ones first.
  private static let labels: [[String]] = [
    ["cap", "nhat", "lan", "cuoi"], ["cap", "nhat", "luc"], ["cap", "nhat"],
    ["ngay", "cap", "nhat"], ["ngay", "xuat", "ban"], ["ngay", "dang", "tin"],
    ["ngay", "dang", "bai"], ["ngay", "dang"], ["ngay", "gui"], ["dang", "ngay"], ["dang", "luc"],
    ["dang", "tai"], ["thoi", "gian", "dang"], ["thoi", "gian"], ["xuat", "ban"], ["gui", "luc"],
    ["gui", "ngay"], ["posted", "on"], ["posted"], ["published"], ["updated"], ["date"],
    ["ngay"], ["luc"], ["vao"], ["t"],
    ["thu", "hai"], ["thu", "ba"], ["thu", "tu"], ["thu", "nam"], ["thu", "sau"],
    ["thu", "bay"], ["chu", "nhat"], ["cn"],
  ]

  /// Passes over separators, labels and weekdays in any order.
  mutating func skipLabels() {
    while true {
      skipSeparators()
      if let label = Self.labels.first(where: { hasWords($0) }) {
        position += label.count
      } else if case .word("thu") = token(), case .number(2...7, digits: 1) = token(1) {
        position += 2
      } else {
        return
      }
    }
  }

  /// Passes over marks that part the fields of a date line; a full stop is not one.
  mutating func skipSeparators() {
    while case .mark(let mark) = token() {
      switch mark {
      case ",", "|", "-", "–", "—", ":", ";", "(", ")", "[", "]", "•", "·", "*", ">", "/":
        position += 1
      default: return
      }
    }
  }

  /// `14:05`, `14:05:30`, `14h05`, `14h`, `14 giờ 05 phút`, `2:05 PM`.
  mutating func takeTime() -> (hour: Int, minute: Int)? {
    guard case .number(var hour, digits: 1...2) = token() else { return nil }
    var next = 1
    var minute = 0
    switch token(1) {
    case .mark(":"):
      guard case .number(let value, digits: 2) = token(2) else { return nil }
      (minute, next) = (value, 3)
      if case .mark(":") = token(3), case .number(0...60, digits: 2) = token(4) { next = 5 }
    case .word("h"), .word("gio"), .word("g"):
      next = 2
      if case .number(let value, digits: 1...2) = token(2), !startsDay(at: 2) {
        (minute, next) = (value, 3)
        if case .word("phut") = token(3) { next = 4 }
        if case .word("p") = token(3) { next = 4 }
      }
    default: return nil
    }
    switch token(next) {
    case .word("pm"), .word("ch"):
      if hour < 12 { hour += 12 }
      next += 1
    case .word("am"), .word("sa"):
      next += 1
    default: break
    }
    position += next
    return (hour, minute)
  }

  /// `8/6/2020` with `/`, `-` or `.`; `8 tháng 6 năm 2020`; `2020-06-08`. Not checked for existing.
  mutating func takeDay() -> (year: Int, month: Int, day: Int)? {
    guard case .number(let first, let digits) = token() else { return nil }
    if case .word("thang") = token(1) { return takeWrittenDay(first, digits) }
    guard case .mark(let mark) = token(1), mark == "/" || mark == "-" || mark == ".",
      case .number(let second, digits: 1...2) = token(2), token(3) == .mark(mark),
      case .number(let third, let thirdDigits) = token(4)
    else { return nil }
    if digits <= 2, thirdDigits == 4 {
      position += 5
      return (third, second, first)
    }
    if digits == 4, thirdDigits <= 2 {
      position += 5
      return (first, second, third)
    }
    return nil
  }

  /// Passes over `GMT+7`, `(GMT +07:00)`, `UTC+7`, `+07:00`, `Z`.
  mutating func skipZone() {
    let start = position
    while token() == .mark("(") || token() == .mark("|") || token() == .mark("-")
      || token() == .mark(",")
    {
      position += 1
    }
    var named = false
    switch token() {
    case .word("z"):
      position += 1
      return
    case .word("gmt"), .word("utc"):
      named = true
      position += 1
    default: break
    }
    if token() == .mark("+") || (named && token() == .mark("-")),
      case .number(0...1400, digits: 1...4) = token(1)
    {
      position += 2
      if case .mark(":") = token(), case .number(0...59, digits: 2) = token(1) { position += 2 }
    } else if !named {
      position = start
    }
  }

  private mutating func takeWrittenDay(
    _ day: Int, _ digits: Int
  ) -> (year: Int, month: Int, day: Int)? {
    guard digits <= 2, case .number(let month, digits: 1...2) = token(2) else { return nil }
    var next = 3
    if case .mark(let mark) = token(next), mark == "," || mark == "/" || mark == "-" { next += 1 }
    if case .word("nam") = token(next) { next += 1 }
    guard case .number(let year, digits: 4) = token(next) else { return nil }
    position += next + 1
    return (year, month, day)
  }

  /// Whether a day of the month stands there rather than minutes: `14h 08/06/2020`.
  private func startsDay(at offset: Int) -> Bool {
    switch token(offset + 1) {
    case .mark("/"), .mark("."), .word("thang"): true
    case .mark("-"):
      if case .number(_, digits: 1...2) = token(offset + 2), token(offset + 3) == .mark("-") {
        true
      } else {
        false
      }
    default: false
    }
  }

  private func token(_ offset: Int = 0) -> DateToken? {
    let index = position + offset
    return index < tokens.count ? tokens[index] : nil
  }

  private func hasWords(_ words: [String]) -> Bool {
    for (offset, word) in words.enumerated() where token(offset) != .word(word) { return false }
    return true
  }
}
