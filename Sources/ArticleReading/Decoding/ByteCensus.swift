/// What a pass over the bytes counts, and whether there is any text among them.
struct ByteCensus {
  /// NUL bytes.
  private(set) var nulls = 0
  /// C0 controls other than tab, line breaks and escape; NUL included.
  private(set) var controls = 0
  /// Whether any byte is not white space.
  let hasText: Bool

  /// Counts by runs short enough for one-byte counters, so that the compiler can vectorise.
  init(of bytes: Span<UInt8>) {
    hasText = bytes.indices.contains { !Self.isSpace(bytes[$0]) }
    var start = 0
    while start < bytes.count {
      let run = bytes.extracting(start..<min(start + 255, bytes.count))
      var (runNulls, runControls): (UInt8, UInt8) = (0, 0)
      for index in run.indices {
        let byte = run[unchecked: index]
        runNulls &+= byte == 0 ? 1 : 0
        runControls &+= byte < 0x20 && byte &- 0x09 > 4 && byte != 0x1B ? 1 : 0
      }
      nulls += Int(runNulls)
      controls += Int(runControls)
      start += run.count
    }
  }

  /// Throws for what holds no text or is none.
  ///
  /// - Parameter count: the size of the file in bytes.
  func requireText(of count: Int) throws(ReadingError) {
    guard hasText else {
      throw ReadingError(count == 0 ? .emptyFile : .onlyWhiteSpace)
    }
    if nulls > 0 {
      throw ReadingError(.nulBytes)
    }
    // Stray controls happen in pasted text; a text where one byte in fifty is one is not text.
    if controls > 4, controls * 50 > count {
      throw ReadingError(.controlCharacters)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }
}
