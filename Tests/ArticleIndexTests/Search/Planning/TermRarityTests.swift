import Testing

@testable import ArticleIndex

struct TermRarityTests {
  private func rarity(
    _ frequency: UInt32, of documents: UInt32, length: Double, standard: Double = 1400
  ) -> TermRarity {
    let counts = StoreCounts(
      documents: documents, lastID: documents, averageLength: length, shards: 1, hasRemote: false)
    return TermRarity(
      [.folded("a")], frequencies: [frequency], in: counts, standardLength: standard)
  }

  @Test(arguments: [1, 10, 100, 999, 1000] as [UInt32])
  func ofLongArticlesIsTheInverseDocumentFrequency(_ frequency: UInt32) {
    let expected = 1001 / (Double(frequency) + 0.5)
    for (length, standard) in [(1400.0, 1400.0), (5000, 1400), (10, 0)] {
      let rarity = rarity(frequency, of: 1000, length: length, standard: standard)
      #expect(abs(exponential(rarity.rarity(.folded("a"))) - expected) < 1e-6 * expected)
    }
  }

  @Test func aWordOfFewShortTextsIsNotRare() {
    // In 30% of short texts; ten of them put together have it all but surely.
    let short = rarity(300, of: 1000, length: 140)
    let long = rarity(300, of: 1000, length: 1400)
    #expect(short.rarity(.folded("a")) < 0.05 && long.rarity(.folded("a")) > 1)
    let once = rarity(1, of: 1000, length: 140)
    #expect(once.rarity(.folded("a")) > 4, "what one text of a thousand has stays rare")
  }

  @Test(arguments: [(140, 0.1), (700, 0.5), (1400, 1), (5000, 1)] as [(Double, Double)])
  func theShareOfTheStandardLengthIsAtMostOne(_ length: Double, _ share: Double) {
    #expect(abs(rarity(1, of: 10, length: length).lengthShare - share) < 1e-9)
    #expect(rarity(1, of: 10, length: length, standard: 0).lengthShare == 1)
    #expect(TermRarity().lengthShare == 1)
  }

  @Test func everyFrequencyHasAFiniteFactor() {
    for documents in [1, 2, 7, 1000, UInt32.max] as [UInt32] {
      var previous = Double.infinity
      for frequency in [1, 2, 3, 7, 500, 999, 1000, UInt32.max] where frequency <= documents {
        for length in [0.0, 1, 100, 1e9] {
          let rarity = rarity(frequency, of: documents, length: length)
          #expect(rarity.factor(.folded("a")).isFinite && rarity.factor(.folded("a")) >= 0)
        }
        let figure = rarity(frequency, of: documents, length: 200).rarity(.folded("a"))
        #expect(figure >= 0 && figure <= previous, "the more articles, the less it tells")
        previous = figure
      }
    }
  }

  @Test func termsThatAreNowhereChangeNothing() {
    let rarity = rarity(0, of: 10, length: 100)
    #expect(rarity.rarity(.folded("a")) == 0 && rarity.factor(.folded("a")) == 1)
    #expect(rarity.rarity(.folded("b")) == 0 && rarity.factor(.folded("b")) == 1)
    #expect(TermRarity().factor(.folded("a")) == 1)
  }

  /// e to a power of 0 or more.
  private func exponential(_ exponent: Double) -> Double {
    var (sum, summand) = (1.0, 1.0)
    for index in 1...200 {
      summand *= exponent / Double(index)
      sum += summand
    }
    return sum
  }
}
