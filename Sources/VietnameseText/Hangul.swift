/// Canonical composition of Korean syllables, which Unicode defines by arithmetic.
enum Hangul {
  private static let (leads, vowels, trails): (UInt32, UInt32, UInt32) = (19, 21, 28)

  /// The syllable that is canonically `first` + `second`: a leading consonant and a vowel, or a
  /// syllable without a final consonant and that consonant; nil for anything else.
  static func composed(_ first: UInt32, _ second: UInt32) -> UInt32? {
    let (lead, vowel) = (first &- 0x1100, second &- 0x1161)
    if lead < leads, vowel < vowels { return 0xAC00 + (lead * vowels + vowel) * trails }
    let (syllable, trail) = (first &- 0xAC00, second &- 0x11A7)
    guard syllable < leads * vowels * trails, syllable % trails == 0 else { return nil }
    return 1..<trails ~= trail ? first + trail : nil
  }
}
