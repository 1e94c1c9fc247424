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

  @Test(arguments: [false, true])
  func compactThree(_ full: Bool) throws {
    var sources: [FilePath] = []
    for (index, name) in ["a", "b", "c"].enumerated() {
      let writer = try StoreWriter(at: folder(name), mode: index == 1 ? .new : .scratch)
      for sample in samples.prefix(index + 2) {
        try writer.put(SampleDocument(name + sample.name, sample.words.joined(separator: " ")))
      }
      try writer.setMetadata("shared", name.utf8)
      try writer.setMetadata("own \(name)", name.utf8)
      try writer.close()
      sources.append(folder(name))
    }
    try StoreMaintenance.compact(sources, into: folder("merged"), full: full)
    let reader = try StoreReader(at: folder("merged"))
    #expect(try reader.counts().documents == 9)
    let names = try (1...9).map { try reader.data(of: $0).text }
    #expect(
      names == [
        "aone", "atwo", "bone", "btwo", "bthree", "cone", "ctwo", "cthree", "cfour",
      ])
    #expect(try reader.metadata("shared").text == "a")
    #expect(try reader.metadata("own c").text == "c")
    #expect(try reader.find("Qbthree".utf8) == 5)
    #expect(try StoreMaintenance.check(folder("merged")).errors == 0)
    // It can be updated.
    let writer = try StoreWriter(at: folder("merged"), mode: .existing)
    try writer.put(samples[0], id: 3)
    try writer.close()
    #expect(try StoreReader(at: folder("merged")).data(of: 3).text == "one")
  }

  @Test func compactRefuses() throws {
    try makeStore(at: folder("a"))
    func compact(_ sources: [FilePath], _ destination: FilePath) -> IndexError.Code? {
      code { try StoreMaintenance.compact(sources, into: destination, full: true) }
    }
    #expect(compact([], folder("new")) == .invalidArgument)
    #expect(compact([folder("a")], folder("a")) == .invalidArgument)
    #expect(compact([folder("a"), folder("absent")], folder("new")) == .missing)
    #expect(compact([folder("a")], folder("no/such")) == .missing)
    #expect(compact([folder("a")], folder("new")) == nil)
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
  let writer = try StoreWriter(at: path, mode: .new)
  for index in 0..<1500 {
    let words = (0..<20).map { "w\((index * 7919 + $0 * 104_729) % 4001)" }
    try writer.put(
      SampleDocument("name \(index)", words.joined(separator: " "), date: "2024\(1000 + index)"))
  }
  try writer.close()
}

/// Changes a file's bytes.
func damage(_ path: FilePath, _ change: (inout [UInt8]) -> Void) throws {
  let url = URL(fileURLWithPath: path.string)
  var bytes = [UInt8](try Data(contentsOf: url))
  change(&bytes)
  try Data(bytes).write(to: url)
}
