import ArticleReading
import Platform
public import SystemPackage

/// The folder of an index: generations of the database, and the stub that names the current one.
///
/// `XAPIANDB` is a Xapian stub file, so any Xapian tool opens the folder itself as a database. A
/// writer works in a generation; readers open what the stub names.
public struct IndexFolder: Sendable, Equatable {
  /// The folder.
  public let path: FilePath

  /// The folder at a path, whether or not there is one.
  public init(_ path: FilePath) { self.path = path }

  static let stubName = "XAPIANDB"
  static let generationPrefix = "generation-"
  static let buildingSuffix = ".building"

  var stub: FilePath { path.appending(Self.stubName) }
  var writerLock: FilePath { path.appending(".writer-lock") }

  func generation(_ number: Int) -> FilePath { path.appending(Self.generationName(number)) }

  private static func generationName(_ number: Int) -> String {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 6 - digits.count))
    return generationPrefix + zeros + digits
  }

  /// The number of the generation that a folder of this name holds; nil for another name.
  static func generationNumber(_ name: some StringProtocol) -> Int? {
    guard name.hasPrefix(generationPrefix),
      let number = Int(name.dropFirst(generationPrefix.count)), number >= 0,
      generationName(number) == name
    else { return nil }
    return number
  }

  /// Whether a name in the folder is one that ``generation(_:)`` or ``building(_:)`` gives.
  private static func isGeneration(_ name: String) -> Bool {
    let isBeingBuilt = name.hasSuffix(buildingSuffix)
    return generationNumber(isBeingBuilt ? name.dropLast(buildingSuffix.count) : name[...]) != nil
  }

  /// Where generation `number` is built before it is complete.
  func building(_ number: Int) -> FilePath {
    path.appending(Self.generationName(number) + Self.buildingSuffix)
  }

  /// What tells one stub from the one that replaces it.
  struct StubIdentity: Equatable {
    var device, inode: UInt64
    var seconds, nanoseconds: Int
  }

  /// The identity of the stub that is there now; nil if there is none.
  var stubIdentity: StubIdentity? {
    var status = stat()
    guard stub.withPlatformString({ stat($0, &status) }) == 0 else { return nil }
    return StubIdentity(
      device: UInt64(status.st_dev), inode: UInt64(status.st_ino),
      seconds: Int(status.st_mtim.tv_sec), nanoseconds: Int(status.st_mtim.tv_nsec))
  }

  /// What the stub says; nil if there is none.
  ///
  /// - Throws: `notAnIndex` if it says anything else than ``IndexStub`` allows; `inputOutput` or
  ///   `permission` if it cannot be read.
  private func readStub() throws(IndexError) -> IndexStub? {
    do {
      let bytes = try FileReading.bytes(of: stub, size: 256, limit: 1 << 16)
      return try IndexStub(String(decoding: bytes, as: UTF8.self))
    } catch Errno.noSuchFileOrDirectory, Errno.notDirectory {
      return nil
    } catch let error as Errno {
      throw IndexError(.system(.read, error), subject: stub.string)
    } catch {
      let cause: IndexError.Cause =
        switch error as? IndexStub.Flaw {
        case .unknownLine(let line): .stubLine(line)
        case .tooMany: .stubTooLong(maximum: IndexStub.maximumCount)
        case .empty, nil: .stubEmpty
        }
      throw IndexError(cause, subject: stub.string)
    }
  }

  /// The number of the generation in use; nil if there is no index here yet.
  ///
  /// - Throws: `unsupported` if the stub names something else (several databases, a server), which
  ///   can be searched and not written; `notAnIndex` or `inputOutput` if it cannot be read.
  func currentGeneration() throws(IndexError) -> Int? {
    guard let stub = try readStub() else { return nil }
    if stub.databases.count == 1, case .generation(let number) = stub.databases[0] {
      return number
    }
    throw IndexError(.cannotBeUpdated, subject: self.stub.string)
  }

  /// The generation in use, which stays as long as what is returned with it; nil if there is none.
  func heldGeneration() throws(IndexError) -> (number: Int, hold: GenerationHold)? {
    var current = try currentGeneration()
    while let number = current {
      do {
        return (number, try GenerationHold(generation(number), isFor: .reading))
      } catch {
        current = try currentGeneration()
        guard current != number else { throw error }
      }
    }
    return nil
  }

  /// Opens for reading what the stub names; a folder without one may be a database itself.
  ///
  /// Between the look at the stub and the look at what it names another generation may take its place:
  /// whatever goes wrong, the stub is read again.
  func openReader() throws(IndexError) -> StoreReader {
    var stub = try readStub()
    while true {
      do {
        return try open(stub)
      } catch {
        let now = try readStub()
        guard now != stub else { throw error }
        stub = now
      }
    }
  }

  private func open(_ stub: IndexStub?) throws(IndexError) -> StoreReader {
    guard let stub else { return try StoreReader(at: path) }
    var holds: [GenerationHold] = []
    var places: [StorePlace] = []
    for database in stub.databases {
      switch database {
      case .generation(let number):
        holds.append(try GenerationHold(generation(number), isFor: .reading))
        places.append(.local(generation(number)))
      case .server(let address): places.append(.server(address))
      }
    }
    let reader = try StoreReader(places, subject: path)
    reader.keepAlive = holds
    return reader
  }

  /// Makes `number` the current generation, at once for every reader that opens the folder later.
  func switchTo(_ number: Int) throws(IndexError) {
    try replaceFile(
      Self.stubName, with: "auto \(Self.generationName(number))\n".utf8, isDurable: true)
    syncFolder()
  }

  /// What to report if the stub names a generation that is not there.
  func goneError(_ number: Int) -> IndexError {
    IndexError(.generationGone(Self.generationName(number)), subject: path.string)
  }

  /// Refuses to make an index where another program has a database or a file is.
  ///
  /// - Throws: `notAnIndex`.
  func checkPlace() throws(IndexError) {
    var status = stat()
    guard path.withPlatformString({ stat($0, &status) }) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw IndexError(.indexIsFile, subject: path.string)
    }
    for mark in ["iamglass", "iamchert"]
    where path.appending(mark).withPlatformString({ access($0, F_OK) }) == 0 {
      throw IndexError(.folderIsDatabase, subject: path.string)
    }
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
        throw IndexError(.system(.make, Errno(rawValue: errno)), subject: folder.string)
      }
    }
  }

  /// Removes generations other than `current`, and whatever an interrupted run left being built; what
  /// is being read is left for the next time.
  func removeLeftovers(keeping current: Int?) {
    let keep = current.map { Self.generationName($0) }
    guard let stream = path.withPlatformString({ opendir($0) }) else { return }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if Self.isGeneration(name), name != keep { names.append(name) }
    }
    closedir(stream)
    for name in names {
      let place = path.appending(name)
      do {
        let hold = try GenerationHold(place, isFor: .removal)
        removeTree(place)
        withExtendedLifetime(hold) {}
      } catch {
        // It is being read.
        continue
      }
    }
  }

  private func syncFolder() {
    guard let folder = try? FileDescriptor.open(path, .readOnly, options: [.closeOnExec]) else {
      return
    }
    fsync(folder.rawValue)
    try? folder.close()
  }
}
