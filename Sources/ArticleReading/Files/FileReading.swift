package import SystemPackage

/// Reads whole files.
package enum FileReading {
  /// The content of a file of about `size` bytes, which may have changed since it was measured.
  ///
  /// - Parameter followsLinks: false for what was found in a folder.
  /// - Throws: `Errno`; `.fileTooLarge` if there are more than `limit` bytes.
  package static func bytes(
    of path: FilePath, size: Int, limit: Int, followsLinks: Bool = true
  ) throws(Errno) -> [UInt8] {
    do {
      let file = try FileDescriptor.open(source: path, followsLinks: followsLinks)
      return try file.closeAfter {
        var bytes = [UInt8](repeating: 0, count: min(size, limit) + 1)
        var count = 0
        while true {
          let read = try bytes.withUnsafeMutableBytes {
            try file.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
          }
          if read == 0 { break }
          count += read
          if count > limit { throw Errno.fileTooLarge }
          if count == bytes.count {
            bytes.append(contentsOf: repeatElement(0, count: max(4096, count / 2)))
          }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
      }
    } catch let error as Errno {
      throw error
    } catch {
      throw Errno.ioError
    }
  }
}
