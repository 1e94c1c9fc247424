internal import CXXHash

/// Hashes by libxxhash (XXH3): to notice change, not to resist attack.
package enum ContentHash {
  /// 64 bits, never 0.
  package static func hash64(_ bytes: [UInt8]) -> UInt64 {
    let hash = bytes.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
    return hash == 0 ? 1 : hash
  }

  /// 128 bits as 32 lower-case hexadecimal digits.
  package static func hash128Hex(_ bytes: [UInt8]) -> [UInt8] {
    let hash = bytes.withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) }
    var digits: [UInt8] = []
    digits.reserveCapacity(32)
    for half in [hash.high64, hash.low64] {
      for shift in stride(from: 60, through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: half >> UInt64(shift)) & 0xF
        digits.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
      }
    }
    return digits
  }
}
