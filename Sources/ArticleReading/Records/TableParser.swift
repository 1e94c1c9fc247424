import CLibCSV
import Platform

/// libcsv, fed line by line so that it is known where rows and quoted fields begin.
///
/// One thread at a time.
final class TableParser {
  /// The fields of one row.
  struct Row {
    /// The fields one behind the other.
    var bytes: [UInt8] = []
    /// Where each field ends in ``bytes``.
    var ends: [Int] = []
    /// The line it begins in, from 1.
    var line = 1
    /// Whether it was over the limit; the fields are lost then.
    var isTooLong = false

    mutating func discard() {
      isTooLong = true
      (bytes, ends) = ([], [])
    }
  }

  /// Rows of more fields are taken for too long.
  private static let maximumFields = 4096

  private var parser = csv_parser()
  private let limit: Int
  private var row = Row()
  /// Complete rows; the next one is at ``position``.
  private var rows: [Row] = []
  private var position = 0
  /// The line being fed.
  private var line = 1
  /// Where the quoted field begins that is still open at the end of what was fed.
  private var openQuote: Int?
  private var fieldsInCall = 0

  /// - Parameter limit: the longest row, in bytes.
  init(limit: Int) throws(ReadingError) {
    self.limit = limit
    // Not strict: a quote out of place is a character.
    guard csv_init(&parser, 0) == 0 else {
      throw ReadingError(.tableParserFails)
    }
    // Grown by so much at a time; the default, 128 bytes, is slow for article bodies.
    csv_set_blk_size(&parser, 16 << 10)
  }

  deinit { csv_free(&parser) }

  /// What parts the fields.
  var delimiter: UInt8 {
    get { csv_get_delim(&parser) }
    set { csv_set_delim(&parser, newValue) }
  }

  /// The next complete row.
  func nextRow() -> Row? {
    guard position < rows.count else {
      rows.removeAll(keepingCapacity: true)
      position = 0
      return nil
    }
    defer { position += 1 }
    return rows[position]
  }

  /// Feeds the bytes up to the first line break, and returns how many that are.
  ///
  /// - Throws: ``ReadingError`` if a quoted field is over the limit.
  func parse(line window: UnsafeRawBufferPointer) throws(ReadingError) -> Int {
    guard let start = window.baseAddress, !window.isEmpty else { return 0 }
    let newline = memchr(start, 0x0A, window.count)
    let count = newline.map { UnsafeRawPointer($0) - start + 1 } ?? window.count
    fieldsInCall = 0
    let context = Unmanaged.passUnretained(self).toOpaque()
    let parsed = csv_parse(&parser, start, count, Self.onField, Self.onRow, context)
    guard parsed == count else {
      throw ReadingError(.invalidTable(line: line, detail: message))
    }
    if isInQuotes {
      if openQuote == nil || fieldsInCall > 0 { openQuote = line }
    } else {
      openQuote = nil
    }
    if parser.entry_pos > limit {
      if openQuote != nil { throw unclosedQuote }
      // An unquoted field ends with its line at the latest; until then it is not kept.
      row.discard()
      (parser.entry_pos, parser.spaces) = (0, 0)
    }
    if newline != nil {
      line += 1
      if row.ends.isEmpty, !isInField { row.line = line }
    }
    return count
  }

  /// Ends the last row.
  ///
  /// - Throws: ``ReadingError`` if it ends inside a quoted field.
  func finish() throws(ReadingError) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    if parser.pstate == 2, parser.quoted != 0 { throw unclosedQuote }
    guard csv_fini(&parser, Self.onField, Self.onRow, context) == 0 else {
      throw ReadingError(.invalidTable(line: line, detail: message))
    }
  }

  private var unclosedQuote: ReadingError {
    ReadingError(.openQuote(line: openQuote ?? line))
  }

  private var message: String? {
    csv_strerror(csv_error(&parser)).map { String(cString: $0) }
  }

  /// libcsv's states: 0 before a row, 1 before a field, 2 in one, 3 where it may have ended.
  private var isInField: Bool { parser.pstate > 0 }
  private var isInQuotes: Bool { parser.pstate >= 2 && parser.quoted != 0 }

  private func add(_ field: UnsafeRawBufferPointer) {
    fieldsInCall += 1
    guard !row.isTooLong else { return }
    guard row.bytes.count + field.count <= limit, row.ends.count < Self.maximumFields else {
      row.discard()
      return
    }
    row.bytes.append(contentsOf: field)
    row.ends.append(row.bytes.count)
  }

  private func endRow() {
    rows.append(row)
    row = Row(line: line + 1)
  }

  private typealias FieldCallback =
    @convention(c) (
      UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?
    ) -> Void

  private static let onField: FieldCallback = { field, count, context in
    guard let context else { return }
    Unmanaged<TableParser>.fromOpaque(context).takeUnretainedValue()
      .add(UnsafeRawBufferPointer(start: field, count: field == nil ? 0 : count))
  }

  private static let onRow: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = {
    _, context in
    guard let context else { return }
    Unmanaged<TableParser>.fromOpaque(context).takeUnretainedValue().endRow()
  }
}
