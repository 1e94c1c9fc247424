import ArgumentParser
import ArticleIndex

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell how a query is understood and carried out, and what the hits score for.")

  @OptionGroup var location: IndexLocation
  @Argument(help: "The query.")
  var query: [String]
  @Option(help: "As for search.")
  var accents: AccentMode = .prefer
  @Option(name: [.customShort("n"), .long], help: "Hits whose scores are taken apart.")
  var limit = 3
  @Flag(help: "Print a JSON object.")
  var json = false

  func validate() throws {
    guard (0...1000).contains(limit) else {
      throw ValidationError("--limit takes a number from 0 to 1000.")
    }
  }

  func run() throws {
    let text = query.joined(separator: " ")
    let explanation = try SearchIndex(at: location.folder)
      .explain(text, accents: accents, limit: limit, today: Console.today)
    if json {
      return try Console.standardOutput.write(JSONOutput.line(ExplanationRecord(explanation)))
    }
    for warning in explanation.warnings { Console.complain(warning) }
    try Console.standardOutput.write(ExplanationText.lines(explanation).joined())
  }
}

/// An explanation for people.
enum ExplanationText {
  static func lines(_ explanation: QueryExplanation) -> [String] {
    let rows =
      [
        ("understood", explanation.node.description),
        ("words", list(explanation.words)),
        ("prefers", list(explanation.preferred)),
        ("pairs", list(explanation.pairs)),
        ("verified", explanation.isVerified ? "yes, phrases are looked up in the text" : "no"),
        ("have all words", "\(explanation.total)"),
      ] + steps(explanation)
    return rows.map(row) + explanation.hits.flatMap(lines)
  }

  private static func row(_ name: String, _ value: String) -> String {
    name + String(repeating: " ", count: max(1, 16 - name.count)) + VisibleText.line(value) + "\n"
  }

  private static func list(_ terms: [QueryExplanation.Term]) -> String {
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

  /// A hit and, by kind, what each part gave it.
  private static func lines(_ scored: QueryExplanation.ScoredHit) -> [String] {
    let hit = scored.hit
    var lines = [row("hit \(hit.rank)", "#\(hit.number) \(hit.article.title)")]
    lines.append(row("  score", number(hit.score)))
    var kinds: [String] = []
    for part in scored.parts where !kinds.contains(part.kind) { kinds.append(part.kind) }
    for kind in kinds {
      let parts = scored.parts.filter { $0.kind == kind }
      let sum = parts.reduce(0) { $0 + $1.score }
      let list = parts.map { $0.label.isEmpty ? "" : "\($0.label) \(number($0.score))" }
      lines.append(row("  \(kind)", number(sum) + " = " + list.joined(separator: " + ")))
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

/// `explain --json`. Fields are added, never renamed; `version` tells.
struct ExplanationRecord: Encodable {
  struct Term: Encodable {
    var term: String
    var frequency: Int

    init(_ term: QueryExplanation.Term) { (self.term, frequency) = (term.term, term.frequency) }
  }

  struct Part: Encodable {
    var kind: String
    var label: String
    var score: Double
  }

  struct ScoredHit: Encodable {
    var rank: Int
    var id: String
    var number: Int
    var title: String
    var path: String
    var score: Double
    var parts: [Part]
  }

  var version = 1
  var query: String
  var understood: String
  var words: [Term]
  var preferred: [Term]
  var pairs: [Term]
  var isVerified: Bool
  var total: Int
  var ranking: String
  var allWordsQuery: String
  var candidatesQuery: String
  var hits: [ScoredHit]
  var warnings: [String]

  init(_ explanation: QueryExplanation) {
    query = explanation.query
    understood = explanation.node.description
    words = explanation.words.map(Term.init)
    preferred = explanation.preferred.map(Term.init)
    pairs = explanation.pairs.map(Term.init)
    isVerified = explanation.isVerified
    total = explanation.total
    ranking = explanation.ranking.rawValue
    allWordsQuery = explanation.allWordsQuery
    candidatesQuery = explanation.candidatesQuery
    hits = explanation.hits.map { scored in
      ScoredHit(
        rank: scored.hit.rank, id: scored.hit.id, number: Int(scored.hit.number),
        title: scored.hit.article.title, path: scored.hit.article.path.string,
        score: scored.hit.score,
        parts: scored.parts.map { Part(kind: $0.kind, label: $0.label, score: $0.score) })
    }
    warnings = explanation.warnings
  }
}
