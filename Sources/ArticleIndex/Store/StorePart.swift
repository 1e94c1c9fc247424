internal import CXapian
package import SystemPackage

/// One part of a new index: documents gathered in memory and written as a database in one go, several
/// times faster than by a ``StoreWriter``. To be merged by ``StoreMaintenance`` and thrown away:
/// nothing waits for the disk.
///
/// Takes 16 bytes of memory a term of a document, and the different terms. Not Sendable: one thread
/// at a time.
package struct StorePart: ~Copyable {
  private let handle: OpaquePointer
  private let path: FilePath

  /// - Parameter path: a folder that does not exist yet.
  /// - Throws: ``IndexError`` with `invalidArgument` if there is a database, or what the system says.
  package init(at path: FilePath) throws(IndexError) {
    handle = try openStore(path) { cx_part_create($0, &$1, $2) }
    self.path = path
  }

  deinit {
    cx_part_free(handle)
  }

  /// Adds a document.
  ///
  /// - Throws: ``IndexError/Code/invalidArgument`` for a document that cannot be stored, which leaves
  ///   the part as it was; after another error it is of no use.
  package func put(_ document: inout PackedDocument) throws(IndexError) {
    let outcome = document.withPackedBytes { bytes in
      Result { () throws(IndexError) in try put(packed: bytes) }
    }
    try outcome.get()
  }

  /// Adds a document that is packed already, well or not.
  func put(packed: UnsafeBufferPointer<UInt8>) throws(IndexError) {
    try callStore(path.string) { failure in
      withUnsafeAddress(of: packed) { cx_part_put(handle, $0, packed.count, failure) }
    }
  }

  /// Writes the database, and ends the part whether or not that succeeds.
  package consuming func finish() throws(IndexError) {
    try callStore(path.string) { cx_part_finish(handle, $0) }
  }
}
