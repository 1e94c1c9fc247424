import ArgumentParser
import Foundation

/// Files of a folder, in memory, so that a measurement does not measure the disk.
enum CorpusFiles {
  /// The contents of the regular files below `folder`, up to `limit` bytes in all.
  static func load(_ folder: String, limit: Int) throws -> [[UInt8]] {
    var files: [[UInt8]] = []
    var total = 0
    guard let names = FileManager.default.enumerator(atPath: folder) else {
      throw ValidationError("no such folder: \(folder)")
    }
    for case let name as String in names where name.hasSuffix(".txt") {
      guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
      files.append([UInt8](data))
      total += data.count
      if total >= limit { break }
    }
    return files
  }
}
