/// One letter of a token, taken apart: what it is without marks, with its own marks, and its tone.
///
/// Packed in 8 bytes: bits 0…20 ``exact``, 21…23 ``tone``, 32…52 ``folded``; the low half is an entry of
/// `LetterTables.letters` without its top byte.
struct Letter {
  private var bits: UInt64

  @inline(__always)
  init(folded: UInt32, exact: UInt32, tone: Tone = .level) {
    bits = UInt64(folded) << 32 | UInt64(tone.rawValue) << 21 | UInt64(exact)
  }

  /// Unpacks an entry of `LetterTables.letters` that is not 0.
  @inline(__always)
  init(entry: UInt32) {
    bits = UInt64(entry >> 24) << 32 | UInt64(entry & 0xFF_FFFF)
  }

  /// The letter without any mark, lower case (a scalar value); 0 for a loose combining mark, which
  /// the folded form leaves out.
  @inline(__always)
  var folded: UInt32 {
    get { UInt32(truncatingIfNeeded: bits >> 32) }
    set { bits = bits & 0xFFFF_FFFF | UInt64(newValue) << 32 }
  }

  /// The lower-case letter with all its marks but the tone (a scalar value); 0 where the letter
  /// adds nothing to the exact form (the second half of a ligature).
  @inline(__always)
  var exact: UInt32 {
    get { UInt32(truncatingIfNeeded: bits) & 0x1F_FFFF }
    set { bits = bits & ~0x1F_FFFF | UInt64(newValue) }
  }

  /// The tone, taken off so that it can be placed by rule.
  @inline(__always)
  var tone: Tone {
    get { Tone(rawValue: UInt8(truncatingIfNeeded: bits >> 21) & 7) ?? .level }
    set { bits = bits & ~(7 << 21) | UInt64(newValue.rawValue) << 21 }
  }

  @inline(__always)
  var hasTone: Bool { bits & (7 << 21) != 0 }

  /// Whether the exact form differs from the folded one.
  @inline(__always)
  var isMarked: Bool { bits & 0xFF_FFFF != bits >> 32 }

  /// `a e i o u y`, whatever their marks: the letters a Vietnamese tone can stand on.
  @inline(__always)
  var isVowel: Bool { Self.isVowel(folded: folded) }

  @inline(__always)
  static func isVowel(folded: UInt32) -> Bool {
    // a, e, i, o, u, y as bits 0, 4, 8, 14, 20, 24 above `a`.
    let offset = folded &- 0x61
    return offset < 26 && 0x110_4111 >> offset & 1 != 0
  }

  /// `ă â ê ô ơ ư`: a vowel whose own mark draws the tone.
  @inline(__always)
  var isMarkedVowel: Bool { isVowel && exact != folded }

  /// An ASCII letter below all marks.
  @inline(__always)
  var isLatin: Bool { folded &- 0x61 < 26 }
}

/// Canonical composition and decomposition of single letters, from `LetterTables.pairs`.
enum Composition {
  /// The scalar that is canonically `base` + `mark`; nil if Unicode has none.
  static func composed(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    guard base < 0x1_0000, mark < 0x1_0000 else { return nil }
    let key = UInt64(base) << 16 | UInt64(mark)
    var (low, high) = (0, LetterTables.pairs.count)
    while low < high {
      let middle = (low + high) / 2
      if LetterTables.pairs[middle] >> 16 < key { low = middle + 1 } else { high = middle }
    }
    guard low < LetterTables.pairs.count, LetterTables.pairs[low] >> 16 == key else { return nil }
    return UInt32(LetterTables.pairs[low] & 0xFFFF)
  }

  /// The base and mark a scalar is canonically composed of, or the scalar it stands for and 0; nil
  /// if it is neither. Hangul syllables stay whole.
  static func decomposed(_ scalar: UInt32) -> (base: UInt32, mark: UInt32)? {
    decompositions[scalar].map { ($0 >> 16, $0 & 0xFFFF) }
  }

  /// The scalar for a small letter of `LetterTables.letters`, or one of another script, with a tone; 0 if
  /// Unicode has none.
  @inline(__always)
  static func toned(_ letter: UInt32, _ tone: Tone) -> UInt32 {
    letter < 0x200
      ? tonedLatin[Int(tone.rawValue) * 0x200 + Int(letter)]
      : tonedOthers[letter << 3 | UInt32(tone.rawValue)] ?? 0
  }

  /// The scalars for small letters below U+0200 with a tone, by `tone.rawValue * 0x200 + letter`.
  private static let tonedLatin: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 6 * 0x200)
    // Capitals stand before their small letters, which replace them.
    for (place, entry) in LetterTables.letters.enumerated() where entry != 0 {
      let letter = Letter(entry: entry)
      guard letter.hasTone, letter.exact < 0x200 else { continue }
      let scalar = place < 0x250 ? place : place - 0x250 + 0x1E00
      table[Int(letter.tone.rawValue) * 0x200 + Int(letter.exact)] = UInt32(scalar)
    }
    return table
  }()

  private static let tonedOthers: [UInt32: UInt32] = toned.filter { $0.key >> 3 >= 0x200 }

  /// `letter << 3 | tone.rawValue` → scalar, whatever the order of its marks (`ậ` is canonically
  /// `ạ` with circumflex, `ấ` is `â` with acute).
  private static let toned: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    for pair in LetterTables.pairs {
      let scalar = UInt32(pair & 0xFFFF)
      let (letter, tone) = untoned(scalar)
      if tone != .level { table[letter << 3 | UInt32(tone.rawValue)] = scalar }
    }
    return table
  }()

  /// Takes the first tone off a scalar; `.level` where a second one or an unknown rest remains.
  private static func untoned(_ scalar: UInt32) -> (letter: UInt32, tone: Tone) {
    guard let (base, mark) = decomposed(scalar) else { return (scalar, .level) }
    let (letter, tone) = untoned(base)
    if let newTone = Tone(combiningMark: mark) {
      return tone == .level ? (base, newTone) : (scalar, .level)
    }
    guard tone != .level, let composed = composed(letter, mark) else { return (scalar, .level) }
    return (composed, tone)
  }

  /// Scalar → base << 16 | mark.
  private static let decompositions: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    table.reserveCapacity(LetterTables.pairs.count + LetterTables.splits.count)
    for pair in LetterTables.pairs {
      table[UInt32(pair & 0xFFFF)] = UInt32(truncatingIfNeeded: pair >> 16)
    }
    for split in LetterTables.splits {
      table[UInt32(split >> 32)] = UInt32(truncatingIfNeeded: split)
    }
    return table
  }()
}
