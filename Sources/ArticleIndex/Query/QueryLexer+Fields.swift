import ArticleReading
import VietnameseText

extension QueryLexer {
  /// What a name before a colon asks for.
  private enum Name {
    case field(QueryField)
    case date, after, before

    init?(_ name: String) {
      switch name {
      case "date": self = .date
      case "after": self = .after
      case "before": self = .before
      case "site": self = .field(.url)
      default:
        guard let field = QueryField(rawValue: name) else { return nil }
        self = .field(field)
      }
    }
  }

  /// Names that a query may give before a colon.
  private static let known =
    QueryField.allCases.map(\.rawValue) + ["date", "after", "before"]
  /// Tokens that a date may span.
  private static let maximumDateTokens = 10

  /// Reads `name:value` if that is what begins here; whether it was.
  mutating func field() -> Bool {
    let range = list.tokens[token].range
    guard isStart || isBehindMinus, range.upperBound < bytes.count,
      bytes[range.upperBound] == 0x3A,
      bytes[range].allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) })
    else { return false }
    let name = String(decoding: bytes[range], as: UTF8.self).lowercased()
    let value = range.upperBound + 1
    guard let known = Name(name) else {
      noticeUnknown(name, value: value)
      return false
    }
    var start = value
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    let isDirect = start == value
    switch known {
    case .field(.url): return url(from: start)
    case .field(let field): return words(of: field, from: start)
    case .date: return dates(named: name, from: start, isDirect: isDirect) { $0 }
    case .after:
      return dates(named: name, from: start, isDirect: isDirect) {
        DateRange(first: $0.first ?? $0.last, last: nil)
      }
    case .before:
      return dates(named: name, from: start, isDirect: isDirect) { range in
        let first = (range.first ?? range.last).flatMap { ArticleDate(sortKey: $0) }
        return DateRange(first: nil, last: first.map { (CalendarDay($0) - 1).sortKey })
      }
    }
  }

  /// `word:word` that names no field: said, as it may be a slip, and taken as words.
  private mutating func noticeUnknown(_ name: String, value: Int) {
    guard value < bytes.count, name.utf8.count <= 20, bytes[value] != 0x2F, bytes[value] > 0x20,
      !(0x30...0x39).contains(bytes[value]), bytes[value] != 0x3A
    else { return }
    notice(.unknownField(name, known: Self.known))
  }

  /// The bytes between a quotation mark or parenthesis at `start` and its partner.
  private func enclosed(from start: Int) -> (inside: Range<Int>, closing: Int)? {
    guard start < bytes.count, let closing = brackets.partner(of: start), closing > start else {
      return nil
    }
    let length = max(1, QueryBrackets.quoteLength(bytes, start))
    return (start + length..<closing, closing)
  }

  // MARK: - Words

  /// `title:=word` and `author:="a name"`: with the accents as typed.
  private mutating func words(of field: QueryField, from start: Int) -> Bool {
    var start = start
    while start < bytes.count, bytes[start] == 0x3D { start += 1 }
    let accents: AccentMode? = start > 0 && bytes[start - 1] == 0x3D ? .require : nil
    if let (inside, closing) = enclosed(from: start) {
      let alternatives = alternatives(
        in: inside, isGroup: bytes[start] == 0x28, accents: accents)
      skip(past: closing)
      let nodes = alternatives.filter { !$0.isEmpty }.map { QueryNode.field(field, $0) }
      if nodes.count == 1 { append(.item(nodes)) }
      if nodes.count > 1 { append(.item([.any(nodes)])) }
      if nodes.isEmpty { dropMinus() }
      return true
    }
    let next = token + 1
    guard next < list.tokens.count, Int(list.tokens[next].start) == start else { return false }
    token = next
    var words: [QueryToken] = []
    repeat {
      offset = list.tokens[token].range.upperBound
      guard let word = queryWord(token, accents: accents) else { break }
      words.append(word)
      token += 1
    } while token < list.tokens.count && list.tokens[token].gap == .joined
    if !words.isEmpty { append(.item([.field(field, words)])) }
    return true
  }

  /// The words between parentheses, parted at every `OR` and bar.
  private mutating func alternatives(
    in range: Range<Int>, isGroup: Bool, accents: AccentMode?
  ) -> [[QueryToken]] {
    guard isGroup else { return [queryWords(in: range, accents: accents)] }
    var result: [[QueryToken]] = []
    var start = range.lowerBound
    var index = token + 1
    while index < list.tokens.count, list.tokens[index].start < range.upperBound {
      let word = list.tokens[index].range
      if bytes[word].elementsEqual("OR".utf8) {
        result.append(queryWords(in: start..<word.lowerBound, accents: accents))
        start = word.upperBound
      }
      index += 1
    }
    return result + [queryWords(in: start..<range.upperBound, accents: accents)]
  }

  // MARK: - URLs

  /// Hosts and folders, as they stand there: each the value of one word.
  private mutating func url(from start: Int) -> Bool {
    var range: Range<Int>
    var end: Int
    if let (inside, closing) = enclosed(from: start) {
      (range, end) = (inside, closing + max(1, QueryBrackets.quoteLength(bytes, closing)))
    } else {
      end = start
      while end < bytes.count, bytes[end] > 0x20, ![0x28, 0x29, 0x7C].contains(bytes[end]),
        QueryBrackets.quoteLength(bytes, end) == 0
      { end += 1 }
      range = start..<end
    }
    var nodes: [QueryNode] = []
    for url in bytes[range].split(whereSeparator: { $0 <= 0x20 || $0 == 0x22 || $0 == 0x7C }) {
      guard !url.elementsEqual("OR".utf8), claim(),
        let place = Term.urlPlaces(String(decoding: url, as: UTF8.self)).last
      else { continue }
      nodes.append(.field(.url, [QueryToken(folded: place, exact: nil, followsDirectly: false)]))
    }
    guard let first = nodes.first else { return false }
    append(.item([nodes.count == 1 ? first : .any(nodes)]))
    offset = end
    moveToken(to: end)
    return true
  }

  // MARK: - Dates

  /// The longest run of words that is a date; a date that is none becomes plain words.
  private mutating func dates(
    named name: String, from start: Int, isDirect: Bool, _ meaning: (DateRange) -> DateRange
  ) -> Bool {
    if let (inside, closing) = enclosed(from: start) {
      guard let range = dates.range(String(decoding: bytes[inside], as: UTF8.self)) else {
        return refuse(name, inside)
      }
      guard claim() else { return true }
      append(.item([.dates(meaning(range))]))
      skip(past: closing)
      return true
    }
    let ends = dateEnds(from: start)
    for end in ends.reversed() {
      guard !isNumberContinued(at: end),
        let range = dates.range(String(decoding: bytes[start..<end], as: UTF8.self))
      else { continue }
      guard claim() else { return true }
      append(.item([.dates(meaning(range))]))
      offset = end
      moveToken(to: end)
      return true
    }
    guard isDirect, !ends.isEmpty else { return false }
    let limit = min(bytes.count, start + DateShape.maximumBytes)
    return refuse(name, start..<(bytes[start..<limit].firstIndex { $0 <= 0x20 } ?? limit))
  }

  /// Whether a number goes on at `end`: `2020-02` is no part of `2020-02-30`.
  private func isNumberContinued(at end: Int) -> Bool {
    func isDigit(_ offset: Int) -> Bool {
      offset < bytes.count && (0x30...0x39).contains(bytes[offset])
    }
    guard end < bytes.count else { return false }
    if bytes[end - 1] == 0x2E, isDigit(end) { return true }
    if bytes[end...].starts(with: "..".utf8) { return isDigit(end + 2) }
    return [0x2D, 0x2E, 0x2F].contains(bytes[end]) && isDigit(end + 1)
  }

  private mutating func refuse(_ name: String, _ value: Range<Int>) -> Bool {
    let shown = String(decoding: bytes[value].prefix(DateShape.maximumBytes), as: UTF8.self)
    notice(.noDate(field: name, value: shown))
    token += 1
    offset = value.lowerBound
    // A quotation mark or parenthesis stays: its words are then a phrase or a group.
    while offset > 0, bytes[offset - 1] != 0x3A, bytes[offset - 1] != 0x20 { offset -= 1 }
    return true
  }

  /// Where a date from `start` on may end: behind each of the next tokens, or the dots behind it.
  private func dateEnds(from start: Int) -> [Int] {
    var ends: [Int] = []
    var index = token + 1
    var last = start
    while index < list.tokens.count, ends.count < 2 * Self.maximumDateTokens {
      let next = list.tokens[index].range
      guard next.upperBound - start <= DateShape.maximumBytes,
        isDatePart(last..<next.lowerBound, isFirst: last == start)
      else { break }
      last = next.upperBound
      ends.append(last)
      if bytes[last...].starts(with: "..".utf8) { ends.append(last + 2) }
      index += 1
    }
    return ends
  }

  /// Whether a date may go on over the bytes between two tokens: white space, or joining signs.
  private func isDatePart(_ gap: Range<Int>, isFirst: Bool) -> Bool {
    let gap = bytes[gap]
    if isFirst { return gap.isEmpty || gap.elementsEqual("..".utf8) }
    if gap.allSatisfy({ $0 == 0x20 }) { return true }
    if gap.elementsEqual(", ".utf8) { return true }
    return gap.count <= 2 && gap.allSatisfy { [0x2D, 0x2E, 0x2F, 0x5F].contains($0) }
  }
}
