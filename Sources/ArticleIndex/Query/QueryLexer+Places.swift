import VietnameseText

/// Where a sign can mean something.
extension QueryLexer {
  /// Whether a word may start here: at the start, behind white space, a parenthesis or a bar.
  var isStart: Bool { isStart(offset) }

  private func isStart(_ offset: Int) -> Bool {
    guard offset > 0 else { return true }
    let byte = bytes[offset - 1]
    return byte <= 0x20 || byte == 0x28 || byte == 0x7C || isNoBreakSpace(endingAt: offset)
  }

  private func isNoBreakSpace(endingAt offset: Int) -> Bool {
    offset >= 2 && bytes[offset - 2] == 0xC2 && bytes[offset - 1] == 0xA0
  }

  /// Whether the sign before is a minus that excludes.
  var isBehindMinus: Bool {
    offset > 0 && bytes[offset - 1] == 0x2D && lexemes.last == .minus
  }

  func isStrictStart(_ offset: Int) -> Bool {
    if offset < bytes.count, QueryBrackets.quoteLength(bytes, offset) > 0 {
      return brackets.partner(of: offset).map { $0 > offset } ?? false
    }
    return isToken(at: offset)
  }

  /// Whether what a minus excludes starts here: a letter, quotation mark, parenthesis or `=`.
  func isOperandStart(_ offset: Int) -> Bool {
    guard offset < bytes.count else { return false }
    if bytes[offset] == 0x3D { return isStrictStart(offset + 1) }
    if bytes[offset] == 0x28 || QueryBrackets.quoteLength(bytes, offset) > 0 {
      return brackets.partner(of: offset).map { $0 > offset } ?? false
    }
    return isToken(at: offset) && !isNumber(at: offset)
  }

  private func isToken(at offset: Int) -> Bool { tokenIndex(at: offset) != nil }

  private func isNumber(at offset: Int) -> Bool {
    tokenIndex(at: offset).map { list.tokens[$0].isNumber } ?? false
  }

  /// The token that begins at `offset`, which is not far ahead.
  private func tokenIndex(at offset: Int) -> Int? {
    var index = token
    while index < list.tokens.count, list.tokens[index].start < offset { index += 1 }
    return index < list.tokens.count && Int(list.tokens[index].start) == offset ? index : nil
  }
}
