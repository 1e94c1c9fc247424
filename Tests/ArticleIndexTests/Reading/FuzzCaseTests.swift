import Foundation
import SystemPackage
import Testing

@testable import ArticleIndex

/// What fuzzing found, replayed: every case is read to its end by the reader it was found with,
/// which keeps its promises.
///
/// `sh Tests/Fuzz/run.sh READER` adds to `Tests/Fuzz/Cases`.
struct FuzzCaseTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fuzz/Cases")

  private static var cases: [(reader: String, file: URL)] {
    let manager = FileManager.default
    let readers = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
    return readers.sorted().flatMap { reader in
      let place = folder.appendingPathComponent(reader)
      let names = (try? manager.contentsOfDirectory(atPath: place.path)) ?? []
      return names.sorted().map { (reader, place.appendingPathComponent($0)) }
    }
  }

  @Test func everyCaseIsReadToItsEnd() throws {
    #expect(!Self.cases.isEmpty)
    for (name, file) in Self.cases {
      let reader = try #require(FuzzedReader(rawValue: name), "\(name) is no reader")
      let broken = reader.check([UInt8](try Data(contentsOf: file)))
      #expect(broken == nil, "\(name)/\(file.lastPathComponent)")
    }
  }
}
