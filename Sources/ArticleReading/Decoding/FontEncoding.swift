/// What a font's name tells of the text set in it: `.VnTime` and `VNI-Times` show bytes of Windows-1252
/// as Vietnamese letters, so a page or document set in them holds text of another encoding.
struct FontEncoding: Equatable, Sendable {
  let encoding: TextEncoding
  /// A font whose small letters look like capitals (`.VnTimeH`).
  let isCapitals: Bool

  /// The encodings that are a matter of fonts.
  static let encodings: Set<TextEncoding> = [.tcvn3, .vni, .vps]

  /// Nil for a font that shows letters as they are encoded.
  ///
  /// - Parameter fontName: a name or a CSS list, of which the first counts; quotes, white space and
  ///   case do not.
  init?(fontName: some StringProtocol) {
    let words = fontName.lowercased().prefix { $0 != "," }
      .split { $0 == "\"" || $0 == "'" || $0.isWhitespace }
    guard let first = words.first else { return nil }
    if first.hasPrefix(".vn") {
      let name = words.last { $0 != "bold" && $0 != "italic" } ?? first
      self.init(encoding: .tcvn3, isCapitals: name.hasSuffix("h"))
    } else if first.hasPrefix("vni-") || (first == "vni" && words.count > 1) {
      self.init(encoding: .vni, isCapitals: false)
    } else if first.hasPrefix("vps-") || (first == "vps" && words.count > 1) {
      self.init(encoding: .vps, isCapitals: false)
    } else {
      return nil
    }
  }

  private init(encoding: TextEncoding, isCapitals: Bool) {
    (self.encoding, self.isCapitals) = (encoding, isCapitals)
  }

  /// The letters that `text` shows in the font; what is no byte of Windows-1252 stays as it is.
  func decode(_ text: some StringProtocol) -> String {
    var result = ""
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if let byte = WindowsBytes.byte(of: scalar) {
        bytes.append(byte)
      } else {
        result += TextDecoding.text(bytes.span, in: encoding)
        bytes.removeAll(keepingCapacity: true)
        result.unicodeScalars.append(scalar)
      }
    }
    result += TextDecoding.text(bytes.span, in: encoding)
    return isCapitals ? result.uppercased() : result
  }
}

/// The encodings of the fonts of one document by their names: few fonts, many runs.
struct FontDecoders {
  private var known: [String: FontEncoding?] = [:]

  /// Nil for a font that shows text as it is.
  subscript(font: String) -> FontEncoding? {
    mutating get {
      if let decoder = known[font] { return decoder }
      let decoder = FontEncoding(fontName: font)
      known[font] = .some(decoder)
      return decoder
    }
  }
}
