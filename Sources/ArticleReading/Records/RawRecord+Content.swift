extension RawRecord {
  /// Bytes of the content, roughly.
  package var byteCount: Int {
    switch content {
    case .json(let bytes): bytes.count
    case .fields(let fields):
      fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
    }
  }

  /// XXH3 of the content.
  package var contentHash: UInt64 {
    switch content {
    case .json(let bytes): return ContentHash.hash64(bytes)
    case .fields(let fields):
      var bytes: [UInt8] = []
      for field in fields {
        bytes.append(contentsOf: field.name.utf8)
        bytes.append(0)
        bytes.append(contentsOf: field.value.utf8)
        bytes.append(0)
      }
      return ContentHash.hash64(bytes)
    }
  }
}
