/// Cuts the rows that a dump of a database puts into tables of articles.
///
/// `INSERT` of any length and `COPY … FROM stdin` are read, everything else is passed over. The columns are
/// those that the statement names, else those of `CREATE TABLE`. A table is one of articles if a column
/// is called as an article's text is; in any other, rows with a long running text are. Of WordPress's
/// posts those are taken that were published.
struct SQLCutter: RecordCutter {
  static let maximumColumns = 4096
  /// Of so many columns of tables that were created the names are kept.
  private static let maximumNames = 100_000
  /// A shorter text may be anything, in bytes and words.
  private static let leastText = 200
  private static let leastWords = 30

  private let limit: Int
  private let fields: RecordFields
  private var scanner: SQLScanner?
  /// The columns of the tables that were created, by name.
  private var tables: [String: [String]] = [:]
  private var names = 0
  private var state = State.between
  /// The first word of the next statement, if it was read.
  private var pending: String?
  private var number = 0
  private var hasArticles = false

  private enum State {
    case between
    /// In the rows of a statement.
    case rows(Table)
    /// In the lines of a copy.
    case copy(Table)
  }

  private struct Table {
    var columns: [String]
    /// Whether a column is called as an article's text is.
    var isOfArticles: Bool
  }

  init(fields: RecordFields?, limit: Int) {
    (self.fields, self.limit) = (fields ?? RecordFields(), limit)
  }

  mutating func next(from stream: ByteStream) throws(ReadingError) -> RecordSource.Item? {
    var scanner = scanner ?? SQLScanner(stream)
    defer { self.scanner = scanner }
    while true {
      let row: Row?
      let table: Table
      switch state {
      case .between:
        guard try startStatement(&scanner) else {
          guard hasArticles else { throw ReadingError(.noTableOfArticles) }
          return nil
        }
        continue
      case .rows(let open):
        (table, row) = (open, try self.row(&scanner))
      case .copy(let open):
        (table, row) = (open, try copied(&scanner))
      }
      guard let row else {
        state = .between
        continue
      }
      if let item = item(of: row, in: table) {
        hasArticles = true
        return item
      }
    }
  }

  // MARK: - Statements

  /// Reads up to where rows begin, or over a statement without any; false at the end.
  private mutating func startStatement(_ scanner: inout SQLScanner) throws(ReadingError) -> Bool {
    var first = pending
    pending = nil
    if first == nil {
      try scanner.skipSpace()
      guard let byte = try scanner.peek() else { return false }
      first = try scanner.word()?.uppercased()
      if first == nil {
        // A sign that begins nothing: a semicolon, a line of the program's own (`\connect`).
        if byte == UInt8(ascii: ";") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ",") {
          if try scanner.peek() == byte { scanner.advance() }
          return true
        }
        if try scanner.peek() != nil { scanner.advance() }
        pending = try scanner.skipStatement()
        return true
      }
    }
    try scanner.skipSpace()
    switch first {
    case "INSERT", "REPLACE":
      if try startInsert(&scanner) { return true }
    case "COPY":
      scanner.note(statement: "COPY")
      if try startCopy(&scanner) { return true }
    case "CREATE": try noteTable(&scanner)
    case "SET": scanner.note(statement: "SET", name: try scanner.word())
    case "GO":
      scanner.note(statement: "GO")
      return true
    case let word?: scanner.note(statement: word)
    case nil: break
    }
    pending = try scanner.skipStatement()
    return true
  }

  /// Whether rows follow.
  private mutating func startInsert(_ scanner: inout SQLScanner) throws(ReadingError) -> Bool {
    var name: String?
    while let word = try scanner.word() {
      try scanner.skipSpace()
      if Self.modifiers.contains(word.uppercased()) { continue }
      name = word
      while try scanner.take(UInt8(ascii: ".")) {
        name = try scanner.word()
        try scanner.skipSpace()
      }
      break
    }
    guard let name else { return false }
    var columns = tables[name.lowercased()] ?? []
    if try scanner.take(UInt8(ascii: "(")) {
      columns = try scanner.names()
      guard try scanner.take(UInt8(ascii: ")")) else { return false }
    }
    try scanner.skipSpace()
    while let word = try scanner.word()?.uppercased() {
      try scanner.skipSpace()
      guard word == "VALUES" || word == "VALUE" else {
        if word == "SELECT" { return false }
        continue
      }
      state = .rows(table(of: columns))
      return true
    }
    return false
  }

  private static let modifiers: Set<String> = [
    "INTO", "IGNORE", "LOW_PRIORITY", "HIGH_PRIORITY", "DELAYED", "OR", "REPLACE", "OVERWRITE",
    "ONLY",
  ]

  private mutating func startCopy(_ scanner: inout SQLScanner) throws(ReadingError) -> Bool {
    guard let name = try scanner.qualifiedName() else { return false }
    var columns = tables[name.lowercased()] ?? []
    if try scanner.take(UInt8(ascii: "(")) {
      columns = try scanner.names()
      guard try scanner.take(UInt8(ascii: ")")) else { return false }
    }
    // `FROM stdin;` ends the line.
    let rest = try scanner.line(limit: 4096) ?? []
    guard String(decoding: rest, as: UTF8.self).lowercased().contains("stdin") else { return false }
    state = .copy(table(of: columns))
    return true
  }

  private mutating func noteTable(_ scanner: inout SQLScanner) throws(ReadingError) {
    var word = try scanner.word()?.uppercased()
    while let modifier = word, modifier != "TABLE" {
      guard ["TEMPORARY", "TEMP", "UNLOGGED", "GLOBAL", "LOCAL"].contains(modifier) else { return }
      try scanner.skipSpace()
      word = try scanner.word()?.uppercased()
    }
    guard word == "TABLE" else { return }
    try scanner.skipSpace()
    guard var name = try scanner.qualifiedName() else { return }
    if name.uppercased() == "IF" {
      for _ in 0..<2 {
        try scanner.skipSpace()
        name = try scanner.qualifiedName() ?? ""
      }
      if name.uppercased() == "EXISTS" { name = try scanner.qualifiedName() ?? "" }
    }
    guard try scanner.take(UInt8(ascii: "(")) else { return }
    var columns: [String] = []
    while true {
      try scanner.skipSpace()
      let isQuoted = try scanner.peek().map { [0x60, 0x22, 0x5B].contains($0) } ?? false
      guard let column = try scanner.word() else { break }
      if columns.count < Self.maximumColumns,
        isQuoted || !Self.constraints.contains(column.uppercased())
      {
        columns.append(column)
      }
      _ = try scanner.value(limit: 0)
      guard try scanner.take(UInt8(ascii: ",")) else { break }
    }
    names += columns.count + 1
    if names < Self.maximumNames { tables[name.lowercased()] = columns }
  }

  private static let constraints: Set<String> = [
    "PRIMARY", "KEY", "UNIQUE", "INDEX", "CONSTRAINT", "FOREIGN", "CHECK", "FULLTEXT", "SPATIAL",
    "EXCLUDE", "LIKE",
  ]

  private func table(of columns: [String]) -> Table {
    Table(columns: columns, isOfArticles: fields.hasTitleAndText(in: columns))
  }

  // MARK: - Rows

  /// The values of a row.
  private struct Row {
    var values: [SQLScanner.Value] = []
    var isTooLong = false
    private var left: Int

    init(limit: Int) { left = limit }

    /// What the next value may have, in bytes.
    var room: Int { isTooLong ? 0 : left }

    mutating func add(_ value: SQLScanner.Value, isTooLong: Bool) {
      if isTooLong || values.count == SQLCutter.maximumColumns { self.isTooLong = true }
      guard !self.isTooLong else {
        values = []
        return
      }
      if case .text(let bytes) = value { left -= bytes.count }
      values.append(value)
    }
  }

  /// The next row in brackets; nil if no more follow.
  private mutating func row(_ scanner: inout SQLScanner) throws(ReadingError) -> Row? {
    try scanner.skipSpace()
    if try scanner.take(UInt8(ascii: ",")) { try scanner.skipSpace() }
    guard try scanner.take(UInt8(ascii: "(")) else {
      // `ON DUPLICATE KEY …` and the semicolon.
      if try scanner.take(UInt8(ascii: ";")) { return nil }
      if let word = try scanner.word()?.uppercased(), ["INSERT", "GO", "CREATE"].contains(word) {
        pending = word
        return nil
      }
      pending = try scanner.skipStatement()
      return nil
    }
    number += 1
    var row = Row(limit: limit)
    while true {
      try scanner.skipSpace()
      let (value, isTooLong) = try scanner.value(limit: row.room)
      row.add(value, isTooLong: isTooLong)
      if try scanner.take(UInt8(ascii: ",")) { continue }
      guard try scanner.take(UInt8(ascii: ")")) else {
        guard try scanner.peek() != nil else {
          throw ReadingError(.endsInsideRecord(item: number))
        }
        return row
      }
      return row
    }
  }

  /// The next line of a copy; nil at its end.
  private mutating func copied(_ scanner: inout SQLScanner) throws(ReadingError) -> Row? {
    var line = BoundedBytes(limit: limit)
    var last: UInt8?
    while last != 0x0A, let part = try scanner.line(limit: 64 << 10) {
      last = part.last
      part.withUnsafeBytes { line.append($0) }
    }
    guard last != nil else { return nil }
    number += 1
    var row = Row(limit: limit)
    guard var bytes = line.take() else {
      row.add(.null, isTooLong: true)
      return row
    }
    while let byte = bytes.last, byte == 0x0A || byte == 0x0D { bytes.removeLast() }
    if bytes == [0x5C, 0x2E] { return nil }
    for field in bytes.split(separator: 0x09, omittingEmptySubsequences: false) {
      row.add(Self.copied(field), isTooLong: false)
    }
    return row
  }

  private static func copied(_ field: ArraySlice<UInt8>) -> SQLScanner.Value {
    if field.elementsEqual([0x5C, 0x4E]) { return .null }
    guard field.contains(0x5C) else { return .text(Array(field)) }
    var text: [UInt8] = []
    var isEscaped = false
    for byte in field {
      if isEscaped {
        text.append(SQLScanner.unescaped(byte))
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else {
        text.append(byte)
      }
    }
    return .text(text)
  }

  // MARK: - Records

  private func item(of row: Row, in table: Table) -> RecordSource.Item? {
    if row.isTooLong {
      guard table.isOfArticles else { return nil }
      return failure(.recordTooLong(limit: limit))
    }
    let texts = row.values.map { value -> [UInt8]? in
      if case .text(let bytes) = value, !bytes.isEmpty { bytes } else { nil }
    }
    guard table.isOfArticles || texts.contains(where: Self.isRunningText) else { return nil }
    var fields: [RawRecord.Field] = []
    for (index, bytes) in texts.enumerated() {
      guard let bytes else { continue }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        return failure(.invalidUTF8(at: nil))
      }
      let name = index < table.columns.count ? table.columns[index] : "column \(index + 1)"
      fields.append(RawRecord.Field(name: name, value: text))
    }
    guard !fields.isEmpty, WordPressPost.isPublished(fields) else { return nil }
    return .record(
      RawRecord(
        content: .fields(WordPressPost.cleaned(fields)), position: .item(number)))
  }

  private static func isRunningText(_ bytes: [UInt8]?) -> Bool {
    guard let bytes, bytes.count >= leastText else { return false }
    return bytes.count { $0 == 0x20 } >= leastWords
  }

  private func failure(_ cause: ReadingError.Cause) -> RecordSource.Item {
    .bad(RecordFailure(position: .item(number), error: ReadingError(cause)))
  }
}
