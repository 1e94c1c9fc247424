/// Cutting queries into words.
///
/// Most Vietnamese words have two syllables or more, and a query is words: neighbours that texts have
/// as one word are bound, so that an article must have them side by side. What a table does not know
/// is not bound. Three syllables may be bound in a chain: `nguyễn_phú_trọng`.
extension WordTable {
  /// How likely neighbours must be one word to be bound.
  static let leastShare = 0.7
  /// The same where the words in question are only these two: there is no other word that one of them
  /// could be of.
  static let leastShareOfTwo = 0.15
  /// Of two bonds in a row, in a query without marks, the weaker one is none if it was seen so much more
  /// rarely than the other: another spelling of it is not what is meant.
  static let leastOfNeighbour = 0.2

  /// The query with its words bound. What is excluded, phrases and fields stay as they are.
  func segmented(_ node: QueryNode) -> QueryNode {
    switch node {
    case .all(let nodes): .all(segmented(nodes))
    case .any(let nodes): .any(nodes.map(segmented))
    case .word, .phrase, .prefix, .field, .dates, .not: node
    }
  }

  /// Binds words in each run of plain words that stand side by side.
  private func segmented(_ nodes: [QueryNode]) -> [QueryNode] {
    var result: [QueryNode] = []
    var run: [QueryToken] = []
    for node in nodes {
      if case .word(let word) = node {
        if !word.followsDirectly {
          result += bound(run)
          run.removeAll()
        }
        run.append(word)
      } else {
        result += bound(run)
        run.removeAll()
        result.append(segmented(node))
      }
    }
    return result + bound(run)
  }

  private func bound(_ run: [QueryToken]) -> [QueryNode] {
    var run = run
    for (place, bond) in bonds(run).enumerated() where run[place + 1].bond == nil {
      run[place + 1].bond = bond.map { .word($0) }
    }
    return run.map { .word($0) }
  }

  /// For each word but the first: how likely it is one with the word before; nil if it is not.
  private func bonds(_ run: [QueryToken]) -> [Double?] {
    let asTyped = run.contains { $0.exact != nil }
    let known = zip(run, run.dropFirst()).map { left, right in
      right.bond == nil ? counts(left, right, asTyped: asTyped) ?? Counts() : Counts()
    }
    let least = run.count == 2 ? Self.leastShareOfTwo : Self.leastShare
    var isBound = known.map { $0.share >= least }
    for (place, counts) in known.enumerated() where isBound[place] && !asTyped {
      let neighbours = [place - 1, place + 1].filter { known.indices.contains($0) && isBound[$0] }
      let most = neighbours.map { known[$0].inside }.max() ?? 0
      if Double(counts.inside) < Self.leastOfNeighbour * Double(most) { isBound[place] = false }
    }
    return zip(known, isBound).map { $1 ? $0.share : nil }
  }
}
