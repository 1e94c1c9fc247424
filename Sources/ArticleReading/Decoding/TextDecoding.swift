/// Turns the bytes of a text file into a string, or says why they are not one.
///
/// UTF-8 is asked first and costs no more than its validation. Bytes that are none are taken for the
/// old encoding in which they are Vietnamese (``EncodingDetector``), then for Windows-1252 if they look
/// like a Western language; else they are refused with a ``ReadingError``. Byte order marks are obeyed
/// and dropped.
package enum TextDecoding {
  /// The largest file that is read: 64 MiB, some thousand times a long article.
  package static let maximumBytes = 64 << 20

  /// Decodes a whole file.
  ///
  /// The string is the file's text unchanged: no normalisation, line breaks as they were. Letters
  /// that an old encoding writes in two bytes come out composed.
  ///
  /// - Throws: ``ReadingError`` for files that are empty (or hold only white space), too large,
  ///   binary, in an encoding not read, or in none that can be told.
  package static func decode(_ bytes: [UInt8]) throws(ReadingError) -> String {
    try decode(bytes, as: nil, declared: nil).text
  }

  /// Decodes a whole file and says what it was in.
  ///
  /// - Parameters:
  ///   - given: what the user says the encoding is: obeyed. Bytes without meaning in it become
  ///     U+FFFD; not so in UTF-8, where they are an error.
  ///   - declared: what the file says its encoding is (`<meta charset>`): believed if the bytes may
  ///     be so. Many pages in TCVN3 or VNI declare Windows-1252. Invalid sequences in what declares
  ///     to be UTF-8, and is for the most part, become U+FFFD.
  /// - Throws: as ``decode(_:)``.
  package static func decode(
    _ bytes: [UInt8], as given: TextEncoding? = nil, declared: TextEncoding? = nil
  ) throws(ReadingError) -> DecodedText {
    guard bytes.count <= maximumBytes else {
      throw ReadingError(.contentTooLarge(limit: maximumBytes))
    }
    let mark = ByteOrderMark(of: bytes)
    if let given { return try decode(bytes, in: given, mark: mark) }
    switch mark {
    case .utf32: throw ReadingError(.utf32)
    case .utf16(let order): return try decode(bytes, in: order, mark: mark)
    case .utf8, nil: break
    }
    let start = mark?.length ?? 0
    let span = bytes.span.extracting(droppingFirst: start)
    let census = ByteCensus(of: span)
    if mark == nil, census.nulls > 0, let order = UTF16Text.order(of: span) {
      return try decode(bytes, in: order, mark: nil)
    }
    try census.requireText(of: bytes.count)
    do {
      let utf8 = try UTF8Span(validating: span)
      let text = String(copying: utf8)
      if !utf8.isKnownASCII, DoubleUTF8.isLikely(span),
        let undone = DoubleUTF8.undo(Array(text.utf8))
      {
        let text = String(decoding: undone, as: UTF8.self)
        return DecodedText(text: text, encoding: .doubleUTF8)
      }
      return DecodedText(text: text, encoding: .utf8)
    } catch {
      let offset = error.byteOffsets.lowerBound
      if mark == nil, !isMostlyUTF8(span, from: offset) {
        if let found = EncodingDetector.detect(span, from: offset, declared: declared) {
          return DecodedText(text: text(span, in: found), encoding: found)
        }
      } else if mark == nil, declared == .utf8 {
        return DecodedText(text: String(decoding: bytes, as: UTF8.self), encoding: .utf8)
      }
      throw ReadingError(.invalidUTF8(at: start + offset))
    }
  }

  /// Decodes what is known to be in an encoding.
  private static func decode(
    _ bytes: [UInt8], in encoding: TextEncoding, mark: ByteOrderMark?
  ) throws(ReadingError) -> DecodedText {
    let span = bytes.span
    switch encoding {
    case .utf16LE, .utf16BE:
      let start = mark == .utf16(encoding) ? 2 : 0
      let text = UTF16Text.decode(span, from: start, bigEndian: encoding == .utf16BE)
      let utf8 = Array(text.utf8)
      try ByteCensus(of: utf8.span).requireText(of: utf8.count)
      return DecodedText(text: text, encoding: encoding)
    case .utf8, .doubleUTF8:
      let start = mark == .utf8 ? 3 : 0
      let body = span.extracting(droppingFirst: start)
      try ByteCensus(of: body).requireText(of: bytes.count)
      do {
        let text = String(copying: try UTF8Span(validating: body))
        guard encoding == .doubleUTF8 else { return DecodedText(text: text, encoding: .utf8) }
        let undone = DoubleUTF8.undoAll(Array(text.utf8))
        return DecodedText(text: String(decoding: undone, as: UTF8.self), encoding: .doubleUTF8)
      } catch {
        throw ReadingError(.invalidUTF8(at: start + error.byteOffsets.lowerBound))
      }
    case .windows1252, .windows1258, .viscii, .tcvn3, .vni, .vps:
      try ByteCensus(of: span).requireText(of: span.count)
      return DecodedText(text: text(span, in: encoding), encoding: encoding)
    }
  }

  /// The text of bytes in an encoding that has a table.
  static func text(_ bytes: Span<UInt8>, in encoding: TextEncoding) -> String {
    let table = LegacyTable.of(encoding) ?? .windows1252
    let capitals = encoding == .tcvn3 ? CapitalWords.ranges(in: bytes) : []
    return table.decode(bytes, capitals: capitals)
  }

  /// Whether bytes that are not UTF-8 are damaged UTF-8 rather than another encoding: sequences of
  /// two and more bytes are rare by chance.
  ///
  /// - Parameter offset: of the first byte at fault; what is before it is UTF-8.
  private static func isMostlyUTF8(_ bytes: Span<UInt8>, from offset: Int) -> Bool {
    var (sequences, strays) = (0, 0)
    var index = max(0, offset - (32 << 10))
    let end = min(bytes.count, offset + (32 << 10))
    while index < end {
      let byte = bytes[unchecked: index]
      index += 1
      guard byte >= 0x80 else { continue }
      let length = byte < 0xC2 ? 0 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : byte < 0xF5 ? 3 : 0
      var next = index
      while next < end, next - index < length, bytes[unchecked: next] & 0xC0 == 0x80 { next += 1 }
      if length > 0, next - index == length {
        sequences += 1
        index = next
      } else {
        strays += 1
        if strays > 256, sequences < strays { return false }
      }
    }
    return sequences > 4 * strays
  }
}
