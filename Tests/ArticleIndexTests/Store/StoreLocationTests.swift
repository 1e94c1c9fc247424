import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex

/// What lies at a path, and what opening it says.
struct StoreLocationTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func openReader(_ path: FilePath) -> IndexError.Code? {
    code { _ = try StoreReader(at: path) }
  }

  private func openWriter(_ path: FilePath, _ mode: StoreWriter.Mode) -> IndexError.Code? {
    code { _ = try StoreWriter(at: path, mode: mode) }
  }

  @Test func aSecondWriterIsLockedOut() throws {
    let writer = try StoreWriter(at: folder("db"), mode: .new)
    #expect(openWriter(folder("db"), .existing) == .locked)
    try writer.close()
    #expect(openWriter(folder("db"), .existing) == nil)
  }

  @Test func nothingThere() throws {
    for path in [folder("absent"), folder.path, folder("absent/below")] {
      #expect(openReader(path) == .missing)
      #expect(openWriter(path, .existing) == .missing)
    }
    #expect(code { _ = try StoreMaintenance.check(folder("absent")) } == .missing)
    #expect(openWriter(folder("absent/below"), .new) == .missing)
    #expect(openReader("") == .missing)
  }

  @Test func somethingElseThere() throws {
    for (name, text) in [
      ("text", "Tỉnh Vĩnh Phúc\n"), ("empty", ""), ("binary", "\u{0}\u{1}\u{2}\n\u{0}"),
      ("long", String(repeating: "x", count: 2 << 20)),
    ] {
      let path = try folder.write(text, to: name)
      #expect(openReader(path) == .notAnIndex, "\(name)")
      #expect(openWriter(path, .existing) == .notAnIndex, "\(name)")
      #expect(openWriter(path, .new) == .invalidArgument, "\(name)")
    }
    #expect(openReader("/dev/null") == .notAnIndex)
    try makeStore(at: folder("db"))
    try folder.write("not a version file", to: "db/iamglass")
    #expect([.notAnIndex, .corrupt].contains(openReader(folder("db"))))
  }

  @Test func creatingWhereOneIs() throws {
    try makeStore(at: folder("db"))
    for mode in [StoreWriter.Mode.new, .scratch] {
      #expect(openWriter(folder("db"), mode) == .invalidArgument)
      #expect(openWriter(folder.path.appending("new-\(mode)"), mode) == nil)
    }
    #expect(try StoreReader(at: folder("db")).counts().documents == 5)
  }

  @Test func stubs() throws {
    try makeStore(at: folder("a"))
    try makeStore(at: folder("b"))
    let one = try folder.write("# comment\nauto a\n", to: "one")
    let two = try folder.write("auto a\nauto b\n", to: "two")
    let counts = try StoreReader(at: one).counts()
    #expect(counts.documents == 5 && counts.shards == 1 && !counts.hasRemote)
    #expect(counts.allowsDocumentSets)
    let both = try StoreReader(at: two).counts()
    #expect(both.documents == 10 && both.shards == 2 && !both.allowsDocumentSets)
    let nested = try folder.write("auto one\n", to: "nested")
    #expect(try StoreReader(at: nested).counts().documents == 5)
    try FileManager.default.createDirectory(
      atPath: folder("set").string, withIntermediateDirectories: true)
    try folder.write("auto ../two\n", to: "set/XAPIANDB")
    #expect(try StoreReader(at: folder("set")).counts().documents == 10)
  }

  @Test func stubsThatLeadNowhere() throws {
    for kind in ["auto", "glass"] {
      let gone = try folder.write("\(kind) gone\n", to: "gone-\(kind)")
      #expect(openReader(gone) == .missing)
    }
    let round = try folder.write("auto round\n", to: "round")
    #expect(openReader(round) == .notAnIndex)
    let bad = try folder.write("auto\n", to: "bad")
    #expect(openReader(bad) != nil)
    let remote = try folder.write("remote localhost:1\n", to: "remote")
    #expect(openReader(remote) == .network)
  }

  @Test func aReaderThatIsOvertakenReopens() throws {
    let writer = try StoreWriter(at: folder("db"), mode: .new)
    for index in 0..<500 { try writer.put(SampleDocument("\(index)", "vinh \(index)")) }
    try writer.commit()
    let reader = try StoreReader(at: folder("db"))
    // Every block of the tables is replaced, twice over.
    for round in 0..<4 {
      for id in 1...500 { try writer.put(SampleDocument("\(round)", "yen \(id)"), id: UInt32(id)) }
      try writer.commit()
    }
    #expect(
      code {
        for id: UInt32 in 1...500 { _ = try reader.data(of: id) }
        _ = try reader.terms(of: 400)
      } == .modified)
    try reader.reopen()
    #expect(try reader.data(of: 500).text == "3")
    #expect(try reader.frequencies(["vinh".utf8, "yen".utf8]) == [0, 500])
  }

  @Test func accessDenied() throws {
    try makeStore(at: folder("db"))
    guard geteuid() != 0 else { return }  // Root is denied nothing.
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: folder("db").string)
    #expect(openReader(folder("db")) == .permission)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: folder("db").string)
  }
}
