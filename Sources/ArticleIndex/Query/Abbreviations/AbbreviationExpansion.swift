/// Rewriting queries, so that one way to write an abbreviation finds the others.
extension AbbreviationTable {
  /// Ways to write one place of a query, the typed one among them.
  static let maximumAlternatives = 8
  /// Places that are rewritten in one query; later ones are searched as typed.
  static let maximumPlaces = 32

  /// The query with every way to write its abbreviations and expansions.
  ///
  /// A phrase becomes any of the phrases with one written for the other; words become any of the
  /// words as typed and the phrases that mean the same. What is excluded, `=word`, prefixes and names
  /// in credits stay as typed. The tree grows by a constant factor at most; a result is not to be
  /// expanded again.
  func expand(_ node: QueryNode) -> QueryNode {
    var places = 0
    return expand(node, &places, typesCapitals: Self.typesCapitals(node))
  }

  private func expand(
    _ node: QueryNode, _ places: inout Int, typesCapitals: Bool
  ) -> QueryNode {
    switch node {
    case .word(let word):
      return expandRun([word], &places, typesCapitals).first ?? node
    case .phrase(let words):
      // One word alone is a phrase here too: what stands in quotation marks is never relaxed.
      let phrases = alternatives(words, &places, typesCapitals)
      return phrases.count > 1
        ? .any(phrases.map { .phrase($0) }) : node
    case .field(.title, let words):
      let titles = alternatives(words, &places, typesCapitals)
      return titles.count > 1 ? .any(titles.map { .field(.title, $0) }) : node
    case .all(let nodes):
      let expanded = expandAll(nodes, &places, typesCapitals)
      return nodes.count > 1 && expanded.count == 1 ? expanded[0] : .all(expanded)
    case .any(let nodes):
      return .any(nodes.map { expand($0, &places, typesCapitals: typesCapitals) })
    case .prefix, .field, .dates, .not:
      return node
    }
  }

  /// Rewrites runs of plain words that stand side by side, and every other node by itself.
  private func expandAll(
    _ nodes: [QueryNode], _ places: inout Int, _ typesCapitals: Bool
  ) -> [QueryNode] {
    var result: [QueryNode] = []
    var run: [QueryToken] = []
    for node in nodes {
      if case .word(let word) = node {
        if !word.followsDirectly {
          result += expandRun(run, &places, typesCapitals)
          run.removeAll()
        }
        run.append(word)
      } else {
        result += expandRun(run, &places, typesCapitals)
        run.removeAll()
        result.append(expand(node, &places, typesCapitals: typesCapitals))
      }
    }
    return result + expandRun(run, &places, typesCapitals)
  }

  private func expandRun(
    _ words: [QueryToken], _ places: inout Int, _ typesCapitals: Bool
  ) -> [QueryNode] {
    var result: [QueryNode] = []
    for piece in pieces(words, &places, typesCapitals) {
      let typed: [QueryNode] = piece.typed.map { .word($0) }
      guard !piece.others.isEmpty else {
        result += typed
        continue
      }
      let others = piece.others.map { $0.count == 1 ? QueryNode.word($0[0]) : .phrase($0) }
      result.append(.any([typed.count == 1 ? typed[0] : .all(typed)] + others))
    }
    return result
  }

  /// All ways to write words in a row, the typed one first.
  private func alternatives(
    _ words: [QueryToken], _ places: inout Int, _ typesCapitals: Bool
  ) -> [[QueryToken]] {
    var rows: [[QueryToken]] = [[]]
    for piece in pieces(words, &places, typesCapitals) {
      // The typed form of every row comes before any other, so that a cut takes the rarest away.
      let longer = ([piece.typed] + piece.others).flatMap { form in rows.map { $0 + form } }
      rows = Array(longer.prefix(Self.maximumAlternatives))
    }
    return rows
  }

  /// Words of a query that belong together, and the other ways to write them.
  private struct Piece {
    var typed: [QueryToken]
    var others: [[QueryToken]] = []
  }

  /// Cuts a row of words at its abbreviations and expansions, the longest from the left.
  private func pieces(
    _ words: [QueryToken], _ places: inout Int, _ typesCapitals: Bool
  ) -> [Piece] {
    var pieces: [Piece] = []
    var index = 0
    while index < words.count {
      let rest = words[index...]
      let found =
        places < Self.maximumPlaces
        ? forms(beginningWith: words[index].folded)
          .filter { matches($0, rest, typesCapitals) } : []
      let length = found.first?.words.count ?? 1
      var piece = Piece(typed: Array(rest.prefix(length)))
      var others: [[FormPart]] = []
      for form in found where form.words.count == length {
        for other in self.others(than: form) where !others.contains(other) { others.append(other) }
      }
      piece.others = others.prefix(Self.maximumAlternatives - 1).map {
        queryWords($0, replacing: words[index])
      }
      if !piece.others.isEmpty { places += 1 }
      pieces.append(piece)
      index += length
    }
    return pieces
  }

  private func matches(
    _ form: Form, _ words: ArraySlice<QueryToken>, _ typesCapitals: Bool
  ) -> Bool {
    guard words.count >= form.words.count else { return false }
    // What is typed together is written anew as a whole or not at all: `45/QĐ-UBND` is a number.
    let rest = words.dropFirst(form.words.count)
    guard !Self.isInside(words.first), !Self.isInside(rest.first) else {
      return false
    }
    for (offset, word) in form.words.enumerated() {
      let typed = words[words.startIndex + offset]
      guard typed.folded == word.folded, typed.accents != .require,
        typed.exact == nil || typed.exact == word.exact
      else { return false }
    }
    let typed = words.prefix(form.words.count)
    guard typed.dropFirst().allSatisfy({ !$0.beginsSentence }) else { return false }
    guard form.mayBeSyllables else { return true }
    return !typesCapitals && typed.allSatisfy(\.isCapitals)
  }

  /// Whether a word continues what is typed together, by a sign: `QL2` is an abbreviation and a number.
  private static func isInside(_ word: QueryToken?) -> Bool {
    if case .joined(let sign)? = word?.bond { !sign.isEmpty } else { false }
  }

  private func queryWords(_ form: [FormPart], replacing first: QueryToken) -> [QueryToken] {
    form.enumerated().map { index, word in
      QueryToken(
        folded: word.folded, exact: word.exact,
        followsDirectly: index > 0 || first.followsDirectly,
        beginsSentence: index == 0 && first.beginsSentence)
    }
  }

  /// Whether the whole query is typed in capitals, where they tell nothing.
  private static func typesCapitals(_ node: QueryNode) -> Bool {
    let words = node.words
    return words.count > 2 && words.allSatisfy(\.isCapitals)
  }
}
