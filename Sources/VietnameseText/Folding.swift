/// Comparing whole strings without marks, case or composition.
public enum Folding {
  /// Lower case without marks, `đ` as `d`, full-width forms as ASCII. What is not a letter or digit
  /// stays as it is, except that it loses its marks too (`≠` becomes `=`).
  ///
  /// ```swift
  /// print(Folding.folded("Các tin ĐÃ đưa:"))  // cac tin da dua:
  /// ```
  public static func folded(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value < 0x250, LetterTables.letters[Int(scalar.value)] != 0 {
        append(LetterTables.letters[Int(scalar.value)] >> 24, to: &result)
        continue
      }
      if scalar.value >= 0x1E00, scalar.value < 0x1F00,
        LetterTables.letters[0x250 + Int(scalar.value) - 0x1E00] != 0
      {
        append(LetterTables.letters[0x250 + Int(scalar.value) - 0x1E00] >> 24, to: &result)
        continue
      }
      switch ScalarClass(scalar.value) {
      case .letters(let letters):
        if let last = result.last, let syllable = Hangul.composed(last.value, scalar.value) {
          result.removeLast()
          append(syllable, to: &result)
        } else {
          for letter in letters { append(letter.folded, to: &result) }
        }
      case .digit(let letter), .ideograph(let letter): append(letter.folded, to: &result)
      case .mark, .transparent: break
      default:
        // A sign with a mark (`≠`) keeps the sign, as it does where the mark is a separate character.
        if scalar.value >= 0x80, let (base, _) = Composition.decomposed(scalar.value) {
          append(base, to: &result)
        } else {
          result.append(scalar)
        }
      }
    }
    return String(result)
  }

  private static func append(_ value: UInt32, to view: inout String.UnicodeScalarView) {
    if value != 0, let scalar = Unicode.Scalar(value) { view.append(scalar) }
  }
}
