import CLibCSV

/// Cuts the rows of a table of comma- or tab-separated values, by libcsv, into named values.
///
/// The first row that is not blank names the columns; a column without a name or beyond the header
/// is dropped, and of equal names each keeps its values. Quoted fields may hold line breaks; a quoted
/// field without an end would take in the rest of the file, so it ends the reading as soon as it is
/// over the limit or the file is at its end. Rows that are not UTF-8 are failures.
struct TableCutter: RecordCutter {
  /// Longer heads are not looked through for the delimiter.
  private static let maximumHeadBytes = 64 << 10

  private let parser: TableParser
  private let delimiter: UInt8?
  private let fields: RecordFields?
  private let limit: Int
  private var names: [String]?
  /// The start of the file up to its first line break; nil once it has been parsed.
  private var head: [UInt8]? = []
  private var hasEnded = false
  /// Why the rest is lost, told when the rows before are handed out.
  private var failure: ReadingError?

  /// - Parameter delimiter: nil to tell it from the header.
  init(delimiter: UInt8?, fields: RecordFields? = nil, limit: Int) throws(ReadingError) {
    (self.delimiter, self.fields, self.limit) = (delimiter, fields, limit)
    parser = try TableParser(limit: limit)
  }

  mutating func next(from stream: ByteStream) throws(ReadingError) -> RecordSource.Item? {
    while true {
      if let row = parser.nextRow() {
        if let item = try item(of: row) { return item }
        continue
      }
      if let failure { throw failure }
      if hasEnded { return nil }
      do {
        try parseNext(of: stream)
      } catch {
        failure = error
      }
    }
  }

  /// Feeds the parser with a line or what there is of one.
  private mutating func parseNext(of stream: ByteStream) throws(ReadingError) {
    if stream.window.isEmpty, try !stream.refill() {
      try parseHead(isWhole: true)
      try parser.finish()
      hasEnded = true
      return
    }
    let window = stream.window
    if head != nil {
      head?.append(contentsOf: window)
      stream.consume(window.count)
      try parseHead(isWhole: false)
    } else {
      let used = try parser.parse(line: window)
      stream.consume(used)
    }
  }

  /// Parses what was gathered of the file's start once the first line is complete.
  private mutating func parseHead(isWhole: Bool) throws(ReadingError) {
    guard var start = head else { return }
    guard isWhole || start.count >= Self.maximumHeadBytes || start.contains(0x0A) else { return }
    head = nil
    try ByteOrderMark.remove(from: &start)
    parser.delimiter = delimiter ?? Self.delimiter(of: start)
    try start.span.withUnsafeBytes { bytes throws(ReadingError) in
      var used = 0
      while used < bytes.count {
        used += try parser.parse(line: UnsafeRawBufferPointer(rebasing: bytes[used...]))
      }
    }
  }

  /// The comma, semicolon or tab that the first line has most of outside of quotes.
  static func delimiter(of head: [UInt8]) -> UInt8 {
    var counts: [(delimiter: UInt8, count: Int)] = [(0x2C, 0), (0x3B, 0), (0x09, 0)]
    var isQuoted = false
    for byte in head {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A { break }
      if let index = counts.firstIndex(where: { $0.delimiter == byte }) { counts[index].count += 1 }
    }
    return counts.reduce(counts[0]) { $1.count > $0.count ? $1 : $0 }.delimiter
  }

  /// The record of a row; nil for the header and for rows without any value.
  private mutating func item(of row: TableParser.Row) throws(ReadingError) -> RecordSource.Item? {
    let position = RecordPosition.line(row.line)
    if row.isTooLong {
      guard names != nil else { throw ReadingError(.recordTooLong(limit: limit)) }
      let error = ReadingError(.recordTooLong(limit: limit))
      return .bad(RecordFailure(position: position, error: error))
    }
    guard row.ends.contains(where: { $0 > 0 }) else { return nil }
    guard let names else {
      guard let header = Self.strings(of: row) else {
        throw ReadingError(.invalidHeader(line: row.line))
      }
      guard fields?.hasText(in: header) ?? true else {
        throw ReadingError(.noTextColumn)
      }
      names = header
      return nil
    }
    guard let values = Self.strings(of: row) else {
      let error = ReadingError(.invalidUTF8(at: nil))
      return .bad(RecordFailure(position: position, error: error))
    }
    let fields = zip(names, values).compactMap { name, value in
      name.isEmpty || value.isEmpty ? nil : RawRecord.Field(name: name, value: value)
    }
    return .record(RawRecord(content: .fields(fields), position: position))
  }

  /// The fields; nil if they are not UTF-8.
  private static func strings(of row: TableParser.Row) -> [String]? {
    var start = 0
    var strings: [String] = []
    strings.reserveCapacity(row.ends.count)
    for end in row.ends {
      let bytes = row.bytes.span.extracting(start..<end)
      guard let text = try? UTF8Span(validating: bytes) else { return nil }
      strings.append(String(copying: text))
      start = end
    }
    return strings
  }
}
