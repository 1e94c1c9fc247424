import VietnameseText

/// Reading a table, byte by byte and without a string.
extension AbbreviationTable: EditableTable {
  static let fileName = "abbreviations.tsv"

  static func isBuiltIn(_ text: [UInt8]) -> Bool {
    text.elementsEqual(AbbreviationRows.text.utf8)
  }

  /// Reads a table: lines `SPELLINGS<tab>EXPANSIONS`, each several parted by `|`. Empty lines and
  /// ones that begin with `#` are skipped; a line that is no entry is left out and told.
  static func parse(_ text: String) -> (table: AbbreviationTable, problems: [TableProblem]) {
    var copy = text
    let (rows, problems) = copy.withUTF8 { bytes in
      var problems: [TableProblem] = []
      var reader = LineReader()
      var lines = Lines(bytes: bytes)
      while let line = lines.next() {
        guard !isSkipped(line) else { continue }
        if reader.count == maximumEntries {
          problems.append(
            TableProblem(line: lines.number, flaw: .tooManyEntries(maximum: maximumEntries)))
          break
        }
        do throws(TableNotice.Flaw) {
          try reader.read(line)
        } catch {
          problems.append(TableProblem(line: lines.number, flaw: error))
        }
      }
      return (reader.rows, problems)
    }
    return (AbbreviationTable(text, rows), problems)
  }

  /// Whether a line is empty or a comment.
  private static func isSkipped(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return true }
    guard first >= 0x80 else { return first == UInt8(ascii: "#") }
    // What else Unicode calls a space.
    let text = String(decoding: line, as: UTF8.self)
    return text.first { !$0.isWhitespace }.map { $0 == "#" } ?? true
  }
}

/// The lines of a text, parted by any line break of Unicode.
private struct Lines {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Of the last line, counted from 1.
  private(set) var number = 0
  private var position = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> Slice<UnsafeBufferPointer<UInt8>>? {
    guard position <= bytes.count else { return nil }
    number += 1
    let start = position
    var end = start
    while end < bytes.count {
      let length = breakLength(at: end)
      if length > 0 {
        position = end + length
        return bytes[start..<end]
      }
      end += 1
    }
    position = bytes.count + 1
    return bytes[start..<end]
  }

  /// Bytes of the line break at a place; 0 for none.
  private func breakLength(at place: Int) -> Int {
    func has(_ byte: UInt8, at offset: Int) -> Bool {
      place + offset < bytes.count && bytes[place + offset] == byte
    }
    switch bytes[place] {
    case 0x0D: return has(0x0A, at: 1) ? 2 : 1
    case 0x0A...0x0C: return 1
    case 0xC2: return has(0x85, at: 1) ? 2 : 0
    case 0xE2: return has(0x80, at: 1) && (has(0xA8, at: 2) || has(0xA9, at: 2)) ? 3 : 0
    default: return 0
    }
  }
}

/// Takes lines apart, one after the other.
private struct LineReader {
  typealias Line = Slice<UnsafeBufferPointer<UInt8>>

  typealias Flaw = TableNotice.Flaw

  private var tokenizer = Tokenizer(rememberedWords: 0)
  /// The words of one form.
  private var list = TokenList()
  private(set) var rows: [AbbreviationTable.Row] = []
  /// Entries read.
  private(set) var count = 0

  /// Adds the entry that a line is; nothing if it has a flaw.
  mutating func read(_ line: Line) throws(Flaw) {
    let tab = UInt8(ascii: "\t")
    guard let middle = line.firstIndex(of: tab), !line[(middle + 1)...].contains(tab) else {
      throw .columns
    }
    let before = rows.count
    do throws(Flaw) {
      try addForms(line[..<middle], areSpellings: true)
      try addForms(line[(middle + 1)...], areSpellings: false)
    } catch {
      rows.removeLast(rows.count - before)
      throw error
    }
    count += 1
  }

  /// Adds the forms of a field.
  private mutating func addForms(_ field: Line, areSpellings: Bool) throws(Flaw) {
    var start = field.startIndex
    while true {
      let end = field[start...].firstIndex(of: UInt8(ascii: "|")) ?? field.endIndex
      try addForm(field[start..<end], isSpelling: areSpellings)
      guard end < field.endIndex else { return }
      start = end + 1
    }
  }

  private mutating func addForm(_ form: Line, isSpelling: Bool) throws(Flaw) {
    list.removeAll()
    tokenizer.tokenize(UnsafeBufferPointer(rebasing: form), into: &list)
    guard !list.tokens.isEmpty else {
      throw Flaw.noWord
    }
    guard list.tokens.count <= AbbreviationTable.maximumWords else {
      throw Flaw.tooManyWords(maximum: AbbreviationTable.maximumWords)
    }
    let folded = list.tokens.map { list.folded($0) }
    // A letter by itself is an initial, a grade or a vitamin far more often.
    if isSpelling, list.tokens.count == 1, folded[0].utf8.count < 2 {
      throw Flaw.oneLetter
    }
    let mayBeSyllables = isSpelling && folded.contains { Syllables.isSyllable(folded: $0) }
    rows.append(
      AbbreviationTable.Row(
        AbbreviationTable.hash(folded[0].utf8), UInt32(form.startIndex), UInt32(form.endIndex),
        UInt16(count), mayBeSyllables ? .syllables : isSpelling ? .spelling : .expansion))
  }
}
