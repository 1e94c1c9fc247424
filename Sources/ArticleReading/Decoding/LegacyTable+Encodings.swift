extension LegacyTable {
  /// The table of an encoding that is bytes by table; nil for the Unicode ones.
  static func of(_ encoding: TextEncoding) -> LegacyTable? {
    switch encoding {
    case .windows1252: windows1252
    case .windows1258: windows1258
    case .viscii: viscii
    case .tcvn3: tcvn3
    case .vni: vni
    case .vps: vps
    case .utf8, .utf16LE, .utf16BE, .doubleUTF8: nil
    }
  }

  static let windows1252 = LegacyTable(scalars: table(LegacyCharts.windows1252))

  /// Letters followed by a tone are composed; a tone behind another letter stays a combining mark.
  static let windows1258: LegacyTable = {
    let scalars = table(LegacyCharts.windows1258)
    let tones: [UInt8] = [0xCC, 0xEC, 0xD2, 0xDE, 0xF2]
    var pairs: [(head: UInt8, mark: UInt8, scalar: UInt16)] = []
    for vowel in VietnameseLetters.vowels + VietnameseLetters.capitals {
      guard let head = scalars.firstIndex(of: UInt16(vowel[0].value)) else { continue }
      for (tone, mark) in tones.enumerated() {
        pairs.append((UInt8(head), mark, UInt16(vowel[tone + 1].value)))
      }
    }
    return LegacyTable(scalars: scalars, pairs: pairs)
  }()

  static let viscii = LegacyTable(
    scalars: table(LegacyCharts.viscii, changed: LegacyCharts.visciiControls))

  static let vps = LegacyTable(
    scalars: table(LegacyCharts.vps, changed: LegacyCharts.vpsControls))

  /// Its letters with tones have no capitals of their own, those of VN1 aside.
  static let tcvn3: LegacyTable = {
    let scalars = table(LegacyCharts.tcvn3)
    let toned = (0xB5...0xFE).filter { VietnameseLetters.kind(scalars[$0]).isLower }
    return LegacyTable(scalars: scalars, caseless: Set(toned.map { UInt8($0) }))
  }()

  static let vni: LegacyTable = {
    let scalars = table(LegacyCharts.windows1252, changed: LegacyCharts.vniLetters)
    let marks = LegacyCharts.vniMarks
    var pairs: [(head: UInt8, mark: UInt8, scalar: UInt16)] = []
    for (letters, shift) in [(VietnameseLetters.vowels, 0), (VietnameseLetters.capitals, 0x20)] {
      for vowel in letters {
        let letter = UInt16(vowel[0].value)
        switch vowel[0] {
        // â, ê, ô are `a`, `e`, `o` and a mark; so is ă.
        case "â", "ê", "ô", "Â", "Ê", "Ô", "ă", "Ă":
          let isBreve = vowel[0] == "ă" || vowel[0] == "Ă"
          guard let first = vowel[0].properties.plainLetter else { continue }
          for (tone, mark) in (isBreve ? marks.breve : marks.circumflex).enumerated() {
            pairs.append((first, mark - UInt8(shift), UInt16(vowel[tone].value)))
          }
        // All tones of `i` are letters of one byte.
        case "i", "I": continue
        default:
          guard let head = scalars.firstIndex(of: letter) else { continue }
          for (tone, mark) in marks.tones.enumerated() {
            pairs.append((UInt8(head), mark - UInt8(shift), UInt16(vowel[tone + 1].value)))
          }
        }
      }
    }
    // A mark has the case of its letter, but not all keyboards kept to that.
    for pair in pairs { pairs.append((pair.head, pair.mark ^ 0x20, pair.scalar)) }
    let letters = Set(LegacyCharts.vniLetters.map(\.0))
    return LegacyTable(
      scalars: scalars, pairs: pairs, loose: Set(0xC0...0xFF).subtracting(letters))
  }()

  /// ASCII, the chart behind it, and what is changed in both.
  private static func table(_ chart: String, changed: [(UInt8, UInt16)] = []) -> [UInt16] {
    var scalars = (0..<128).map { UInt16($0) } + chart.unicodeScalars.map { UInt16($0.value) }
    for (byte, scalar) in changed { scalars[Int(byte)] = scalar }
    return scalars
  }
}

extension Unicode.Scalar.Properties {
  /// The ASCII letter under `ă`, `â`, `ê`, `ô`.
  fileprivate var plainLetter: UInt8? {
    switch lowercaseMapping {
    case "ă", "â": isLowercase ? 0x61 : 0x41
    case "ê": isLowercase ? 0x65 : 0x45
    case "ô": isLowercase ? 0x6F : 0x4F
    default: nil
    }
  }
}
