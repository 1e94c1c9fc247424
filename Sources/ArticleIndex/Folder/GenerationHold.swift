import Platform
import SystemPackage

/// Keeps a generation from being removed while it is read: an advisory lock on its version file, which
/// the kernel lets go of when the process ends.
///
/// A folder without that file is held by nobody: it was never finished.
final class GenerationHold: Sendable {
  enum Purpose {
    /// Others may read it as well.
    case reading
    /// Nobody may.
    case removal
  }

  private let file: FileDescriptor?

  /// - Throws: `missing` where it is to be read and is being removed or is gone; `locked` where it is
  ///   to be removed and is being read.
  init(_ generation: FilePath, isFor purpose: Purpose) throws(IndexError) {
    let mark = generation.appending("iamglass")
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(mark, .readOnly, options: [.closeOnExec])
    } catch {
      if error as? Errno == .noSuchFileOrDirectory, purpose == .reading {
        throw Self.gone(generation)
      }
      // Why it cannot be read, the store says best.
      self.file = nil
      return
    }
    let mode = purpose == .reading ? LOCK_SH : LOCK_EX
    var status = stat()
    let isHeld = flock(file.rawValue, mode | LOCK_NB) == 0 || errno != EWOULDBLOCK
    guard isHeld, fstat(file.rawValue, &status) == 0, status.st_nlink > 0 else {
      try? file.close()
      throw purpose == .reading
        ? Self.gone(generation) : IndexError(.locked(waited: false), subject: generation.string)
    }
    self.file = file
  }

  private static func gone(_ generation: FilePath) -> IndexError {
    IndexError(
      .generationGone(generation.lastComponent?.string ?? ""),
      subject: generation.removingLastComponent().string)
  }

  deinit { try? file?.close() }
}
