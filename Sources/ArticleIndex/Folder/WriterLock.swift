import Platform
import SystemPackage

/// Holds an index folder for one writer, from before its first generation exists.
///
/// An advisory lock on a file that is never removed; the kernel lets go of it when the process ends,
/// however it ends. Readers do not look at it.
struct WriterLock: ~Copyable {
  private let file: FileDescriptor

  /// - Parameter wait: how long to wait for another writer.
  /// - Throws: `locked` if it is still held then.
  init(_ folder: IndexFolder, wait: Duration) throws(IndexError) {
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(
        folder.writerLock, .readWrite, options: [.create, .closeOnExec],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
    } catch {
      throw IndexError(
        errno: error as? Errno ?? .ioError, subject: folder.path.string,
        action: "be written")
    }
    let deadline = ContinuousClock.now + wait
    while flock(file.rawValue, LOCK_EX | LOCK_NB) != 0 {
      let error = Errno(rawValue: errno)
      guard error == .wouldBlock || error == .interrupted else {
        try? file.close()
        throw IndexError(errno: error, subject: folder.path.string, action: "be locked")
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
    IndexError(
      .locked, subject: folder.path.string, reason: "another writer holds the index",
      remedy: waited > .zero
        ? "run again when it has ended" : "wait for it to end, or give --wait SECONDS")
  }
}

/// Waits between two attempts to get a lock.
func pauseForLock() { usleep(50_000) }
