import VietnameseText

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
