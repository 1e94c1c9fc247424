/// What a scalar outside the letter table is to the tokenizer.
enum ScalarClass {
  /// A letter of a word, or several (`æ`, `ß`).
  case letters([Letter])
  /// An ASCII digit, or another script's decimal digit as one.
  case digit(Letter)
  /// A letter of a script written without spaces: a token by itself.
  case ideograph(Letter)
  /// A combining mark on the letter before it.
  case mark(UInt32)
  /// Invisible and without meaning for words: soft hyphen, joiners (of graphemes too), variation
  /// selectors, BOM.
  case transparent
  case space
  /// Ends a line.
  case newline
  /// Ends a sentence whatever follows: `!`, `?`, `…`, `。`.
  case sentenceEnd
  /// Ends a sentence unless a letter follows at once or an abbreviation stands before.
  case fullStop
  /// Inside a word when letters stand on both sides (`H'Mông`).
  case apostrophe
  /// Joins what stands on its sides without spaces (`QĐ-UBND`, `24/24`).
  case connector
  /// Any other separator.
  case punctuation

  /// Classifies a scalar for which `LetterTables.letters` has 0. Off the fast path.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000: self = .space
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: self = .newline
    case 0x2E: self = .fullStop
    case 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61: self = .sentenceEnd
    case 0x27, 0x60, 0xB4, 0x2BC, 0x1FEF, 0x1FFD, 0x2018, 0x2019, 0xFF07: self = .apostrophe
    case 0x26, 0x2B, 0x2D, 0x2F, 0x3A, 0x40, 0x5F, 0x2010...0x2015, 0x2212: self = .connector
    case 0xAD, 0x34F, 0x200C...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF, 0xE0100...0xE01EF:
      self = .transparent
    case 0x300...0x36F: self = .mark(scalar)
    case 0x00..<0x80: self = .punctuation
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:  // full-width digits and letters
      let entry = LetterTables.letters[Int(scalar - 0xFEE0)]
      self = scalar <= 0xFF19 ? .digit(Letter(entry: entry)) : .letters([Letter(entry: entry)])
    case 0xFF02...0xFF5E: self = ScalarClass(scalar - 0xFEE0)
    default: self = Self.byProperties(scalar)
    }
  }

  /// Letters that fold to several: exact form on the first, nothing on the second.
  private static let ligatures: [UInt32: (UInt8, UInt8)] = [
    0xE6: (0x61, 0x65), 0x153: (0x6F, 0x65), 0xDF: (0x73, 0x73), 0x1E9E: (0x73, 0x73),
    0xFE: (0x74, 0x68), 0x133: (0x69, 0x6A), 0x1C6: (0x64, 0x7A), 0x1C9: (0x6C, 0x6A),
    0x1CC: (0x6E, 0x6A),
  ]

  /// Signs that are but another look of some letters, in lower case: the ligatures of printers, Roman
  /// numerals.
  private static let signs: [UInt32: String] = {
    var signs: [UInt32: String] = [
      0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
      0xFB06: "st",
    ]
    let numerals = "i ii iii iv v vi vii viii ix x xi xii l c d m".split(separator: " ")
    for (offset, numeral) in numerals.enumerated() {
      signs[0x2170 + UInt32(offset)] = String(numeral)
    }
    return signs
  }()

  private static func byProperties(_ value: UInt32) -> ScalarClass {
    guard let scalar = Unicode.Scalar(value) else { return .punctuation }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .letterNumber where !(0x2160...0x217F).contains(value): return .punctuation
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .letterNumber:
      var letters: [Letter] = []
      for lower in properties.lowercaseMapping.unicodeScalars {
        append(lower.value, to: &letters)
      }
      return Self.letters(letters, of: value)
    case .otherLetter:
      var letters: [Letter] = []
      append(value, to: &letters)
      return Self.letters(letters, of: value)
    case .nonspacingMark, .spacingMark, .enclosingMark:
      return .mark(value)
    case .decimalNumber, .otherNumber:
      // `²` and the digits of other scripts; `½` has no whole value, so it is not a digit.
      if let number = properties.numericValue, number >= 0, number <= 9, number == number.rounded()
      {
        let digit = 0x30 + UInt32(number)
        return .digit(Letter(folded: digit, exact: digit))
      }
      return .punctuation
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
    case .format: return .transparent
    case .dashPunctuation, .connectorPunctuation: return .connector
    default: return .punctuation
    }
  }

  /// Appends what a scalar of a word is: a letter or several, or a mark on the last one.
  static func append(word scalar: UInt32, to letters: inout [Letter]) {
    if scalar < 0x250 || 0x1E00...0x1EFF ~= scalar {
      let place = scalar < 0x250 ? scalar : scalar - 0x1E00 + 0x250
      let entry = LetterTables.letters[Int(place)]
      if entry != 0 { return letters.append(Letter(entry: entry)) }
    }
    switch ScalarClass(scalar) {
    case .letters(let parts): letters += parts
    case .mark(let mark): MarkedLetter.add(mark, to: &letters)
    default: break
    }
  }

  private static func letters(_ letters: [Letter], of value: UInt32) -> ScalarClass {
    if isWrittenWithoutSpaces(value), let letter = letters.first { return .ideograph(letter) }
    return .letters(letters)
  }

  /// Appends one lower-case scalar: a ligature's letters, a composed letter's parts, or itself.
  private static func append(_ value: UInt32, to letters: inout [Letter]) {
    if let sign = signs[value] {
      for letter in sign.unicodeScalars {
        letters.append(Letter(folded: letter.value, exact: letter.value))
      }
    } else if let (first, second) = ligatures[value] {
      letters.append(Letter(folded: UInt32(first), exact: value))
      letters.append(Letter(folded: UInt32(second), exact: 0))
    } else if value < 0x250, LetterTables.letters[Int(value)] != 0 {
      letters.append(Letter(entry: LetterTables.letters[Int(value)]))
    } else if value >= 0x300, value < 0x370 {
      MarkedLetter.add(value, to: &letters)
    } else if let (base, mark) = Composition.decomposed(value) {
      append(base, to: &letters)
      if mark != 0 { MarkedLetter.add(mark, to: &letters) }
    } else {
      letters.append(Letter(folded: value, exact: value))
    }
  }

  /// Chinese, Japanese, Thai, Lao, Khmer, Burmese: no spaces between words.
  static func isWrittenWithoutSpaces(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x30FF,
      0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9D,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
