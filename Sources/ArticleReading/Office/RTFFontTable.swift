/// The fonts of an RTF file: what each shows the file's bytes as.
struct RTFFontTable {
  private struct Font {
    var name: [UInt8] = []
    /// The code page its character set or `\cpg` tells; nil for the document's.
    var page: TextEncoding?
    var decoder: FontEncoding?
  }

  private var fonts: [Int: Font] = [:]
  private var current: Int?

  /// More fonts than that no file has.
  private static let maximumFonts = 10_000
  private static let maximumNameLength = 80

  /// `\f` in the table: what follows describes this font.
  mutating func begin(_ number: Int) {
    current = number
    if fonts.count < Self.maximumFonts { fonts[number] = Font() }
  }

  /// `\fcharset`: 163 is Vietnamese, 0 ANSI; others leave it to the document.
  mutating func setCharacterSet(_ number: Int, document: TextEncoding) {
    guard let current else { return }
    switch number {
    case 163: fonts[current]?.page = .windows1258
    // Many programs write 0 without meaning it, so it does not overrule a Vietnamese document.
    case 0 where document != .windows1258: fonts[current]?.page = .windows1252
    default: break
    }
  }

  mutating func setPage(_ number: Int) {
    if let current { fonts[current]?.page = RTFCodePage.encoding(number: number) }
  }

  /// Adds a byte to the name; `;` ends it.
  mutating func append(_ byte: UInt8) {
    guard let number = current, var font = fonts[number] else { return }
    if byte == 0x3B {
      font.decoder = FontEncoding(fontName: RTFCodePage.decode(font.name, in: .windows1252))
      current = nil
    } else if font.name.count < Self.maximumNameLength {
      font.name.append(byte)
    }
    fonts[number] = font
  }

  /// The decoder of a font like `.VnTime`.
  func decoder(_ number: Int) -> FontEncoding? { fonts[number]?.decoder }

  /// The code page of a font's bytes, nil for the document's.
  func page(_ number: Int) -> TextEncoding? { fonts[number]?.page }
}

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
