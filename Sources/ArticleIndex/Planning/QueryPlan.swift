import VietnameseText

/// What a query becomes: terms, and the two programs that find and rank with them.
///
/// *Pairs find, syllables and exact forms refine.* One program finds the articles that hold every
/// word; if they are fewer than a page, another finds candidates by their pairs alone, which is
/// cheap and precise. The best candidates, and only they, are scored by everything.
struct QueryPlan {
  /// One word of the query and what it is worth.
  struct Word: Hashable {
    var folded: String
    /// Worth extra, or required, by the accent mode; nil if nothing is to be had from it.
    var exact: String?
    /// The exact form must match.
    var isStrict: Bool

    /// The term that must be there.
    var requiredTerm: [UInt8] {
      isStrict ? exactTerm ?? Array(folded.utf8) : Array(folded.utf8)
    }

    /// The term of the exact form.
    var exactTerm: [UInt8]? {
      exact.map { Array(Schema.Prefix.exact.utf8Bytes) + Array($0.utf8) }
    }
  }

  /// Different words, in the order typed.
  private(set) var words: [Word] = []
  /// Different pairs of neighbours: terms.
  private(set) var pairs: [[UInt8]] = []
  /// Terms of pairs that a phrase requires.
  private(set) var requiredPairs: [[UInt8]] = []
  /// Phrases that terms cannot decide, to be verified against the text.
  private(set) var phrases: [[QueryWord]] = []
  /// The words as typed, for marking them in texts.
  let typed: [QueryWord]
  let accents: AccentMode
  /// What its terms tell in the index at hand.
  var rarity = TermRarity()

  init(_ node: QueryNode, accents: AccentMode) {
    self.accents = accents
    typed = node.words
    for word in typed { add(word) }
    for (left, right) in zip(typed, typed.dropFirst()) where right.followsDirectly {
      addPair(left, right, isRequired: false)
    }
    addPhrases(of: node)
  }

  /// The same words and pairs, with no phrase required.
  var withoutPhrases: QueryPlan {
    var plan = self
    plan.requiredPairs = []
    plan.phrases = []
    return plan
  }

  /// Whether any words must stand in the order typed.
  var hasPhrase: Bool { !phrases.isEmpty || !requiredPairs.isEmpty }

  /// Whether there is anything to search for.
  var isEmpty: Bool { words.isEmpty }

  private mutating func add(_ word: QueryWord) {
    let exact = accents == .ignore ? nil : word.exact
    let new = Word(folded: word.folded, exact: exact, isStrict: accents == .require && exact != nil)
    if !words.contains(new) { words.append(new) }
  }

  /// The term of two neighbours.
  static func pairTerm(_ left: QueryWord, _ right: QueryWord) -> [UInt8] {
    Array(Schema.Prefix.pair.utf8Bytes) + Array(left.folded.utf8) + [0x20]
      + Array(right.folded.utf8)
  }

  private mutating func addPair(_ left: QueryWord, _ right: QueryWord, isRequired: Bool) {
    let term = Self.pairTerm(left, right)
    if !pairs.contains(term) { pairs.append(term) }
    if isRequired, !requiredPairs.contains(term) { requiredPairs.append(term) }
  }

  private mutating func addPhrases(of node: QueryNode) {
    switch node {
    case .word, .prefix, .field, .dates, .not: break
    case .all(let nodes), .any(let nodes): for node in nodes { addPhrases(of: node) }
    case .phrase(let words):
      // Neighbours across the end of a sentence are no pair in the index either.
      for (left, right) in zip(words, words.dropFirst()) where !right.beginsSentence {
        addPair(left, right, isRequired: true)
      }
      let isOnePair = words.count == 2 && !words[1].beginsSentence
      let hasStrictWord = accents == .require && words.contains { $0.exact != nil }
      if !isOnePair || hasStrictWord { phrases.append(words) }
    }
  }

  /// Every word must be there; scored by everything.
  func allWordsProgram(_ weights: RankingWeights) throws(IndexError) -> QueryProgram {
    var program = QueryProgram()
    for word in words {
      try program.term(word.requiredTerm)
      program.scale(weight(of: word, weights) * rarity.factor(word.requiredTerm))
    }
    for pair in requiredPairs {
      try program.term(pair)
      program.scale(0)
    }
    program.and(UInt32(words.count + requiredPairs.count))
    let extras = try addExtras(to: &program, weights)
    if extras > 0 {
      program.or(extras)
      program.andMaybe()
    }
    return program
  }

  /// What finds candidates.
  enum CandidateKind {
    case pairs, words
  }

  /// Some pair, or some word, must be there; scored by the pairs or the words alone.
  func candidatesProgram(_ kind: CandidateKind) throws(IndexError) -> QueryProgram {
    var program = QueryProgram()
    switch kind {
    case .pairs:
      for pair in pairs {
        try program.term(pair)
        program.scale(rarity.factor(pair))
      }
      program.or(UInt32(pairs.count))
    case .words:
      for word in words {
        try program.term(word.requiredTerm)
        program.scale(rarity.factor(word.requiredTerm))
      }
      program.or(UInt32(words.count))
    }
    try filterByRequired(&program)
    return program
  }

  /// Which documents to score.
  enum Candidates {
    /// By ascending id: one local database.
    case ids([UInt32])
    /// By the terms that only they have: any other database.
    case uniqueTerms([[UInt8]])
  }

  /// Scores `candidates` by everything.
  func refineProgram(
    _ candidates: Candidates, _ weights: RankingWeights
  ) throws(IndexError) -> QueryProgram {
    var program = QueryProgram()
    switch candidates {
    case .ids(let ids):
      try program.documents(ids)
    case .uniqueTerms(let terms):
      for term in terms { try program.term(term) }
      program.or(UInt32(terms.count))
      program.scale(0)
    }
    for word in words {
      try program.term(word.requiredTerm)
      program.scale(weight(of: word, weights) * rarity.factor(word.requiredTerm))
    }
    let extras = try addExtras(to: &program, weights)
    program.or(UInt32(words.count) + extras)
    program.andMaybe()
    return program
  }

  /// What the required term of a word is worth.
  private func weight(of word: Word, _ weights: RankingWeights) -> Double {
    word.isStrict || word.exact == nil ? weights.syllable : weights.anySpelling
  }

  /// The terms that scores are made of.
  var scoredTerms: [[UInt8]] {
    words.map(\.requiredTerm) + words.filter { !$0.isStrict }.compactMap(\.exactTerm) + pairs
  }

  /// Pushes pairs and preferred exact forms; returns how many.
  private func addExtras(
    to program: inout QueryProgram, _ weights: RankingWeights
  ) throws(IndexError) -> UInt32 {
    var count: UInt32 = 0
    for pair in pairs {
      try program.term(pair)
      program.scale(weights.pair * rarity.factor(pair))
      count += 1
    }
    for word in words {
      guard !word.isStrict, let term = word.exactTerm else { continue }
      try program.term(term)
      program.scale(weights.typedSpelling * rarity.factor(term))
      count += 1
    }
    return count
  }

  /// What no relaxing gives up: phrases, and words that must match exactly.
  private func filterByRequired(_ program: inout QueryProgram) throws(IndexError) {
    let strict = words.filter(\.isStrict)
    guard !requiredPairs.isEmpty || !strict.isEmpty else { return }
    for pair in requiredPairs { try program.term(pair) }
    for word in strict { try program.term(word.requiredTerm) }
    program.and(UInt32(requiredPairs.count + strict.count))
    program.filter()
  }
}
