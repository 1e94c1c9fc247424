/// Reads the words, names and values of SQL, as the dump programs of MySQL, PostgreSQL, SQLite and SQL
/// Server write it.
///
/// Bounded: of a word so many bytes are kept, of a value as many as its row may still have.
struct SQLScanner {
  private static let maximumWord = 256

  /// What tells escapes: in MySQL a backslash is one in every string, elsewhere in `E'…'` only.
  private(set) var hasBackslashes = true
  private let stream: ByteStream

  init(_ stream: ByteStream) { self.stream = stream }

  /// A value: nil for NULL. Text in quotes, or a number or word as it stands.
  enum Value: Equatable {
    case null
    case text([UInt8])
  }

  // MARK: - Bytes

  func peek() throws(ReadingError) -> UInt8? {
    if stream.window.isEmpty, try !stream.refill() { return nil }
    return stream.window[0]
  }

  func advance() { stream.consume(1) }

  /// Takes a byte if it is the next.
  func take(_ byte: UInt8) throws(ReadingError) -> Bool {
    guard try peek() == byte else { return false }
    advance()
    return true
  }

  /// The line that follows, as ``ByteStream/line(limit:)``.
  func line(limit: Int) throws(ReadingError) -> [UInt8]? { try stream.line(limit: limit) }

  // MARK: - Words

  /// Passes over white space and comments; whether there was a line break.
  @discardableResult
  mutating func skipSpace() throws(ReadingError) -> Bool {
    var hasBreak = false
    while let byte = try peek() {
      switch byte {
      case 0x0A:
        hasBreak = true
        advance()
      case 0...0x20, 0xEF, 0xBB, 0xBF: advance()
      case UInt8(ascii: "#"): try skipLine()
      case UInt8(ascii: "-"):
        advance()
        guard try peek() == UInt8(ascii: "-") else { return hasBreak }
        try skipLine()
      case UInt8(ascii: "/"):
        advance()
        guard try peek() == UInt8(ascii: "*") else { return hasBreak }
        try skipComment()
      default: return hasBreak
      }
    }
    return hasBreak
  }

  /// Passes over the rest of a line, and learns from it which program wrote the dump.
  private mutating func skipLine() throws(ReadingError) {
    let line = try stream.line(limit: Self.maximumWord) ?? []
    let text = String(decoding: line, as: UTF8.self)
    if text.contains("PostgreSQL database dump") { hasBackslashes = false }
    var last = line.last
    while last != 0x0A, let rest = try stream.line(limit: Self.maximumWord) { last = rest.last }
  }

  private func skipComment() throws(ReadingError) {
    advance()
    var last: UInt8 = 0
    while let byte = try peek() {
      advance()
      if last == UInt8(ascii: "*"), byte == UInt8(ascii: "/") { return }
      last = byte
    }
  }

  /// A word or name, with its quotes gone; nil if something else comes.
  mutating func word() throws(ReadingError) -> String? {
    guard let first = try peek() else { return nil }
    switch first {
    case UInt8(ascii: "`"), UInt8(ascii: "\""): return try quotedName(upTo: first)
    case UInt8(ascii: "["): return try quotedName(upTo: UInt8(ascii: "]"))
    default: break
    }
    var bytes: [UInt8] = []
    while let byte = try peek(), Self.isWord(byte) {
      if bytes.count < Self.maximumWord { bytes.append(byte) }
      advance()
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  private func quotedName(upTo end: UInt8) throws(ReadingError) -> String {
    advance()
    var bytes: [UInt8] = []
    while let byte = try peek(), byte != end {
      if bytes.count < Self.maximumWord { bytes.append(byte) }
      advance()
    }
    if !stream.window.isEmpty { advance() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte == 0x24
  }

  /// A name and what stands before it: `news` of `dbo.news`.
  mutating func qualifiedName() throws(ReadingError) -> String? {
    var name = try word()
    try skipSpace()
    while name != nil, try take(UInt8(ascii: ".")) {
      name = try word()
      try skipSpace()
    }
    return name
  }

  /// The names in brackets that come next, which are opened already.
  mutating func names() throws(ReadingError) -> [String] {
    var names: [String] = []
    while true {
      try skipSpace()
      guard let name = try word() else { break }
      if names.count < SQLCutter.maximumColumns { names.append(name) }
      try skipSpace()
      guard try take(UInt8(ascii: ",")) else { break }
    }
    return names
  }

  /// Learns from a statement which program wrote the dump.
  mutating func note(statement word: String, name: String? = nil) {
    switch word {
    case "PRAGMA", "COPY", "GO": hasBackslashes = false
    case "SET":
      if name?.lowercased() == "standard_conforming_strings" { hasBackslashes = false }
      if name?.uppercased() == "IDENTITY_INSERT" { hasBackslashes = false }
    default: break
    }
  }

  // MARK: - Values

  /// A value up to the comma or bracket behind it; what is over the limit is not kept.
  mutating func value(limit: Int) throws(ReadingError) -> (Value, isTooLong: Bool) {
    var bare: [UInt8] = []
    var text: BoundedBytes?
    var depth = 0
    while let byte = try peek() {
      switch byte {
      case UInt8(ascii: ",") where depth == 0, UInt8(ascii: ")") where depth == 0,
        UInt8(ascii: ";") where depth == 0:
        return Self.value(bare: bare, text)
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
        let mark = bare.last.map { $0 & 0xDF }
        if byte == UInt8(ascii: "'"), mark == 0x4E { hasBackslashes = false }
        var taken = text ?? BoundedBytes(limit: limit)
        // In a function, the first text is the value: CAST('2022-07-08' AS DATE).
        let isKept = text == nil || depth == 0
        try string(
          quote: byte, escapes: hasBackslashes || mark == 0x45, into: &taken, isKept: isKept)
        text = taken
        bare = []
      case UInt8(ascii: "("), UInt8(ascii: "["):
        depth += 1
        advance()
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        depth -= 1
        advance()
      case 0...0x20: try skipSpace()
      default:
        if bare.count < Self.maximumWord { bare.append(byte) }
        advance()
      }
    }
    return Self.value(bare: bare, text)
  }

  private static func value(
    bare: [UInt8], _ text: BoundedBytes?
  ) -> (Value, isTooLong: Bool) {
    if var text {
      guard let bytes = text.take() else { return (.null, true) }
      return (.text(bytes), false)
    }
    let word = String(decoding: bare, as: UTF8.self).uppercased()
    if bare.isEmpty || word == "NULL" || word == "DEFAULT" { return (.null, false) }
    return (.text(bare), false)
  }

  /// Reads a string with its quotes; two quotes are one.
  func string(
    quote: UInt8, escapes: Bool, into text: inout BoundedBytes, isKept: Bool
  ) throws(ReadingError) {
    advance()
    while try peek() != nil {
      let window = stream.window
      let end = window.firstIndex { $0 == quote || ($0 == 0x5C && escapes) } ?? window.count
      if isKept, end > 0 { text.append(UnsafeRawBufferPointer(rebasing: window[..<end])) }
      guard end < window.count else {
        stream.consume(end)
        continue
      }
      let mark = window[end]
      stream.consume(end + 1)
      if mark == 0x5C {
        guard let byte = try peek() else { return }
        advance()
        if isKept { text.append(byte: Self.unescaped(byte)) }
      } else {
        guard try take(quote) else { return }
        if isKept { text.append(byte: quote) }
      }
    }
  }

  /// What a byte behind a backslash stands for.
  static func unescaped(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"), UInt8(ascii: "v"): 0x09
    case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "0"), UInt8(ascii: "Z"): 0x20
    default: byte
    }
  }

  // MARK: - Statements

  /// Passes over the rest of a statement: up to a semicolon, or to a line that begins as one of those that
  /// matter does, whose first word is returned in upper case.
  mutating func skipStatement() throws(ReadingError) -> String? {
    while true {
      let hasBreak = try skipSpace()
      guard let byte = try peek() else { return nil }
      if hasBreak, (byte | 0x20) &- 0x61 < 26 {
        if let word = try word()?.uppercased(), Self.beginnings.contains(word) { return word }
        continue
      }
      switch byte {
      case UInt8(ascii: ";"):
        advance()
        return nil
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
        var nothing = BoundedBytes(limit: 0)
        try string(quote: byte, escapes: hasBackslashes, into: &nothing, isKept: false)
      case UInt8(ascii: "$"): try skipDollars()
      default:
        advance()
      }
    }
  }

  /// Passes over the body of a function between `$$` or `$name$`.
  private mutating func skipDollars() throws(ReadingError) {
    advance()
    let tag = try dollarTag()
    guard try take(UInt8(ascii: "$")) else { return }
    while let byte = try peek() {
      advance()
      guard byte == UInt8(ascii: "$") else { continue }
      while try dollarTag() != tag, try take(UInt8(ascii: "$")) {}
      if try take(UInt8(ascii: "$")) { return }
    }
  }

  private func dollarTag() throws(ReadingError) -> [UInt8] {
    var tag: [UInt8] = []
    while let byte = try peek(), Self.isWord(byte), byte != UInt8(ascii: "$"), tag.count < 64 {
      tag.append(byte)
      advance()
    }
    return tag
  }

  private static let beginnings: Set<String> = ["INSERT", "REPLACE", "CREATE", "COPY", "GO"]
}
