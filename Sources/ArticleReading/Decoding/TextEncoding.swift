/// An encoding that Vietnamese text has been kept in.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LE = "utf-16le"
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

  /// For people: `TCVN3`, `Windows-1258`.
  public var label: String {
    switch self {
    case .doubleUTF8: "doubly encoded UTF-8"
    case .windows1252, .windows1258: "W" + rawValue.dropFirst()
    default: rawValue.uppercased()
    }
  }
}

/// Text made of a file's bytes, and the encoding they were in.
package struct DecodedText: Equatable {
  package var text: String
  package var encoding: TextEncoding
}
