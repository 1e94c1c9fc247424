/// What an article must satisfy to be found: a query whose words are terms and whose names are
/// resolved.
///
/// Terms decide most of it; phrases beyond two words are decided by the stored text.
indirect enum QueryCondition: Equatable {
  case word(PlannedToken)
  /// A word of several syllables: every two neighbours of them side by side somewhere.
  case compound(QueryPhrase)
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
  ///   - reading: how strictly it is read.
  ///   - fields: what fields stand for in the index; without an entry, the name as a whole.
  init(
    _ node: QueryNode, accents: AccentMode, reading: Reading = .loosest,
    fields: [FieldQuery: FieldMatch] = [:]
  ) {
    let spelling = reading.spelling
    func condition(_ node: QueryNode) -> QueryCondition {
      Self(node, accents: accents, reading: reading, fields: fields)
    }
    switch node {
    case .word(let word): self = .word(PlannedToken(word, accents, spelling))
    case .phrase(let words): self = .phrase(QueryPhrase(words, accents, spelling))
    case .prefix(let word):
      // A beginning is no syllable.
      self = .prefix(PlannedToken(word, accents, spelling == .any ? .any : .marked))
    case .field(let field, let words):
      let query = FieldQuery(field: field, tokens: words)
      var match = fields[query] ?? FieldMatch(query)
      match.require(words.map { PlannedToken($0, accents, spelling) })
      self = .field(match)
    case .dates(let range): self = .dates(range)
    case .all(let nodes):
      self = .all(
        Self.groups(nodes, reading).flatMap { group -> [QueryCondition] in
          switch group {
          case .node(let node): [condition(node)]
          case .compound(let words):
            Self.compound(words, accents, reading)
          }
        })
    case .any(let nodes): self = .any(nodes.map(condition))
    case .not(let node):
      // What is excluded is what was typed, whatever the reading.
      var reading = reading
      if accents == .prefer { reading.spelling = .marked }
      self = .not(Self(node, accents: accents, reading: reading, fields: fields))
    }
  }

  private enum Group {
    case node(QueryNode)
    case compound([QueryToken])
  }

  /// The nodes, with the words that the reading binds to each other put together.
  private static func groups(_ nodes: [QueryNode], _ reading: Reading) -> [Group] {
    var groups: [Group] = []
    for node in nodes {
      guard case .word(let word) = node, reading.binds(word) else {
        groups.append(.node(node))
        continue
      }
      switch groups.popLast() {
      case .compound(let words): groups.append(.compound(words + [word]))
      case .node(.word(let first)): groups.append(.compound([first, word]))
      case let other: groups += (other.map { [$0] } ?? []) + [.node(node)]
      }
    }
    return groups
  }

  /// What is bound by a table must be neighbours; what is typed together, one after the other.
  private static func compound(
    _ words: [QueryToken], _ accents: AccentMode, _ reading: Reading
  ) -> [QueryCondition] {
    var joined: [[QueryToken]] = []
    for word in words {
      if word.bond.isJoined, !joined.isEmpty {
        joined[joined.count - 1].append(word)
      } else {
        joined.append([word])
      }
    }
    let spelling = reading.spelling
    let units = joined.filter { $0.count > 1 }.map {
      QueryCondition.phrase(QueryPhrase($0, accents, spelling, isJoined: true))
    }
    if joined.count == 1 { return units }
    return [.compound(QueryPhrase(words, accents, spelling))] + units
  }

  /// The conditions that must all hold.
  var conjuncts: [QueryCondition] {
    if case .all(let conditions) = self { conditions } else { [self] }
  }

  /// The terms that an article must have by this condition, whatever the others; nil if it is more
  /// than that.
  var requiredTerms: [Term]? {
    switch self {
    case .word(let word): [word.requiredTerm]
    case .compound(let phrase): phrase.requiredTerms
    case .phrase(let phrase): phrase.requiredTerms
    case .prefix, .field, .dates, .all, .any, .not: nil
    }
  }

  /// The terms, if it asks for nothing else than each of them.
  var onlyTerms: [Term]? {
    var terms: [Term] = []
    for condition in conjuncts {
      guard !condition.needsText, let required = condition.requiredTerms else { return nil }
      terms += required
    }
    return terms
  }

  /// Whether terms cannot decide it.
  var needsText: Bool {
    switch self {
    case .phrase(let phrase): !phrase.isDecidedByTerms
    case .field(let match): match.needsText
    case .word, .compound, .prefix, .dates: false
    case .all(let conditions), .any(let conditions): conditions.contains(where: \.needsText)
    case .not(let condition): condition.needsText
    }
  }

  /// What no relaxing gives up, nil if nothing: everything but words in any spelling. Of
  /// alternatives something must hold only if each has something that must.
  var hardPart: QueryCondition? {
    switch self {
    case .word(let word): return word.isStrict ? self : nil
    case .compound(let phrase):
      let strict = phrase.tokens.filter(\.isStrict)
      return strict.isEmpty ? nil : .all(strict.map { .word($0) })
    case .phrase(let phrase) where phrase.isJoined:
      return phrase.tokens.contains(where: \.isStrict) ? self : nil
    case .phrase, .prefix, .field, .dates, .not: return self
    case .all(let conditions):
      let parts = conditions.compactMap(\.hardPart)
      return parts.count > 1 ? .all(parts) : parts.first
    case .any(let conditions):
      let parts = conditions.compactMap(\.hardPart)
      return parts.count == conditions.count ? .any(parts) : nil
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
    case .compound(let phrase): try Self.push(phrase.requiredTerms, to: &program)
    case .phrase(let phrase): try Self.push(phrase, to: &program, bound)
    case .prefix(let word): try program.prefix(word.requiredTerm, limit: Self.prefixLimit)
    case .field(let match):
      if bound == .lower, match.needsText { program.none() } else { try match.push(to: &program) }
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
    try push(phrase.requiredTerms, to: &program)
  }

  private static func push(_ terms: [Term], to program: inout QueryProgram) throws(IndexError) {
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
