import VietnameseText

/// Which neighbours are one word: how often two syllables stood inside of one, and how often across
/// two, in texts that had been cut into words.
///
/// The rows are text, sorted, and searched as they stand: nothing is made of the built-in ones when
/// the program starts. `Index/words.tsv` says how the table is written.
struct WordTable: Sendable, Equatable {
  /// What is known of two neighbours.
  struct Counts: Equatable {
    var inside = 0
    var across = 0

    /// How likely they are one word, 0 to 1.
    var share: Double { inside == 0 ? 0 : Double(inside) / Double(inside + across) }
  }

  /// Rows of an index folder, which come before the built-in ones.
  private let own: [UInt8]
  /// Whether the built-in rows count.
  private let hasBuiltIn: Bool

  /// - Parameter own: lines as ``WordRows/text`` has them, in its order.
  init(own: [UInt8] = [], hasBuiltIn: Bool = true) {
    (self.own, self.hasBuiltIn) = (own, hasBuiltIn)
  }

  /// No words at all.
  static let empty = WordTable(hasBuiltIn: false)
  /// What `Index/words.tsv` holds.
  static let builtIn = WordTable()

  /// What is known of two neighbours; nil if nothing is.
  ///
  /// - Parameter asTyped: words without marks have none in the table either; else they stand for any
  ///   spelling.
  func counts(_ left: QueryToken, _ right: QueryToken, asTyped: Bool) -> Counts? {
    let sought = Sought(left, right, asTyped: asTyped)
    if !own.isEmpty, let counts = own.withUnsafeBufferPointer({ Self.counts(sought, in: $0) }) {
      return counts
    }
    return hasBuiltIn ? Self.counts(sought, in: WordRows.text.utf8Bytes) : nil
  }

  /// Two neighbours to be looked up.
  private struct Sought {
    /// Both, folded, a space between them.
    let folded: [UInt8]
    /// How each must be spelt; nil for any spelling.
    let left, right: [UInt8]?

    init(_ left: QueryToken, _ right: QueryToken, asTyped: Bool) {
      folded = Array("\(left.folded) \(right.folded)".utf8)
      func spelling(_ token: QueryToken) -> [UInt8]? {
        (token.exact ?? (asTyped ? token.folded : nil)).map { Array($0.utf8) }
      }
      (self.left, self.right) = (spelling(left), spelling(right))
    }
  }

  private static func counts(_ sought: Sought, in rows: UnsafeBufferPointer<UInt8>) -> Counts? {
    var found: Counts?
    var line = firstLine(notBefore: sought.folded, in: rows)
    while line < rows.count {
      let row = Row(rows, at: line)
      guard Folding.compare(row.pair, folded: sought.folded) == 0 else { break }
      if row.isSpelt(sought.left, sought.right) {
        found = found ?? Counts()
        found?.inside += row.counts.inside
        found?.across += row.counts.across
      }
      line = row.end
    }
    return found
  }

  /// Where the first line begins whose pair does not come before `folded`.
  private static func firstLine(
    notBefore folded: [UInt8], in rows: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      var start = (low + high) / 2
      while start > low, rows[start - 1] != 0x0A { start -= 1 }
      let row = Row(rows, at: start)
      if Folding.compare(row.pair, folded: folded) < 0 { low = row.end } else { high = start }
    }
    return low
  }

  /// A line of a table: two exact forms, a space between them, and two numbers, each behind a tab.
  private struct Row {
    let pair: Slice<UnsafeBufferPointer<UInt8>>
    let counts: Counts
    /// Where the next line begins.
    let end: Int

    init(_ rows: UnsafeBufferPointer<UInt8>, at start: Int) {
      var numbers = [0, 0]
      var field = -1
      var place = start
      var pairEnd = start
      while place < rows.count, rows[place] != 0x0A {
        if rows[place] == 0x09 {
          if field < 0 { pairEnd = place }
          field += 1
        } else if field >= 0, field < 2 {
          numbers[field] = numbers[field] * 10 + Int(rows[place] &- 0x30)
        }
        place += 1
      }
      pair = rows[start..<pairEnd]
      counts = Counts(inside: numbers[0], across: numbers[1])
      end = min(place + 1, rows.count)
    }

    func isSpelt(_ left: [UInt8]?, _ right: [UInt8]?) -> Bool {
      guard let space = pair.firstIndex(of: 0x20) else { return false }
      return (left.map { pair[..<space].elementsEqual($0) } ?? true)
        && (right.map { pair[(space + 1)...].elementsEqual($0) } ?? true)
    }
  }
}
