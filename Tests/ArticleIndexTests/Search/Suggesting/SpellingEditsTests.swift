import Testing

@testable import ArticleIndex

/// Words one slip away.
struct SpellingEditsTests {
  @Test(arguments: [
    ("vihn", "vinh"), ("vnih", "vinh"), ("vin", "vinh"), ("vinhh", "vinh"), ("vimh", "vinh"),
    ("ivnh", "vinh"), ("inh", "vinh"), ("phucc", "phuc"), ("phuk", "phuc"), ("nghieng", "nghien"),
  ])
  func oneSlip(_ typed: String, _ meant: String) {
    #expect(SpellingEdits.candidates(for: typed).contains { $0.word == meant })
  }

  @Test(arguments: ["vinh", "vihnp", "phuc", "vn"])
  func twoSlipsOrNone(typed: String) {
    #expect(!SpellingEdits.candidates(for: typed).contains { $0.word == "vinh" })
  }

  @Test(arguments: ["", "v", "vi", "việt", "h5n1", "2020", String(repeating: "a", count: 21)])
  func wordsThatAreLeftAlone(word: String) {
    #expect(SpellingEdits.candidates(for: word).isEmpty)
  }

  /// Every candidate is at distance 1, in order and once; a double letter taken back weighs more.
  @Test(arguments: ["abc", "aab", "phuong", String(repeating: "a", count: 20), "zzz"])
  func candidatesAreSortedAndDifferent(word: String) {
    let candidates = SpellingEdits.candidates(for: word)
    #expect(candidates.map(\.word) == Set(candidates.map(\.word)).sorted())
    #expect(!candidates.contains { $0.word == word })
    #expect(candidates.allSatisfy { abs($0.word.count - word.count) <= 1 && $0.weight > 0 })
    #expect(candidates.count <= 54 * word.count + 25)
  }

  @Test func likelySlipsWeighMore() {
    func weight(_ typed: String, _ meant: String) -> Double {
      SpellingEdits.candidates(for: typed).first { $0.word == meant }?.weight ?? 0
    }
    #expect(weight("vihn", "vinh") > weight("vimh", "vinh"))
    #expect(weight("phucc", "phuc") > weight("phuca", "phuc"))
    #expect(weight("vimh", "vinh") > weight("vizh", "vinh"))
  }
}
