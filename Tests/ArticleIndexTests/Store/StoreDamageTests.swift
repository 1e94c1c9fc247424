import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex

/// Damaged files: every call answers or throws; none crashes.
struct StoreDamageTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try makeLargeStore(at: folder("sound"))
  }

  static let tables = ["postlist", "docdata"].map { "\($0).glass" }

  /// Reads all of a database in every way, and lists what went wrong.
  private func readAll(_ path: FilePath) -> Set<IndexError.Code> {
    var codes: Set<IndexError.Code> = []
    func attempt(_ body: () throws -> Void) {
      if let code = code(body) { codes.insert(code) }
    }
    attempt {
      let reader = try StoreReader(at: path)
      attempt { _ = try reader.counts() }
      attempt { _ = try reader.metadata("schema") }
      for id: UInt32 in 1...1500 {
        attempt { _ = try reader.data(of: id) }
      }
      attempt { try reader.forEachValue(slot: 0) { _, _ in } }
      attempt { _ = try reader.allTerms(prefix: []) }
      attempt {
        var program = QueryProgram()
        try program.prefix("w".utf8, limit: 500)
        try program.range(slot: 0, low: "2024".utf8, high: [])
        program.filter()
        _ = try reader.search(program, SearchOptions())
      }
    }
    return codes
  }

  /// A copy of the sound database to damage.
  private func copy(_ name: String) throws -> FilePath {
    try FileManager.default.copyItem(atPath: folder("sound").string, toPath: folder(name).string)
    return folder(name)
  }

  @Test func aSoundDatabaseReads() {
    #expect(readAll(folder("sound")).isEmpty)
  }

  @Test(arguments: tables + ["iamglass"])
  func truncated(_ file: String) throws {
    for (index, keep) in [0.0, 0.3, 0.9].enumerated() {
      let path = try copy("cut \(index)")
      try damage(path.appending(file)) { bytes in
        bytes.removeLast(bytes.count - Int(Double(bytes.count) * keep))
      }
      let codes = readAll(path)
      #expect(codes.isSubset(of: [.corrupt, .notAnIndex, .modified, .missing]), "\(codes)")
      // A little less of the version file is only statistics less.
      #expect(!codes.isEmpty || file == "iamglass" && keep > 0.5, "\(file) \(keep)")
    }
  }

  /// To Xapian some tables are optional: without `docdata` all data is empty, and `termlist` only
  /// servers look at.
  @Test(
    arguments: [
      ("iamglass", [.missing]), ("postlist.glass", [.corrupt]), ("docdata.glass", []),
      ("termlist.glass", []),
    ] as [(String, Set<IndexError.Code>)])
  func gone(_ file: String, _ expected: Set<IndexError.Code>) throws {
    let path = try copy("gone")
    try FileManager.default.removeItem(atPath: path.appending(file).string)
    #expect(readAll(path) == expected)
  }

  /// Whole blocks of another kind of content, the damage that lost writes leave.
  @Test(arguments: tables, [0x00, 0xFF] as [UInt8])
  func overwritten(_ file: String, _ byte: UInt8) throws {
    let path = try copy("blank")
    try damage(path.appending(file)) { bytes in
      for start in stride(from: 0, to: bytes.count, by: 3 * 8192) {
        for index in start..<min(start + 8192, bytes.count) { bytes[index] = byte }
      }
    }
    let codes = readAll(path)
    #expect(!codes.isEmpty)
    #expect(codes.isSubset(of: [.corrupt, .modified, .missing, .other]), "\(codes)")
  }
}
