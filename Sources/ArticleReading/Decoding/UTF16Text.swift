/// Text in UTF-16, either byte order.
enum UTF16Text {
  /// The byte order of UTF-16 without a mark: half of the bytes of ASCII in it are NUL, and all on
  /// the same side. Nil for what is not so.
  static func order(of bytes: Span<UInt8>) -> TextEncoding? {
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    let sample = bytes.extracting(first: min(bytes.count, 8192))
    var (even, odd, controls) = (0, 0, 0)
    for index in sample.indices where sample[unchecked: index] == 0 {
      if index.isMultiple(of: 2) { even += 1 } else { odd += 1 }
      let partner = sample[unchecked: index ^ 1]
      if partner < 0x20, partner &- 0x09 > 4 { controls += 1 }
    }
    // Three in four characters of Vietnamese are below U+0100; what is below U+0020 is no text.
    guard even + odd >= max(2, sample.count / 6), controls * 50 <= even + odd else { return nil }
    if even * 50 <= odd { return .utf16LE }
    return odd * 50 <= even ? .utf16BE : nil
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
