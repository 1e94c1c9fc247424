import CFiles
import Platform
import SystemPackage

/// A file for a program to read what lies in memory.
///
/// It is in memory and has no name, so that nothing of it stays however the run ends; the program reaches it
/// through `/proc`.
struct ScratchFile: ~Copyable {
  private let file: FileDescriptor

  /// - Throws: ``ReadingError`` if there is no memory for it.
  init(_ bytes: [UInt8]) throws(ReadingError) {
    let made = Result { try Self.file(of: bytes) }
    switch made {
    case .success(let made): file = made
    case .failure(let error): throw ReadingError(.system(error as? Errno ?? .ioError))
    }
  }

  deinit { try? file.close() }

  /// Calls `body` with a path that is good until it returns.
  ///
  /// - Throws: ``ReadingError`` as `body` does, or if `/proc` is not mounted.
  borrowing func withPath<Result>(
    _ body: (FilePath) throws(ReadingError) -> Result
  ) throws(ReadingError) -> Result {
    let path = FilePath("/proc/\(getpid())/fd/\(file.rawValue)")
    guard path.withPlatformString({ access($0, R_OK) }) == 0 else {
      throw ReadingError(.notAPlainFile)
    }
    return try body(path)
  }

  private static func file(of bytes: [UInt8]) throws -> FileDescriptor {
    let number = cf_memory_file()
    guard number >= 0 else { throw lastErrno() }
    let file = FileDescriptor(rawValue: number)
    do {
      try file.writeAll(bytes)
    } catch {
      try? file.close()
      throw error
    }
    return file
  }
}
