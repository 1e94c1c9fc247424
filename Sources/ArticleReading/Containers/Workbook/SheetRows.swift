/// The rows of a sheet, one after the other.
///
/// One thread at a time.
final class SheetRows {
  /// The cells of a row that hold something, by column from 0.
  struct Row {
    var number: Int
    var cells: [Int: String] = [:]
    var isTooLong = false
  }

  /// Columns beyond are not looked at.
  private static let maximumColumns = 4096

  private let reader: FeedReader
  private let limit: Int
  private var number = 0

  init(_ reader: FeedReader, limit: Int) { (self.reader, self.limit) = (reader, limit) }

  /// The next row; nil at the end.
  ///
  /// - Parameters:
  ///   - shared: the texts that cells name by their number.
  ///   - dates: the styles that show a number as a day.
  func next(shared: [String], dates: Set<Int>) throws(ReadingError) -> Row? {
    while try reader.advance() {
      guard reader.isStart, reader.localName == "row" else { continue }
      number = reader.attribute("r").flatMap { Int($0) } ?? (number + 1)
      var row = Row(number: number)
      guard !reader.isEmptyElement else { return row }
      let depth = reader.depth
      var room = limit
      var column = -1
      while try reader.advance(), reader.depth > depth {
        guard reader.isStart, reader.localName == "c" else { continue }
        column = reader.attribute("r").flatMap(Self.column) ?? (column + 1)
        let text = try cell(shared: shared, dates: dates, limit: max(room, 0))
        guard let text else {
          row.isTooLong = true
          continue
        }
        room -= text.utf8.count
        if room < 0 { row.isTooLong = true }
        guard !row.isTooLong, column < Self.maximumColumns, !text.isEmpty else { continue }
        row.cells[column] = text
      }
      if row.isTooLong { row.cells = [:] }
      return row
    }
    return nil
  }

  /// What a cell shows; nil if it is over the limit.
  private func cell(
    shared: [String], dates: Set<Int>, limit: Int
  ) throws(ReadingError) -> String? {
    let type = reader.attribute("t")
    let style = reader.attribute("s").flatMap { Int($0) } ?? 0
    guard !reader.isEmptyElement else { return "" }
    let depth = reader.depth
    var (value, inline) = ("", "")
    var isInValue = false
    var isTooLong = false
    while try reader.advance(), reader.depth > depth {
      if reader.isStart {
        isInValue = reader.localName == "v"
        if reader.localName == "f" || reader.localName == "rPh" { isInValue = false }
      } else if let text = reader.text {
        guard value.utf8.count + inline.utf8.count + text.utf8.count <= limit else {
          isTooLong = true
          continue
        }
        if isInValue { value += text } else if type == "inlineStr" { inline += text }
      } else if reader.isEnd, reader.localName == "v" {
        isInValue = false
      }
    }
    if isTooLong { return nil }
    switch type {
    case "s": return Int(value).flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? ""
    case "inlineStr": return inline
    case "e": return ""
    case nil, "n":
      guard dates.contains(style), let days = Double(value) else { return value }
      return Self.day(days) ?? value
    default: return value
    }
  }

  /// `C` of `C12`, from 0.
  private static func column(_ reference: String) -> Int? {
    var number = 0
    for byte in reference.utf8.prefix(4) {
      let letter = byte & 0xDF
      guard (0x41...0x5A).contains(letter) else { break }
      number = number * 26 + Int(letter - 0x40)
    }
    return number > 0 ? number - 1 : nil
  }

  /// The day, and the time if there is one, of days since 1899-12-30.
  private static func day(_ days: Double) -> String? {
    guard days >= 1, days < 110_000 else { return nil }
    let minutes = Int((days * 1440).rounded())
    let seconds = (minutes / 1440 - 25_569) * 86_400
    guard let date = TimestampParser.day(sinceEpoch: seconds / 86_400) else { return nil }
    let minute = minutes % 1440
    guard minute > 0 else { return date.iso }
    let (hours, rest) = (minute / 60, minute % 60)
    return "\(date.iso) \(hours < 10 ? "0" : "")\(hours):\(rest < 10 ? "0" : "")\(rest)"
  }
}
