import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleReading

struct FileReadingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ path: FilePath, size: Int, limit: Int = 1 << 20) -> Result<[UInt8], Errno> {
    Result { () throws(Errno) in try FileReading.bytes(of: path, size: size, limit: limit) }
  }

  /// The file may have grown or shrunk since it was measured.
  @Test(arguments: [0, 1, 99, 4095, 4096, 4097, 100_000], [0, 1, 4096, 100_000, 900_000])
  func anySizeMayHaveBeenMeasured(_ count: Int, _ size: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let path = try folder.write(bytes, to: folder("file"))
    #expect(read(path, size: size) == .success(bytes))
  }

  @Test(arguments: [0, 1, 5, 1000, 1_000_000])
  func theLimitIsTheLastSizeRead(_ limit: Int) throws {
    let within = try folder.write([UInt8](repeating: 1, count: limit), to: folder("within"))
    let over = try folder.write([UInt8](repeating: 1, count: limit + 1), to: folder("over"))
    for size in [0, limit, limit + 1, 2 * limit] {
      #expect(try read(within, size: size, limit: limit).get().count == limit)
      #expect(read(over, size: size, limit: limit) == .failure(.fileTooLarge))
    }
  }

  @Test func whatIsNoFile() {
    #expect(read(folder("absent"), size: 1) == .failure(.noSuchFileOrDirectory))
    #expect(read(folder.path, size: 1) == .failure(.isDirectory))
    #expect(read("/dev/zero", size: 0) == .failure(.fileTooLarge))
    #expect(read("/dev/null", size: 10) == .success([]))
  }

  @Test(.timeLimit(.minutes(1)))
  func aPipeDoesNotHang() throws {
    #expect(mkfifo(folder("pipe").string, 0o600) == 0)
    #expect(read(folder("pipe"), size: 0) == .success([]), "nobody writes")
    let other = try FileDescriptor.open(folder("pipe"), .readWrite, options: [.nonBlocking])
    #expect(read(folder("pipe"), size: 0) == .failure(.resourceTemporarilyUnavailable))
    try other.close()
  }

  @Test func accessDenied() throws {
    let path = try folder.write("x", to: "secret")
    #expect(chmod(path.string, 0) == 0)
    #expect(try unprivileged { read(path, size: 1) } == .failure(.permissionDenied))
  }
}
