/// What tells a changed file from an unchanged one.
package struct FileState: Equatable, Sendable {
  /// Bytes.
  package var size: UInt64
  /// Time of modification, nanoseconds since 1970.
  package var modified: Int64
  /// XXH3 of the content; 0 as long as it has not been read.
  package var contentHash: UInt64 = 0

  /// Whether the file looks unchanged: size and time.
  package func isSame(as other: FileState) -> Bool {
    size == other.size && modified == other.modified
  }

  /// Bytes of ``encoded``.
  package static let encodedCount = 24

  /// 24 bytes for the value slot, big-endian.
  package var encoded: [UInt8] {
    BigEndian.bytes(of: size, UInt64(bitPattern: modified), contentHash)
  }

  package init(size: UInt64, modified: Int64, contentHash: UInt64 = 0) {
    (self.size, self.modified, self.contentHash) = (size, modified, contentHash)
  }

  /// Reads ``encoded`` back; nil if it is none.
  package init?(encoded bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.encodedCount else { return nil }
    self.init(
      size: BigEndian.number(at: 0, of: bytes),
      modified: Int64(bitPattern: BigEndian.number(at: 8, of: bytes)),
      contentHash: BigEndian.number(at: 16, of: bytes))
  }
}
