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
    /// A spelling that could as well be syllables without marks: `CA`, `BAN`.
    let mayBeSyllables: Bool
    /// Its entry, by its place in the table.
    let entry: Int
  }

  /// Entries beyond this are left out, with a problem.
  static let maximumEntries = 10_000
  /// Forms with more words are a problem.
  static let maximumWords = 16

  /// A form as it is kept: a place in the text of the table. Few forms are ever asked for, so their
  /// words are made out only then.
  struct Row: Sendable, Equatable {
    enum Kind: UInt8, Sendable {
      case expansion, spelling
      /// A spelling that could as well be syllables without marks: `CA`, `BAN`.
      case syllables
    }

    /// ``AbbreviationTable/hash(_:)`` of the first word, folded.
    let firstWord: UInt32
    /// UTF-8 byte offsets in the text.
    let start, end: UInt32
    let entry: UInt16
    let kind: Kind

    init(_ firstWord: UInt32, _ start: UInt32, _ end: UInt32, _ entry: UInt16, _ kind: Kind) {
      (self.firstWord, self.start, self.end) = (firstWord, start, end)
      (self.entry, self.kind) = (entry, kind)
    }
  }

  private let text: String
  /// In the order of the text.
  let rows: [Row]

  /// No abbreviations at all.
  static let empty = AbbreviationTable("", [])

  /// What `Index/abbreviations.tsv` holds, taken apart when the program was built.
  static let builtIn = AbbreviationTable(AbbreviationRows.text, AbbreviationRows.rows)

  init(_ text: String, _ rows: [Row]) { (self.text, self.rows) = (text, rows) }

  /// How many entries it has.
  var count: Int { rows.last.map { Int($0.entry) + 1 } ?? 0 }

  /// FNV-1a.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(0x811c_9dc5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }

  /// The forms that begin with a word, longest first; those of one length in the order of the table.
  func forms(beginningWith folded: String) -> [Form] {
    let hash = Self.hash(folded.utf8)
    var found: [Form] = []
    for row in rows where row.firstWord == hash {
      let form = form(row)
      if form.words[0].folded == folded { found.append(form) }
    }
    guard found.count > 1 else { return found }
    return found.enumerated().sorted {
      ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
    }.map(\.element)
  }

  private func form(_ row: Row) -> Form {
    Form(
      words: words(row), isSpelling: row.kind != .expansion,
      mayBeSyllables: row.kind == .syllables, entry: Int(row.entry))
  }

  private func words(_ row: Row) -> [FormPart] {
    var (text, list, tokenizer) = (text, TokenList(), Tokenizer(rememberedWords: 0))
    text.withUTF8 {
      tokenizer.tokenize(
        UnsafeBufferPointer(rebasing: $0[Int(row.start)..<Int(row.end)]), into: &list)
    }
    return list.tokens.map {
      FormPart(folded: list.folded($0), exact: $0.hasMarks ? list.exact($0) : nil)
    }
  }

  /// The other ways to write what a form means, expansions first, in the order of the table; spellings
  /// only where nothing else can be meant by them.
  func others(than form: Form) -> [[FormPart]] {
    let same = rows.filter { $0.entry == form.entry }
    let spellings = same.filter { $0.kind == .spelling }.map(words).filter(hasOneMeaning)
    return (same.filter { $0.kind == .expansion }.map(words) + spellings).filter {
      $0 != form.words
    }
  }

  /// Whether a spelling is in one entry only.
  private func hasOneMeaning(_ spelling: [FormPart]) -> Bool {
    let folded = spelling.map(\.folded)
    let same = forms(beginningWith: folded[0]).filter {
      $0.isSpelling && $0.words.map(\.folded) == folded
    }
    return same.allSatisfy { $0.entry == same[0].entry }
  }
}
