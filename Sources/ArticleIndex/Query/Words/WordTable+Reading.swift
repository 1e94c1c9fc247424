import Platform
import VietnameseText

/// Reading a table, and putting its rows in the order they are searched in.
extension WordTable: EditableTable {
  static let fileName = "words.tsv"

  /// Syllables of one line at most.
  static let maximumSyllables = 16
  /// Lines beyond this are left out.
  static let maximumLines = 200_000
  /// What a line without numbers counts as: more than any pair was seen.
  static let sure = 1_000_000

  static func isBuiltIn(_ text: [UInt8]) -> Bool {
    let rows = WordRows.text.utf8Bytes
    return text.count >= rows.count && text.suffix(rows.count).elementsEqual(rows)
      && text.dropLast(rows.count).split(separator: 0x0A).allSatisfy { $0.first == 0x23 }
  }

  /// Reads a table: lines `SYLLABLES`, `SYLLABLES<tab>INSIDE<tab>ACROSS`; empty ones and those that
  /// begin with `#` are skipped, and one that is no entry is left out and told.
  static func parse(_ text: String) -> (table: WordTable, problems: [TableProblem]) {
    var problems: [TableProblem] = []
    let rows = rows(of: text, &problems)
    return (WordTable(own: rows), problems)
  }

  /// The rows of a text, canonical and in order.
  static func rows(of text: String, _ problems: inout [TableProblem]) -> [UInt8] {
    var tokenizer = Tokenizer()
    var list = TokenList()
    var counts: [String: Counts] = [:]
    var folded: [String: String] = [:]
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (number, line) in lines.enumerated() {
      guard let first = line.first(where: { !$0.isWhitespace }), first != "#" else { continue }
      guard counts.count < maximumLines else {
        problems.append(
          TableProblem(line: number + 1, flaw: .tooManyEntries(maximum: maximumLines)))
        break
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      list.removeAll()
      tokenizer.tokenize(String(fields[0]), into: &list)
      do throws(TableNotice.Flaw) {
        let found = try Self.counts(fields.dropFirst())
        guard list.tokens.count > 1 else { throw .oneSyllable }
        guard list.tokens.count <= maximumSyllables else {
          throw .tooManyWords(maximum: maximumSyllables)
        }
        for (left, right) in zip(list.tokens, list.tokens.dropFirst()) {
          let pair = "\(list.exact(left)) \(list.exact(right))"
          folded[pair] = "\(list.folded(left)) \(list.folded(right))"
          counts[pair, default: Counts()].inside += found.inside
          counts[pair, default: Counts()].across += found.across
        }
      } catch {
        problems.append(TableProblem(line: number + 1, flaw: error))
      }
    }
    let order = counts.keys.map { (folded: Array((folded[$0] ?? "").utf8), pair: $0) }.sorted {
      $0.folded == $1.folded
        ? $0.pair.utf8.lexicographicallyPrecedes($1.pair.utf8)
        : $0.folded.lexicographicallyPrecedes($1.folded)
    }
    var rows: [UInt8] = []
    for (_, pair) in order {
      let found = counts[pair] ?? Counts()
      rows += "\(pair)\t\(found.inside)\t\(found.across)\n".utf8
    }
    return rows
  }

  private static func counts(
    _ fields: ArraySlice<Substring>
  ) throws(TableNotice.Flaw) -> Counts {
    if fields.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { return Counts(inside: sure) }
    let numbers = fields.compactMap { Int($0.filter { !$0.isWhitespace }) }
    guard numbers.count == fields.count, numbers.count <= 2,
      numbers.allSatisfy({ (0...sure).contains($0) })
    else { throw .numbers }
    return Counts(inside: numbers[0], across: numbers.count > 1 ? numbers[1] : 0)
  }
}
