import TestSupport
import Testing

@testable import ArticleIndex

/// Xapian is the measure of what documents score.
struct DocumentScorerTests {
  let folder: TemporaryFolder
  let reader: StoreReader

  init() throws {
    folder = try TemporaryFolder()
    var random = RandomArticles(seed: 5)
    let documents = (1...40).map { number in
      let words = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        Self.words[
          min(Int.random(in: 0..<8, using: &random), Int.random(in: 0..<9, using: &random))]
      }
      return SampleDocument("\(number)", words.joined(separator: " "))
    }
    reader = try StoreReader(at: makeStore(at: folder("db"), documents))
  }

  private static let words = ["an", "bao", "cau", "dao", "em", "gio", "hoa", "khe", "lua"]

  /// A score of some depth; `thieu` is in no document.
  private static func score(
    _ random: inout RandomArticles, depth: Int
  ) -> ScoreExpression {
    let factor = Double.random(in: 0.1...2, using: &random)
    func some(_ range: ClosedRange<Int>) -> [ScoreExpression] {
      (0..<Int.random(in: range, using: &random)).map { _ in score(&random, depth: depth - 1) }
    }
    switch depth > 0 ? Int.random(in: 0...4, using: &random) : 4 {
    case 0: return .sum(some(1...3))
    case 1: return .best(some(1...3))
    case 2: return .all(some(1...2), also: some(0...2))
    case 3: return .scaled(score(&random, depth: depth - 1), factor)
    default:
      let word = (words + ["thieu"]).randomElement(using: &random) ?? ""
      return .term(.folded(word), factor)
    }
  }

  @Test(arguments: 0..<8)
  func scoresAreThoseOfXapian(_ seed: UInt64) throws {
    var random = RandomArticles(seed: seed)
    let weights = RankingWeights()
    let ids = (1...40).filter { _ in Bool.random(using: &random) }.map { UInt32($0) }
    for _ in 0..<60 {
      let parts = (0...2).map { _ in
        ScoreSummand(kind: .syllable, label: "", score: Self.score(&random, depth: 3))
      }
      let scorer = try DocumentScorer(
        ids, summands: parts, rarity: TermRarity(), weights: weights, in: reader)
      var program = QueryProgram()
      try program.documents(ids)
      for part in parts { try part.score.push(to: &program) }
      program.or(UInt32(parts.count))
      program.andMaybe()
      var options = SearchOptions()
      options.limit = 100
      options.weighting = weights.bm25
      let expected = try reader.search(program, options).hits
      #expect(expected.count == ids.count)
      for (id, sum) in zip(ids, scorer.sums(of: parts)) {
        let weight = try #require(expected.first { $0.id == id }).weight
        #expect(abs(weight - sum) < 1e-9, "\(parts.map(\.score)) of \(id)")
      }
    }
  }

  @Test func presenceCountsATermOnce() throws {
    let terms = ["an", "lua", "thieu"].map { Term.folded($0) }
    let parts = terms.map { ScoreSummand(kind: .syllable, label: "", score: .term($0, 1)) }
    let ids = (1...40).map { UInt32($0) }
    let scorer = try DocumentScorer(
      ids, summands: parts, rarity: TermRarity(), weights: RankingWeights(), in: reader)
    var options = SearchOptions()
    options.limit = 100
    options.weighting = SearchOptions.BM25(k1: 0, b: 0, k3: 0)
    var program = QueryProgram()
    for term in terms { try program.term(term) }
    program.or(3)
    let found = try reader.search(program, options).hits
    for (place, presence) in scorer.presence(of: parts).enumerated() {
      let weight = found.first { $0.id == ids[place] }?.weight ?? 0
      #expect(abs(weight - presence) < 1e-9)
      let hasSome = terms.contains { scorer.has($0, document: place) }
      #expect(hasSome == (presence > 0))
    }
    #expect(!scorer.has(terms[2], document: 0))
  }

  /// Those that are wanted have their whole score, and none of the others has more.
  @Test(arguments: 0..<8)
  func theBestAreScoredToTheEnd(_ seed: UInt64) throws {
    var random = RandomArticles(seed: seed)
    let ids = (1...40).map { UInt32($0) }
    var givenUp = 0
    for best in [1, 2, 5, 12, 39, 40, 41] {
      let parts = Self.words.map {
        let factor = Double.random(in: 0...1, using: &random)
        return ScoreSummand(
          kind: .syllable, label: "", score: .term(.folded($0), factor * factor * factor))
      }
      func scorer(_ best: Int?) throws -> DocumentScorer {
        try DocumentScorer(
          ids, summands: parts, best: best, costly: 0, rarity: TermRarity(),
          weights: RankingWeights(), in: reader)
      }
      let bounded = try scorer(best)
      let (whole, some) = (try scorer(nil).sums(of: parts), bounded.sums(of: parts))
      let order = ids.indices.sorted { whole[$0] > whole[$1] }
      #expect(bounded.knowsAll(of: order.prefix(best).map { ids[$0] }))
      for (rank, place) in order.enumerated() {
        if rank < best { #expect(abs(whole[place] - some[place]) < 1e-9) }
        // What was given up must not be asked whether it has a term.
        if whole[place] - some[place] > 1e-9 {
          givenUp += 1
          #expect(!bounded.knowsAll(of: [ids[place]]))
        }
      }
    }
    #expect(givenUp > 0)
  }
}
