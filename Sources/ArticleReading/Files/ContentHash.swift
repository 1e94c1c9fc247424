internal import CXXHash

/// Hashes by libxxhash (XXH3): to notice change, not to resist attack.
package enum ContentHash {
  /// 64 bits, never 0.
  package static func hash64(_ bytes: [UInt8]) -> UInt64 {
    let hash = bytes.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
    return hash == 0 ? 1 : hash
  }

  /// 128 bits in 16 bytes, the highest first.
  package static func hash128(_ bytes: [UInt8]) -> [UInt8] {
    let hash = bytes.withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) }
    return BigEndian.bytes(of: hash.high64, hash.low64)
  }

  /// 128 bits as 32 lower-case hexadecimal digits.
  package static func hash128Hex(_ bytes: [UInt8]) -> [UInt8] { hash128(bytes).hexadecimal }
}

extension [UInt8] {
  /// Two lower-case digits for each byte.
  package var hexadecimal: [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }
  }
}
