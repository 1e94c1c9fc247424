extension QueryPlan {
  /// The summands of the score, for ``RankingWeights``.
  ///
  /// Alternatives count as the best one of them, and a long one no more than the shortest: its sum
  /// is divided by how many times longer it is. So `UBND` weighs the same as its four words.
  func scoreParts(_ weights: RankingWeights) -> [ScorePart] {
    var parts: [ScorePart] = []
    for word in words {
      parts.append(
        ScorePart(kind: .syllable, label: word.folded, score: syllable(word, weights)))
    }
    for group in groups {
      let scores = group.alternatives.compactMap { node in
        node.scoredLength.map { length in
          length == group.length
            ? score(node, weights)
            : .scaled(score(node, weights), Double(group.length) / Double(length))
        }
      }
      parts.append(ScorePart(kind: .group, label: group.label, score: .best(scores)))
    }
    for word in prefixes {
      parts.append(
        ScorePart(
          kind: .prefix, label: (word.isStrict ? word.exact ?? word.folded : word.folded) + "*",
          score: prefixScore(word, weights)))
    }
    for pair in neighbours {
      let label = pair.terms.map { String(decoding: $0.dropFirst(), as: UTF8.self) }
      let scores = pair.terms.map { term($0, weights.pair) }
      parts.append(
        ScorePart(
          kind: .pair, label: label.joined(separator: " | "),
          score: scores.count == 1 ? scores[0] : .best(scores)))
    }
    for word in words {
      guard let exact = exact(word, weights) else { continue }
      parts.append(ScorePart(kind: .exact, label: word.exact ?? "", score: exact))
    }
    return parts
  }

  /// A word is worth the same whether its spelling counts or not.
  func syllable(_ word: Word, _ weights: RankingWeights) -> ScorePart.Score {
    term(
      word.requiredTerm,
      word.isStrict || word.exact == nil ? weights.syllable : weights.anySpelling)
  }

  func exact(_ word: Word, _ weights: RankingWeights) -> ScorePart.Score? {
    guard !word.isStrict, let term = word.exactTerm else { return nil }
    return self.term(term, weights.typedSpelling)
  }

  func term(_ term: [UInt8], _ weight: Double) -> ScorePart.Score {
    .term(term, weight * rarity.factor(term))
  }

  /// What an alternative is worth.
  private func score(_ node: QueryNode, _ weights: RankingWeights) -> ScorePart.Score {
    switch node {
    case .word(let word):
      let word = Word(word, accents)
      let syllable = syllable(word, weights)
      return exact(word, weights).map { .sum([syllable, $0]) } ?? syllable
    case .phrase(let words):
      // The pairs tell the phrase from its words in other places.
      let words = words.map { Word($0, accents) }
      return .all(
        words.map { syllable($0, weights) } + node.pairs.map { term($0, weights.pair) },
        also: words.compactMap { exact($0, weights) })
    case .prefix(let word):
      return prefixScore(Word(word, accents), weights)
    case .all(let nodes):
      let pairs = node.pairs.map { term($0, weights.pair) }
      let scored = nodes.filter { $0.scoredLength != nil }
      return .sum(scored.map { score($0, weights) } + pairs)
    case .any(let nodes):
      return .best(nodes.filter { $0.scoredLength != nil }.map { score($0, weights) })
    case .field, .dates, .not: return .sum([])
    }
  }
}
