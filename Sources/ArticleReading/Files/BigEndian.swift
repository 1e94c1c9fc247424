/// Numbers as eight bytes each, the highest first: how the states of files and records are stored.
package enum BigEndian {
  /// The bytes of some numbers, one behind the other.
  package static func bytes(of numbers: UInt64...) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count * 8)
    for number in numbers {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
      }
    }
    return bytes
  }

  /// The number whose bytes begin at an offset.
  package static func number(at start: Int, of bytes: UnsafeRawBufferPointer) -> UInt64 {
    UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
  }
}
