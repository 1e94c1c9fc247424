/// Which words are syllables of Vietnamese.
///
/// Made of onsets and rhymes, once per process. The rhymes are those of the standard language and of
/// the names of the highlands that newspapers write (`Đắk`).
public enum Syllables {
  /// Every syllable without its tone, lower case, composed: `vinh`, `đương`, `nghiêng`.
  public static let toneless: Set<String> = {
    var all: Set<String> = []
    for rhyme in rhymes {
      let isFront = "ieêy".contains(rhyme.prefix(1))
      let isRound = "uoôơư".contains(rhyme.prefix(1))
      for onset in onsets {
        switch onset {
        case "k", "gh", "ngh": if isFront { all.insert(onset + rhyme) }
        case "c", "ng": if !isFront { all.insert(onset + rhyme) }
        case "g": if !isFront || rhyme.hasPrefix("i") { all.insert(onset + rhyme) }
        case "gi": if !rhyme.hasPrefix("i"), !rhyme.hasPrefix("y") { all.insert(onset + rhyme) }
        // `quyên`, `quang`; `quốc` is the only one with a round vowel behind it.
        case "qu": if !isRound || rhyme == "ôc" || rhyme == "ơ" { all.insert(onset + rhyme) }
        default: all.insert(onset + rhyme)
        }
      }
    }
    for rhyme in ["ynh", "yt", "yp", "yu", "ych"] { all.insert("qu" + rhyme) }
    return all
  }()

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
    guard let (letters, tone) = separated(word), toneless.contains(letters) else { return false }
    return !isStopped(letters) || tone == .acute || tone == .dotBelow
  }

  /// Whether a lower-case word without any mark can be a syllable whose marks were left out.
  public static func isSyllable(folded word: String) -> Bool { folded.contains(word) }

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

  /// Of `nghiêng`.
  private static let maximumLetters = 7

  private static let folded: Set<String> = Set(toneless.map { Folding.folded($0) })

  private static let onsets = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
    "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
  ]

  private static let rhymes: [String] = [
    "a ac ach ai am an ang anh ao ap at au ay", "ăc ăk ăm ăn ăng ăp ăt",
    "âc âm ân âng âp ât âu ây", "e ec em en eng eo ep et", "ê êch êm ên ênh êp êt êu",
    "i ia ich im in inh ip it iu", "iêc iêm iên iêng iêp iêt iêu", "yêm yên yêng yêt yêu",
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet",
    "oi om on ong op ot oong ooc", "ô ôc ôi ôm ôn ông ôp ôt", "ơ ơi ơm ơn ơp ơt",
    "u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut",
    "uy uya uych uyên uyêt uynh uyt uyu uyp", "ư ưa ưc ưi ưng ưt ưu",
    "ươc ươi ươm ươn ương ươp ươt ươu", "y",
  ].flatMap { $0.split(separator: " ").map(String.init) }
}

extension Syllables {
  /// Every syllable whose folded form is `folded`, with all its marks, in the spelling the tokenizer
  /// calls exact; the one without marks, if there is one, among them.
  public static func spellings(folded: String) -> [String] {
    (tonelessByFolded[folded] ?? []).flatMap { toneless in
      Tone.allCases.compactMap { tone in
        if isStopped(toneless), tone != .acute, tone != .dotBelow, tone != .level { return nil }
        return spelling(toneless, tone)
      }
    }
  }

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

  /// By the folded form, the tokenizer's `i` for a final `y` included.
  private static let tonelessByFolded: [String: [String]] = {
    var table: [String: [String]] = [:]
    for toneless in toneless.sorted() where spelling(toneless, .level) == toneless {
      table[Folding.folded(toneless), default: []].append(toneless)
    }
    return table
  }()
}
