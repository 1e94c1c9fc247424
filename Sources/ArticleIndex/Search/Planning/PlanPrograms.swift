extension QueryPlan {
  /// The articles that satisfy the query; scored by everything.
  ///
  /// Where the text has the last word, those that may satisfy it.
  func allWordsProgram(_ weights: RankingWeights) throws(IndexError) -> QueryProgram {
    var program = QueryProgram()
    var summands = summands(weights)
    var seen: Set<Term> = []
    var operands: UInt32 = 0
    for conjunct in condition.conjuncts {
      if case .not = conjunct { continue }
      guard let terms = conjunct.requiredTerms else {
        try conjunct.push(to: &program)
        program.scale(0)
        operands += 1
        continue
      }
      for term in terms where seen.insert(term).inserted {
        // A required term carries its own weight, which saves looking at it twice.
        let own = summands.firstIndex { $0.score.isTerm(term) }
        try (own.map { summands.remove(at: $0).score } ?? .term(term, 0)).push(to: &program)
        operands += 1
      }
    }
    program.and(operands)
    try QueryCondition.exclude(condition.conjuncts, from: &program, .upper)
    guard !summands.isEmpty else { return program }
    for summand in summands { try summand.score.push(to: &program) }
    program.or(UInt32(summands.count))
    program.andMaybe()
    return program
  }

  /// As ``allWordsProgram(_:)``, without scores.
  func matchingProgram() throws(IndexError) -> QueryProgram {
    var program = QueryProgram()
    try condition.push(to: &program)
    return program
  }

  /// The words, in any spelling and as typed, that the fewest articles have: as many as cost little.
  /// In a small index these are all.
  private func rareWords(_ weights: RankingWeights) -> [ScoreExpression] {
    let words = allWords
    let scores =
      words.map { ($0.requiredTerm, syllable($0, weights)) }
      + words.compactMap { word in
        exact(word, weights).flatMap { score in word.exactTerm.map { ($0, score) } }
      }
    return rarest(scores, postings: weights.postingsOfWords)
  }

  /// The pairs that candidates are found by: all of a short query, the rarest of a long one.
  private func tellingPairs(_ weights: RankingWeights) -> [ScoreExpression] {
    let scores = pairs.map { pair in (pair.term, self.pair(pair, weights)) }
    guard !isShort else { return scores.map(\.1) }
    let rarest = rarest(scores, postings: weights.postingsOfPairs)
    // Where every pair is everywhere, all of them must do.
    return rarest.isEmpty ? scores.map(\.1) : rarest
  }

  /// Of terms that are in the index, the rarest ones with so many postings together.
  private func rarest(
    _ scores: [(Term, ScoreExpression)], postings: Int
  ) -> [ScoreExpression] {
    var left = postings
    return scores.map { (frequency: rarity.frequency($0.0), score: $0.1) }
      .filter { $0.frequency > 0 }.sorted { $0.frequency < $1.frequency }
      .prefix {
        left -= $0.frequency
        return left >= 0
      }.map(\.score)
  }

  /// What finds candidates.
  enum CandidateKind {
    case pairs, words
  }

  /// Some pair or rare word, or any word, must be there; scored by those. Nothing is found that
  /// ``hardPart`` excludes.
  func candidatesProgram(
    _ kind: CandidateKind, _ weights: RankingWeights
  ) throws(IndexError) -> QueryProgram {
    var program = QueryProgram()
    switch kind {
    case .pairs:
      let scores = tellingPairs(weights) + rareWords(weights)
      for score in scores { try score.push(to: &program) }
      program.or(UInt32(scores.count))
    case .words:
      let words = allWords
      for word in words { try syllable(word, weights).push(to: &program) }
      for word in prefixes {
        try program.prefix(word.requiredTerm, limit: QueryCondition.prefixLimit)
      }
      program.or(UInt32(words.count + prefixes.count))
    }
    guard let hardPart else { return program }
    // Taken one by one, as excluding from the candidates is cheaper than from all articles.
    let hard = hardPart.conjuncts
    let required = hard.filter { if case .not = $0 { false } else { true } }
    if !required.isEmpty {
      try QueryCondition.push(all: required, to: &program, .upper)
      program.filter()
    }
    try QueryCondition.exclude(hard, from: &program, .upper)
    return program
  }

  /// Which documents to score.
  enum Candidates {
    /// By ascending id: one local database.
    case ids([UInt32])
    /// By the terms that only they have: any other database.
    case uniqueTerms([Term])
  }

  /// Scores `candidates` by some summands of a score.
  func scoringProgram(
    _ candidates: Candidates, _ summands: [ScoreSummand]
  ) throws(IndexError) -> QueryProgram {
    var program = QueryProgram()
    try candidates.push(to: &program)
    for summand in summands { try summand.score.push(to: &program) }
    program.or(UInt32(summands.count))
    program.andMaybe()
    return program
  }
}

extension QueryPlan.Candidates {
  /// Pushes them, all worth nothing.
  func push(to program: inout QueryProgram) throws(IndexError) {
    switch self {
    case .ids(let ids):
      try program.documents(ids)
    case .uniqueTerms(let terms):
      for term in terms { try program.term(term) }
      program.or(UInt32(terms.count))
      program.scale(0)
    }
  }
}
