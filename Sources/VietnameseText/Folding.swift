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

  /// Compares what exact forms of the Latin script fold to with folded ones, byte by byte: negative
  /// if that comes first, 0 if they are equal. Makes no String.
  package static func compare(
    _ exact: Slice<UnsafeBufferPointer<UInt8>>, folded: [UInt8]
  ) -> Int {
    var place = 0
    var index = exact.startIndex
    while index < exact.endIndex {
      let (scalar, length) = scalar(in: exact, at: index)
      index += length
      let letter = foldedByte(scalar)
      if letter == 0 { continue }
      guard place < folded.count else { return 1 }
      if letter != folded[place] { return Int(letter) - Int(folded[place]) }
      place += 1
    }
    return place - folded.count
  }

  /// The scalar value that begins at `index` of valid UTF-8, and its bytes.
  private static func scalar(
    in text: Slice<UnsafeBufferPointer<UInt8>>, at index: Int
  ) -> (value: UInt32, length: Int) {
    let first = UInt32(text[index])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, index + length <= text.endIndex else { return (first, 1) }
    var value = first & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    return (value, length)
  }

  /// The letter without marks; 0 for a mark by itself, 0xFF for what is no letter of the Latin script.
  private static func foldedByte(_ scalar: UInt32) -> UInt8 {
    if scalar < 0x80 { return UInt8(scalar) }
    if (0x300..<0x370).contains(scalar) { return 0 }
    return Syllables.letter(scalar).flatMap { UInt8(exactly: $0.folded) } ?? 0xFF
  }
}
