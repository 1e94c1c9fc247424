/// Appending the little-endian fields of the shim's packed buffers to an array of bytes.
extension [UInt8] {
  /// Appends a number, least byte first.
  @inline(__always)
  mutating func appendField(_ number: some FixedWidthInteger & BitwiseCopyable) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }

  /// Replaces the number at `offset` by another of the same width. Does nothing past the end.
  mutating func replaceField(at offset: Int, _ number: some FixedWidthInteger & BitwiseCopyable) {
    Swift.withUnsafeBytes(of: number.littleEndian) { bytes in
      guard offset >= 0, offset + bytes.count <= count else { return }
      for (index, byte) in bytes.enumerated() { self[offset + index] = byte }
    }
  }

  /// Appends a byte string after its length in four bytes.
  mutating func appendCounted(_ bytes: UnsafeBufferPointer<UInt8>) throws(IndexError) {
    guard let length = UInt32(exactly: bytes.count) else {
      throw IndexError(.invalid(.longBytes))
    }
    appendField(length)
    append(contentsOf: bytes)
  }
}
