import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex

struct StoreMaintenanceTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func libraryVersion() {
    #expect(StoreMaintenance.libraryVersion.hasPrefix("1."))
  }

  @Test func checkFindsDamage() throws {
    try makeLargeStore(at: folder("db"))
    let clean = try StoreMaintenance.check(folder("db"))
    #expect(clean.errors == 0)
    try damage(folder("db/postlist.glass")) { bytes in
      for index in 8192..<min(bytes.count, 3 * 8192) { bytes[index] = 0xA5 }
    }
    var report = StoreMaintenance.CheckReport(errors: 0, report: "")
    let result = code { report = try StoreMaintenance.check(folder("db")) }
    #expect(result == nil && report.errors > 0 && !report.report.isEmpty)
  }
}

/// Makes a database whose tables have many blocks.
func makeLargeStore(at path: FilePath) throws {
  var run = PostingRun()
  for index in 0..<1500 {
    let words = (0..<20).map { "w\((index * 7919 + $0 * 104_729) % 4001)" }
    try run.put(
      SampleDocument("name \(index)", words.joined(separator: " "), date: "2024\(1000 + index)"))
  }
  try makeStore(at: path, run)
}

/// Changes a file's bytes.
func damage(_ path: FilePath, _ change: (inout [UInt8]) -> Void) throws {
  let url = URL(fileURLWithPath: path.string)
  var bytes = [UInt8](try Data(contentsOf: url))
  change(&bytes)
  try Data(bytes).write(to: url)
}
