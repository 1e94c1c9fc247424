import VietnameseText

@testable import ArticleIndex
@testable import ArticleReading

/// What holds of any query whatever, from its text to the programs that carry it out.
enum FuzzedQuery {
  /// Parentheses nest so deep, each may be excluded and an alternative, and a phrase is one more.
  private static let maximumDepth = 3 * (QueryBrackets.maximumDepth + 1) + 1

  /// Parses and plans `bytes`, which need not be text; names a broken promise, nil if there is none.
  static func check(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    let today = ArticleDate(year: 2020, month: 6, day: 8)
    let results = [nil, today].map { QueryParser.parse(text, today: $0) }
    for result in results {
      if let broken = broken(result) { return broken }
    }
    // The three modes by turns, as programs take most of the time.
    let accents = AccentMode.allCases[bytes.count % AccentMode.allCases.count]
    let plan = QueryPlan(results[1].node, accents: accents)
    for plan in [plan, plan.read(Reading(spelling: .everySyllable, weakestBond: -1))] {
      do {
        try describe(plan)
      } catch {
        return "no program: \(error)"
      }
    }
    return nil
  }

  private static func broken(_ result: QueryParser.Result) -> String? {
    if result.notices.count > QueryParser.maximumNotices + 1 { return "too many notices" }
    if words(of: result.node) > QueryParser.maximumWords { return "too many words" }
    if depth(of: result.node) > maximumDepth { return "too deep" }
    if result.node.words.contains(where: { $0.folded.isEmpty }) { return "an empty word" }
    let isEmpty = result.node == .all([])
    if isEmpty != result.notices.contains(.noWord) { return "no word" }
    return nil
  }

  /// Everything that counts as a word, excluded ones, those of fields and dates too.
  private static func words(of node: QueryNode) -> Int {
    switch node {
    case .word, .prefix, .dates: 1
    case .phrase(let words), .field(_, let words): words.count
    case .all(let nodes), .any(let nodes): nodes.reduce(0) { $0 + words(of: $1) }
    case .not(let node): words(of: node)
    }
  }

  private static func depth(of node: QueryNode) -> Int {
    switch node {
    case .word, .prefix, .dates, .phrase, .field: 1
    case .all(let nodes), .any(let nodes): 1 + (nodes.map { depth(of: $0) }.max() ?? 0)
    case .not(let node): 1 + depth(of: node)
    }
  }

  /// Makes every program there is of a plan, and a query of Xapian's of each.
  private static func describe(_ plan: QueryPlan) throws(IndexError) {
    let weights = RankingWeights()
    let summands = plan.summands(weights)
    for program in [
      try plan.allWordsProgram(weights), try plan.matchingProgram(),
      try plan.candidatesProgram(.words, weights), try plan.candidatesProgram(.pairs, weights),
      try plan.scoringProgram(.ids([1]), summands),
      try plan.scoringProgram(.uniqueTerms([Term([0x51])]), summands),
    ] {
      _ = try program.describe()
    }
  }
}
