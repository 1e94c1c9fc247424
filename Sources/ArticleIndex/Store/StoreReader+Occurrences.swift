internal import CXapian

/// How often each of some terms occurs in each of some documents, and how long those are.
package struct TermOccurrences: Sendable, Equatable {
  /// Of a document, in the order of the ids: the sum of the wdf of its terms.
  package var lengths: [UInt32]
  /// A row of documents for each term.
  fileprivate var wdfs: [UInt32]

  /// The wdf of a term in a document, by their places; 0 where the document does not have it.
  package subscript(term term: Int, document document: Int) -> UInt32 {
    wdfs[term * lengths.count + document]
  }
}

extension StoreReader {
  /// How often terms occur in documents.
  ///
  /// Costs a look at each posting list near each document, so it is for few documents of a local
  /// database; a remote one would send whole posting lists.
  ///
  /// - Parameter ids: ascending.
  /// - Throws: `missing` if one of the documents does not exist, `invalidArgument` for a term no
  ///   database can hold.
  package func occurrences(
    of terms: [[UInt8]], in ids: [UInt32]
  ) throws(IndexError) -> TermOccurrences {
    var packed: [UInt8] = []
    for term in terms { try appendTerm(term, to: &packed) }
    var lengths = [UInt32](repeating: 0, count: ids.count)
    var wdfs = [UInt32](repeating: 0, count: ids.count * terms.count)
    guard !wdfs.isEmpty else { return TermOccurrences(lengths: lengths, wdfs: wdfs) }
    try callStore(path.string) { failure in
      ids.withUnsafeBufferPointer { ids in
        packed.withUnsafeBufferPointer { packed in
          lengths.withUnsafeMutableBufferPointer { lengths in
            wdfs.withUnsafeMutableBufferPointer { wdfs in
              // None of them is empty here.
              guard let first = ids.baseAddress, let start = packed.baseAddress,
                let lengths = lengths.baseAddress, let out = wdfs.baseAddress
              else { return .CX_OK }
              return cx_reader_occurrences(
                handle, first, ids.count, start, packed.count, terms.count, out, lengths, failure)
            }
          }
        }
      }
    }
    return TermOccurrences(lengths: lengths, wdfs: wdfs)
  }
}
