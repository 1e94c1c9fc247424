/// Which words are syllables of Vietnamese.
///
/// Made from onsets and rhymes, once per process. The rhymes are those of the standard language and
/// of the highland names that newspapers print (`Đắk`).
public enum Syllables {
  /// Every syllable without its tone, lower case, composed: `vinh`, `đương`, `nghiêng`.
  ///
  /// There are thousands of them. The questions below are answered without this set.
  public static let toneless: Set<String> = {
    var all: Set<String> = []
    for rhyme in rhymes {
      for onset in onsets where mayMeet(onset, rhyme) { all.insert(onset + rhyme) }
    }
    return all
  }()

  /// Whether a lower-case word without a tone is a syllable.
  public static func isToneless(_ word: String) -> Bool {
    divisions(of: word).contains { rhymes.contains($0.rhyme) && mayMeet($0.onset, $0.rhyme) }
  }

  /// Whether a syllable without its tone ends in p, t, c, ch (or k), before which only sắc and nặng
  /// are heard.
  public static func isStopped(_ toneless: String) -> Bool {
    switch toneless.utf8.last {
    case UInt8(ascii: "c"), UInt8(ascii: "k"), UInt8(ascii: "p"), UInt8(ascii: "t"): true
    case UInt8(ascii: "h"): toneless.utf8.dropLast().last == UInt8(ascii: "c")
    default: false
    }
  }

  /// Whether a composed word with all its marks can be a syllable: `vĩnh`, `Đường`, not `vĩnk` or
  /// `bìt`.
  ///
  /// Where the tone stands does not matter, nor does case.
  public static func isSyllable(_ word: String) -> Bool {
    guard let (letters, tone) = separated(word), isToneless(letters) else { return false }
    return !isStopped(letters) || tone == .acute || tone == .dotBelow
  }

  /// Whether a lower-case word without any mark can be a syllable whose marks were left out.
  public static func isSyllable(folded word: String) -> Bool {
    divisions(of: word).contains {
      foldedRhymes.contains($0.rhyme) && mayMeet($0.onset, $0.rhyme, isFolded: true)
    }
  }

  /// The ways to divide a word into an onset and what follows it.
  private static func divisions(of word: String) -> [(onset: String, rhyme: String)] {
    guard word.utf8.count <= 3 * maximumLetters else { return [] }
    return onsets.filter { word.hasPrefix($0) }.map { ($0, String(word.dropFirst($0.count))) }
  }

  /// Whether an onset is written before a rhyme; either may be folded.
  private static func mayMeet(_ onset: String, _ rhyme: String, isFolded: Bool = false) -> Bool {
    let isFront = "ieêy".contains(rhyme.prefix(1))
    let isRound = "uoôơư".contains(rhyme.prefix(1))
    if onlyAfterQu.contains(rhyme) { return onset == "qu" }
    switch onset {
    case "k", "gh", "ngh": return isFront
    case "c", "ng": return !isFront
    case "g": return !isFront || rhyme.hasPrefix("i")
    case "gi": return !rhyme.hasPrefix("i") && !rhyme.hasPrefix("y")
    // `quyên`, `quang`; `quốc` is the only one followed by a round vowel.
    case "qu":
      return !isRound || rhyme == "ôc" || rhyme == "ơ" || isFolded && ["oc", "o"].contains(rhyme)
    default: return true
    }
  }

  /// The letters of a composed word without the tone, lower case, and the tone; nil if there are
  /// several tones, anything but letters of the Latin script, or more than a syllable can have.
  static func separated(_ word: String) -> (letters: String, tone: Tone)? {
    var letters = String.UnicodeScalarView()
    var tone = Tone.level
    for scalar in word.unicodeScalars {
      guard letters.count < maximumLetters, let letter = letter(scalar.value),
        let exact = Unicode.Scalar(letter.exact)
      else { return nil }
      if letter.hasTone {
        guard tone == .level else { return nil }
        tone = letter.tone
      }
      letters.append(exact)
    }
    return (String(letters), tone)
  }

  /// The letter of the Latin script that a scalar is.
  static func letter(_ scalar: UInt32) -> Letter? {
    let entry =
      switch scalar {
      case ..<0x250: LetterTables.letters[Int(scalar)]
      case 0x1E00..<0x1F00: LetterTables.letters[0x250 + Int(scalar) - 0x1E00]
      default: UInt32(0)
      }
    return entry == 0 ? nil : Letter(entry: entry)
  }

  /// As many as `nghiêng` has.
  private static let maximumLetters = 7
  /// No syllable has more letters.
  package static let maximumFoldedLetters = maximumLetters

  private static let onsets = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
    "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
  ]

  private static let onlyAfterQu: Set<String> = ["ynh", "yt", "yp", "yu", "ych"]

  private static let foldedRhymes = Set(rhymes.map { Folding.folded($0) })

  private static let rhymes: Set<String> = Set(
    [
      "a ac ach ai am an ang anh ao ap at au ay", "ăc ăk ăm ăn ăng ăp ăt",
      "âc âm ân âng âp ât âu ây", "e ec em en eng eo ep et", "ê êch êm ên ênh êp êt êu",
      "i ia ich im in inh ip it iu", "iêc iêm iên iêng iêp iêt iêu", "yêm yên yêng yêt yêu",
      "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet",
      "oi om on ong op ot oong ooc", "ô ôc ôi ôm ôn ông ôp ôt", "ơ ơi ơm ơn ơp ơt",
      "u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut",
      "uy uya uych uyên uyêt uynh uyt uyu uyp", "ư ưa ưc ưi ưng ưt ưu",
      "ươc ươi ươm ươn ương ươp ươt ươu", "y", "ynh yt yp yu ych",
    ].flatMap { $0.split(separator: " ").map(String.init) })
}

extension Syllables {
  /// Every syllable whose folded form is `folded`, with all its marks, in the spelling the tokenizer
  /// calls exact; the one without marks, if there is one, among them.
  public static func spellings(folded: String) -> [String] {
    guard isSyllable(folded: folded) else { return [] }
    return variants(of: folded).flatMap { toneless in
      Tone.allCases.compactMap { tone in
        if isStopped(toneless), tone != .acute, tone != .dotBelow, tone != .level { return nil }
        return spelling(toneless, tone)
      }
    }
  }

  /// The syllables without tone that fold to `folded`, in the tokenizer's spelling of `i` and `y`.
  private static func variants(of folded: String) -> [String] {
    var words = [""]
    for letter in folded {
      words = words.flatMap { word in (marked[letter] ?? [letter]).map { word + String($0) } }
    }
    return words.filter { isToneless($0) && spelling($0, .level) == $0 }
  }

  private static let marked: [Character: [Character]] = [
    "a": ["a", "ă", "â"], "d": ["d", "đ"], "e": ["e", "ê"], "o": ["o", "ô", "ơ"], "u": ["u", "ư"],
  ]

  /// A syllable with its tone in the canonical place.
  static func spelling(_ toneless: String, _ tone: Tone) -> String {
    var letters = toneless.unicodeScalars.compactMap { letter($0.value) }
    if let vowel = letters.lastIndex(where: \.isVowel) { letters[vowel].tone = tone }
    letters.withUnsafeMutableBufferPointer { TonePlacement.canonicalize($0) }
    return text(letters)
  }

  /// Letters as text.
  static func text(_ letters: [Letter]) -> String {
    var text = String.UnicodeScalarView()
    for letter in letters {
      let scalar = letter.hasTone ? Composition.toned(letter.exact, letter.tone) : letter.exact
      if let scalar = Unicode.Scalar(scalar) { text.append(scalar) }
    }
    return String(text)
  }
}
