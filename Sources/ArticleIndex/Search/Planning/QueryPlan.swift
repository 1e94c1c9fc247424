import VietnameseText

/// What a query becomes: a condition, the parts of a score, and the programs that find and rank
/// with them.
///
/// *Pairs find, syllables and exact forms refine.* One program finds the articles that satisfy the
/// query; if they are fewer than a page, another finds candidates by their pairs alone, which is
/// cheap and precise. The best candidates, and only they, are scored by everything.
struct QueryPlan {
  /// What articles must satisfy.
  private(set) var condition: QueryCondition
  /// The words of the query, each once, in the order typed, but not those of alternatives: they
  /// are worth something each.
  private(set) var words: [PlannedToken] = []
  /// Prefixes, likewise.
  private(set) var prefixes: [PlannedToken] = []
  /// Neighbours: each the ways to write one pair, mostly one.
  private(set) var neighbours: [[SyllablePair]] = []
  /// Pairs of neighbours, those of alternatives too, each once.
  private(set) var pairs: [SyllablePair] = []
  /// Alternatives: `OR`, or the ways to write an abbreviation.
  private(set) var groups: [Group] = []
  /// The words as typed, for marking them in texts; and prefixes.
  let typed: [QueryToken]
  let typedPrefixes: [QueryToken]

  /// A node that is an `any`, scored as one.
  struct Group: Equatable {
    var label: String
    var alternatives: [QueryNode]
    /// Words of the shortest alternative.
    var length: Int
  }

  /// What typed accents do where a word does not say.
  let accents: AccentMode
  /// What its terms tell in the index at hand.
  var rarity = TermRarity()
  /// By the prefix of terms: the terms that score for it.
  let expansions: [Term: [Term]]

  /// - Parameters:
  ///   - node: the query.
  ///   - accents: what typed accents do where a word does not say.
  ///   - fields: what fields stand for in the index; without an entry, the name as a whole.
  ///   - expansions: what prefixes stand for; without an entry, every term, all together.
  init(
    _ node: QueryNode, accents: AccentMode, fields: [FieldQuery: FieldMatch] = [:],
    expansions: [Term: [Term]] = [:]
  ) {
    self.accents = accents
    self.expansions = expansions
    condition = QueryCondition(node, accents: accents, fields: fields)
    typed = node.words
    typedPrefixes = node.prefixes
    let parts = if case .all(let nodes) = node { nodes } else { [node] }
    for (index, part) in parts.enumerated() {
      if index > 0 { addPair(parts[index - 1].ending, part.beginning) }
      add(part)
    }
    for alternatives in neighbours { addPairs(alternatives) }
    for group in groups {
      for alternative in group.alternatives { addPairs(alternative.pairs) }
    }
  }

  /// The same, with no order of words required.
  var withoutPhrases: QueryPlan {
    var plan = self
    plan.condition = condition.withoutPhrases
    return plan
  }

  /// Whether any words must stand in the order typed.
  var hasPhrase: Bool { condition.hasPhrase }

  /// Whether there is anything to search for.
  var isEmpty: Bool { condition == .all([]) }

  /// Whether articles can be told better from worse.
  var isScored: Bool { !words.isEmpty || !prefixes.isEmpty || !groups.isEmpty }

  /// How many words it takes to satisfy the query.
  var length: Int { words.count + prefixes.count + groups.reduce(0) { $0 + $1.length } }

  /// Up to this many words the articles that hold all of them come first; a longer query is a
  /// description, and the best match for all of it wins even if a word is missing.
  private static let shortLength = 4

  /// Whether articles that hold all the words come first.
  var isShort: Bool { length <= Self.shortLength }

  /// What must hold of a best match too, nil if nothing.
  var hardPart: QueryCondition? { condition.hardPart }

  /// Whether articles that miss a word can be matches at all.
  var canBeRelaxed: Bool { length > 1 && hardPart != condition }

  /// All words, those of alternatives too, each once.
  var allWords: [PlannedToken] {
    var all = words
    for word in groups.flatMap({ $0.alternatives.flatMap(\.words) }) {
      let word = PlannedToken(word, accents)
      if !all.contains(word) { all.append(word) }
    }
    return all
  }

  /// The terms that tell articles from each other.
  var scoredTerms: [Term] {
    let words = allWords
    return words.map(\.requiredTerm) + words.filter { !$0.isStrict }.compactMap(\.exactTerm)
      + pairs.map(\.term)
  }

  private mutating func add(_ part: QueryNode) {
    switch part {
    case .word(let word): add(word)
    case .prefix(let word):
      let new = PlannedToken(word, accents)
      if !prefixes.contains(new) { prefixes.append(new) }
    case .phrase(let words):
      for word in words { add(word) }
      for pair in part.pairs { add([pair]) }
    case .all(let parts): for part in parts { add(part) }
    case .any(let nodes):
      guard let length = nodes.compactMap(\.scoredLength).min() else { return }
      let group = Group(label: "\(part)", alternatives: nodes, length: length)
      if !groups.contains(group) { groups.append(group) }
    case .field, .dates, .not: break
    }
  }

  private mutating func add(_ word: QueryToken) {
    let new = PlannedToken(word, accents)
    if !words.contains(new) { words.append(new) }
  }

  private mutating func addPair(_ left: [QueryToken], _ right: [QueryToken]) {
    let pairs = right.contains(where: { !$0.beginsSentence }) ? QueryNode.pairs(left, right) : []
    if !pairs.isEmpty { add(pairs) }
  }

  private mutating func addPairs(_ new: [SyllablePair]) {
    for pair in new where !pairs.contains(pair) { pairs.append(pair) }
  }

  private mutating func add(_ pair: [SyllablePair]) {
    if !neighbours.contains(pair) { neighbours.append(pair) }
  }
}
