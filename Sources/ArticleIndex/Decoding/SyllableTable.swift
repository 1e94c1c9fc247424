/// All syllables of Vietnamese, without their tones, and the tones each may have.
///
/// Made of onsets and rhymes once per process; asking is one probe into 64 KiB.
struct SyllableTable: Sendable {
  static let shared = SyllableTable()

  /// Open addressing: bits 6… the letters, five bits each; bits 0…5 the tones allowed.
  private let slots: [UInt64]
  private static let bits: UInt64 = 13

  /// Whether the letters (five bits each, the last one lowest) are a syllable with that tone.
  @inline(__always)
  func contains(_ letters: UInt64, tone: UInt16) -> Bool {
    var slot = Self.slot(letters)
    while slots[slot] != 0 {
      if slots[slot] >> 6 == letters { return slots[slot] >> UInt64(tone) & 1 != 0 }
      slot = (slot + 1) & (1 << Int(Self.bits) - 1)
    }
    return false
  }

  @inline(__always)
  private static func slot(_ letters: UInt64) -> Int {
    Int(truncatingIfNeeded: (letters &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits))
  }

  private init() {
    var slots = [UInt64](repeating: 0, count: 1 << Int(Self.bits))
    for syllable in Self.syllables {
      var letters: UInt64 = 0
      for scalar in syllable.unicodeScalars {
        letters = letters << 5 | UInt64(VietnameseLetters.kind(UInt16(scalar.value)).letter)
      }
      // Before p, t, c, ch (and k, in names of the highlands) only sắc and nặng are heard.
      let isStopped = Self.stops.contains { syllable.hasSuffix($0) }
      var slot = Self.slot(letters)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = letters << 6 | (isStopped ? 0b100100 : 0b111111)
    }
    self.slots = slots
  }

  private static let stops = ["c", "ch", "k", "p", "t"]

  private static let syllables: Set<String> = {
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
