extension QueryPlan {
  /// The summands of the score, for ``RankingWeights``.
  ///
  /// Alternatives count as the best one of them, and a long one no more than the shortest: its sum
  /// is divided by how many times longer it is. So `UBND` weighs the same as its four words.
  func summands(_ weights: RankingWeights) -> [ScoreSummand] {
    var summands: [ScoreSummand] = []
    for word in words {
      summands.append(
        ScoreSummand(kind: .syllable, label: word.folded, score: syllable(word, weights)))
    }
    for group in groups {
      let scores = group.alternatives.compactMap { node in
        node.scoredLength.map { length in
          length == group.length
            ? score(node, weights)
            : .scaled(score(node, weights), Double(group.length) / Double(length))
        }
      }
      summands.append(ScoreSummand(kind: .group, label: group.label, score: .best(scores)))
    }
    for word in prefixes {
      summands.append(
        ScoreSummand(
          kind: .prefix, label: (word.isStrict ? word.exact ?? word.folded : word.folded) + "*",
          score: prefixScore(word, weights)))
    }
    for pair in neighbours {
      let label = pair.map { "\($0.left) \($0.right)" }
      let scores = pair.map { self.pair($0, weights) }
      summands.append(
        ScoreSummand(
          kind: .pair, label: label.joined(separator: " | "),
          score: scores.count == 1 ? scores[0] : .best(scores)))
    }
    for word in words {
      guard let exact = exact(word, weights) else { continue }
      summands.append(ScoreSummand(kind: .exact, label: word.exact ?? "", score: exact))
    }
    return summands
  }

  /// A word is worth the same whether its spelling counts or not.
  func syllable(_ word: PlannedToken, _ weights: RankingWeights) -> ScoreExpression {
    term(
      word.requiredTerm,
      (word.isStrict || word.exact == nil ? weights.syllable : weights.anySpelling)
        * share(of: word, weights))
  }

  /// What only asks tells little of what is wanted. In a short query every word is meant.
  private func share(of word: PlannedToken, _ weights: RankingWeights) -> Double {
    !isShort && QuestionWords.contains(word) ? weights.question : 1
  }

  /// A pair that is one word is worth more than two words side by side; the more the longer articles
  /// are, which have most words somewhere.
  func pair(_ pair: SyllablePair, _ weights: RankingWeights) -> ScoreExpression {
    let word = compounds.contains(pair.term) ? weights.word * rarity.lengthShare : 0
    return term(pair.term, weights.pair + word)
  }

  func exact(_ word: PlannedToken, _ weights: RankingWeights) -> ScoreExpression? {
    guard !word.isStrict, let term = word.exactTerm else { return nil }
    return self.term(term, weights.typedSpelling * share(of: word, weights))
  }

  func term(_ term: Term, _ weight: Double) -> ScoreExpression {
    .term(term, weight * rarity.factor(term))
  }

  /// What an alternative is worth.
  private func score(_ node: QueryNode, _ weights: RankingWeights) -> ScoreExpression {
    switch node {
    case .word(let word):
      let word = PlannedToken(word, accents)
      let syllable = syllable(word, weights)
      return exact(word, weights).map { .sum([syllable, $0]) } ?? syllable
    case .phrase(let words):
      // The pairs tell the phrase from its words in other places.
      let words = words.map { PlannedToken($0, accents) }
      return .all(
        words.map { syllable($0, weights) } + node.pairs.map { term($0.term, weights.pair) },
        also: words.compactMap { exact($0, weights) })
    case .prefix(let word):
      return prefixScore(PlannedToken(word, accents), weights)
    case .all(let nodes):
      let pairs = node.pairs.map { term($0.term, weights.pair) }
      let scored = nodes.filter { $0.scoredLength != nil }
      return .sum(scored.map { score($0, weights) } + pairs)
    case .any(let nodes):
      return .best(nodes.filter { $0.scoredLength != nil }.map { score($0, weights) })
    case .field, .dates, .not: return .sum([])
    }
  }

  /// A prefix is worth its best word, so that many of them do not outweigh another word.
  private func prefixScore(_ word: PlannedToken, _ weights: RankingWeights) -> ScoreExpression {
    let prefix = word.requiredTerm
    guard let terms = expansions[prefix] else { return .prefix(prefix, weights.prefix) }
    return .best(terms.map { .term($0, weights.prefix) })
  }

  /// Every word, worth its rarity however often it occurs.
  func coverage(_ weights: RankingWeights) -> [ScoreSummand] {
    guard weights.coverage > 0 else { return [] }
    return allWords.map {
      ScoreSummand(
        kind: .syllable, label: $0.folded, score: term($0.requiredTerm, weights.coverage))
    }
  }
}
