/// An encoding that Vietnamese text has been kept in.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16, the low byte first.
  case utf16LE = "utf-16le"
  /// UTF-16, the high byte first.
  case utf16BE = "utf-16be"
  /// Windows-1252, and with it ISO 8859-1: French, English, German; no Vietnamese.
  case windows1252 = "windows-1252"
  /// Windows-1258: some letters ready, tones as combining marks.
  case windows1258 = "windows-1258"
  /// RFC 1456.
  case viscii = "viscii"
  /// TCVN 5712 as the ABC fonts (`.VnTime`) use it; capitals with tones need a font of capitals.
  case tcvn3 = "tcvn3"
  /// VNI for Windows (`VNI-Times`): one or two bytes a letter.
  case vni = "vni"
  /// VPS.
  case vps = "vps"
  /// UTF-8 that was taken for Windows-1252 and encoded once more: `Viá»‡t`.
  case doubleUTF8 = "double-utf-8"
}

/// Text made of a file's bytes, and the encoding they were in.
package struct DecodedText: Equatable {
  package var text: String
  package var encoding: TextEncoding
}

extension TextEncoding {
  /// The encoding that users and web pages call so (`cp1258`, `x-viet-vni`, `ABC`), in any case; nil
  /// for a name not known.
  ///
  /// As on the web, the names of ISO 8859-1 and ASCII mean Windows-1252. `utf-16` is little-endian; a
  /// byte order mark says otherwise.
  public init?(label: String) {
    // `TCVN 5712`, `tcvn-5712`, `tcvn5712` are one name.
    let name = String(
      String.UnicodeScalarView(
        label.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || isDigit($0) }))
    guard let encoding = Self.names[name] else { return nil }
    self = encoding
  }

  private static let names: [String: TextEncoding] = {
    let spellings: [(TextEncoding, String)] = [
      (.utf8, "utf8 unicode unicode11utf8 cp65001 65001"),
      (.utf16LE, "utf16le utf16 ucs2 unicodefffe iso10646ucs2"),
      (.utf16BE, "utf16be"),
      (
        .windows1252,
        "windows1252 cp1252 xcp1252 1252 ansi iso88591 88591 latin1 l1 iso885915 ascii usascii"
      ),
      (.windows1258, "windows1258 cp1258 xcp1258 1258 vncp1258 wincp1258"),
      (.viscii, "viscii csviscii viscii11 viscii111 rfc1456"),
      (
        .tcvn3,
        "tcvn3 tcvn abc tcvn5712 tcvn57121 tcvn571211993 tcvn57123 tcvn3abc xviettcvn5712 xviettcvn"
      ),
      (.vni, "vni vniwin vniwindows xvietvni"),
      (.vps, "vps xvietvps"),
      (.doubleUTF8, "doubleutf8 mojibake"),
    ]
    var names: [String: TextEncoding] = [:]
    for (encoding, list) in spellings {
      for name in list.split(separator: " ") { names[String(name)] = encoding }
    }
    return names
  }()
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 0x30 < 10 }
