/// Whether bytes can be French, German or English in Windows-1252.
///
/// The last resort: every byte means something in Windows-1252, so what is asked is whether the bytes
/// above 7F stand where those languages have them.
enum WesternText {
  static func isPlausible(_ bytes: Span<UInt8>) -> Bool {
    var (high, odd, letters) = (0, 0, 0)
    let sorts = Self.sorts.span
    for index in bytes.indices {
      let byte = bytes[unchecked: index]
      if byte < 0x80 {
        if isASCIILetter(byte) { letters += 1 }
        continue
      }
      high += 1
      let before = index > 0 ? bytes[unchecked: index - 1] : 0x20
      let after = index + 1 < bytes.count ? bytes[unchecked: index + 1] : 0x20
      switch sorts[Int(byte)] {
      case .small:
        // No capital behind it, no second one beside it but in `théâtre`, `reçû`, `Größe`.
        let isPair = before == 0xE9 || before == 0xE7 || byte == 0xDF
        if isCapital(after) || (before >= 0xC0 && !isPair) { odd += 1 }
      case .capital:
        if isSmall(before) || before >= 0xC0 { odd += 1 }
      case .foreign:
        if !isSmall(before) || !isSmall(after) { odd += 1 }
      case .sign: break
      case .odd: odd += 1
      }
    }
    return odd * 20 <= high && letters > high
  }

  private enum Sort: Sendable { case small, capital, foreign, sign, odd }

  private static let sorts: [Sort] = {
    var sorts = [Sort](repeating: .odd, count: 256)
    func set(_ letters: String, _ sort: Sort) {
      for scalar in letters.unicodeScalars {
        guard let byte = WindowsBytes.byte(of: scalar) else { continue }
        sorts[Int(byte)] = sort
      }
    }
    set("àâäæçèéêëîïôöœùûüßÿ", .small)
    set("ÀÂÄÆÇÈÉÊËÎÏÔÖŒÙÛÜŸ", .capital)
    // Of names from elsewhere.
    set("áíóúñãõåøìòýðþšž", .foreign)
    set("\u{A0}«»‹›‘’‚“”„…–—•·°²³€£§©®™½¼¾ªº‰†¡¿×´", .sign)
    return sorts
  }()

  private static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
}
