/// What an article must satisfy to be found: a query whose words are terms and whose names are
/// resolved.
///
/// Terms decide most of it; phrases beyond two words are decided by the stored text.
indirect enum QueryCondition: Equatable {
  case word(PlannedToken)
  case phrase(QueryPhrase)
  /// Any word that begins so.
  case prefix(PlannedToken)
  case field(FieldMatch)
  case dates(DateRange)
  case all([QueryCondition])
  case any([QueryCondition])
  case not(QueryCondition)

  /// - Parameters:
  ///   - node: the query.
  ///   - accents: what typed accents do where the word itself does not say.
  ///   - fields: what fields stand for in the index; without an entry, the name as a whole.
  init(_ node: QueryNode, accents: AccentMode, fields: [FieldQuery: FieldMatch] = [:]) {
    func condition(_ node: QueryNode) -> QueryCondition {
      Self(node, accents: accents, fields: fields)
    }
    switch node {
    case .word(let word): self = .word(PlannedToken(word, accents))
    case .phrase(let words): self = .phrase(QueryPhrase(words, accents))
    case .prefix(let word): self = .prefix(PlannedToken(word, accents))
    case .field(let field, let words):
      let query = FieldQuery(field: field, tokens: words)
      self = .field(fields[query] ?? FieldMatch(query))
    case .dates(let range): self = .dates(range)
    case .all(let nodes): self = .all(nodes.map(condition))
    case .any(let nodes): self = .any(nodes.map(condition))
    case .not(let node): self = .not(condition(node))
    }
  }

  /// The conditions that must all hold.
  var conjuncts: [QueryCondition] {
    if case .all(let conditions) = self { conditions } else { [self] }
  }

  /// The words, if it asks for nothing else than each of them.
  var onlyWords: [PlannedToken]? {
    var words: [PlannedToken] = []
    for condition in conjuncts {
      guard case .word(let word) = condition else { return nil }
      words.append(word)
    }
    return words
  }

  /// Whether terms cannot decide it.
  var needsText: Bool {
    switch self {
    case .phrase(let phrase): !phrase.isDecidedByTerms
    case .word, .prefix, .field, .dates: false
    case .all(let conditions), .any(let conditions): conditions.contains(where: \.needsText)
    case .not(let condition): condition.needsText
    }
  }

  /// What no relaxing gives up, nil if nothing: everything but words in any spelling. Of
  /// alternatives something must hold only if each has something that must.
  var hardPart: QueryCondition? {
    switch self {
    case .word(let word): return word.isStrict ? self : nil
    case .phrase, .prefix, .field, .dates, .not: return self
    case .all(let conditions):
      let parts = conditions.compactMap(\.hardPart)
      return parts.count > 1 ? .all(parts) : parts.first
    case .any(let conditions):
      let parts = conditions.compactMap(\.hardPart)
      return parts.count == conditions.count ? .any(parts) : nil
    }
  }

  /// Whether it asks for words in an order, beyond what it excludes.
  var hasPhrase: Bool {
    switch self {
    case .phrase: true
    case .word, .prefix, .field, .dates, .not: false
    case .all(let conditions), .any(let conditions): conditions.contains(where: \.hasPhrase)
    }
  }

  /// The same with the words of phrases in any order, except where phrases are excluded.
  var withoutPhrases: QueryCondition {
    switch self {
    case .phrase(let phrase): .all(phrase.tokens.map { .word($0) })
    case .word, .prefix, .field, .dates, .not: self
    case .all(let conditions): .all(conditions.map(\.withoutPhrases).flatMap(\.conjuncts))
    case .any(let conditions): .any(conditions.map(\.withoutPhrases))
    }
  }
}

// MARK: - As programs

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
    var terms = phrase.pairs.map(\.term)
    // A pair has its words with it, unless they must be spelt as typed.
    if terms.isEmpty || !phrase.isDecidedByTerms { terms += phrase.tokens.map(\.requiredTerm) }
    var seen: Set<Term> = []
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
