/// What a font's name tells of the text set in it: `.VnTime` and `VNI-Times` show bytes of Windows-1252
/// as Vietnamese letters, so a page or document set in them holds text of another encoding.
struct FontEncoding: Equatable {
  let encoding: TextEncoding
  /// A font whose small letters look like capitals (`.VnTimeH`).
  let isCapitals: Bool

  /// Nil for a font that shows letters as they are encoded.
  init?(fontName: some StringProtocol) {
    return nil
  }

  /// The letters that `text` shows in the font; what is no byte of Windows-1252 stays as it is.
  func decode(_ text: some StringProtocol) -> String { String(text) }
}
