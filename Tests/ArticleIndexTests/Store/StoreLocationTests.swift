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

  private func write(_ path: FilePath) -> IndexError.Code? {
    code { try GenerationWriter().write(to: path) }
  }

  @Test func nothingThere() throws {
    for path in [folder("absent"), folder.path, folder("absent/below")] {
      #expect(openReader(path) == .missing)
    }
    #expect(code { _ = try StoreMaintenance.check(folder("absent")) } == .missing)
    #expect(write(folder("absent/below")) == .missing)
    #expect(openReader("") == .missing)
  }

  @Test func somethingElseThere() throws {
    for (name, text) in [
      ("text", "Tỉnh Vĩnh Phúc\n"), ("empty", ""), ("binary", "\u{0}\u{1}\u{2}\n\u{0}"),
      ("long", String(repeating: "x", count: 2 << 20)),
    ] {
      let path = try folder.write(text, to: name)
      #expect(openReader(path) == .notAnIndex, "\(name)")
      #expect(write(path) == .invalidArgument, "\(name)")
    }
    #expect(openReader("/dev/null") == .notAnIndex)
    try makeStore(at: folder("db"))
    try folder.write("not a version file", to: "db/iamglass")
    #expect([.notAnIndex, .corrupt].contains(openReader(folder("db"))))
  }

  @Test func creatingWhereOneIs() throws {
    try makeStore(at: folder("db"))
    #expect(write(folder("db")) == .invalidArgument)
    #expect(write(folder("new")) == nil)
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
      #expect(write(path) == .invalidArgument)
      #expect(code { _ = try StoreMaintenance.check(path) } == expected)
      var next = GenerationWriter()
      next.previous = path
      #expect(code { try next.write(to: folder("new")) } == expected)
    }
    #expect(!FileManager.default.fileExists(atPath: trace.string))
  }

  @Test func anOldDatabase() throws {
    try folder.write([], to: folder.path.appending("old/iamchert"))
    #expect(openReader(folder("old")) == .notAnIndex)
    #expect(write(folder("old")) == .invalidArgument)
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
