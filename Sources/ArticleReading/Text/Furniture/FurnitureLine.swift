import VietnameseText

/// A folded line without the decoration around it, and what stood at its end.
struct FurnitureLine {
  /// From the first letter or digit on.
  let start: Substring
  /// ``start`` without closing marks and without a count or date in brackets or after a colon.
  let whole: Substring
  let hasStop: Bool

  init(_ folded: String) {
    start = folded.drop { !Self.isPlain($0) }
    var rest = start
    var stop = false
    while let last = rest.unicodeScalars.last, !Self.isLetter(last) {
      stop = stop || last == "." || last == "?" || last == "!" || last == "…"
      rest.unicodeScalars.removeLast()
      if Self.isCountOpener(last) { stop = false }
    }
    (whole, hasStop) = (rest, stop)
  }

  func matches(_ row: FurniturePatterns.Row, isWhole: Bool) -> Bool {
    switch row.kind {
    case .prefix:
      guard start.hasPrefix(row.text) else { return false }
      let rest = start.dropFirst(row.text.count).drop { $0 == " " }
      guard let mark = rest.first, mark == ":" || mark == ">" || mark == "»" else { return false }
      return rest.contains(where: Self.isPlain)
    case .line, .list, .tail:
      return isWhole && whole == row.text && (!hasStop || row.allowsStop)
    }
  }

  /// A count is parted from its words by one of these, and stops inside it are no full stops.
  private static func isCountOpener(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ":" || scalar == "(" || scalar == "["
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic
  }
}

/// A line as the readers compare it: lower case, without any mark, runs of white space made one
/// space and none at the ends.
///
/// `Tin liên quan`, `TIN LIÊN QUAN` and the decomposed spelling all become `tin lien quan`; where
/// the tone stands makes no difference, and `đ` is `d`. Other characters stay as they are.
func foldedLine(_ line: Substring) -> String {
  let folded = Folding.folded(line)
  if hasSingleSpaces(folded.utf8Span.span) { return folded }
  return folded.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// Whether a text is ASCII, and its white space single spaces between words.
private func hasSingleSpaces(_ bytes: Span<UInt8>) -> Bool {
  var last: UInt8 = 0x20
  for index in bytes.indices {
    let byte = bytes[unchecked: index]
    if byte >= 0x80 || byte < 0x20 || (byte == 0x20 && last == 0x20) { return false }
    last = byte
  }
  return last != 0x20
}
