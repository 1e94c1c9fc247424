/// Reads the date lines of news pages.
///
/// A date line holds a date and nothing but what pages print around one: a label (`Cập nhật lúc`),
/// a weekday, a place (`Cà Mau, ngày …`), a time of day, a zone (`GMT+7`), separators. Days stand
/// before months, except in ISO dates. Case, marks, composition and the placing of tones make no
/// difference. Dates that do not exist and years of two digits are refused; so is a sentence that
/// merely holds a date.
///
/// ```swift
/// DateParser.parse("Thứ Hai, 08/06/2020 | 14:05 GMT+7")?.sortKey  // "202006081405"
/// DateParser.parse("Ngày 08/06/2020, tỉnh khai hội")  // nil
/// ```
///
/// Pure functions; a zone is skipped, since ``ArticleDate`` is in the article's own time.
package enum DateParser {
  /// Longer lines, in bytes, are not date lines.
  static let maximumLength = 120

  /// The date of a line that is a date line as a whole, nil for any other line.
  package static func parse(_ line: some StringProtocol) -> ArticleDate? {
    let line = Substring(line)
    guard mayHoldDate(line) else { return nil }
    return parse(line, DateToken.tokens(in: foldedLine(line)))
  }

  /// The same of a line that is cut up already.
  static func parse(_ line: Substring, _ tokens: [DateToken]) -> ArticleDate? {
    guard mayHoldDate(line) else { return nil }
    if let date = parseTokens(tokens) { return date }
    guard let rest = afterPlace(line) else { return nil }
    return parseTokens(DateToken.tokens(in: rest))
  }

  /// A line split into a date line at its start or end and the text beside it, without the
  /// separator: `Hoài An - 08/06/2020` gives `Hoài An` and the date. Nil where there is no such end.
  static func split(_ line: Substring) -> (date: ArticleDate, text: Substring)? {
    guard mayHoldDate(line) else { return nil }
    let scalars = line.unicodeScalars
    for index in scalars.indices where isSeparator(scalars[index]) {
      let (head, tail) = (line[..<index], line[scalars.index(after: index)...])
      if let date = parse(tail) { return (date, head) }
      if let date = parse(head), !tail.utf8.contains(where: isDigit) { return (date, tail) }
    }
    return nil
  }

  /// The folded rest of a line such as `Cà Mau, ngày 12/3/2016`, from `ngay` on.
  private static func afterPlace(_ line: Substring) -> String? {
    guard let comma = line.firstIndex(of: ",") else { return nil }
    let words = line[..<comma].split(separator: " ")
    guard (1...5).contains(words.count), words.allSatisfy(LineShape.isCapitalised) else {
      return nil
    }
    let rest = foldedLine(line[comma...].dropFirst())
    return rest.hasPrefix("ngay ") ? rest : nil
  }

  private static func parseTokens(_ tokens: [DateToken]) -> ArticleDate? {
    var cursor = DateCursor(tokens)
    cursor.skipLabels()
    var time = cursor.takeTime()
    if time != nil { cursor.skipLabels() }
    guard let day = cursor.takeDay() else { return nil }
    cursor.skipLabels()
    if time == nil { time = cursor.takeTime() }
    cursor.skipZone()
    cursor.skipSeparators()
    guard cursor.isAtEnd else { return nil }
    return ArticleDate(
      year: day.year, month: day.month, day: day.day, hour: time?.hour, minute: time?.minute)
  }

  /// Whether the line is short and has the six digits that the shortest date has.
  private static func mayHoldDate(_ line: Substring) -> Bool {
    line.utf8.count <= maximumLength && line.utf8.count(where: isDigit) >= 6
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "–", "—", "|", ",", ";", "(", "•", "·": true
    default: false
    }
  }
}

/// A piece of a folded line: digits, letters, or one character that is neither.
enum DateToken: Hashable {
  /// A run of at most four digits.
  case number(Int, digits: Int)
  case word(String)
  case mark(Unicode.Scalar)

  /// Cuts a folded line up.
  static func tokens(in line: String) -> [DateToken] {
    var tokens: [DateToken] = []
    var rest = line.unicodeScalars[...]
    while let first = rest.first {
      if isDigit(first) {
        let digits = rest.prefix(while: isDigit)
        // A longer run is a phone number or the like; as a word it fits nowhere.
        let value = digits.count <= 4 ? Int(String(digits)) : nil
        tokens.append(
          value.map { .number($0, digits: digits.count) } ?? .word(String(digits)))
        rest = rest[digits.endIndex...]
      } else if isLetter(first) {
        let letters = rest.prefix(while: isLetter)
        tokens.append(.word(String(letters)))
        rest = rest[letters.endIndex...]
      } else {
        if first != " " { tokens.append(.mark(first)) }
        rest.removeFirst()
      }
    }
    return tokens
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  /// Unicode's tables are asked for what is not ASCII only.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      : scalar.properties.isAlphabetic
  }
}
