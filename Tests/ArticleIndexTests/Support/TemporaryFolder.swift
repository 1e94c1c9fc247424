import Foundation
import SystemPackage

/// A new empty folder that removes itself, with all that is in it, at the end of its life.
final class TemporaryFolder {
  let path: FilePath

  init() throws {
    let name = "mucluc-tests-\(UUID().uuidString)"
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = FilePath(url.path)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path.string)
  }

  /// The path of something in the folder, whether or not it is there.
  func callAsFunction(_ name: String) -> FilePath {
    path.appending(name)
  }

  /// Writes a file in the folder.
  @discardableResult
  func write(_ text: String, to name: String) throws -> FilePath {
    let path = self(name)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path.string))
    return path
  }
}
