/// Words met before.
extension Scanner {
  /// Takes a word that has been met before, and the space after it; returns where it ends, or `first`
  /// if there is none.
  @inline(__always)
  mutating func scanKnown(from first: Int, into list: inout TokenList) -> Int {
    let bytes = WordBytes(self.bytes, at: first)
    guard bytes.count > 0 else { return first }
    guard let word = memory[bytes] else {
      unknown = (bytes, first)
      return first
    }
    let next = first + bytes.count
    if writer.isNearlyFull { writer.flush(to: &list) }
    writer.write(word)
    lastIsAbbreviation = word.isAbbreviation
    tokens.append(
      writer, start: base + first, end: base + next, gap: gap, isNumber: false,
      word: word.number, to: &list)
    connectors = 0
    guard next < self.bytes.count, self.bytes[next] == 0x20 else {
      gap = .joined
      return next
    }
    gap = .space
    return next + 1
  }

  /// Remembers the token just written if it is a whole word that was not known; returns its number.
  mutating func remember() -> UInt32 {
    guard let (word, first) = unknown, start == first, end == first + word.count, !isNumber else {
      return 0
    }
    unknown = nil
    let (writer, isAbbreviation) = (writer, lastIsAbbreviation)
    return writer.withForms { folded, exact in
      memory.remember(
        word, folded: folded, foldedCount: writer.foldedCount, exact: exact,
        exactCount: writer.exactCount, isAbbreviation: isAbbreviation)
    } ?? 0
  }
}
