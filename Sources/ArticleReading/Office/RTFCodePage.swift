/// The code pages that the bytes of an RTF file are told to be in, as ``TextEncoding``.
///
/// Windows-1252, Windows-1258 and UTF-8. Any other page is read as Windows-1252: whoever wrote one
/// gives its letters as `\u` besides.
enum RTFCodePage {
  /// The page of `\ansicpg` or `\cpg`.
  static func encoding(number: Int) -> TextEncoding {
    switch number {
    case 1258: .windows1258
    case 65001: .utf8
    default: .windows1252
    }
  }

  /// The text of some bytes; what the encoding leaves open is U+FFFD.
  static func decode(_ bytes: [UInt8], in encoding: TextEncoding) -> String {
    switch encoding {
    case .utf8, .utf16LE, .utf16BE, .doubleUTF8: String(decoding: bytes, as: UTF8.self)
    default: TextDecoding.text(bytes.span, in: encoding)
    }
  }
}
