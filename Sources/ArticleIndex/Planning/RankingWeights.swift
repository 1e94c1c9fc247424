/// What the parts of a score are worth; BM25 of each kind of term is multiplied by its weight.
public struct RankingWeights: Sendable, Equatable {
  /// Of folded syllables.
  public var syllable = 1.0
  /// Of exact forms, where marks were typed.
  public var exact = 1.0
  /// Of pairs of neighbours.
  public var pair = 1.0
  /// Of words that begin as typed: the best one counts.
  public var prefix = 0.5
  /// BM25's saturation of repeated terms.
  public var k1 = 1.2
  /// BM25's share of length normalization.
  public var b = 0.75
  /// Candidates found by pairs that are scored by everything.
  public var candidates = 200

  public init() {}

  /// The parameters as Xapian takes them.
  var bm25: SearchOptions.BM25 { SearchOptions.BM25(k1: k1, b: b, k3: 0) }
}
