import Foundation

/// How good rankings are, over many queries.
///
/// The usual measures of information retrieval, of the first ten hits, relevance being yes or no:
/// Manning, Raghavan, Schütze, *Introduction to Information Retrieval*, chapter 8.
struct RankingMeasures {
  /// Hits looked at.
  static let depth = 10

  private(set) var queries = 0
  private var reciprocal = 0.0
  private var gain = 0.0
  private var first = 0.0
  private var recalled = 0.0

  /// Adds one query.
  ///
  /// - Parameters:
  ///   - ranking: the ids found, best first.
  ///   - relevant: the ids that should have been; not empty.
  mutating func add(_ ranking: [String], relevant: Set<String>) {
    add(ranking.map { [$0] }, relevant: relevant)
  }

  /// Adds one query whose hits stand for several ids each, of which one relevant is enough.
  mutating func add(_ ranking: [[String]], relevant: Set<String>) {
    queries += 1
    let isRelevant = ranking.prefix(Self.depth).map { $0.contains(where: relevant.contains) }
    if let place = isRelevant.firstIndex(of: true) { reciprocal += 1 / Double(place + 1) }
    if isRelevant.first == true { first += 1 }
    recalled += Double(isRelevant.count { $0 }) / Double(relevant.count)
    let found = isRelevant.enumerated().reduce(0.0) { $0 + ($1.element ? Self.gain($1.offset) : 0) }
    let ideal = (0..<min(Self.depth, relevant.count)).reduce(0.0) { $0 + Self.gain($1) }
    gain += found / ideal
  }

  /// Mean reciprocal rank of the first relevant hit.
  var reciprocalRank: Double { share(reciprocal) }
  /// Normalized discounted cumulative gain.
  var normalizedGain: Double { share(gain) }
  /// Share of queries whose first hit is relevant.
  var precisionAtOne: Double { share(first) }
  /// Share of the relevant articles found.
  var recall: Double { share(recalled) }

  private func share(_ sum: Double) -> Double { queries == 0 ? 0 : sum / Double(queries) }

  /// What a relevant hit is worth at a place counted from 0.
  private static func gain(_ place: Int) -> Double { 1 / log2(Double(place + 2)) }
}

/// Durations of many queries, in processor time, so that what else the machine does counts little.
struct QueryTimes {
  private var seconds: [Double] = []

  /// Runs `body` and notes how long the processor worked for this thread, the kernel included.
  mutating func measure<Result>(_ body: () throws -> Result) rethrows -> Result {
    let start = ProcessorTime.ofThread()
    let result = try body()
    seconds.append(ProcessorTime.ofThread() - start)
    return result
  }

  /// The duration, in milliseconds, that this share of the queries did not exceed; 0 without any.
  func milliseconds(atShare share: Double) -> Double {
    guard !seconds.isEmpty else { return 0 }
    let place = Int((Double(seconds.count - 1) * share).rounded())
    return seconds.sorted()[place] * 1000
  }

  /// Median and 95th percentile, for a table.
  var summary: String {
    [0.5, 0.95].map { Figure.rounded(milliseconds(atShare: $0), 2) }.joined(separator: " | ")
  }
}

/// Numbers in tables.
enum Figure {
  /// With `places` decimals.
  static func rounded(_ value: Double, _ places: Int) -> String {
    String(format: "%.\(places)f", value)
  }
}
