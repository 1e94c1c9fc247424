import VietnameseText

/// What a query becomes: a condition, the parts of a score, and the programs that find and rank
/// with them.
///
/// *Pairs find, syllables and exact forms refine.* One program finds the articles that satisfy the
/// query; if they are fewer than a page, another finds candidates by their pairs alone, which is
/// cheap and precise. The best candidates, and only they, are scored by everything.
struct QueryPlan {
  /// The query as it was understood.
  let node: QueryNode
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

  /// Pairs that are one word, or a part of one.
  private(set) var compounds: Set<Term> = []

  /// What typed accents do where a word does not say.
  let accents: AccentMode
  /// What its terms tell in the index at hand.
  var rarity = TermRarity()
  /// By the prefix of terms: the terms that score for it.
  let expansions: [Term: [Term]]
  let fields: [FieldQuery: FieldMatch]

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
    (self.node, self.fields) = (node, fields)
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
    compounds = Set(bonds.map(\.pair))
  }

  /// The same, read more strictly or less.
  func read(_ reading: Reading) -> QueryPlan {
    var plan = self
    plan.condition = QueryCondition(node, accents: accents, reading: reading, fields: fields)
    return plan
  }

  /// The same with another condition.
  func requiring(_ condition: QueryCondition) -> QueryPlan {
    var plan = self
    plan.condition = condition
    return plan
  }

  /// The spellings that may be required, from the strictest on.
  var spellings: [Reading.Spelling] {
    switch accents {
    case .require: [.marked]
    case .ignore: [.any]
    case .prefer:
      condition == read(Reading(spelling: .marked, weakestBond: 1)).condition
        ? [.any] : Reading.Spelling.allCases
    }
  }

  /// The words of several syllables, as the bonds between two of them.
  var bonds: [(pair: Term, share: Double)] {
    Self.bonds(in: node)
  }

  private static func bonds(in node: QueryNode) -> [(pair: Term, share: Double)] {
    switch node {
    case .all(let nodes):
      var bonds: [(pair: Term, share: Double)] = []
      for (left, right) in zip([nil] + nodes, nodes) {
        if case .word(let word) = right, case .word(let before)? = left,
          case .word(let share)? = word.bond
        {
          bonds.append((.pair(before.folded, word.folded), share))
        } else {
          bonds += Self.bonds(in: right)
        }
      }
      return bonds
    case .any(let nodes): return nodes.flatMap(Self.bonds)
    case .word, .phrase, .prefix, .field, .dates, .not: return []
    }
  }

  /// Whether there is anything to search for.
  var isEmpty: Bool { condition == .all([]) }

  /// Whether articles can be told better from worse.
  var isScored: Bool { !words.isEmpty || !prefixes.isEmpty || !groups.isEmpty }

  /// How many syllables it takes to satisfy the query.
  var length: Int { words.count + prefixes.count + groups.reduce(0) { $0 + $1.length } }

  /// How many words that is.
  private var wordCount: Int {
    let parts = if case .all(let nodes) = node { nodes } else { [node] }
    let bound = parts.count { part in
      if case .word(let word) = part { word.bond != nil } else { false }
    }
    return length - bound
  }

  /// Up to this many words the articles that hold all of them come first; a longer query is a
  /// description, and the best match for all of it wins even if a word is missing.
  static let shortLength = 4

  /// Whether articles that hold all the words come first.
  var isShort: Bool { wordCount <= Self.shortLength }

  /// What must hold of a best match too, nil if nothing.
  var hardPart: QueryCondition? { read(.loosest).condition.hardPart }

  /// Whether articles that miss a word can be matches at all.
  var canBeRelaxed: Bool {
    let loosest = read(.loosest).condition
    if loosest.conjuncts.count == 1, case .phrase = loosest.conjuncts[0] { return false }
    return length > 1 && loosest.hardPart != loosest
  }

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
