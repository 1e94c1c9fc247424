internal import CXapian

extension StoreReader {
  /// Streams a value slot by ascending id, without the documents that have no value there.
  ///
  /// - Parameters:
  ///   - first: the lowest id to look at.
  ///   - budget: how many bytes to fetch at once, roughly.
  ///   - body: takes an id and its value; the bytes are valid only inside the call. It may use the
  ///     reader.
  package func forEachValue(
    slot: UInt32, from first: UInt32 = 1, budget: Int = 1 << 16,
    _ body: (UInt32, UnsafeRawBufferPointer) throws(IndexError) -> Void
  ) throws(IndexError) {
    var buffer = StoreBuffer()
    var from = first
    repeat {
      var next: UInt32 = 0
      try buffer.fill(path.string) {
        cx_reader_values(handle, slot, from, max(0, budget), $0, &next, $1)
      }
      var cursor = PackedCursor(buffer.contents)
      while !cursor.isAtEnd {
        let id = try cursor.next(UInt32.self)
        let length = try cursor.next(UInt32.self)
        try body(id, try cursor.bytes(Int(length)))
      }
      from = next
    } while from != 0
  }

  /// Streams the terms of the database that begin with `prefix`, in the order of their bytes.
  ///
  /// - Parameters:
  ///   - page: how many terms to fetch at once.
  ///   - body: takes a term and the number of documents with it; the bytes are valid only inside
  ///     the call. Returns whether to go on. It may use the reader.
  package func forEachTerm(
    prefix: some Collection<UInt8>, page: Int = 1000,
    _ body: (UnsafeRawBufferPointer, UInt32) throws(IndexError) -> Bool
  ) throws(IndexError) {
    var buffer = StoreBuffer()
    let prefix = [UInt8](prefix)
    var after: [UInt8] = []
    while true {
      try buffer.fill(path.string) { out, failure in
        prefix.withUnsafeBufferPointer { prefix in
          after.withUnsafeBufferPointer { after in
            cx_reader_all_terms(
              handle, prefix.baseAddress, prefix.count, after.baseAddress, after.count,
              max(1, page), out, failure)
          }
        }
      }
      var cursor = PackedCursor(buffer.contents)
      guard !cursor.isAtEnd else { return }
      while !cursor.isAtEnd {
        let length = try cursor.next(UInt8.self)
        let frequency = try cursor.next(UInt32.self)
        let term = try cursor.bytes(Int(length))
        guard try body(term, frequency) else { return }
        if cursor.isAtEnd { after = [UInt8](term) }
      }
    }
  }

  /// The terms that begin with `prefix` and how many documents hold each, at most `limit`.
  package func allTerms(
    prefix: some Collection<UInt8>, limit: Int = .max, page: Int = 1000
  ) throws(IndexError) -> [(term: [UInt8], frequency: UInt32)] {
    var terms: [(term: [UInt8], frequency: UInt32)] = []
    guard limit > 0 else { return terms }
    try forEachTerm(prefix: prefix, page: min(page, limit)) { term, frequency in
      terms.append((term: [UInt8](term), frequency: frequency))
      return terms.count < limit
    }
    return terms
  }
}
