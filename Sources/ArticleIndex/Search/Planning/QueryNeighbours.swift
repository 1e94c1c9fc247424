/// Which words of a query are neighbours.
extension QueryNode {
  /// The words that what is found for this node may begin with.
  var beginning: [QueryToken] {
    switch self {
    case .word(let word): [word]
    case .phrase(let words): Array(words.prefix(1))
    case .all(let nodes): nodes.first?.beginning ?? []
    case .any(let nodes): nodes.flatMap(\.beginning)
    case .prefix, .field, .dates, .not: []
    }
  }

  /// The words that it may end with.
  var ending: [QueryToken] {
    switch self {
    case .word(let word): [word]
    case .phrase(let words): Array(words.suffix(1))
    case .all(let nodes): nodes.last?.ending ?? []
    case .any(let nodes): nodes.flatMap(\.ending)
    case .prefix, .field, .dates, .not: []
    }
  }

  /// The pairs of neighbours within it.
  var pairs: [SyllablePair] {
    switch self {
    case .word, .prefix, .field, .dates, .not: []
    case .phrase(let words):
      // Neighbours across the end of a sentence are no pair in the index either.
      zip(words, words.dropFirst()).filter { !$1.beginsSentence }
        .map { SyllablePair($0.folded, $1.folded) }
    case .any(let nodes): nodes.flatMap(\.pairs)
    case .all(let nodes):
      nodes.flatMap(\.pairs)
        + zip(nodes, nodes.dropFirst()).flatMap { left, right in
          let right = right.beginning
          return right.contains { !$0.beginsSentence }
            ? Self.pairs(left.ending, right) : []
        }
    }
  }

  /// Every word of `left` with every one of `right`, each pair once.
  static func pairs(_ left: [QueryToken], _ right: [QueryToken]) -> [SyllablePair] {
    var pairs: [SyllablePair] = []
    for left in left {
      for right in right {
        let pair = SyllablePair(left.folded, right.folded)
        if !pairs.contains(pair) { pairs.append(pair) }
      }
    }
    return pairs
  }

  /// How many words it takes to satisfy it, nil if none is worth a score.
  var scoredLength: Int? {
    switch self {
    case .word, .prefix: 1
    case .phrase(let words): max(1, words.count)
    case .all(let nodes):
      nodes.compactMap(\.scoredLength).reduce(nil) { ($0 ?? 0) + $1 }
    case .any(let nodes): nodes.compactMap(\.scoredLength).min()
    case .field, .dates, .not: nil
    }
  }
}
