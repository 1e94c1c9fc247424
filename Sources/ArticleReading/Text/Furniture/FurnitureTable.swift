/// The lines of a page that belong to no article: `In trang`, `Gửi cho bạn bè`, `Các tin đã đưa ngày:`.
///
/// A table holds the lines that are built in and, if a program has some, those of its own site. It may
/// be used from many threads.
public struct FurnitureTable: Sendable {
  /// The rows by their first word: few lines of an article begin with one of those.
  private let rowsByWord: [String: [FurniturePatterns.Row]]
  /// The first two letters of the rows, packed.
  private let beginnings: Set<UInt16>
  /// Tells tables apart: empty for the built-in one, else the text of the added rows.
  package let identity: [UInt8]

  /// The lines that are built in and no others.
  public static let builtIn = FurnitureTable(adding: [], identity: [])

  private init(adding rows: [FurniturePatterns.Row], identity: [UInt8]) {
    let rows = FurniturePatterns.rows + rows
    rowsByWord = Dictionary(grouping: rows, by: { String($0.text.prefix { $0 != " " }) })
    beginnings = Set(
      rows.map { row in row.text.utf8.prefix(2).reduce(UInt16(0)) { $0 << 8 | UInt16($1) } })
    self.identity = identity
  }

  /// Lines of more bytes are compared by their beginning only, and only with prefixes.
  private static let maximumWholeLength = 100
  /// Lines of more bytes are never furniture.
  private static let maximumLength = 400

  /// Lines of more words are neither, unless a colon or arrow parts them.
  private static let maximumWords = 9

  /// The row that a line is an instance of; where it stands is for the caller to judge.
  func row(for line: Substring) -> FurniturePatterns.Row? {
    let length = line.utf8.count
    guard length <= Self.maximumLength else { return nil }
    let isWhole = length <= Self.maximumWholeLength
    guard mayBegin(line),
      Self.hasLinkMark(line) || (isWhole && LineShape.wordCount(line) <= Self.maximumWords),
      let rows = rowsByWord[foldedLine(Self.firstWord(of: line))]
    else { return nil }
    let core = FurnitureLine(foldedLine(isWhole ? line : line.prefix(48)))
    return rows.first { core.matches($0, isWhole: isWhole) }
  }

  /// Whether the line is several buttons in a row: `In trang | Gửi cho bạn bè`.
  func isButtonBar(_ line: Substring) -> Bool {
    guard line.utf8.count <= Self.maximumWholeLength, LineShape.contains("|", in: line) else {
      return false
    }
    return line.split(separator: "|").allSatisfy { row(for: $0)?.kind == .line }
  }

  /// A quick no for the lines that begin with two letters without marks, no row's first ones.
  private func mayBegin(_ line: Substring) -> Bool {
    let bytes = line.utf8Span.span
    guard bytes.count >= 2, Self.isASCIILetter(bytes[0]), Self.isASCIILetter(bytes[1])
    else { return true }
    return beginnings.contains(UInt16(bytes[0] | 0x20) << 8 | UInt16(bytes[1] | 0x20))
  }

  /// The first word of a line, marks or bullets before it left out; empty if it is too long.
  private static func firstWord(of line: Substring) -> Substring {
    let bytes = line.utf8Span.span
    var start = 0
    while start < bytes.count, !isWordByte(bytes[start]) { start += 1 }
    var end = start
    while end < bytes.count, isWordByte(bytes[end]) || bytes[end] & 0xC0 == 0x80 { end += 1 }
    // `facebook` is the table's longest; a decomposed letter may take five bytes.
    guard end - start <= 24 else { return "" }
    let first = line.utf8.index(line.startIndex, offsetBy: start)
    return line[first..<line.utf8.index(first, offsetBy: end - start)]
  }

  /// A letter of ASCII, or the lead byte of U+00C0…U+036F or U+1E00…U+1FFF.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || (0xC3...0xCD).contains(byte) || byte == 0xE1
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }

  /// Whether a colon or arrow stands near the beginning.
  private static func hasLinkMark(_ line: Substring) -> Bool {
    let bytes = line.utf8Span.span
    for index in 0..<min(bytes.count, 60) {
      switch bytes[index] {
      case 0x3A, 0x3E: return true
      // The second byte of `»`; it is one of `ệ`, `ộ` and many more besides.
      case 0xBB where index > 0 && bytes[index - 1] == 0xC2: return true
      default: continue
      }
    }
    return false
  }

  // MARK: - Rows of the user's own

  /// The built-in lines and those of a table.
  ///
  /// A row is `KIND`, a tab, and the text of a line; case and accents do not count. `line` is a line that
  /// is dropped, `prefix` one that begins so, `list` a heading that is dropped with the lines below it,
  /// `tail` one that ends the article. Empty lines and ones that begin with `#` are skipped.
  ///
  /// - Parameter table: the bytes of the table, text in any encoding that is read.
  /// - Throws: ``ReadingError`` with cause ``ReadingError/Cause/malformedFurniture(line:)`` for the first
  ///   line that is no row, or as for any text.
  public init(table: [UInt8]) throws(ReadingError) {
    let text = try TextDecoding.decode(table)
    var rows: [FurniturePatterns.Row] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let row = line.drop(while: \.isWhitespace)
      guard !row.isEmpty, !row.hasPrefix("#") else { continue }
      let fields = row.split(separator: "\t", maxSplits: 1)
      let folded = FurnitureLine(foldedLine(fields.last ?? ""))
      guard fields.count == 2, let kind = Self.kinds[String(fields[0])], !folded.whole.isEmpty
      else {
        throw ReadingError(.malformedFurniture(line: number + 1))
      }
      rows.append(FurniturePatterns.Row(String(folded.whole), kind, stop: true))
    }
    self.init(adding: rows, identity: rows.isEmpty ? [] : table)
  }

  private static let kinds: [String: FurnitureKind] = [
    "line": .line, "prefix": .prefix, "list": .list, "tail": .tail,
  ]
}
