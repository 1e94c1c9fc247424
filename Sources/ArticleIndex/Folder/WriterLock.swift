import Platform
import SystemPackage

/// Holds an index folder for one writer, from before its first generation exists.
///
/// An advisory lock on a file that is never removed; the kernel lets go of it when the process ends,
/// however it ends. Readers do not look at it. A link in its place is refused: it could make a file elsewhere.
struct WriterLock: ~Copyable {
  private let file: FileDescriptor

  /// - Parameter wait: how long to wait for another writer.
  /// - Throws: `locked` if it is still held then.
  init(_ folder: IndexFolder, wait: Duration) throws(IndexError) {
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(
        folder.writerLock, .readWrite, options: [.create, .noFollow, .closeOnExec],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
    } catch {
      throw IndexError(.system(.write, error as? Errno ?? .ioError), subject: folder.path.string)
    }
    let deadline = ContinuousClock.now + wait
    while flock(file.rawValue, LOCK_EX | LOCK_NB) != 0 {
      let error = Errno(rawValue: errno)
      guard error == .wouldBlock || error == .interrupted else {
        try? file.close()
        throw IndexError(.system(.lock, error), subject: folder.path.string)
      }
      guard ContinuousClock.now < deadline else {
        try? file.close()
        throw Self.error(folder, waited: wait)
      }
      pauseForLock()
    }
    self.file = file
  }

  deinit { try? file.close() }

  /// What to throw when waiting was in vain.
  static func error(_ folder: IndexFolder, waited: Duration) -> IndexError {
    IndexError(.locked(waited: waited > .zero), subject: folder.path.string)
  }
}

/// Waits between two attempts to get a lock.
private func pauseForLock() { usleep(50_000) }
