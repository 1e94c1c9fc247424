/// A short word as its text spells it: the bytes from one place up to the next ASCII byte that is
/// not a letter, in two machine words.
///
/// What follows it would end any token, so the forms of a token that covers all its bytes depend on
/// nothing else.
struct WordBytes: Equatable {
  /// Longer words are not taken; `nghiêng` has 8 bytes.
  static let maximumCount = 15

  /// The bytes in order, the first one lowest, then zeros.
  let low: UInt64
  let high: UInt64
  /// How many bytes; 0 if no letter is there, the word is too long, or an apostrophe follows, which
  /// may join it to the next.
  let count: Int

  /// Reads the word at `index`, which lies within `bytes`.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    guard index + 16 <= bytes.count else {
      self = Self.last(bytes, at: index)
      return
    }
    let raw = UnsafeRawBufferPointer(bytes)
    self.init(
      UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)),
      UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)))
  }

  /// What sixteen bytes begin with.
  @inline(__always)
  private init(_ first: UInt64, _ second: UInt64) {
    let isShort = Self.ends(in: first) != 0
    let half = isShort ? first : second
    // Without any end all 64 bits count: `bits` is 64, the end found is 0 and the count 16.
    let bits = UInt64(truncatingIfNeeded: Self.ends(in: half).trailingZeroBitCount) & 0x78
    let end = half >> bits & 0xFF
    let rest = half & (1 << bits &- 1)
    let found = Int(truncatingIfNeeded: bits >> 3) + (isShort ? 0 : 8)
    (low, high) = isShort ? (rest, 0) : (first, rest)
    count = found > Self.maximumCount || end == 0x27 || end == 0x60 ? 0 : found
  }

  /// The same near the end of the text, where fewer than sixteen bytes are left: the rest is zeros.
  private static func last(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> WordBytes {
    var (first, second): (UInt64, UInt64) = (0, 0)
    if bytes.count >= 16 {
      // The last sixteen, shifted by those before `index`.
      let raw = UnsafeRawBufferPointer(
        rebasing: UnsafeRawBufferPointer(bytes)[(bytes.count - 16)...])
      first = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
      second = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      let shift = UInt64(truncatingIfNeeded: (index + 16 - bytes.count) * 8)
      // Shifts by more than 63 give 0.
      (first, second) = (first >> shift | second << (64 - Int64(shift)), second >> shift)
    } else {
      for (offset, byte) in bytes[index...].enumerated() {
        let shifted = UInt64(byte) << UInt64(offset % 8 * 8)
        if offset < 8 { first |= shifted } else { second |= shifted }
      }
    }
    return WordBytes(first, second)
  }

  /// The high bit of every byte that is ASCII but not a letter.
  @inline(__always)
  private static func ends(in word: UInt64) -> UInt64 {
    // Additions that carry into the high bit from `a` on, and from past `z` on.
    let lower = (word | 0x2020_2020_2020_2020) & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = lower &+ 0x1F1F_1F1F_1F1F_1F1F
    let pastZ = lower &+ 0x0505_0505_0505_0505
    return ~(fromA & ~pastZ | word) & 0x8080_8080_8080_8080
  }
}
