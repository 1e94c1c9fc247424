import ArgumentParser
import ArticleIndex

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell how a query is understood and carried out.")

  @OptionGroup var location: IndexLocation
  @Argument(help: "The query.")
  var query: [String]
  @Option(help: "As for search.")
  var accents: AccentMode = .prefer

  func run() throws {
    let text = query.joined(separator: " ")
    let explanation = try SearchIndex(at: location.folder).explain(text, accents: accents)
    for warning in explanation.warnings { Console.complain(warning) }
    func list(_ terms: [QueryExplanation.Term]) -> String {
      terms.isEmpty ? "-" : terms.map { "\($0.term) (\($0.frequency))" }.joined(separator: ", ")
    }
    let rows =
      [
        ("understood", explanation.node.description),
        ("words", list(explanation.words)),
        ("prefers", list(explanation.preferred)),
        ("pairs", list(explanation.pairs)),
        ("verified", explanation.isVerified ? "yes, phrases are looked up in the text" : "no"),
        ("have all words", "\(explanation.total)"),
      ] + Self.steps(explanation)
    let lines = rows.map { name, value in
      name + String(repeating: " ", count: 16 - name.count) + VisibleText.line(value) + "\n"
    }
    try Console.standardOutput.write(lines.joined())
  }

  /// What a search does, in order.
  private static func steps(_ explanation: QueryExplanation) -> [(String, String)] {
    let allWords = ("1. all words", explanation.allWordsQuery)
    let best = "the best \(explanation.candidates)"
    let scored = "scored by words, pairs and exact forms"
    switch explanation.ranking {
    case _ where explanation.words.isEmpty: return []
    case .allWordsOnly where explanation.isVerified:
      return [
        allWords, ("2. verify", "of these, articles with the phrase in their text are the hits"),
        ("3. if none", "as without quotation marks"),
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
}
