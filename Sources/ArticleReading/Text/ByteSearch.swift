import Platform

extension StringProtocol {
  /// Whether a byte occurs in the text's UTF-8; `utf8.contains(_:)` is many times slower.
  func holds(_ byte: UInt8) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
    }
    return found ?? utf8.contains(byte)
  }
}
