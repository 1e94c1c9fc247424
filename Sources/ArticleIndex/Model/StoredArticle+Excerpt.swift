extension StoredArticle {
  /// Where the text goes on after the title and the empty line, in UTF-8 bytes.
  var bodyStart: Int {
    titleLength == 0 ? 0 : min(titleLength + 2, text.utf8.count)
  }

  /// Whether the title is but the beginning of the text's first paragraph, as that of an article that
  /// came without one is; its words are then not words of a headline, and there are no more of them
  /// than the paragraph has.
  ///
  /// A headline that is repeated in a line of its own is none. Runs of white space are alike.
  var isTitleExcerpt: Bool {
    let bytes = text.utf8.span
    guard titleLength > 0, bodyStart < bytes.count else { return false }
    var place = bodyStart
    var offset = 0
    while offset < titleLength {
      guard place < bytes.count else { return false }
      if Self.isSpace(bytes[offset]) {
        guard Self.isSpace(bytes[place]) else { return false }
        Self.skipSpaces(bytes, &offset, end: titleLength)
        Self.skipSpaces(bytes, &place, end: bytes.count)
      } else {
        guard bytes[place] == bytes[offset] else { return false }
        offset += 1
        place += 1
      }
    }
    return place == bytes.count || bytes[place] != 0x0A
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func skipSpaces(_ bytes: Span<UInt8>, _ place: inout Int, end: Int) {
    while place < end, isSpace(bytes[place]) { place += 1 }
  }
}
