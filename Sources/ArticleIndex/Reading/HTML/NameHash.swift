/// Hashes of short ASCII names, so that tags, attributes and words of class names are compared
/// without making a string of each.
///
/// FNV-1a over lower-case bytes. The names compared with are ours and have no collisions among them
/// (a test says so); a page's own word that collides costs a wrong hint, no more.
struct NameHash: Hashable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  init(_ name: String) {
    for byte in name.utf8 { add(byte) }
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes { add(byte) }
  }

  /// Of a C string.
  init(_ name: UnsafePointer<UInt8>) {
    var next = name
    while next.pointee != 0 {
      add(next.pointee)
      next += 1
    }
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    let isUpper = byte &- 0x41 < 26
    value = (value ^ UInt64(isUpper ? byte | 0x20 : byte)) &* 0x100_0000_01B3
  }

  static func == (left: Self, right: Self) -> Bool { left.value == right.value }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
