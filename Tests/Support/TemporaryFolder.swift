import ArticleReading
import Foundation
package import SystemPackage

/// A new empty folder that removes itself, with all that is in it, at the end of its life.
package final class TemporaryFolder: Sendable {
  package let path: FilePath

  package init() throws {
    let name = "mucluc-tests-\(UUID().uuidString)"
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = FilePath(url.path)
  }

  deinit {
    removeTree(path)
  }

  /// The path of something in the folder, whether or not it is there.
  package func callAsFunction(_ name: String) -> FilePath {
    path.appending(name)
  }

  /// Writes a file in the folder.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> FilePath {
    try write(Array(text.utf8), to: self(name))
  }

  /// Writes a file, with the folders above it, whatever its name; an old one is replaced.
  @discardableResult
  package func write(_ bytes: [UInt8], to path: FilePath) throws -> FilePath {
    makeFolders(path.removingLastComponent())
    let file = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite, .otherRead])
    try file.closeAfter { _ = try file.writeAll(bytes) }
    return path
  }

  /// Makes a folder and those above it, unless they are there.
  private func makeFolders(_ folder: FilePath) {
    guard !folder.isEmpty, folder.resolved == nil else { return }
    makeFolders(folder.removingLastComponent())
    _ = folder.withPlatformString { makeFolder($0) }
  }

  /// The path made of the folder's and the bytes of a name, which need not be UTF-8.
  package func callAsFunction(bytes name: [UInt8]) -> FilePath {
    FilePath(platformBytes: path.platformBytes + [0x2F] + name)
  }
}
