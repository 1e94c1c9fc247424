import VietnameseText

/// Ways to write the same: abbreviations and what they stand for, ready to look query words up in.
///
/// A line of the table is an entry: spellings (`TPHCM`, `TP.HCM`) and expansions (`thành phố Hồ Chí
/// Minh`), all of one meaning. `Index/abbreviations.tsv` says how the table is written.
struct AbbreviationTable: Sendable {
  /// One word of a form.
  struct FormPart: Sendable, Hashable {
    let folded: String
    /// With its marks; nil if it has none.
    let exact: String?
  }

  /// A form of an entry: what a query may hold.
  struct Form: Sendable, Equatable {
    let words: [FormPart]
    /// A spelling, not an expansion.
    let isSpelling: Bool
    /// Its entry, by its place in the table.
    let entry: Int
  }

  /// A line that is none of the table's, counted from 1.
  struct Problem: Sendable, Equatable {
    let line: Int
    let flaw: AbbreviationNotice.Flaw
  }

  /// Entries beyond this are left out, with a problem.
  static let maximumEntries = 10_000
  /// Forms with more words are a problem.
  static let maximumWords = 16

  /// A form as it is kept: tokens of the table's text that stand side by side, one at least.
  struct Row: Sendable {
    let tokens: Range<Int>
    let isSpelling: Bool
    let entry: Int
    /// The last row before that begins with a word of the same hash; -1 for none.
    fileprivate var previous = -1

    init(_ tokens: Range<Int>, isSpelling: Bool, entry: Int) {
      (self.tokens, self.isSpelling, self.entry) = (tokens, isSpelling, entry)
    }
  }

  /// The words of all forms: few of them are ever asked for, so no more is made of them beforehand.
  private let list: TokenList
  private let rows: [Row]
  /// The rows of each entry.
  private let entries: [Range<Int>]
  /// By the hash of their first word, folded: the last row that begins so.
  private let lastRows: [UInt32: Int]

  /// No abbreviations at all.
  static let empty = AbbreviationTable(TokenList(), [])

  /// What `Index/abbreviations.tsv` holds.
  static let builtIn = parse(AbbreviationRows.text).table

  /// - Parameter rows: of words of `list`, in its order, each entry's side by side.
  init(_ list: TokenList, _ rows: [Row]) {
    var (rows, lastRows) = (rows, [UInt32: Int](minimumCapacity: rows.count))
    var entries: [Range<Int>] = []
    var (next, token) = (0, 0)
    list.visit { _, folded, _ in
      if next < rows.count, rows[next].tokens.lowerBound == token {
        rows[next].previous = lastRows.updateValue(next, forKey: Self.hash(folded)) ?? -1
        let begins = next == 0 || rows[next].entry != rows[next - 1].entry
        let start = begins ? next : entries.removeLast().lowerBound
        next += 1
        entries.append(start..<next)
      }
      token += 1
    }
    (self.list, self.rows, self.entries, self.lastRows) = (list, rows, entries, lastRows)
  }

  /// How many entries it has.
  var count: Int { entries.count }

  /// FNV-1a.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(0x811c_9dc5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }

  /// The forms that begin with a word, longest first; those of one length in the order of the table.
  func forms(beginningWith folded: String) -> [Form] {
    let bytes = Array(folded.utf8)
    var found: [Int] = []
    var next = lastRows[Self.hash(bytes)] ?? -1
    while next >= 0 {
      let first = list.tokens[rows[next].tokens.lowerBound]
      if list.folded(first, equals: bytes) { found.append(next) }
      next = rows[next].previous
    }
    guard !found.isEmpty else { return [] }
    return found.reversed().map { form(rows[$0]) }
      .enumerated().sorted {
        ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
      }.map(\.element)
  }

  private func form(_ row: Row) -> Form {
    Form(words: words(row), isSpelling: row.isSpelling, entry: row.entry)
  }

  private func words(_ row: Row) -> [FormPart] {
    list.tokens[row.tokens].map {
      FormPart(folded: list.folded($0), exact: $0.hasMarks ? list.exact($0) : nil)
    }
  }

  /// The other ways to write what a form means, expansions first, in the order of the table; spellings
  /// only where nothing else can be meant by them.
  func others(than form: Form) -> [[FormPart]] {
    let same = rows[entries[form.entry]]
    let spellings = same.filter(\.isSpelling).map(words).filter {
      hasOneMeaning($0) && !Self.mayBeSyllables($0)
    }
    return (same.filter { !$0.isSpelling }.map(words) + spellings).filter { $0 != form.words }
  }

  /// Whether a spelling is in one entry only.
  private func hasOneMeaning(_ spelling: [FormPart]) -> Bool {
    let folded = spelling.map(\.folded)
    let same = forms(beginningWith: folded[0]).filter {
      $0.isSpelling && $0.words.map(\.folded) == folded
    }
    return same.allSatisfy { $0.entry == same[0].entry }
  }

  /// Whether a spelling could as well be a syllable without marks: `CA`, `BAN`.
  static func mayBeSyllables(_ spelling: [FormPart]) -> Bool {
    spelling.contains { Syllables.isSyllable(folded: $0.folded) }
  }
}
