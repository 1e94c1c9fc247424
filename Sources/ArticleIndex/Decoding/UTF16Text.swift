/// Text in UTF-16, either byte order.
enum UTF16Text {
  /// The byte order of UTF-16 without a mark: half of the bytes of ASCII in it are NUL, and all on
  /// the same side. Nil for what is not so.
  static func order(of bytes: Span<UInt8>) -> TextEncoding? {
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    let sample = bytes.extracting(first: min(bytes.count, 8192))
    var nulls = (even: 0, odd: 0)
    for index in sample.indices where sample[unchecked: index] == 0 {
      if index.isMultiple(of: 2) { nulls.even += 1 } else { nulls.odd += 1 }
    }
    // A third of Vietnamese letters are above U+00FF, and lines of another script may come first.
    let enough = max(2, sample.count / 8)
    if nulls.odd >= enough, nulls.even * 50 <= nulls.odd { return .utf16LE }
    if nulls.even >= enough, nulls.odd * 50 <= nulls.even { return .utf16BE }
    return nil
  }

  /// Decodes from `start`; what is no UTF-16 becomes U+FFFD.
  static func decode(_ bytes: Span<UInt8>, from start: Int, bigEndian: Bool) -> String {
    var units: [UInt16] = []
    units.reserveCapacity((bytes.count - start) / 2 + 1)
    var index = start
    while index + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[unchecked: index]), UInt16(bytes[unchecked: index + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    if index < bytes.count { units.append(0xFFFD) }
    return String(decoding: units, as: UTF16.self)
  }
}
