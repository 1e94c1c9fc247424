import Platform

/// The likeliest spelling of words in a row, from how often each is spelt how and how neighbours are
/// spelt together.
///
/// A Markov chain over spellings `w` of folded words `f`, decoded by Viterbi's algorithm:
/// P(w₁…wₙ | f) = ∏ P(wᵢ, wᵢ₊₁ | fᵢ, fᵢ₊₁) / ∏ P(wᵢ | fᵢ), the second product over inner words. Pairs are
/// smoothed towards independent words: a pair seen n times weighs n against ``smoothing``.
struct AccentChain {
  /// A spelling and its share of all occurrences of the folded word.
  struct Spelling {
    var form: String
    var share: Double
  }

  /// How many occurrences of a pair weigh as much as what is known of its words alone.
  static let smoothing = 0.5
  /// Spellings of one word that are looked at, the most frequent.
  static let maximumSpellings = 40
  /// So that what was never seen is not impossible.
  private static let floor = 1e-6

  private var scores: [[Double]] = []
  private var back: [[Int]] = []
  private var spellings: [[Spelling]] = []

  init() {}

  /// Appends a word.
  ///
  /// - Parameters:
  ///   - word: its spellings, one at least; shares need not add up to 1.
  ///   - pairs: votes for spellings of the word before and this one; empty if there are none, or the
  ///     word has no neighbour before it.
  mutating func append(_ word: [Spelling], pairs: [AccentVotes.Pair: Int]) {
    let word = Self.normalized(word)
    defer { spellings.append(word) }
    guard let before = spellings.last, let scoresBefore = scores.last else {
      scores.append(word.map { log($0.share) })
      back.append(word.map { _ in 0 })
      return
    }
    let votes = Double(pairs.values.reduce(0, +))
    var (score, from) = ([Double](), [Int]())
    for spelling in word {
      var (best, bestIndex) = (-Double.infinity, 0)
      for (index, left) in before.enumerated() {
        let seen = Double(pairs[AccentVotes.Pair(left: left.form, right: spelling.form)] ?? 0)
        // P(left, right) / P(left), the pair smoothed by P(left) P(right).
        let pair = (seen / left.share + Self.smoothing * spelling.share) / (votes + Self.smoothing)
        let value = scoresBefore[index] + log(max(pair, Self.floor))
        if value > best { (best, bestIndex) = (value, index) }
      }
      score.append(best)
      from.append(bestIndex)
    }
    scores.append(score)
    back.append(from)
  }

  /// The likeliest spellings of all words.
  var best: [String] {
    guard let last = scores.last,
      var index = last.indices.max(by: { last[$0] < last[$1] })
    else { return [] }
    var forms: [String] = []
    for place in spellings.indices.reversed() {
      forms.append(spellings[place][index].form)
      index = back[place][index]
    }
    return forms.reversed()
  }

  private static func normalized(_ word: [Spelling]) -> [Spelling] {
    let best = word.sorted { ($1.share, $0.form) < ($0.share, $1.form) }.prefix(maximumSpellings)
    let total = best.reduce(0) { $0 + max($1.share, 0) }
    return best.map {
      Spelling(form: $0.form, share: max(total > 0 ? $0.share / total : 1, floor))
    }
  }
}
