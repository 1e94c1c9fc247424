/// Reading scalars out of the bytes.
extension Scanner {
  /// The letter table's entry for the scalar at `index` and its length in bytes; 0 where the table
  /// does not reach or has no letter.
  @inline(__always)
  func lookUp(_ index: Int) -> (entry: UInt32, length: Int) {
    Self.lookUp(bytes, index, table)
  }

  @inline(__always)
  static func lookUp(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ table: UnsafeBufferPointer<UInt32>
  ) -> (entry: UInt32, length: Int) {
    let first = bytes[index]
    if first < 0x80 { return (table[Int(first)], 1) }
    if first <= 0xC9 {
      guard first >= 0xC3, index + 1 < bytes.count else { return (0, 0) }
      let second = bytes[index + 1] ^ 0x80
      let scalar = Int(first & 0x1F) << 6 | Int(second)
      return (second < 0x40 && scalar < 0x250 ? table[scalar] : 0, 2)
    }
    if first == 0xE1, index + 2 < bytes.count, bytes[index + 1] & 0xFC == 0xB8 {
      let third = bytes[index + 2] ^ 0x80
      let offset = Int(bytes[index + 1] & 0x03) << 6 | Int(third)
      return (third < 0x40 ? table[0x250 + offset] : 0, 3)
    }
    return (0, 0)
  }

  /// The scalar at `index` and its length; malformed bytes count as one U+FFFD each.
  func decode(_ index: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    let (length, bits, minimum): (Int, UInt32, UInt32) =
      first >= 0xF0
      ? (4, first & 0x07, 0x1_0000)
      : first >= 0xE0 ? (3, first & 0x0F, 0x800) : (2, first & 0x1F, 0x80)
    guard first >= 0xC2, first < 0xF5, index + length <= bytes.count else { return (0xFFFD, 1) }
    var scalar = bits
    for offset in 1..<length {
      let byte = UInt32(bytes[index + offset])
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | byte & 0x3F
    }
    guard scalar >= minimum, Unicode.Scalar(scalar) != nil else { return (0xFFFD, 1) }
    return (scalar, length)
  }

  func isLetter(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    if lookUp(index).entry != 0 { return true }
    guard bytes[index] >= 0x80 else { return false }
    switch ScalarClass(decode(index).0) {
    case .letters, .digit: return true
    default: return false
    }
  }

  func isMark(at index: Int) -> Bool {
    guard index < bytes.count, bytes[index] >= 0x80 else { return false }
    if case .mark = ScalarClass(decode(index).0) { return true }
    return false
  }
}
