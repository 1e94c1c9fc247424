import ArticleReading
import Platform
import SystemPackage

extension IndexFolder {
  /// Puts a file in the place of the one of that name, in one step: a reader has the old one or the new one.
  ///
  /// What somebody else may have put in the way, a link above all, is removed, never written through.
  ///
  /// - Parameter isDurable: whether it is on the disk before it takes the place.
  /// - Throws: ``IndexError`` of the disk; the old file is as it was.
  func replaceFile(
    _ name: String, with bytes: some Sequence<UInt8>, isDurable: Bool
  ) throws(IndexError) {
    let (new, place) = (path.appending(name + ".new"), path.appending(name))
    _ = new.withPlatformString { unlink($0) }
    do {
      let file = try FileDescriptor.open(
        new, .writeOnly, options: [.create, .exclusiveCreate, .noFollow, .closeOnExec],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      try file.closeAfter {
        _ = try file.writeAll(bytes)
        if isDurable, fsync(file.rawValue) != 0 { throw lastErrno() }
      }
    } catch {
      _ = new.withPlatformString { unlink($0) }
      throw IndexError(.system(.write, error as? Errno ?? .ioError), subject: new.string)
    }
    let result = new.withPlatformString { from in
      place.withPlatformString { to in rename(from, to) }
    }
    guard result == 0 else {
      throw IndexError(.system(.replace, lastErrno()), subject: place.string)
    }
  }
}
