import ArticleIndex

/// An explanation for people.
enum ExplanationText {
  static func lines(_ explanation: QueryExplanation) -> [String] {
    let rows =
      [
        ("understood", explanation.node.description),
        (
          "words",
          explanation.compounds.isEmpty ? "-" : explanation.compounds.joined(separator: ", ")
        ),
        ("syllables", list(explanation.words)),
        ("prefers", list(explanation.preferred)),
        ("pairs", list(explanation.pairs)),
        ("verified", explanation.isVerified ? "yes, phrases are looked up in the text" : "no"),
        ("readings", readings(explanation)),
      ] + steps(explanation)
    return rows.map { TextLayout.row($0, $1) } + explanation.hits.flatMap(lines)
  }

  private static func readings(_ explanation: QueryExplanation) -> String {
    // Of readings of one kind, the loosest.
    let readings = explanation.readings.enumerated().filter { place, reading in
      !explanation.readings[(place + 1)...].contains { $0.kind == reading.kind }
    }.map(\.element)
    return readings.isEmpty
      ? "-"
      : readings.map {
        "\($0.kind.rawValue.replacing("_", with: " ")) (\($0.total))"
      }.joined(separator: ", ")
  }

  private static func list(_ terms: [QueryExplanation.TermCount]) -> String {
    terms.isEmpty ? "-" : terms.map { "\($0.term) (\($0.frequency))" }.joined(separator: ", ")
  }

  /// What a search does, in order.
  private static func steps(_ explanation: QueryExplanation) -> [(String, String)] {
    let allWords = ("1. all words", explanation.allWordsQuery)
    let best = "the best \(explanation.candidates)"
    let scored = "scored by words, pairs and exact forms"
    guard !explanation.allWordsQuery.isEmpty else { return [] }
    switch explanation.ranking {
    case .newestFirst: return [allWords, ("2. order", "the newest first: nothing has a score")]
    case .allWordsOnly where explanation.isVerified:
      return [
        allWords, ("2. verify", "of these, articles with the phrase in their text are the hits"),
      ]
    case .allWordsOnly: return [allWords]
    case .allWordsFirst:
      return [
        allWords, ("2. if too few", explanation.candidatesQuery),
        ("3. refine", "\(best) of 2 are \(scored) and follow those of 1"),
      ]
    case .candidatesFirst:
      return [
        allWords, ("2. candidates", explanation.candidatesQuery),
        ("3. refine", "\(best) of both are \(scored)"),
        ("4. if too few", "the rest of 1, then of 2"),
      ]
    }
  }

  /// A hit and, by kind, what each part gave it.
  private static func lines(_ scored: QueryExplanation.ScoredHit) -> [String] {
    let hit = scored.hit
    var lines = [TextLayout.row("hit \(hit.rank)", "#\(hit.number) \(hit.article.title)")]
    lines.append(TextLayout.row("  score", number(hit.score)))
    var kinds: [String] = []
    for part in scored.parts where !kinds.contains(part.kind) { kinds.append(part.kind) }
    for kind in kinds {
      let parts = scored.parts.filter { $0.kind == kind }
      let sum = parts.reduce(0) { $0 + $1.score }
      let list = parts.map { $0.label.isEmpty ? "" : "\($0.label) \(number($0.score))" }
      lines.append(TextLayout.row("  \(kind)", number(sum) + " = " + list.joined(separator: " + ")))
    }
    return lines
  }

  /// With three decimals.
  private static func number(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = "\(abs(thousandths) % 1000)"
    return (thousandths < 0 ? "-" : "") + "\(abs(thousandths) / 1000)."
      + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
