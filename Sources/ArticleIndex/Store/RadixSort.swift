/// Sorting integers by some of their bits, without comparing them.
enum RadixSort {
  /// Bits of a pass: so many that the places written to at once stay in the cache.
  private static let digitBits = 9

  /// Sorts by the bits in `bits`; what is equal there stays in its order.
  static func sort(_ keys: inout [UInt64], bits: Range<Int>) {
    var scratch = [UInt64](repeating: 0, count: keys.count)
    keys.withUnsafeMutableBufferPointer { keys in
      scratch.withUnsafeMutableBufferPointer { scratch in
        var (from, to) = (keys, scratch)
        var shift = bits.lowerBound
        while shift < bits.upperBound {
          let width = min(digitBits, bits.upperBound - shift)
          pass(from, to, shift: UInt64(shift), mask: 1 << UInt64(width) - 1)
          swap(&from, &to)
          shift += width
        }
        if from.baseAddress != keys.baseAddress {
          _ = keys.update(fromContentsOf: from)
        }
      }
    }
  }

  private static func pass(
    _ from: UnsafeMutableBufferPointer<UInt64>, _ to: UnsafeMutableBufferPointer<UInt64>,
    shift: UInt64, mask: UInt64
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: Int(mask) + 1) { places in
      places.initialize(repeating: 0)
      for key in from { places[Int(key >> shift & mask)] += 1 }
      var place = 0
      for digit in places.indices {
        (places[digit], place) = (place, place + places[digit])
      }
      for key in from {
        let digit = Int(key >> shift & mask)
        to[places[digit]] = key
        places[digit] += 1
      }
    }
  }
}
