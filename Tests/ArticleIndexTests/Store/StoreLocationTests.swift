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

  @Test func severalAsOne() throws {
    try makeStore(at: folder("a"))
    try makeStore(at: folder("b"))
    let one = try StoreReader(at: folder("a")).counts()
    #expect(one.documents == 5 && one.shards == 1 && !one.hasRemote && one.allowsDocumentSets)
    let places = [StorePlace.local(folder("a")), .local(folder("b"))]
    let both = try StoreReader(places, subject: folder.path).counts()
    #expect(both.documents == 10 && both.shards == 2 && !both.allowsDocumentSets)
    #expect(
      code {
        _ = try StoreReader([.local(folder("a")), .local(folder("gone"))], subject: folder.path)
      } == .missing)
    #expect(code { _ = try StoreReader([], subject: folder.path) } == .invalidArgument)
    let nobody = try #require(ServerAddress("localhost:1"))
    #expect(code { _ = try StoreReader([.server(nobody)], subject: folder.path) } == .network)
  }

  static let compactor = "/usr/bin/xapian-compact"

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: compactor), "xapian-tools is not installed"))
  func aDatabaseInASingleFile() throws {
    try makeStore(at: folder("db"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.compactor)
    process.arguments = ["--single-file", folder("db").string, folder("file").string]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let reader = try StoreReader(at: folder("file"))
    #expect(try reader.counts().documents == 5)
    #expect(try reader.data(of: 5).text == StoreReader(at: folder("db")).data(of: 5).text)
    #expect(openWriter(folder("file"), .existing) == .notAnIndex)
  }

  /// Xapian would follow a stub, and start the program that a line of it names.
  @Test(arguments: ["remote :/usr/bin/touch TRACE", "auto db", "remote localhost:1"])
  func stubsAreNotOpened(line: String) throws {
    try makeStore(at: folder("db"))
    let trace = folder("trace")
    let text = line.replacingOccurrences(of: "TRACE", with: trace.string) + "\n"
    try folder.write(text, to: "file")
    try folder.write(Array(text.utf8), to: folder.path.appending("set/XAPIANDB"))
    for (name, expected) in [("file", IndexError.Code.notAnIndex), ("set", .missing)] {
      let path = folder(name)
      #expect(openReader(path) == expected)
      #expect(openWriter(path, .existing) == expected)
      #expect(openWriter(path, .new) == .invalidArgument)
      #expect(code { _ = try StoreMaintenance.check(path) } == expected)
      #expect(
        code { try StoreMaintenance.compact([path], into: folder("new"), full: true) } == expected)
    }
    #expect(!FileManager.default.fileExists(atPath: trace.string))
  }

  @Test func anOldDatabase() throws {
    try folder.write([], to: folder.path.appending("old/iamchert"))
    #expect(openReader(folder("old")) == .notAnIndex)
    #expect(openWriter(folder("old"), .existing) == .notAnIndex)
    #expect(openWriter(folder("old"), .new) == .invalidArgument)
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
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: folder("db").string)
    #expect(try unprivileged { openReader(folder("db")) } == .permission)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: folder("db").string)
  }
}
