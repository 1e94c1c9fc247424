/// Gives every different term a small number, so that terms are counted and compared as integers.
///
/// Open addressing over one arena of bytes; no String is made. Not for sharing between threads.
struct TermTable {
  /// The terms one after the other.
  private var arena: [UInt8] = []
  private var starts: [UInt32] = [0]
  private var slots: [UInt32]
  private var mask: Int

  init() {
    slots = [UInt32](repeating: 0, count: 1 << 15)
    mask = slots.count - 1
  }

  /// How many different terms it holds; their numbers are `0..<count`.
  var count: Int { starts.count - 1 }

  /// The number of a term of 1…255 bytes.
  @inline(__always)
  mutating func number(of term: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = Self.hash(term) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if isEqual(number, term) { return number }
      slot = (slot + 1) & mask
    }
    return insert(term, at: slot)
  }

  /// The bytes of a term.
  func term(_ number: Int) -> ArraySlice<UInt8> {
    arena[Int(starts[number])..<Int(starts[number + 1])]
  }

  private mutating func insert(_ term: UnsafeBufferPointer<UInt8>, at slot: Int) -> Int {
    arena.append(contentsOf: term)
    starts.append(UInt32(truncatingIfNeeded: arena.count))
    slots[slot] = UInt32(truncatingIfNeeded: count)
    let number = count - 1
    if count * 2 > slots.count { grow() }
    return number
  }

  private func isEqual(_ number: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == term.count else { return false }
    for offset in term.indices where arena[start + offset] != term[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    mask = slots.count - 1
    arena.withUnsafeBufferPointer { arena in
      for number in 0..<count {
        let term = UnsafeBufferPointer(
          rebasing: arena[Int(starts[number])..<Int(starts[number + 1])])
        var slot = Self.hash(term) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(number + 1)
      }
    }
  }

  /// FNV-1a, its high bits mixed in; terms are short.
  @inline(__always)
  private static func hash(_ term: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in term { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF)
  }
}

extension TermTable {
  /// The numbers of all terms, in the order of the terms' bytes.
  func sortedNumbers() -> [UInt32] {
    // Most differ in their first eight bytes.
    let entries = (0..<count).map { number -> (prefix: UInt64, number: UInt32) in
      var prefix: UInt64 = 0
      let bytes = term(number)
      for byte in bytes.prefix(8) { prefix = prefix << 8 | UInt64(byte) }
      return (prefix << UInt64(8 * (8 - min(8, bytes.count))), UInt32(number))
    }
    return entries.sorted {
      $0.prefix != $1.prefix
        ? $0.prefix < $1.prefix
        : term(Int($0.number)).lexicographicallyPrecedes(term(Int($1.number)))
    }.map(\.number)
  }
}
