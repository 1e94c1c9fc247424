/// Counts the pairs of neighbours of one document at a time.
///
/// Open addressing over small integers; the multiplier is drawn by lot, so that no text can be made to
/// collide.
struct PairCounter {
  private struct Pair {
    /// Both form numbers, the first one in the high half.
    var key: UInt64
    var count: UInt32
  }

  /// As many as an article needs: 8 KB.
  private static let leastBits: UInt64 = 11

  private let multiplier = UInt64.random(in: .min ... .max) | 1
  /// In the order first seen.
  private var pairs: [Pair] = []
  /// The number of a pair + 1, or 0; at least half are 0.
  private var slots = [UInt32](repeating: 0, count: 1 << Self.leastBits)
  /// 64 - log2 of the number of slots.
  private var shift = 64 - Self.leastBits

  /// Counts a pair of form numbers (below 2^32).
  @inline(__always)
  mutating func count(_ first: Int, _ second: Int, _ weight: UInt16) {
    let key = UInt64(truncatingIfNeeded: first) << 32 | UInt64(truncatingIfNeeded: second)
    var slot = slot(of: key)
    while slots[slot] != 0 {
      let index = Int(truncatingIfNeeded: slots[slot]) - 1
      if pairs[index].key == key {
        pairs[index].count &+= UInt32(weight)
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    pairs.append(Pair(key: key, count: UInt32(weight)))
    slots[slot] = UInt32(truncatingIfNeeded: pairs.count)
    if pairs.count * 2 > slots.count { grow() }
  }

  /// Calls `body` with every different pair and its count.
  @inline(__always)
  func forEachCounted(
    _ body: (_ first: Int, _ second: Int, _ count: UInt16) throws(IndexError) -> Void
  ) throws(IndexError) {
    for pair in pairs {
      try body(Int(pair.key >> 32), Int(pair.key & 0xFFFF_FFFF), UInt16(clamping: pair.count))
    }
  }

  /// Starts the next document.
  mutating func forgetCounts() {
    if slots.count > 1 << Self.leastBits, pairs.count * 16 < slots.count {
      // One long article made it large; the others need not clear so much.
      shift = 64 - Self.leastBits
      slots = [UInt32](repeating: 0, count: 1 << Self.leastBits)
    } else {
      slots.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    }
    pairs.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* multiplier) >> shift)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    shift -= 1
    for index in pairs.indices {
      var slot = slot(of: pairs[index].key)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: index + 1)
    }
  }
}
