/// What an article must satisfy to be found: a query whose words are terms and whose names are
/// resolved.
///
/// Terms decide most of it; phrases beyond two words are decided by the stored text.
indirect enum QueryCondition: Equatable {
  case word(QueryPlan.Word)
  case phrase(QueryPhrase)
  /// Any word that begins so.
  case prefix(QueryPlan.Word)
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
    case .word(let word): self = .word(QueryPlan.Word(word, accents))
    case .phrase(let words): self = .phrase(QueryPhrase(words, accents))
    case .prefix(let word): self = .prefix(QueryPlan.Word(word, accents))
    case .field(let field, let words):
      let query = FieldQuery(field: field, words: words)
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
  var onlyWords: [QueryPlan.Word]? {
    var words: [QueryPlan.Word] = []
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
    case .phrase(let phrase): .all(phrase.words.map { .word($0.planned) })
    case .word, .prefix, .field, .dates, .not: self
    case .all(let conditions): .all(conditions.map(\.withoutPhrases).flatMap(\.conjuncts))
    case .any(let conditions): .any(conditions.map(\.withoutPhrases))
    }
  }
}

/// Words side by side, in order.
struct QueryPhrase: Equatable {
  /// A word of a phrase.
  struct Word: Equatable {
    var planned: QueryPlan.Word
    /// A sentence ends before it, so that one may end there in the text too.
    var beginsSentence: Bool
  }

  let words: [Word]

  init(_ words: [QueryWord], _ accents: AccentMode) {
    self.words = words.map {
      Word(planned: QueryPlan.Word($0, accents), beginsSentence: $0.beginsSentence)
    }
  }

  /// Whether one pair says it all.
  var isDecidedByTerms: Bool {
    words.count < 2
      || words.count == 2 && !words[1].beginsSentence && !words.contains { $0.planned.isStrict }
  }

  /// The terms of neighbours. Those across the end of a sentence are no pair in the index either.
  var pairs: [[UInt8]] {
    zip(words, words.dropFirst()).filter { !$1.beginsSentence }.map {
      QueryPlan.pairTerm($0.planned.folded, $1.planned.folded)
    }
  }
}
