import VietnameseText

/// What a query becomes: a condition, the parts of a score, and the programs that find and rank
/// with them.
///
/// *Pairs find, syllables and exact forms refine.* One program finds the articles that satisfy the
/// query; if they are fewer than a page, another finds candidates by their pairs alone, which is
/// cheap and precise. The best candidates, and only they, are scored by everything.
struct QueryPlan {
  /// One word of the query and what it is worth.
  struct Word: Hashable {
    var folded: String
    /// Worth extra, or required, by the accent mode; nil if nothing is to be had from it.
    var exact: String?
    /// The exact form must match.
    var isStrict: Bool

    /// - Parameter accents: the mode of the query, where the word has none of its own.
    init(_ word: QueryWord, _ accents: AccentMode) {
      let mode = word.accents ?? accents
      folded = word.folded
      exact = mode == .ignore ? nil : word.exact
      isStrict = mode == .require && exact != nil
    }

    /// The term that must be there.
    var requiredTerm: [UInt8] {
      isStrict ? exactTerm ?? Array(folded.utf8) : Array(folded.utf8)
    }

    /// The term of the exact form.
    var exactTerm: [UInt8]? {
      exact.map { Array(Schema.Prefix.exact.utf8Bytes) + Array($0.utf8) }
    }
  }

  /// What articles must satisfy.
  private(set) var condition: QueryCondition
  /// The words of the query, each once, in the order typed, but not those of alternatives: they
  /// are worth something each.
  private(set) var words: [Word] = []
  /// Prefixes, likewise.
  private(set) var prefixes: [Word] = []
  /// Neighbours: each the ways to write one pair, mostly one.
  private(set) var neighbours: [Alternatives] = []
  /// Alternatives: `OR`, or the ways to write an abbreviation.
  private(set) var groups: [Group] = []
  /// The words as typed, for marking them in texts; and prefixes.
  let typed: [QueryWord]
  let typedPrefixes: [QueryWord]

  /// The terms of pairs that are worth the same.
  struct Alternatives: Hashable {
    var terms: [[UInt8]]
  }

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
  private let expansions: [[UInt8]: [[UInt8]]]

  /// - Parameters:
  ///   - node: the query.
  ///   - accents: what typed accents do where a word does not say.
  ///   - fields: what fields stand for in the index; without an entry, the name as a whole.
  ///   - expansions: what prefixes stand for; without an entry, every term, all together.
  init(
    _ node: QueryNode, accents: AccentMode, fields: [FieldQuery: FieldMatch] = [:],
    expansions: [[UInt8]: [[UInt8]]] = [:]
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

  /// What must hold of a best match too, nil if nothing.
  var hardPart: QueryCondition? { condition.hardPart }

  /// Whether articles that miss a word can be matches at all.
  var canBeRelaxed: Bool { length > 1 && hardPart != condition }

  /// Terms of pairs, each once.
  var pairs: [[UInt8]] {
    var seen: Set<[UInt8]> = []
    let inGroups = groups.flatMap { $0.alternatives.flatMap(\.pairs) }
    return (neighbours.flatMap(\.terms) + inGroups).filter { seen.insert($0).inserted }
  }

  /// All words, those of alternatives too, each once.
  var allWords: [Word] {
    var all = words
    for word in groups.flatMap({ $0.alternatives.flatMap(\.words) }) {
      let word = Word(word, accents)
      if !all.contains(word) { all.append(word) }
    }
    return all
  }

  /// The terms that tell articles from each other.
  var scoredTerms: [[UInt8]] {
    let words = allWords
    return words.map(\.requiredTerm) + words.filter { !$0.isStrict }.compactMap(\.exactTerm) + pairs
  }

  /// The term of two neighbours.
  static func pairTerm(_ left: String, _ right: String) -> [UInt8] {
    Array(Schema.Prefix.pair.utf8Bytes) + Array(left.utf8) + [0x20] + Array(right.utf8)
  }

  /// A prefix is worth its best word, so that many of them do not outweigh another word.
  func prefixScore(_ word: Word, _ weights: RankingWeights) -> ScorePart.Score {
    let prefix = word.requiredTerm
    guard let terms = expansions[prefix] else { return .prefix(prefix, weights.prefix) }
    return .best(terms.map { .term($0, weights.prefix) })
  }

  private mutating func add(_ part: QueryNode) {
    switch part {
    case .word(let word): add(word)
    case .prefix(let word):
      let new = Word(word, accents)
      if !prefixes.contains(new) { prefixes.append(new) }
    case .phrase(let words):
      for word in words { add(word) }
      for pair in part.pairs { add(Alternatives(terms: [pair])) }
    case .all(let parts): for part in parts { add(part) }
    case .any(let nodes):
      guard let length = nodes.compactMap(\.scoredLength).min() else { return }
      let group = Group(label: "\(part)", alternatives: nodes, length: length)
      if !groups.contains(group) { groups.append(group) }
    case .field, .dates, .not: break
    }
  }

  private mutating func add(_ word: QueryWord) {
    let new = Word(word, accents)
    if !words.contains(new) { words.append(new) }
  }

  private mutating func addPair(_ left: [QueryWord], _ right: [QueryWord]) {
    let terms = right.contains(where: { !$0.beginsSentence }) ? QueryNode.pairs(left, right) : []
    if !terms.isEmpty { add(Alternatives(terms: terms)) }
  }

  private mutating func add(_ pair: Alternatives) {
    if !neighbours.contains(pair) { neighbours.append(pair) }
  }
}
