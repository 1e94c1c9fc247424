import Testing

@testable import VietnameseText

/// Which words are syllables, with and without their marks.
struct SyllableInventoryTests {
  @Test(arguments: [
    "vĩnh", "phúc", "Đường", "NGHIÊNG", "quốc", "quyển", "gì", "giếng", "hoà", "hòa", "kỹ", "kĩ",
    "y",
    "ý", "a", "xoong", "đắk", "thuở", "khuya", "bát", "bạt", "ếch",
  ])
  func syllables(word: String) { #expect(Syllables.isSyllable(word)) }

  @Test(arguments: [
    "vĩnk", "phk", "", "bìt", "bat", "ech", "vĩnhx", "nghiêngg", "nghiengng", "cgì", "kà", "gè",
    "w", "wa", "fa", "vi4nh", "việt nam", "vĩ\u{301}nh", "中", "ubnd",
  ])
  func others(word: String) { #expect(!Syllables.isSyllable(word)) }

  @Test(arguments: [
    ("vinh", true), ("duong", true), ("bat", true), ("ca", true), ("eu", true), ("ubnd", false),
    ("tp", false), ("vinhx", false), ("", false), ("asean", false), ("ql", false),
  ])
  func folded(word: String, expected: Bool) {
    #expect(Syllables.isSyllable(folded: word) == expected)
  }

  /// Every syllable is one, and so is its spelling with each tone it can have and no other.
  @Test func everySyllableWithItsTones() {
    #expect(Syllables.toneless.count > 2500)
    for toneless in Syllables.toneless {
      #expect(Syllables.isSyllable(folded: Folding.folded(toneless)), "\(toneless)")
      for tone in Tone.allCases {
        let mayHave = !Syllables.isStopped(toneless) || tone == .acute || tone == .dotBelow
        let spelling = KeyStrokes.spelling(toneless, tone)
        #expect(Syllables.isSyllable(spelling) == mayHave, "\(spelling)")
      }
    }
  }
}

extension SyllableInventoryTests {
  /// What is asked of single words agrees with the list of all.
  @Test func listAndQuestionsAgree() {
    var byFolded: [String: Set<String>] = [:]
    for toneless in Syllables.toneless {
      #expect(Syllables.isToneless(toneless), "\(toneless)")
      for tone in Tone.allCases
      where !Syllables.isStopped(toneless) || [.acute, .dotBelow, .level].contains(tone) {
        let list = TokenList(of: KeyStrokes.spelling(toneless, tone))
        byFolded[list.folded(list.tokens[0]), default: []].insert(list.exact(list.tokens[0]))
      }
    }
    for (folded, spellings) in byFolded {
      #expect(Set(Syllables.spellings(folded: folded)) == spellings, "\(folded)")
    }
    #expect(Syllables.spellings(folded: "ubnd").isEmpty)
    #expect(Syllables.spellings(folded: "vĩnh").isEmpty)
  }
}
