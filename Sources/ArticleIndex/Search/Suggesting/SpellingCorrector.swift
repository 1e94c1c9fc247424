import Platform
import VietnameseText

/// Finds words of a query that are slips of the fingers, and what was meant: words of the index, the
/// likelier the more articles have them beside their neighbours.
struct SpellingCorrector {
  let reader: StoreReader

  /// Words of a query that are corrected at most; each costs a look at some hundred terms.
  static let maximumWords = 4
  /// Words that are kept for one.
  private static let maximumCandidates = 12
  /// A word in more articles is never taken for a slip.
  private static let rarest: UInt32 = 20
  /// A word in so many articles may be meant even where no article has it beside its neighbours.
  private static let frequent: UInt32 = 50
  /// How many times as many articles must have what is suggested.
  private static let leastGain: UInt32 = 10

  /// The folded words, those that look like slips replaced; nil if none is.
  ///
  /// - Parameters:
  ///   - words: folded, in order.
  ///   - isNeighbour: for each whether it makes a pair with the one before.
  func corrected(_ words: [String], isNeighbour: [Bool]) throws(IndexError) -> [String]? {
    let frequencies = try reader.frequencies(words.map { Term.folded($0) })
    let suspects = try suspects(words, isNeighbour, frequencies)
    guard !suspects.isEmpty else { return nil }
    var choices: [[Choice]] = zip(words, frequencies).map {
      [Choice(word: $0, frequency: $1, weight: 1)]
    }
    for place in suspects {
      let found = try candidates(for: words[place], above: frequencies[place])
      // What was typed stays a choice where the index has it, or has nothing better.
      choices[place] = found.isEmpty || frequencies[place] > 0 ? choices[place] + found : found
    }
    let best = try bestPath(choices, isNeighbour)
    let corrected = try withoutGuesses(best, for: words, isNeighbour)
    return corrected == words ? nil : corrected
  }

  /// The corrections that some article bears out by a pair, and beside them those of what is no
  /// syllable: where it has no neighbour, or the word is a frequent one. The rest is as typed.
  private func withoutGuesses(
    _ best: [String], for typed: [String], _ isNeighbour: [Bool]
  ) throws(IndexError) -> [String] {
    let frequencies = try reader.frequencies(best.map { Term.folded($0) })
    let places = best.indices.dropFirst().filter { isNeighbour[$0] }
    let pairs = Dictionary(
      uniqueKeysWithValues: zip(
        places,
        try reader.frequencies(places.map { Term.pair(best[$0 - 1], best[$0]) })))
    return best.indices.map { place in
      guard best[place] != typed[place] else { return best[place] }
      let isSyllable = Syllables.isSyllable(folded: typed[place])
      // A syllable is a slip only beside a word as typed: two could be made to fit anything.
      let around = [(place, place - 1), (place + 1, place + 1)].compactMap { pair, other in
        pairs[pair].map { isSyllable && best[other] != typed[other] ? 0 : $0 }
      }
      if around.contains(where: { $0 > 0 }) { return best[place] }
      let isPlausible =
        !isSyllable && (around.isEmpty || frequencies[place] >= Self.frequent)
      return isPlausible ? best[place] : typed[place]
    }
  }

  private struct Choice {
    var word: String
    var frequency: UInt32
    var weight: Double
  }

  /// The words that no article has, or few and none beside its neighbours.
  private func suspects(
    _ words: [String], _ isNeighbour: [Bool], _ frequencies: [UInt32]
  ) throws(IndexError) -> [Int] {
    var suspects: [Int] = []
    for place in words.indices where suspects.count < Self.maximumWords {
      if frequencies[place] == 0 {
        suspects.append(place)
      } else if frequencies[place] <= Self.rarest {
        var pairs: [Term] = []
        if isNeighbour[place] { pairs.append(Term.pair(words[place - 1], words[place])) }
        if place + 1 < words.count, isNeighbour[place + 1] {
          pairs.append(Term.pair(words[place], words[place + 1]))
        }
        if !pairs.isEmpty, try reader.frequencies(pairs).allSatisfy({ $0 == 0 }) {
          suspects.append(place)
        }
      }
    }
    return suspects
  }

  /// The most frequent words of the index that a slip may have turned into `word`.
  private func candidates(
    for word: String, above frequency: UInt32
  ) throws(IndexError) -> [Choice] {
    let candidates = SpellingEdits.candidates(for: word)
    let frequencies = try reader.frequencies(candidates.map { Term.folded($0.word) })
    let least = frequency == 0 ? 1 : frequency * Self.leastGain
    let found = zip(candidates, frequencies).filter { $1 >= least }
      .map { Choice(word: $0.word, frequency: $1, weight: $0.weight) }
    return Array(
      found.sorted { Double($1.frequency) * $1.weight < Double($0.frequency) * $0.weight }
        .prefix(Self.maximumCandidates))
  }

  /// The choices that fit together best, by Viterbi's algorithm: a pair of neighbours counts by how
  /// many articles have it, a slip by its weight, a word by its frequency where nothing else tells.
  private func bestPath(
    _ choices: [[Choice]], _ isNeighbour: [Bool]
  ) throws(IndexError) -> [String] {
    var scores = choices[0].map { Self.own($0) }
    var back: [[Int]] = [choices[0].map { _ in 0 }]
    for place in choices.indices.dropFirst() {
      let (left, right) = (choices[place - 1], choices[place])
      var pairs = [UInt32](repeating: 0, count: left.count * right.count)
      if isNeighbour[place], left.count > 1 || right.count > 1 {
        pairs = try reader.frequencies(
          right.flatMap { right in left.map { Term.pair($0.word, right.word) } })
      }
      var (next, from) = ([Double](), [Int]())
      for (index, choice) in right.enumerated() {
        let ways = left.indices.map {
          scores[$0] + 2 * log(1 + Double(pairs[index * left.count + $0]))
        }
        let best = ways.indices.max { ways[$0] < ways[$1] } ?? 0
        next.append(ways[best] + Self.own(choice))
        from.append(best)
      }
      scores = next
      back.append(from)
    }
    var index = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    var words: [String] = []
    for place in choices.indices.reversed() {
      words.append(choices[place][index].word)
      index = back[place][index]
    }
    return words.reversed()
  }

  private static func own(_ choice: Choice) -> Double {
    log(choice.weight) + 0.5 * log(1 + Double(choice.frequency))
  }
}
