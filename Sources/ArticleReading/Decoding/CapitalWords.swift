/// Which words of a TCVN3 text are written in capitals.
///
/// TCVN3 has one byte for `ĩ` and `Ĩ`; a font of capitals shows it as the latter, and saved as text
/// the font is gone: `VÜNH PHóC`. A word is taken for capitals when two or more of its letters are
/// capitals for sure and none is small for sure; `Tõ` may be `Từ` or `TỪ`, so a word with one such
/// letter follows its line: when nothing in the line is small and some word is in capitals, so are
/// all, those without any plain letter too (`ë` in `BÖNH VIÖN ë HUÕ`).
enum CapitalWords {
  /// The ranges, ascending; without bytes above 7F they would change nothing and are left out.
  static func ranges(in bytes: Span<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[unchecked: end] != 0x0A, bytes[unchecked: end] != 0x0D {
        end += 1
      }
      addLine(bytes, start..<end, to: &ranges)
      start = end + 1
    }
    return ranges
  }

  private static func addLine(
    _ bytes: Span<UInt8>, _ line: Range<Int>, to ranges: inout [Range<Int>]
  ) {
    let before = ranges.count
    var (hasSmall, hasToned) = (false, false)
    var word = Word(start: line.lowerBound)
    let sorts = Self.sorts.span
    for index in line {
      let sort = sorts[Int(bytes[unchecked: index])]
      switch sort {
      case .small: (hasSmall, word.small) = (true, word.small + 1)
      case .capital: word.capital += 1
      case .toned: (hasToned, word.toned) = (true, word.toned + 1)
      case .other:
        if word.isCapital { ranges.append(word.start..<index) }
        word = Word(start: index + 1)
      }
    }
    if word.isCapital { ranges.append(word.start..<line.upperBound) }
    guard hasToned, !hasSmall, hasCapitalWord(bytes, line) else { return }
    ranges.removeSubrange(before...)
    ranges.append(line)
  }

  /// Whether a word of two or more capitals stands in a line, with or without toned letters.
  private static func hasCapitalWord(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var capitals = 0
    for index in line {
      switch sorts[Int(bytes[unchecked: index])] {
      case .capital: capitals += 1
      case .toned: continue
      case .small, .other: capitals = 0
      }
      if capitals > 1 { return true }
    }
    return false
  }

  private struct Word {
    let start: Int
    var (small, capital, toned) = (0, 0, 0)

    init(start: Int) { self.start = start }

    var isCapital: Bool { toned > 0 && small == 0 && capital > 1 }
  }

  private enum Sort: Sendable { case small, capital, toned, other }

  private static let sorts: [Sort] = (0..<256).map { (byte: UInt16) in
    switch byte {
    case 0x41...0x5A, 0xA1...0xA7: return .capital
    case 0x61...0x7A, 0xA8...0xAE: return .small
    default:
      let kind = LegacyTable.tcvn3.kinds[Int(byte)]
      return kind.letter == 0 || kind.letter >= 30 ? .other : kind.isUpper ? .capital : .toned
    }
  }
}
