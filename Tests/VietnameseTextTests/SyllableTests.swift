import Testing
import VietnameseText

/// All syllables that Vietnamese spelling can build, and more, with the tone on every vowel.
@Suite struct SyllableTests {
  struct Syllable {
    let onset: String
    let cluster: String
    let coda: String

    var letters: [String] { (onset + cluster + coda).map(String.init) }
    /// Where a hand might put the tone: on each vowel of the cluster, and on that of `qu`, `gi`.
    var tonePositions: Range<Int> {
      let first = onset == "qu" || onset == "gi" ? onset.count - 1 : onset.count
      return first..<onset.count + cluster.count
    }

    /// The syllable with its tone on the letter at `position`.
    func spelled(_ tone: Tone, at position: Int) -> String {
      var letters = letters
      if tone != .level { letters[position] += String(scalars: [tone.combiningMark]) }
      return letters.joined().nfc
    }

    /// What tells this syllable from others: its letters with `i` for `y` where both are standard.
    var identity: String {
      let isOpenY = cluster == "y" && coda.isEmpty
      let isFree = ["h", "k", "l", "m", "s", "t", "v", "qu"].contains(onset)
      return onset + (isOpenY && isFree ? "i" : cluster) + coda
    }
  }

  static let onsets = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
    "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
  ]
  static let clusters = [
    "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ai", "ao", "au", "ay", "âu", "ây",
    "eo", "êu", "ia", "iê", "iêu", "iu", "oa", "oă", "oai", "oao", "oay", "oe", "oeo", "oi", "ôi",
    "ơi", "oo", "ua", "uâ", "uây", "uê", "ui", "uô", "uôi", "uơ", "ưa", "ưi", "ươ", "ươi", "ươu",
    "ưu", "uy", "uya", "uyê", "uyu", "yê", "yêu",
  ]
  static let codas = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"]

  static func syllables(_ onset: String) -> [Syllable] {
    clusters.flatMap { cluster in
      codas.map { Syllable(onset: onset, cluster: cluster, coda: $0) }
    }
  }

  @Test(arguments: onsets)
  func allPlacementsAreOneWord(_ onset: String) {
    var reader = WordReader()
    for syllable in Self.syllables(onset) {
      for tone in Tone.allCases {
        let spellings = syllable.tonePositions.map { syllable.spelled(tone, at: $0) }
        let words = reader.words(spellings.joined(separator: " "))
        guard words.count == spellings.count,
          words.allSatisfy({ $0.exact == words[0].exact && $0.folded == words[0].folded })
        else {
          Issue.record("\(spellings) became \(words.map(\.exact))")
          continue
        }
      }
    }
  }

  /// Two syllables that differ in a letter, its quality or the tone never share an exact form.
  @Test func differentSyllablesStayDifferent() {
    var reader = WordReader()
    var identities: [String: String] = [:]
    for syllable in Self.onsets.flatMap(Self.syllables) {
      let spellings = Tone.allCases.map {
        syllable.spelled($0, at: syllable.tonePositions.upperBound - 1)
      }
      for (tone, word) in zip(Tone.allCases, reader.words(spellings.joined(separator: " "))) {
        let identity = "\(syllable.identity) \(tone)"
        let known = identities.updateValue(identity, forKey: word.exact.text)
        #expect(known == nil || known == identity, "\(word.exact)")
      }
    }
    #expect(identities.count > 70_000)
  }

  /// The canonical spelling is a fixed point, and decomposing it changes nothing.
  @Test(arguments: onsets)
  func canonicalSpellingStays(_ onset: String) {
    var reader = WordReader()
    for syllable in Self.syllables(onset) {
      let text = Tone.allCases.map { syllable.spelled($0, at: syllable.tonePositions.lowerBound) }
        .joined(separator: " ")
      let first = reader.words(text)
      let canonical = first.map(\.exact.text).joined(separator: " ")
      for again in [canonical, canonical.nfd, canonical.uppercased()] {
        let words = reader.words(again)
        guard words.map(\.exact) == first.map(\.exact), words.map(\.folded) == first.map(\.folded)
        else {
          Issue.record("\(text) → \(canonical) → \(words.map(\.exact))")
          continue
        }
      }
    }
  }
}
