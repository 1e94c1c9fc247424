internal import CXapian
import Platform
package import SystemPackage

/// A database open for writing: one pending batch, made durable by ``commit()`` or dropped.
///
/// One writer per folder at a time, in any process. Not Sendable: one thread at a time.
///
/// If a change fails for another reason than its own input (a full disk, say), Xapian has dropped
/// the batch; every further change and commit throws the same error until ``rollback()``.
package struct StoreWriter: ~Copyable {
  /// How to open.
  package enum Mode: Sendable {
    /// A database that is there.
    case existing
    /// A new one where there is none.
    case new
    /// A new one, without waiting for the disk: to be merged and thrown away.
    case scratch
  }

  /// How long the lock may be held by a writer that has ended: a child that another thread of its
  /// process is starting has its file too, until it becomes a program of its own.
  private static let lockLag = Duration.milliseconds(500)

  private let handle: OpaquePointer
  private let path: FilePath

  /// Opens the database in the folder `path`, and locks it until the writer ends.
  ///
  /// Waits half a second for a lock: see `lockLag`.
  ///
  /// - Throws: ``IndexError`` with `locked` if another writer has it, `missing` if there is none to
  ///   open, `invalidArgument` if there is one where a new one was wanted, or what the files say.
  package init(at path: FilePath, mode: Mode) throws(IndexError) {
    let create: cx_create =
      switch mode {
      case .existing: .CX_OPEN_EXISTING
      case .new: .CX_CREATE_NEW
      case .scratch: .CX_CREATE_SCRATCH
      }
    let deadline = ContinuousClock.now + Self.lockLag
    while true {
      do throws(IndexError) {
        handle = try openStore(path) { cx_writer_open($0, create, &$1, $2) }
        break
      } catch {
        guard error.code == .locked, ContinuousClock.now < deadline else { throw error }
        pauseForLock()
      }
    }
    self.path = path
  }

  deinit {
    cx_writer_close(handle)
  }

  /// Commits, and ends the writer whether or not that succeeds. Without it, whatever is pending is
  /// dropped with the writer.
  package consuming func close() throws(IndexError) {
    try commit()
  }

  /// Adds a document (`id` nil), or puts it in the place of the one with that id, there or not.
  ///
  /// - Returns: the document's id.
  /// - Throws: ``IndexError/Code/invalidArgument`` for a document that cannot be stored, which
  ///   leaves the batch as it was; else see ``StoreWriter``.
  @discardableResult
  package func put(
    _ document: inout PackedDocument, id: UInt32? = nil
  ) throws(IndexError) -> UInt32 {
    guard id != 0 else {
      throw IndexError(.invalid(.numberZero), subject: path.string)
    }
    let outcome = document.withPackedBytes { bytes in
      Result { () throws(IndexError) in try put(packed: bytes, id: id ?? 0) }
    }
    return try outcome.get()
  }

  /// Puts a document that is packed already, well or not; `id` 0 adds it.
  func put(packed: UnsafeBufferPointer<UInt8>, id: UInt32) throws(IndexError) -> UInt32 {
    var stored: UInt32 = 0
    try callStore(path.string) { failure in
      withUnsafeAddress(of: packed) {
        cx_writer_put(handle, id, $0, packed.count, &stored, failure)
      }
    }
    return stored
  }

  /// Sets one value of a document and leaves everything else of it as it is: no re-index.
  ///
  /// - Throws: ``IndexError/Code/missing`` if there is no document of that id.
  package func setValue(
    _ id: UInt32, slot: UInt32, _ value: some Collection<UInt8>
  ) throws(IndexError) {
    try callStore(path.string) { failure in
      withBytes(of: value) {
        cx_writer_set_value(handle, id, slot, $0.baseAddress, $0.count, failure)
      }
    }
  }

  /// Removes a document; ``IndexError/Code/missing`` if there is none of that id.
  package func remove(_ id: UInt32) throws(IndexError) {
    try callStore(path.string) { cx_writer_remove(handle, id, $0) }
  }

  /// Sets a metadata entry as part of the batch; an empty value removes it.
  ///
  /// - Parameter key: 1 to 200 bytes.
  package func setMetadata(_ key: String, _ value: some Collection<UInt8>) throws(IndexError) {
    try callStore(path.string) { failure in
      withBytes(of: key.utf8) { key in
        withBytes(of: value) { value in
          withUnsafeAddress(of: key) {
            cx_writer_set_metadata(handle, $0, key.count, value.baseAddress, value.count, failure)
          }
        }
      }
    }
  }

  /// Makes the batch durable and visible to readers, all at once.
  ///
  /// On a disk that is full or fails, libxapian 1.4 may end the process by std::terminate instead of
  /// an error: it writes values in a destructor. What was committed before is whole.
  package func commit() throws(IndexError) {
    try callStore(path.string) { cx_writer_commit(handle, $0) }
  }

  /// Drops the batch: the state is that of the last commit again. The lock is kept.
  package func rollback() throws(IndexError) {
    try callStore(path.string) { cx_writer_rollback(handle, $0) }
  }
}

/// Waits between two attempts to get a lock.
func pauseForLock() { usleep(50_000) }
