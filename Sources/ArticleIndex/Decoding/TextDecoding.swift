/// Turns the bytes of a text file into a string, or says why they are not one.
///
/// UTF-8 is read, with or without a byte order mark; the mark is dropped. Everything else is refused
/// with a ``ReadingError``. Another encoding has one place to go: ``detect(_:)`` names it and
/// ``decode(_:)`` gets one more `case`.
public enum TextDecoding {
  /// The largest file that is read: 64 MiB, some thousand times a long article.
  public static let maximumBytes = 64 << 20

  /// An encoding told from a file's first bytes.
  enum Encoding: Equatable {
    /// UTF-8 behind a byte order mark of so many bytes (0 or 3).
    case utf8(markLength: Int)
    /// UTF-16, either byte order, told from its mark.
    case utf16
    /// UTF-32, either byte order, told from its mark.
    case utf32
  }

  /// Decodes a whole file.
  ///
  /// The string is the file's text unchanged: no normalisation, line breaks as they were.
  ///
  /// ```swift
  /// let text = try TextDecoding.decode([0xEF, 0xBB, 0xBF, 0x41])  // "A"
  /// ```
  ///
  /// - Throws: ``ReadingError`` for files that are empty (or hold only white space), too large,
  ///   binary, in an encoding not read, or not valid UTF-8.
  public static func decode(_ bytes: [UInt8]) throws(ReadingError) -> String {
    guard bytes.count <= maximumBytes else {
      throw ReadingError(.tooLarge, reason: "larger than \(maximumBytes >> 20) MiB")
    }
    switch detect(bytes) {
    case .utf8(let markLength): return try decodeUTF8(bytes, from: markLength)
    case .utf16: throw ReadingError(.unsupportedEncoding, reason: "UTF-16 is not read yet")
    case .utf32: throw ReadingError(.unsupportedEncoding, reason: "UTF-32 is not read yet")
    }
  }

  /// Tells the encoding from a byte order mark; without one it is taken for UTF-8 and validated.
  static func detect(_ bytes: [UInt8]) -> Encoding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8(markLength: 3) }
    // UTF-32's little-endian mark begins with UTF-16's, so it is asked first.
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return .utf32
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    return .utf8(markLength: 0)
  }

  private static func decodeUTF8(
    _ bytes: [UInt8], from start: Int
  ) throws(ReadingError) -> String {
    let span = bytes.span.extracting(droppingFirst: start)
    let census = ByteCensus(of: span)
    guard census.hasText else {
      let reason = bytes.isEmpty ? "empty file" : "nothing but white space"
      throw ReadingError(.empty, reason: reason)
    }
    if census.nulls > 0 {
      throw ReadingError(.binary, reason: "binary data (NUL bytes)")
    }
    // Stray controls happen in pasted text; a text where one byte in fifty is one is not text.
    if census.controls > 4, census.controls * 50 > span.count {
      throw ReadingError(.binary, reason: "binary data (control characters)")
    }
    do {
      return String(copying: try UTF8Span(validating: span))
    } catch {
      let offset = start + error.byteOffsets.lowerBound
      throw ReadingError(
        .invalidUTF8, reason: "invalid UTF-8 at byte \(offset)", byteOffset: offset)
    }
  }
}

/// What a pass over the bytes counts, and whether there is any text among them.
private struct ByteCensus {
  /// NUL bytes.
  var nulls = 0
  /// C0 controls other than tab, line breaks and escape; NUL included.
  var controls = 0
  /// Whether any byte is not white space.
  var hasText: Bool

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

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }
}
