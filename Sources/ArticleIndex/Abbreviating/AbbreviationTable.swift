import VietnameseText

/// Ways to write the same: abbreviations and what they stand for, ready to look query words up in.
///
/// A line of the table is an entry: spellings (`TPHCM`, `TP.HCM`) and expansions (`thành phố Hồ Chí
/// Minh`), all of one meaning. `Index/abbreviations.tsv` says how the table is written.
struct AbbreviationTable: Sendable {
  /// One word of a form.
  struct Word: Sendable, Hashable {
    let folded: String
    /// With its marks; nil if it has none.
    let exact: String?
  }

  /// A form of an entry: what a query may hold.
  struct Form: Sendable, Equatable {
    let words: [Word]
    /// A spelling, not an expansion.
    let isSpelling: Bool
    /// Its entry, by its place in the table.
    let entry: Int
  }

  /// A line that is none of the table's, counted from 1.
  struct Problem: Sendable, Equatable {
    let line: Int
    let reason: String
  }

  /// Entries beyond this are left out, with a problem.
  static let maximumEntries = 10_000
  /// Forms with more words are a problem.
  static let maximumWords = 16

  /// What one line says.
  struct Entry: Sendable {
    var spellings: [[Word]]
    var expansions: [[Word]]
  }

  private var entries: [Entry] = []
  /// The forms by their first word, folded; longest first.
  private var forms: [String: [Form]] = [:]

  /// No abbreviations at all.
  static let empty = AbbreviationTable()

  /// What `Index/abbreviations.tsv` holds.
  static let builtIn = parse(AbbreviationRows.text).table

  init() {}

  /// How many entries it has.
  var count: Int { entries.count }

  /// The forms that begin with a word, longest first.
  func forms(beginningWith folded: String) -> [Form] { forms[folded] ?? [] }

  /// The other ways to write what a form means, in the order of the table; spellings only where
  /// nothing else can be meant by them.
  func others(than form: Form) -> [[Word]] {
    let entry = entries[form.entry]
    let spellings = entry.spellings.filter {
      hasOneMeaning($0) && !Self.mayBeSyllables($0)
    }
    return (entry.expansions + spellings).filter { $0 != form.words }
  }

  /// Whether a spelling is in one entry only.
  private func hasOneMeaning(_ spelling: [Word]) -> Bool {
    let folded = spelling.map(\.folded)
    let same = forms(beginningWith: folded[0]).filter {
      $0.isSpelling && $0.words.map(\.folded) == folded
    }
    return same.allSatisfy { $0.entry == same[0].entry }
  }

  /// Whether a spelling could as well be a syllable without marks: `CA`, `BAN`.
  static func mayBeSyllables(_ spelling: [Word]) -> Bool {
    spelling.contains { Syllables.isSyllable(folded: $0.folded) }
  }

  /// Takes an entry up, each of its forms of a word at least; then the forms are to be sorted.
  mutating func add(_ entry: Entry) {
    for (list, isSpelling) in [(entry.spellings, true), (entry.expansions, false)] {
      for words in list {
        let form = Form(words: words, isSpelling: isSpelling, entry: entries.count)
        forms[words[0].folded, default: []].append(form)
      }
    }
    entries.append(entry)
  }

  /// Puts longer forms first; those of one length keep the order of the table.
  mutating func sortForms() {
    forms = forms.mapValues { forms in
      guard forms.count > 1 else { return forms }
      let sorted = forms.enumerated().sorted {
        ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
      }
      return sorted.map(\.element)
    }
  }
}
