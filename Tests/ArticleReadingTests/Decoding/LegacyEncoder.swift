@testable import ArticleReading

/// Writes text in an old encoding, and says what of the text that encoding carries.
///
/// Made of the tables that the decoder reads, so a wrong table is not seen here;
/// ``LegacyTableTests`` and the files of `Samples/Formats/encodings` are for that.
struct LegacyEncoder {
  let encoding: TextEncoding
  private var bytes: [Unicode.Scalar: [UInt8]] = [:]

  /// - Parameter isComposed: Windows-1258 has some letters with tones ready: glibc takes these,
  ///   Windows programs write all tones apart.
  init(_ encoding: TextEncoding, isComposed: Bool = false) {
    self.encoding = encoding
    guard let table = LegacyTable.of(encoding) else { return }
    for (byte, scalar) in table.scalars.enumerated() where scalar != 0xFFFD {
      guard let scalar = Unicode.Scalar(scalar), byte < 0x80 || table.kinds[byte].isInWords
      else { continue }
      bytes[scalar] = [UInt8(byte)]
    }
    for head in UInt8.min...UInt8.max where table.heads[Int(head)] != 0 {
      for mark in UInt8(0x80)...UInt8.max where table.marks[Int(mark)] != 0 {
        let scalar =
          table.pairs[
            Int(table.heads[Int(head)]) * LegacyTable.rowLength + Int(table.marks[Int(mark)])]
        // VNI: the mark of a capital is a capital.
        if encoding == .vni, (head & 0x20) != (mark & 0x20) { continue }
        guard scalar != 0, let scalar = Unicode.Scalar(scalar) else { continue }
        if isComposed, bytes[scalar] != nil { continue }
        bytes[scalar] = [head, mark]
      }
    }
    if encoding == .tcvn3 {
      // The capitals of VN1 are not for files in ABC fonts.
      for vowel in zip(VietnameseLetters.vowels, VietnameseLetters.capitals) {
        for tone in 1...5 { bytes[vowel.1[tone]] = bytes[vowel.0[tone]] }
      }
    }
  }

  /// The bytes, and the text as far as the encoding goes: punctuation it lacks is written in ASCII.
  func encode(_ text: String) -> (bytes: [UInt8], carried: String) {
    switch encoding {
    case .utf8: return (Array(text.utf8), text)
    case .utf16LE: return (text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, text)
    case .utf16BE: return (text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, text)
    case .doubleUTF8: return (Self.double(Array(text.utf8), isLatin1: false), text)
    default: break
    }
    var (output, carried): ([UInt8], String) = ([], "")
    for scalar in text.unicodeScalars {
      if let bytes = bytes[scalar] {
        output += bytes
        carried.unicodeScalars.append(scalar)
      } else {
        let substitute =
          switch scalar {
          case "“", "”", "„": "\""
          case "‘", "’": "'"
          case "–", "—": "-"
          case "…": "..."
          default: "?"
          }
        output += Array(substitute.utf8)
        carried += substitute
      }
    }
    return (output, carried)
  }

  /// UTF-8 taken for Windows-1252 or ISO 8859-1 and encoded again.
  static func double(_ bytes: [UInt8], isLatin1: Bool) -> [UInt8] {
    let scalars = LegacyTable.windows1252.scalars
    var text = ""
    for byte in bytes {
      let scalar = isLatin1 || scalars[Int(byte)] == 0xFFFD ? UInt16(byte) : scalars[Int(byte)]
      if let scalar = Unicode.Scalar(scalar) { text.unicodeScalars.append(scalar) }
    }
    return Array(text.utf8)
  }

  /// Text without what TCVN3 does not tell: the case of letters with tones.
  static func withoutTonedCapitals(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let kind = VietnameseLetters.kind(UInt16(truncatingIfNeeded: scalar.value))
      if scalar.value < 0x10000, kind.tone > 0, kind.letter < 30 {
        result += scalar.properties.lowercaseMapping
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension VietnameseLetters.Kind {
  /// Letters, and punctuation that all charts but the Vietnamese ones share.
  fileprivate var isInWords: Bool { letter != 30 }
}
