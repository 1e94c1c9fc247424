/// Hashes of short ASCII names, so that tags, attributes and words of class names are compared
/// without making a string of each.
///
/// FNV-1a over lower-case bytes. A page's own word that collides with one of ours costs a wrong hint,
/// no more.
struct NameHash: Equatable {
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
}

/// Values by the hashes of names: a table with open addressing, made once and read often.
struct NameTable<Value: Sendable>: Sendable {
  private var slots: [(hash: NameHash, value: Value)?]
  private let mask: Int

  /// Makes a table from lists of names parted by white space; a name in several lists has its
  /// values combined.
  init(_ lists: [(Value, String)], combine: (Value, Value) -> Value = { first, _ in first }) {
    let lists = lists.map { ($0.0, $0.1.split(whereSeparator: \.isWhitespace)) }
    let count = lists.reduce(0) { $0 + $1.1.count }
    var size = 16
    while size < count * 4 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: nil, count: size)
    for (value, names) in lists {
      for name in names {
        let hash = NameHash(String(name))
        let slot = slot(of: hash)
        slots[slot] = (hash, slots[slot].map { combine($0.value, value) } ?? value)
      }
    }
  }

  subscript(hash: NameHash) -> Value? { slots[slot(of: hash)]?.value }

  /// Where a name is or would be; there is always a free slot.
  private func slot(of hash: NameHash) -> Int {
    var slot = Int(truncatingIfNeeded: hash.value ^ hash.value >> 32) & mask
    while let found = slots[slot], found.hash != hash { slot = (slot + 1) & mask }
    return slot
  }
}

extension NameTable where Value == Bool {
  /// A set of names.
  init(_ names: String) { self.init([(true, names)]) }

  func contains(_ hash: NameHash) -> Bool { self[hash] != nil }
}
