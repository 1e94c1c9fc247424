/// The letters of Vietnamese as numbers: which of the 29, what tone, which case.
///
/// It is what ``SyllableTable`` is asked in; `f`, `j`, `w` and `z` are none of the 29.
enum VietnameseLetters {
  /// The alphabet; a letter's number is its place, from 1.
  static let alphabet = Array("aăâbcdđeêghiklmnoôơpqrstuưvxy".unicodeScalars)

  /// The vowels with their tones: level, grave, acute, hook, tilde, dot.
  static let vowels = [
    "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ",
    "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
  ].map { Array($0.unicodeScalars) }

  /// The same, capitals.
  static let capitals = [
    "AÀÁẢÃẠ", "ĂẰẮẲẴẶ", "ÂẦẤẨẪẬ", "EÈÉẺẼẸ", "ÊỀẾỂỄỆ", "IÌÍỈĨỊ", "OÒÓỎÕỌ", "ÔỒỐỔỖỘ", "ƠỜỚỞỠỢ",
    "UÙÚỦŨỤ", "ƯỪỨỬỮỰ", "YỲÝỶỸỴ",
  ].map { Array($0.unicodeScalars) }

  /// What a scalar is in a word.
  struct Kind: Sendable {
    /// Bits 0…4 the letter, 5…7 the tone, 8 a capital, 9 a small letter, 10 ``notWord``, 11
    /// ``foreign``; 15 is free for others.
    var bits: UInt16

    /// Parts words: white space, punctuation.
    static let gap = Kind(bits: 0)
    /// Makes a word something else than a word: digits.
    static let notWord = Kind(bits: 30 | 0x400)
    /// A letter or sign that no Vietnamese word has.
    static let foreign = Kind(bits: 31 | 0x800)

    @inline(__always) var letter: UInt16 { bits & 31 }
    @inline(__always) var tone: UInt16 { bits >> 5 & 7 }
    @inline(__always) var isUpper: Bool { bits & 0x100 != 0 }
    @inline(__always) var isLower: Bool { bits & 0x200 != 0 }

    /// The same letter where the encoding does not tell its case.
    var caseless: Kind { Kind(bits: bits & 0xFF) }
  }

  static func kind(_ scalar: UInt16) -> Kind {
    if let kind = kinds[scalar] { return kind }
    switch scalar {
    case 0x30...0x39, 0xB0, 0xB2, 0xB3: return .notWord  // ° ² ³ stand with numbers
    case 0x41...0x5A, 0x61...0x7A: return .foreign
    case 0..<0x80: return .gap
    // No-break space, dashes, quotation marks, bullet, dots.
    case 0xA0, 0x2013, 0x2014, 0x2018...0x201A, 0x201C...0x201E, 0x2022, 0x2026: return .gap
    default: return .foreign
    }
  }

  private static let kinds: [UInt16: Kind] = {
    var kinds: [UInt16: Kind] = [:]
    var numbers: [Unicode.Scalar: UInt16] = [:]
    for (index, letter) in alphabet.enumerated() {
      let number = UInt16(index + 1)
      numbers[letter] = number
      kinds[UInt16(letter.value)] = Kind(bits: number | 0x200)
      if let capital = letter.properties.uppercaseMapping.unicodeScalars.first {
        kinds[UInt16(capital.value)] = Kind(bits: number | 0x100)
      }
    }
    for (small, large) in zip(vowels, capitals) {
      guard let number = numbers[small[0]] else { continue }
      for tone in 1...5 {
        kinds[UInt16(small[tone].value)] = Kind(bits: number | UInt16(tone) << 5 | 0x200)
        kinds[UInt16(large[tone].value)] = Kind(bits: number | UInt16(tone) << 5 | 0x100)
      }
    }
    return kinds
  }()
}
