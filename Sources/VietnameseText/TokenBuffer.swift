/// Gathers tokens in a fixed buffer and moves them to a `TokenList`, many at a time.
struct TokenBuffer {
  /// How many tokens the buffer must have room for.
  static let capacity = 256

  private let buffer: UnsafeMutableBufferPointer<Token>
  private var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<Token>) { self.buffer = buffer }

  /// Adds the token whose forms `writer` has just written; it will go to `list`.
  @inline(__always)
  mutating func append(
    _ writer: FormWriter, start: Int, end: Int, gap: Token.Gap, isNumber: Bool, word: UInt32,
    to list: inout TokenList
  ) {
    if count == buffer.count { flush(to: &list) }
    buffer[count] = Token(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
      formsStart: UInt32(truncatingIfNeeded: writer.formsStart(in: list)),
      foldedCount: UInt8(truncatingIfNeeded: writer.foldedCount),
      exactCount: UInt8(truncatingIfNeeded: writer.exactCount), gap: gap, isNumber: isNumber,
      word: word)
    count += 1
  }

  /// Moves all tokens to the list. Needed at the end.
  mutating func flush(to list: inout TokenList) {
    list.tokens.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<count]))
    count = 0
  }
}
