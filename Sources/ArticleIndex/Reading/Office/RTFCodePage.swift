/// The code pages that the bytes of an RTF file are told to be in.
///
/// Windows-1252 and Windows-1258 as Unicode's mapping tables have them (bestfit aside), and UTF-8.
/// Any other page is read as Windows-1252: its letters are also given as `\u` by whoever wrote them.
enum RTFCodePage: Sendable {
  case windows1252, windows1258, utf8

  /// The page of `\ansicpg` or `\cpg`.
  init(number: Int) {
    switch number {
    case 1258: self = .windows1258
    case 65001: self = .utf8
    default: self = .windows1252
    }
  }

  /// The text of some bytes; what the page leaves open is U+FFFD.
  func decode(_ bytes: [UInt8]) -> String {
    if self == .utf8 { return String(decoding: bytes, as: UTF8.self) }
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(scalar(byte)) }
    return String(text)
  }

  private func scalar(_ byte: UInt8) -> Unicode.Scalar {
    if self == .windows1258, let scalar = Self.vietnamese[byte] { return scalar }
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return Self.highControls[Int(byte) - 0x80]
  }

  /// Bytes 80 to 9F of Windows-1252.
  private static let highControls: [Unicode.Scalar] = Array(
    ("\u{20AC}\u{FFFD}\u{201A}\u{0192}\u{201E}\u{2026}\u{2020}\u{2021}"
      + "\u{02C6}\u{2030}\u{0160}\u{2039}\u{0152}\u{FFFD}\u{017D}\u{FFFD}"
      + "\u{FFFD}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}"
      + "\u{02DC}\u{2122}\u{0161}\u{203A}\u{0153}\u{FFFD}\u{017E}\u{0178}").unicodeScalars)

  /// Where Windows-1258 is another than 1252.
  private static let vietnamese: [UInt8: Unicode.Scalar] = [
    0x8A: "\u{FFFD}", 0x8E: "\u{FFFD}", 0x9A: "\u{FFFD}", 0x9E: "\u{FFFD}",
    0xC3: "\u{0102}", 0xCC: "\u{0300}", 0xD0: "\u{0110}", 0xD2: "\u{0309}", 0xD5: "\u{01A0}",
    0xDD: "\u{01AF}", 0xDE: "\u{0303}", 0xE3: "\u{0103}", 0xEC: "\u{0301}", 0xF0: "\u{0111}",
    0xF2: "\u{0323}", 0xF5: "\u{01A1}", 0xFD: "\u{01B0}", 0xFE: "\u{20AB}",
  ]
}
