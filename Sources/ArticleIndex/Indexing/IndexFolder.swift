public import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The folder of an index: generations of the database, and the stub that names the current one.
///
/// `XAPIANDB` is a Xapian stub file, so any Xapian tool opens the folder itself as a database. A
/// writer works in a generation; readers open the stub.
public struct IndexFolder: Sendable, Equatable {
  /// The folder.
  public let path: FilePath

  public init(_ path: FilePath) { self.path = path }

  static let stubName = "XAPIANDB"
  static let generationPrefix = "generation-"
  static let buildingSuffix = ".building"

  var stub: FilePath { path.appending(Self.stubName) }
  var writerLock: FilePath { path.appending(".writer-lock") }

  func generation(_ number: Int) -> FilePath {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 6 - digits.count))
    return path.appending(Self.generationPrefix + zeros + digits)
  }

  /// Where generation `number` is built before it is complete.
  func building(_ number: Int) -> FilePath {
    FilePath(platformBytes: generation(number).platformBytes + Array(Self.buildingSuffix.utf8))
  }

  /// The number of the generation in use; nil if there is no index here yet.
  ///
  /// - Throws: `unsupported` if the stub names something else (several databases, a server), which
  ///   can be searched and not written; `inputOutput` if it cannot be read.
  func currentGeneration() throws(IndexError) -> Int? {
    let text: String
    do {
      let bytes = try FileReading.bytes(of: stub, size: 256, limit: 1 << 16)
      text = String(decoding: bytes, as: UTF8.self)
    } catch Errno.noSuchFileOrDirectory {
      return nil
    } catch {
      throw IndexError(.inputOutput, subject: stub.string, reason: "cannot be read: \(error)")
    }
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
    if lines.count == 1 {
      let words = lines[0].split(separator: " ")
      if words.count == 2, words[0] == "auto", words[1].hasPrefix(Self.generationPrefix),
        let number = Int(words[1].dropFirst(Self.generationPrefix.count)),
        generation(number).lastComponent?.string == String(words[1])
      {
        return number
      }
    }
    throw IndexError(
      .unsupported, subject: stub.string,
      reason: "names databases that mucluc did not make, so it can be searched but not updated",
      remedy: "update each index in its own folder, or name another one with --index")
  }

  /// The bytes of the stub; empty if it cannot be read.
  var stubContent: [UInt8] {
    (try? FileReading.bytes(of: stub, size: 64, limit: 1 << 16)) ?? []
  }

  /// Makes `number` the current generation, at once for every reader that opens the folder later.
  func switchTo(_ number: Int) throws(IndexError) {
    let line = "auto \(generation(number).lastComponent?.string ?? "")\n"
    let temporary = path.appending(Self.stubName + ".new")
    do {
      let file = try FileDescriptor.open(
        temporary, .writeOnly, options: [.create, .truncate, .closeOnExec],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      try file.closeAfter {
        _ = try file.writeAll(line.utf8)
        if fsync(file.rawValue) != 0 { throw Errno(rawValue: errno) }
      }
    } catch {
      throw IndexError(
        errno: error as? Errno ?? .ioError, subject: temporary.string, action: "be written")
    }
    let result = temporary.withPlatformString { from in
      stub.withPlatformString { to in rename(from, to) }
    }
    guard result == 0 else {
      throw IndexError(errno: Errno(rawValue: errno), subject: stub.string, action: "be replaced")
    }
    syncFolder()
  }

  /// Makes the folder if it is not there, with those above it.
  func create() throws(IndexError) {
    var missing: [FilePath] = []
    var folder = path
    while !folder.isEmpty, folder.withPlatformString({ access($0, F_OK) }) != 0 {
      missing.append(folder)
      if !folder.removeLastComponent() { break }
    }
    for folder in missing.reversed() {
      let result = folder.withPlatformString { mkdir($0, 0o755) }
      if result != 0, errno != EEXIST {
        throw IndexError(errno: Errno(rawValue: errno), subject: folder.string, action: "be made")
      }
    }
  }

  /// Removes generations other than `current`, and whatever an interrupted run left being built.
  func removeLeftovers(keeping current: Int?) {
    let keep = current.map { generation($0).lastComponent?.string ?? "" }
    guard let stream = path.withPlatformString({ opendir($0) }) else { return }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix(Self.generationPrefix), name != keep { names.append(name) }
    }
    closedir(stream)
    for name in names { removeTree(path.appending(name)) }
  }

  private func syncFolder() {
    guard let folder = try? FileDescriptor.open(path, .readOnly, options: [.closeOnExec]) else {
      return
    }
    fsync(folder.rawValue)
    try? folder.close()
  }
}

/// Removes a folder with what is in it, as far as possible; links are removed, not followed.
func removeTree(_ path: FilePath) {
  if path.withPlatformString({ unlink($0) }) == 0 { return }
  guard let stream = path.withPlatformString({ opendir($0) }) else { return }
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
    if name != [0x2E], name != [0x2E, 0x2E] {
      removeTree(FilePath(platformBytes: path.platformBytes + [0x2F] + name))
    }
  }
  closedir(stream)
  _ = path.withPlatformString { rmdir($0) }
}
