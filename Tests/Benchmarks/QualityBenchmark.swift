import ArgumentParser
import ArticleIndex
import Foundation

/// Whether the right article comes first, on collections of queries with known answers.
struct QualityBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quality",
    abstract: "Index collections into a temporary folder, run their queries and rate the hits.",
    discussion: """
      A collection is a folder with docs.jsonl (or .xz) and queries*.tsv: query, tab, id of the \
      article to be found. "Copies": MRR@10 where copies of an article are one hit, so that a copy of \
      the article wanted is right too. Times are of one query inside this process, in processor \
      time, without snippets.
      """)

  @Argument(help: "Folders of collections.")
  var folders: [String] = []
  @Option(
    help: ArgumentHelp(
      "A folder of news, headline first, of which a collection is made: to find articles by their headlines.",
      valueName: "folder"))
  var headlines: [String] = []
  @Option(help: "How many headlines to ask for.")
  var queries = 2000
  @Option(help: "Switch off a part of the score; may be repeated.")
  var without: [RankingPart] = []
  @Option(
    help: ArgumentHelp(
      "Give a part of the score another weight; may be repeated.", valueName: "part=number"))
  var set: [String] = []
  @Flag(help: "Switch off each part of the score in turn, besides.")
  var ablate = false
  @Flag(help: "List the queries whose answer is not first, each with its rank (– for none).")
  var misses = false

  func run() throws {
    var runs = [Set(without)]
    if ablate { runs += RankingPart.allCases.map { Set(without).union([$0]) } }
    let columns =
      "collection | queries | without | MRR@10 | copies | nDCG@10 | P@1 | Recall@10 | ms | ms, 95%"
    print("| \(columns) |")
    print("|" + String(repeating: "---|", count: 10))
    let work = FileManager.default.temporaryDirectory
      .appendingPathComponent("mucluc-quality-\(ProcessInfo.processInfo.processIdentifier)")
    for (folder, isNews) in folders.map({ ($0, false) }) + headlines.map({ ($0, true) }) {
      defer { try? FileManager.default.removeItem(at: work) }
      let collection =
        isNews
        ? try .headlines(of: folder, number: queries, in: work) : TestCollection(folder)
      let index = try collection.index(in: work)
      let weights = try set.reduce(into: index.weights) { weights, setting in
        try RankingPart.set(setting, in: &weights)
      }
      for name in try collection.queryFiles() {
        let queries = try collection.queries(name)
        for parts in runs {
          index.weights = RankingPart.switchedOff(parts, in: weights)
          try rate(queries, of: "\(collection.name) | \(name)", parts, index)
        }
      }
    }
  }

  /// The place of the first answer; nil if it is the first.
  private func rank(_ ids: [String], of query: TestCollection.Query) -> String? {
    guard let place = ids.firstIndex(where: query.relevant.contains) else { return "–" }
    return place == 0 ? nil : "\(place + 1)"
  }

  private func rate(
    _ queries: [TestCollection.Query], of title: String, _ parts: Set<RankingPart>,
    _ index: SearchIndex
  ) throws {
    var measures = RankingMeasures()
    var together = RankingMeasures()
    var times = QueryTimes()
    for query in queries {
      // A headline that quotes somebody is no query for a phrase, which nothing else would answer.
      let text = String(query.text.map { "\"“”„".contains($0) ? " " : $0 })
      var request = SearchRequest(
        text, limit: RankingMeasures.depth, wantsSnippets: false)
      let result = try times.measure { try index.search(request) }
      let ids = result.hits.map(\.id)
      measures.add(ids, relevant: query.relevant)
      request.collapsesCopies = true
      together.add(try index.search(request).hits.map(\.allIDs), relevant: query.relevant)
      if misses, let rank = rank(ids, of: query) { print("\(rank)\t\(query.text)") }
    }
    let figures = [
      measures.reciprocalRank, together.reciprocalRank, measures.normalizedGain,
      measures.precisionAtOne, measures.recall,
    ]
    let names = parts.map(\.rawValue).sorted().joined(separator: ", ")
    print(
      "| \(title) | \(names.isEmpty ? "–" : names) |",
      figures.map { Figure.rounded($0 * 100, 2) }.joined(separator: " | "), "|", times.summary, "|")
  }
}

extension Hit {
  /// Its id and those of its copies.
  fileprivate var allIDs: [String] {
    [id] + copies.map { $0.article.recordID ?? "\($0.number)" }
  }
}

/// A part of the score that can be switched off.
enum RankingPart: String, CaseIterable, ExpressibleByArgument {
  case syllable, exact, pair, word, question, coverage, lead, passage, near
  case leadPair = "lead-pair"
  case standardLength = "standard-length"

  /// Changes one weight.
  static func set(_ setting: String, in weights: inout RankingWeights) throws {
    let halves = setting.split(separator: "=").map(String.init)
    guard halves.count == 2, let value = Double(halves[1]), value.isFinite else {
      throw ValidationError("--set takes a part and a number: pair=0.5.")
    }
    if let count = counts[halves[0]] {
      weights[keyPath: count] = Int(min(max(value, 0), 1e9))
    } else if let weight = Self(rawValue: halves[0])?.weight ?? shapes[halves[0]] {
      weights[keyPath: weight] = value
    } else {
      let others = (Array(counts.keys) + Array(shapes.keys)).sorted().joined(separator: ", ")
      throw ValidationError("--set knows no \(halves[0]); a part, or one of \(others).")
    }
  }

  /// What can be set besides parts: how many are looked at.
  private static var counts: [String: WritableKeyPath<RankingWeights, Int>] {
    [
      "candidates": \.candidates, "leads": \.leads, "postings-of-pairs": \.postingsOfPairs,
      "postings-of-words": \.postingsOfWords,
    ]
  }
  /// And the parameters of BM25.
  private static var shapes: [String: WritableKeyPath<RankingWeights, Double>] {
    ["k1": \.k1, "b": \.b, "b-of-candidates": \.bOfCandidates]
  }

  private var weight: WritableKeyPath<RankingWeights, Double> {
    switch self {
    case .syllable: \.syllable
    case .exact: \.exact
    case .pair: \.pair
    case .word: \.word
    case .question: \.question
    case .coverage: \.coverage
    case .lead: \.lead
    case .passage: \.passage
    case .near: \.near
    case .leadPair: \.leadPair
    case .standardLength: \.standardLength
    }
  }

  /// `weights` without some parts.
  static func switchedOff(_ parts: Set<Self>, in weights: RankingWeights) -> RankingWeights {
    var weights = weights
    // Without what lowers the weight of words that ask, they have it all.
    for part in parts { weights[keyPath: part.weight] = part == .question ? 1 : 0 }
    return weights
  }
}
