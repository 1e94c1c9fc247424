import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex

struct StoreWriterTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// The number of documents a new reader sees.
  private func visible() throws -> UInt32 {
    try StoreReader(at: folder("db")).counts().documents
  }

  @Test func putReplaceRemoveCommit() throws {
    let writer = try StoreWriter(at: folder("db"), mode: .new)
    #expect(try writer.put(samples[0]) == 1)
    #expect(try writer.put(samples[1]) == 2)
    #expect(try writer.put(samples[2], id: 1) == 1)
    #expect(try writer.put(samples[3], id: 7) == 7, "an id beyond the last is made")
    try writer.remove(2)
    try writer.commit()
    let reader = try StoreReader(at: folder("db"))
    let counts = try reader.counts()
    #expect(counts.documents == 2 && counts.lastID == 7)
    #expect(try reader.data(of: 1).text == "three")
    #expect(code { _ = try reader.data(of: 2) } == .missing)
    #expect(code { _ = try reader.data(of: 0) } == .missing)
    #expect(try reader.data(of: 7).text == "four")
    #expect(try writer.put(samples[4]) == 8)
    try writer.close()
    #expect(try visible() == 3)
  }

  @Test func nothingIsVisibleBeforeCommit() throws {
    let writer = try StoreWriter(at: folder("db"), mode: .new)
    #expect(try visible() == 0)
    // Over Xapian's own threshold of 10,000 changes, which would commit.
    for index in 0..<10_500 { try writer.put(SampleDocument("\(index)", "vinh phuc")) }
    #expect(try visible() == 0)
    try writer.commit()
    #expect(try visible() == 10_500)
    try writer.commit()
    try writer.close()
  }

  @Test func endingWithoutCloseDropsTheBatch() throws {
    try makeStore(at: folder("db"))
    do {
      let writer = try StoreWriter(at: folder("db"), mode: .existing)
      try writer.put(samples[0])
      try writer.remove(3)
      try writer.setMetadata("key", "value".utf8)
    }
    #expect(try visible() == 5)
    let reader = try StoreReader(at: folder("db"))
    #expect(try reader.metadata("key") == [])
    #expect(try StoreMaintenance.check(folder("db")).errors == 0)
  }

  @Test func rollbackDropsTheBatchAndKeepsTheLock() throws {
    let writer = try StoreWriter(at: folder("db"), mode: .new)
    try writer.put(samples[0])
    try writer.setMetadata("key", "old".utf8)
    try writer.commit()
    for round in 0..<3 {
      try writer.put(samples[1])
      try writer.put(samples[2], id: 1)
      try writer.remove(1)
      try writer.setMetadata("key", "new \(round)".utf8)
      try writer.rollback()
      #expect(code { _ = try StoreWriter(at: folder("db"), mode: .existing) } == .locked)
    }
    #expect(try writer.put(samples[3]) == 2)
    try writer.commit()
    #expect(code { _ = try StoreWriter(at: folder("db"), mode: .existing) } == .locked)
    try writer.close()
    let reader = try StoreReader(at: folder("db"))
    #expect(try reader.counts().documents == 2)
    #expect(try reader.data(of: 1).text == "one")
    #expect(try reader.data(of: 2).text == "four")
    #expect(try reader.metadata("key").text == "old")
    #expect(try reader.find("yen".utf8) == nil)
    #expect(try StoreMaintenance.check(folder("db")).errors == 0)
  }

  @Test func scratchDatabasesRollBackToo() throws {
    let writer = try StoreWriter(at: folder("db"), mode: .scratch)
    for index in 0..<2000 { try writer.put(SampleDocument("\(index)", "vinh \(index)")) }
    try writer.commit()
    for index in 0..<2000 { try writer.put(SampleDocument("\(index)", "yen \(index)")) }
    try writer.rollback()
    try writer.close()
    #expect(try visible() == 2000)
    #expect(try StoreMaintenance.check(folder("db")).errors == 0)
  }

  @Test func removingAnAbsentDocumentLeavesTheBatch() throws {
    let writer = try StoreWriter(at: folder("db"), mode: .new)
    try writer.put(samples[0])
    for id: UInt32 in [0, 2, .max] { #expect(code { try writer.remove(id) } == .missing) }
    var document = try samples[0].packed()
    #expect(code { try writer.put(&document, id: 0) } == .invalidArgument)
    try writer.commit()
    #expect(try visible() == 1)
  }

  @Test func aRepeatedTermAddsItsWdf() throws {
    let writer = try StoreWriter(at: folder("db"), mode: .new)
    var document = PackedDocument()
    try document.addTerm("vinh".utf8, wdf: 2)
    try document.addTerm("an".utf8, wdf: 1)
    try document.addTerm("vinh".utf8, wdf: 65_535)
    try document.addBooleanTerm("Kx".utf8)
    try writer.put(&document)
    try writer.close()
    let reader = try StoreReader(at: folder("db"))
    #expect(
      try reader.terms(of: 1) == [
        StoredTerm(bytes: Array("Kx".utf8), wdf: 0), StoredTerm(bytes: Array("an".utf8), wdf: 1),
        StoredTerm(bytes: Array("vinh".utf8), wdf: 65_535),
      ])
    #expect(try reader.counts().averageLength == 65_538)
    #expect(try reader.data(of: 1) == [])
  }

  @Test func metadata() throws {
    let writer = try StoreWriter(at: folder("db"), mode: .new)
    try writer.setMetadata("schema", "1".utf8)
    try writer.setMetadata("gone", [1, 0, 2])
    try writer.setMetadata(String(repeating: "k", count: 200), "long".utf8)
    for key in ["", String(repeating: "k", count: 201)] {
      #expect(code { try writer.setMetadata(key, "x".utf8) } == .invalidArgument)
    }
    try writer.commit()
    let reader = try StoreReader(at: folder("db"))
    #expect(try reader.metadata("gone") == [1, 0, 2])
    try writer.setMetadata("gone", [])
    try writer.close()
    try reader.reopen()
    #expect(try reader.metadata("schema").text == "1")
    #expect(try reader.metadata("gone") == [])
    #expect(try reader.metadata("absent") == [])
    #expect(try reader.metadata(String(repeating: "k", count: 200)).text == "long")
    #expect(code { _ = try reader.metadata("") } == .invalidArgument)
  }

  /// As a child does that is being started while a writer ends: it has the lock a little longer.
  @Test func aLockThatIsLetGoOfSoonIsWaitedFor() throws {
    try StoreWriter(at: folder("db"), mode: .new).close()
    let file = open(folder("db").appending("flintlock").string, O_RDWR)
    defer { close(file) }
    var lock = flock(l_type: Int16(F_WRLCK), l_whence: 0, l_start: 0, l_len: 1, l_pid: 0)
    let setOpenFileLock: Int32 = 37
    #expect(fcntl(file, setOpenFileLock, &lock) == 0)
    let letsGo = Thread {
      let deadline = ContinuousClock.now + .milliseconds(120)
      while ContinuousClock.now < deadline { sched_yield() }
      var none = flock(l_type: Int16(F_UNLCK), l_whence: 0, l_start: 0, l_len: 1, l_pid: 0)
      _ = fcntl(file, setOpenFileLock, &none)
    }
    letsGo.start()
    try StoreWriter(at: folder("db"), mode: .existing).close()
  }
}
