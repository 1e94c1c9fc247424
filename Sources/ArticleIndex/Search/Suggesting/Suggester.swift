/// Makes suggestions for a query out of what the index holds; nothing else is asked.
struct Suggester {
  let reader: StoreReader
  /// Those of articles that a search for the query has found best, if there was one.
  var texts: [String] = []
  var scratch = TokenScratch()

  private var restorer: AccentRestorer {
    AccentRestorer(reader: reader, texts: texts, scratch: scratch)
  }

  /// What may have been meant, likeliest first; at most one of a kind.
  ///
  /// - Parameters:
  ///   - query: as typed.
  ///   - node: what was understood, before any rewriting.
  ///   - fewAreFound: whether the words themselves are in doubt, and not just their accents.
  func suggestions(
    _ query: String, _ node: QueryNode, fewAreFound: Bool
  ) throws(IndexError) -> [Suggestion] {
    let text = QueryText(query, node)
    guard !text.words.isEmpty, text.words.count <= AccentRestorer.maximumWords else { return [] }
    let keys = try TypedKeysCorrector(reader: reader).decoded(text)
    if !keys.isEmpty { return [Suggestion(kind: .keys, query: text.replacing(keys))] }
    if fewAreFound, let spelling = try spelling(text) { return [spelling] }
    return try accents(text).map { [$0] } ?? []
  }

  private func spelling(_ text: QueryText) throws(IndexError) -> Suggestion? {
    let typed = text.words.map(\.folded)
    let corrector = SpellingCorrector(reader: reader)
    guard let folded = try corrector.corrected(typed, isNeighbour: text.words.map(\.isNeighbour))
    else { return nil }
    // Where no accents were typed at all, the whole query is given them.
    let words = zip(text.words, folded).map { word, folded in
      let isKept = folded == word.folded && (text.hasMarks || word.isStrict)
      return AccentRestorer.Entry(
        folded: folded, settled: isKept ? word.exact ?? folded : nil, isNeighbour: word.isNeighbour)
    }
    let spellings = try AccentRestorer(reader: reader).restored(words) ?? folded
    return suggestion(.spelling, text, words, spellings)
  }

  /// The query with its accents given back; nil if it has some, or needs none.
  func accents(_ text: QueryText) throws(IndexError) -> Suggestion? {
    guard !text.hasMarks, !text.words.contains(where: \.isStrict) else { return nil }
    let words = text.words.map {
      AccentRestorer.Entry(folded: $0.folded, settled: nil, isNeighbour: $0.isNeighbour)
    }
    guard let spellings = try restorer.restored(words) else { return nil }
    return suggestion(.accents, text, words, spellings)
  }

  private func suggestion(
    _ kind: Suggestion.Kind, _ text: QueryText, _ words: [AccentRestorer.Entry],
    _ spellings: [String]
  ) -> Suggestion? {
    var changes: [(range: Range<Int>, spelling: String)] = []
    for (place, word) in text.words.enumerated() {
      guard words[place].settled == nil, spellings[place] != word.folded else { continue }
      changes.append((range: word.range, spelling: spellings[place]))
    }
    let query = text.replacing(changes)
    return query == text.text ? nil : Suggestion(kind: kind, query: query)
  }
}
