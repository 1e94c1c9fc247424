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
    fileprivate let entry: Int
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

  private struct Entry: Sendable {
    var spellings: [[Word]]
    var expansions: [[Word]]
  }

  private var entries: [Entry] = []
  /// The forms by their first word, folded; longest first.
  private var forms: [String: [Form]] = [:]
  /// In how many entries a spelling is, by its folded words.
  private var meanings: [[String]: Int] = [:]

  /// No abbreviations at all.
  static let empty = AbbreviationTable()

  /// What `Index/abbreviations.tsv` holds.
  static let builtIn = parse(AbbreviationRows.text).table

  private init() {}

  /// How many entries it has.
  var count: Int { entries.count }

  /// The forms that begin with a word, longest first.
  func forms(beginningWith folded: String) -> [Form] { forms[folded] ?? [] }

  /// The other ways to write what a form means, in the order of the table; spellings only where
  /// nothing else can be meant by them.
  func others(than form: Form) -> [[Word]] {
    let entry = entries[form.entry]
    let spellings = entry.spellings.filter {
      meanings[$0.map(\.folded)] == 1 && !Self.mayBeSyllables($0)
    }
    return (entry.expansions + spellings).filter { $0 != form.words }
  }

  /// Whether a spelling could as well be a syllable without marks: `CA`, `BAN`.
  static func mayBeSyllables(_ spelling: [Word]) -> Bool {
    spelling.contains { Syllables.isSyllable(folded: $0.folded) }
  }
}

// MARK: - Reading

extension AbbreviationTable {
  /// Reads a table: lines `SPELLINGS<tab>EXPANSIONS`, each several parted by `|`. Empty lines and
  /// ones that begin with `#` are skipped; a line that is no entry is left out and told.
  static func parse(_ text: String) -> (table: AbbreviationTable, problems: [Problem]) {
    var table = AbbreviationTable()
    var problems: [Problem] = []
    var reader = FormReader()
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      guard let first = line.first(where: { !$0.isWhitespace }), first != "#" else { continue }
      if table.count == maximumEntries {
        let reason = "only the first \(maximumEntries) abbreviations are read"
        problems.append(Problem(line: number + 1, reason: reason))
        break
      }
      switch entry(line, &reader) {
      case .success(let entry): table.add(entry)
      case .failure(let flaw): problems.append(Problem(line: number + 1, reason: flaw.reason))
      }
    }
    table.sortForms()
    return (table, problems)
  }

  private struct Flaw: Error {
    let reason: String
  }

  private static func entry(_ line: Substring, _ reader: inout FormReader) -> Result<Entry, Flaw> {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 2 else {
      return .failure(Flaw(reason: "not SPELLINGS, one tab, EXPANSIONS"))
    }
    let (spellings, expansions) = (reader.forms(fields[0]), reader.forms(fields[1]))
    guard !(spellings + expansions).contains(where: \.isEmpty) else {
      return .failure(Flaw(reason: "no word on one side of the tab or of a |"))
    }
    guard !(spellings + expansions).contains(where: { $0.count > maximumWords }) else {
      return .failure(Flaw(reason: "more than \(maximumWords) words"))
    }
    // A letter by itself is an initial, a grade or a vitamin far more often.
    guard !spellings.contains(where: { $0.count == 1 && $0[0].folded.utf8.count < 2 }) else {
      return .failure(Flaw(reason: "one letter is no abbreviation"))
    }
    return .success(Entry(spellings: spellings, expansions: expansions))
  }

  /// Takes fields apart; it keeps its buffers between them.
  private struct FormReader {
    private var tokenizer = Tokenizer()
    private var list = TokenList()

    mutating func forms(_ field: Substring) -> [[Word]] {
      field.split(separator: "|", omittingEmptySubsequences: false).map { form in
        list.removeAll()
        tokenizer.tokenize(String(form), into: &list)
        return list.tokens.map {
          Word(folded: list.folded($0), exact: $0.hasMarks ? list.exact($0) : nil)
        }
      }
    }
  }

  private mutating func add(_ entry: Entry) {
    for spelling in Set(entry.spellings.map { $0.map(\.folded) }) {
      meanings[spelling, default: 0] += 1
    }
    for (list, isSpelling) in [(entry.spellings, true), (entry.expansions, false)] {
      for words in list {
        let form = Form(words: words, isSpelling: isSpelling, entry: entries.count)
        forms[words[0].folded, default: []].append(form)
      }
    }
    entries.append(entry)
  }

  private mutating func sortForms() {
    for key in forms.keys {
      // Stable, so that forms of one length keep the order of the table.
      let sorted = forms[key]?.enumerated().sorted {
        ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
      }
      forms[key] = sorted?.map(\.element)
    }
  }
}
