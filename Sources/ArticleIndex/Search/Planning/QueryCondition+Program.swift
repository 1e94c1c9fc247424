extension QueryCondition {
  /// Which articles to take for a condition that terms cannot decide.
  enum Bound {
    /// All that may satisfy it.
    case upper
    /// Those alone that do so for certain.
    case lower

    var opposite: Bound { self == .upper ? .lower : .upper }
  }

  /// A prefix stands for this many terms at most, the most frequent ones.
  static let prefixLimit: UInt32 = 10_000

  /// Pushes the articles that satisfy the condition; weights are of no use.
  func push(to program: inout QueryProgram, _ bound: Bound = .upper) throws(IndexError) {
    switch self {
    case .word(let word): try program.term(word.requiredTerm)
    case .phrase(let phrase): try Self.push(phrase, to: &program, bound)
    case .prefix(let word): try program.prefix(word.requiredTerm, limit: Self.prefixLimit)
    case .field(let match): try match.push(to: &program)
    case .dates(let range): try Self.push(range, to: &program)
    case .all(let conditions): try Self.push(all: conditions, to: &program, bound)
    case .any(let conditions):
      for condition in conditions { try condition.push(to: &program, bound) }
      program.or(UInt32(conditions.count))
    case .not(let condition):
      program.all()
      try condition.push(to: &program, bound.opposite)
      program.andNot()
    }
  }

  /// Pushes the articles that satisfy all of the conditions.
  static func push(
    all conditions: [QueryCondition], to program: inout QueryProgram, _ bound: Bound
  ) throws(IndexError) {
    var required: UInt32 = 0
    for condition in conditions {
      if case .not = condition { continue }
      try condition.push(to: &program, bound)
      required += 1
    }
    program.and(required)
    try exclude(conditions, from: &program, bound)
  }

  /// Takes what is excluded from the last query.
  static func exclude(
    _ conditions: [QueryCondition], from program: inout QueryProgram, _ bound: Bound
  ) throws(IndexError) {
    for case .not(let condition) in conditions {
      try condition.push(to: &program, bound.opposite)
      program.andNot()
    }
  }

  private static func push(
    _ phrase: QueryPhrase, to program: inout QueryProgram, _ bound: Bound
  ) throws(IndexError) {
    guard bound == .upper || phrase.isDecidedByTerms else { return program.none() }
    var terms = phrase.pairs
    // A pair has its words with it, unless they must be spelt as typed.
    if terms.isEmpty || !phrase.isDecidedByTerms {
      terms += phrase.words.map(\.planned.requiredTerm)
    }
    var seen: Set<[UInt8]> = []
    terms = terms.filter { seen.insert($0).inserted }
    for term in terms { try program.term(term) }
    program.and(UInt32(terms.count))
  }

  /// Values are `YYYYMMDD` or `YYYYMMDDHHMM`, so a day ends at `2359`.
  private static func push(
    _ range: DateRange, to program: inout QueryProgram
  ) throws(IndexError) {
    try program.range(
      slot: Schema.Slot.date, low: Array((range.first ?? "").utf8),
      high: Array(range.last.map { $0 + "2359" }?.utf8 ?? "".utf8))
  }
}
