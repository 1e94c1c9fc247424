internal import CXapian

/// A value slot to count the values of.
package struct ValueFacet: Sendable, Equatable {
  package var slot: UInt32
  /// Values that begin with the same bytes, this many, are counted as one; 0: whole values.
  package var width: UInt32

  package init(slot: UInt32, width: UInt32 = 0) {
    (self.slot, self.width) = (slot, width)
  }
}

/// How often values occur among the matches of a query.
package struct ValueCounts: Sendable, Equatable {
  /// A value and how many documents have it.
  package struct Count: Sendable, Equatable {
    package var value: [UInt8]
    package var documents: UInt32
  }

  /// How many documents match.
  package var matches: UInt32
  /// For each facet its values in the order of their bytes.
  package var facets: [[Count]]
}

extension StoreReader {
  /// A value slot of many documents, in their order; empty where there is none. Documents must
  /// exist; for one that does not the answer is an empty value or
  /// ``IndexError/Code/missing``.
  package func values(of ids: [UInt32], slot: UInt32) throws(IndexError) -> [[UInt8]] {
    var buffer = StoreBuffer()
    try buffer.fill(path.string) { out, failure in
      ids.withUnsafeBufferPointer {
        cx_reader_values_of(handle, $0.baseAddress, $0.count, slot, out, failure)
      }
    }
    var cursor = PackedCursor(buffer.contents)
    var values: [[UInt8]] = []
    while !cursor.isAtEnd {
      let length = try cursor.next(UInt32.self)
      values.append([UInt8](try cursor.bytes(Int(length))))
    }
    return values
  }

  /// Counts the values of slots over every document that a query matches.
  ///
  /// - Throws: as ``search(_:_:)``.
  package func countValues(
    _ program: QueryProgram, _ facets: [ValueFacet]
  ) throws(IndexError) -> ValueCounts {
    var buffer = StoreBuffer()
    var matches: UInt32 = 0
    let native = facets.map { cx_facet(slot: $0.slot, width: $0.width) }
    try buffer.fill("query") { out, failure in
      native.withUnsafeBufferPointer { native in
        program.withUnsafeAddress {
          cx_reader_count_values(
            handle, $0, program.bytes.count, native.baseAddress, native.count, &matches, out,
            failure)
        }
      }
    }
    var cursor = PackedCursor(buffer.contents)
    var counts = ValueCounts(matches: matches, facets: [])
    for _ in facets {
      var values: [ValueCounts.Count] = []
      for _ in 0..<(try cursor.next(UInt32.self)) {
        let documents = try cursor.next(UInt32.self)
        let length = try cursor.next(UInt32.self)
        values.append(
          ValueCounts.Count(value: [UInt8](try cursor.bytes(Int(length))), documents: documents))
      }
      counts.facets.append(values)
    }
    return counts
  }
}
