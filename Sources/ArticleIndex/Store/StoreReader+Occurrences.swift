internal import CXapian

extension StoreReader {
  /// The lengths of documents: the sums of the wdf of their terms.
  ///
  /// - Parameter ids: ascending.
  /// - Throws: `missing` if one of the documents does not exist.
  package func lengths(of ids: [UInt32]) throws(IndexError) -> [UInt32] {
    var lengths = [UInt32](repeating: 0, count: ids.count)
    guard !ids.isEmpty else { return lengths }
    try callStore(path.string) { failure in
      ids.withUnsafeBufferPointer { ids in
        lengths.withUnsafeMutableBufferPointer { lengths in
          // Neither is empty here.
          guard let first = ids.baseAddress, let out = lengths.baseAddress else { return .CX_OK }
          return cx_reader_lengths(handle, first, ids.count, out, failure)
        }
      }
    }
    return lengths
  }

  /// How often terms occur in documents: for each term a row with its wdf in each document, 0 where a
  /// document does not have it.
  ///
  /// Costs a look at each posting list near each document, so it is for few documents of a local
  /// database; a remote one would send whole posting lists.
  ///
  /// - Parameters:
  ///   - ids: ascending.
  ///   - onlyPresence: 1 for each document that has the term, even if its wdf is 0.
  /// - Throws: `invalidArgument` for a term no database can hold.
  package func occurrences(
    of terms: some Collection<[UInt8]>, in ids: [UInt32], onlyPresence: Bool = false
  ) throws(IndexError) -> [UInt32] {
    var packed: [UInt8] = []
    for term in terms { try appendTerm(term, to: &packed) }
    var wdfs = [UInt32](repeating: 0, count: ids.count * terms.count)
    guard !wdfs.isEmpty else { return wdfs }
    try callStore(path.string) { failure in
      ids.withUnsafeBufferPointer { ids in
        packed.withUnsafeBufferPointer { packed in
          wdfs.withUnsafeMutableBufferPointer { wdfs in
            // None of them is empty here.
            guard let first = ids.baseAddress, let start = packed.baseAddress,
              let out = wdfs.baseAddress
            else { return .CX_OK }
            return cx_reader_occurrences(
              handle, first, ids.count, start, packed.count, terms.count,
              onlyPresence ? 1 : 0, out, failure)
          }
        }
      }
    }
    return wdfs
  }
}
