/// One of the old encodings as tables: what a byte is, and what two bytes together are.
///
/// Two bytes make one letter in VNI (`aâ` is `ấ`'s kin) and in Windows-1258 (a letter and its tone).
struct LegacyTable: Sendable {
  /// The scalar of each byte; U+FFFD for a byte without meaning.
  let scalars: [UInt16]
  /// From 1: which row of ``pairs`` a byte heads; 0 for one that heads none.
  let heads: [UInt8]
  /// From 1: which column of ``pairs`` a byte is behind a head; 0 for none.
  let marks: [UInt8]
  /// Scalars of two bytes, ``rowLength`` a row; 0 where the two are no letter.
  let pairs: [UInt16]
  /// More than there are marks.
  static let rowLength = 64
  /// What bytes and pairs are in words.
  let kinds: [VietnameseLetters.Kind]
  let pairKinds: [VietnameseLetters.Kind]
  /// UTF-8 of bytes and pairs: the bytes from the lowest, their number in bits 24…31.
  private let utf8: [UInt32]
  private let pairUTF8: [UInt32]
  private let capitalUTF8: [UInt32]

  /// - Parameters:
  ///   - caseless: bytes whose case the encoding does not tell.
  ///   - loose: bytes that have no place in a word unless behind a head.
  init(
    scalars: [UInt16], pairs: [(head: UInt8, mark: UInt8, scalar: UInt16)] = [],
    caseless: Set<UInt8> = [], loose: Set<UInt8> = []
  ) {
    self.scalars = scalars
    var heads = [UInt8](repeating: 0, count: 256)
    var marks = heads
    var table = [UInt16](repeating: 0, count: Self.rowLength)
    var markCount: UInt8 = 0
    for pair in pairs {
      if heads[Int(pair.head)] == 0 {
        heads[Int(pair.head)] = UInt8(table.count / Self.rowLength)
        table += [UInt16](repeating: 0, count: Self.rowLength)
      }
      if marks[Int(pair.mark)] == 0 {
        markCount += 1
        marks[Int(pair.mark)] = markCount
      }
      table[Int(heads[Int(pair.head)]) * Self.rowLength + Int(marks[Int(pair.mark)])] = pair.scalar
    }
    (self.heads, self.marks, self.pairs) = (heads, marks, table)
    kinds = scalars.enumerated().map { byte, scalar in
      let kind = VietnameseLetters.kind(scalar)
      if loose.contains(UInt8(byte)) { return .foreign }
      return caseless.contains(UInt8(byte)) ? kind.caseless : kind
    }
    pairKinds = table.map { $0 == 0 ? .foreign : VietnameseLetters.kind($0) }
    utf8 = scalars.map(Self.packed)
    pairUTF8 = table.map(Self.packed)
    capitalUTF8 = scalars.map { Self.packed(Self.capital($0)) }
  }

  /// The text of `bytes`.
  ///
  /// - Parameter capitals: ranges, ascending, whose letters become capitals; only for an encoding
  ///   without pairs.
  func decode(_ bytes: Span<UInt8>, capitals: [Range<Int>] = []) -> String {
    var size = 4
    for index in bytes.indices { size += Int(utf8[Int(bytes[unchecked: index])] >> 24) }
    return String(unsafeUninitializedCapacity: size) { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      var output = Output(base: UnsafeMutableRawPointer(base))
      var start = 0
      for range in capitals {
        write(bytes, start..<range.lowerBound, utf8, to: &output)
        write(bytes, range, capitalUTF8, to: &output)
        start = range.upperBound
      }
      write(bytes, start..<bytes.count, utf8, to: &output)
      return output.count
    }
  }

  private struct Output {
    let base: UnsafeMutableRawPointer
    var count = 0

    /// The buffer has room for four bytes wherever there is room for one.
    @inline(__always)
    mutating func append(_ packed: UInt32) {
      base.storeBytes(of: packed.littleEndian, toByteOffset: count, as: UInt32.self)
      count += Int(packed >> 24)
    }
  }

  private func write(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ utf8: [UInt32], to output: inout Output
  ) {
    let (utf8, pairUTF8) = (utf8.span, pairUTF8.span)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = Int(bytes[unchecked: index])
      index += 1
      if heads[byte] != 0, index < range.upperBound {
        let pair = Int(heads[byte]) * Self.rowLength + Int(marks[Int(bytes[unchecked: index])])
        if pairs[pair] != 0 {
          output.append(pairUTF8[pair])
          index += 1
          continue
        }
      }
      output.append(utf8[unchecked: byte])
    }
  }

  private static func packed(_ scalar: UInt16) -> UInt32 {
    guard let scalar = Unicode.Scalar(scalar) else { return 0 }
    var (packed, count): (UInt32, UInt32) = (0, 0)
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      packed |= UInt32(byte) << (8 * count)
      count += 1
    }
    return packed | count << 24
  }

  private static func capital(_ scalar: UInt16) -> UInt16 {
    guard 1..<30 ~= VietnameseLetters.kind(scalar).letter, let small = Unicode.Scalar(scalar),
      let capital = small.properties.uppercaseMapping.unicodeScalars.first
    else { return scalar }
    return UInt16(truncatingIfNeeded: capital.value)
  }
}

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
