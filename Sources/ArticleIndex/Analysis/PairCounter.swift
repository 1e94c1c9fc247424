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

  /// As many slots as an article needs: 16 KB.
  private static let leastBits: UInt64 = 12

  private let multiplier = UInt64.random(in: .min ... .max) | 1
  /// In the order first seen, and room for more behind them.
  private var pairs: [Pair] = []
  private var pairCount = 0
  /// The number of a pair + 1, or 0; at least half are 0.
  private var slots = [UInt32](repeating: 0, count: 1 << Self.leastBits)
  /// 64 - log2 of the number of slots.
  private var shift = 64 - Self.leastBits

  /// Counts the pairs that some tokens make with the ones before them.
  ///
  /// - Parameter previous: the folded form before the first token; nil if nothing is.
  mutating func count(
    _ tokens: UnsafeBufferPointer<FormNumbers>, after previous: UInt32?, _ weight: UInt16
  ) {
    let room = pairCount + tokens.count
    while room * 2 > slots.count { grow() }
    if room > pairs.count {
      let missing = max(room, 2 * pairs.count) - pairs.count
      pairs.append(contentsOf: repeatElement(Pair(key: 0, count: 0), count: missing))
    }
    // Local copies, and room enough: nothing moves while the arrays are on loan.
    var (before, found) = (previous, pairCount)
    let (multiplier, shift, weight) = (multiplier, shift, UInt32(weight))
    slots.withUnsafeMutableBufferPointer { slots in
      pairs.withUnsafeMutableBufferPointer { pairs in
        for token in tokens {
          if let before, token.isPaired {
            let key = UInt64(before) << 32 | UInt64(token.folded)
            let slot = Self.slot(
              of: key, from: (key &* multiplier) >> shift, slots, UnsafeBufferPointer(pairs))
            if slots[slot] == 0 {
              pairs[found] = Pair(key: key, count: weight)
              found += 1
              slots[slot] = UInt32(truncatingIfNeeded: found)
            } else {
              pairs[Int(truncatingIfNeeded: slots[slot]) - 1].count &+= weight
            }
          }
          before = token.folded
        }
      }
    }
    pairCount = found
  }

  /// Calls `body` with every different pair and its count.
  @inline(__always)
  func forEachCounted(
    _ body: (_ first: Int, _ second: Int, _ count: UInt16) throws(IndexError) -> Void
  ) throws(IndexError) {
    for pair in pairs[..<pairCount] {
      try body(Int(pair.key >> 32), Int(pair.key & 0xFFFF_FFFF), UInt16(clamping: pair.count))
    }
  }

  /// Starts the next document.
  mutating func forgetCounts() {
    if slots.count > 1 << Self.leastBits, pairCount * 16 < slots.count {
      // One long article made it large; the others need not clear so much.
      shift = 64 - Self.leastBits
      slots = [UInt32](repeating: 0, count: 1 << Self.leastBits)
      pairs = []
    } else {
      slots.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    }
    pairCount = 0
  }

  /// The slot that has the key or is to have it.
  @inline(__always)
  private static func slot(
    of key: UInt64, from hash: UInt64, _ slots: UnsafeMutableBufferPointer<UInt32>,
    _ pairs: UnsafeBufferPointer<Pair>
  ) -> Int {
    var slot = Int(truncatingIfNeeded: hash)
    while slots[slot] != 0, pairs[Int(truncatingIfNeeded: slots[slot]) - 1].key != key {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    shift -= 1
    slots.withUnsafeMutableBufferPointer { slots in
      pairs.withUnsafeBufferPointer { pairs in
        for index in 0..<pairCount {
          let key = pairs[index].key
          let slot = Self.slot(of: key, from: (key &* multiplier) >> shift, slots, pairs)
          slots[slot] = UInt32(truncatingIfNeeded: index + 1)
        }
      }
    }
  }
}
