import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex
@testable import ArticleReading

struct IndexFolderTests {
  let folder: TemporaryFolder
  let index: IndexFolder

  init() throws {
    folder = try TemporaryFolder()
    index = IndexFolder(folder.path)
  }

  private func names() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder.path.string))
  }

  @Test(arguments: [
    ("auto generation-000001\n", 1), ("auto generation-000042", 42),
    ("# mucluc\n\nauto generation-000007\r\n", 7), ("auto generation-1234567\n", 1_234_567),
  ])
  func stubsOfOurs(_ text: String, _ expected: Int) throws {
    try folder.write(text, to: "XAPIANDB")
    #expect(try index.currentGeneration() == expected)
  }

  private func expectUnwritable(_ text: String, _ expected: IndexError.Code) throws {
    try folder.write(text, to: "XAPIANDB")
    #expect(code { _ = try index.currentGeneration() } == expected)
    try folder.write("x", to: "articles")
    #expect(code { _ = try ArticleIndexer(index: index).run(folders: [folder.path]) } != nil)
  }

  /// What names anything but one generation is not ours to write, nor are the generations beside it
  /// ours to remove.
  @Test(arguments: [
    "auto generation-000001\nauto generation-000002\n", "remote localhost:7000\n",
    "auto generation-000001\nremote archive.example:7000\n",
  ])
  func otherStubsCannotBeWritten(_ text: String) throws { try expectUnwritable(text, .unsupported) }

  @Test(arguments: [
    "", "#\n", "auto\n", "auto generation-\n", "auto generation-x\n", "auto generation-000001 x\n",
    "auto /srv/generation-000001\n", "auto ../other\n", "auto other\n", "auto XAPIANDB\n",
    "glass generation-000001\n", "\u{0}\u{1}\u{FF}", "auto generation-1\n",
    "auto generation-+00001\n", "auto generation--00001\n", "auto generation-0000001\n",
    "auto generation-000001/../../other\n", "auto generation-000001.building\n",
    "auto  generation-000001\n", " auto generation-000001\n", "auto\tgeneration-000001\n",
    "remote :/bin/true x\n", "remote localhost\n", "remote\n", "inmemory\n",
    "auto generation-000001\nremote :/bin/true x\n", "auto generation-000001\nnonsense\n",
    String(repeating: "auto generation-000001\n", count: IndexStub.maximumCount + 1),
  ])
  func stubsThatAreRefused(_ text: String) throws {
    try expectUnwritable(text, .notAnIndex)
    #expect(code { _ = try index.openReader() } == .notAnIndex)
  }

  @Test func aRefusalNamesTheLine() throws {
    try folder.write("# several\nauto generation-000001\n\nauto ../other\n", to: "XAPIANDB")
    let error = #expect(throws: IndexError.self) { try index.openReader() }
    #expect(error?.cause == .stubLine(4))
  }

  @Test func noStub() throws {
    #expect(try index.currentGeneration() == nil)
    #expect(try IndexFolder(folder("absent")).currentGeneration() == nil)
    #expect(try IndexFolder(folder("absent/below")).currentGeneration() == nil)
  }

  @Test func stubsThatCannotBeRead() throws {
    try IndexFolder(folder("XAPIANDB")).create()
    #expect(code { _ = try index.currentGeneration() } == .inputOutput)
    let other = try TemporaryFolder()
    try other.write([UInt8](repeating: 0x23, count: 1 << 17), to: other("XAPIANDB"))
    #expect(code { _ = try IndexFolder(other.path).currentGeneration() } == .inputOutput)
  }

  @Test func switching() throws {
    for number in [1, 2, 999_999, 1_000_000] {
      try index.switchTo(number)
      #expect(try index.currentGeneration() == number)
      #expect(try names() == ["XAPIANDB"])
    }
    #expect(code { try IndexFolder(folder("absent")).switchTo(1) } == .missing)
  }

  /// A reader of the stub at any time finds one whole line, of one generation or the other.
  @Test func switchingIsAtomic() throws {
    try index.switchTo(1)
    let (index, stub) = (index, index.stub)
    DispatchQueue.concurrentPerform(iterations: 2) { worker in
      for round in 0..<200 {
        if worker == 0 {
          #expect(throws: Never.self) { try index.switchTo(1 + round % 2) }
        } else {
          let text = try? FileReading.bytes(of: stub, size: 99, limit: 99).text
          #expect(text == "auto generation-000001\n" || text == "auto generation-000002\n")
        }
      }
    }
  }

  @Test func creating() throws {
    let deep = IndexFolder(folder("a/b/c"))
    try deep.create()
    try deep.create()
    #expect(FileManager.default.fileExists(atPath: deep.path.string))
    try folder.write("x", to: "file")
    #expect(code { try IndexFolder(folder("file/below")).create() } != nil)
    let odd = IndexFolder(folder(bytes: [0x69, 0xFF, 0xFE]).appending("below"))
    try odd.create()
    #expect(odd.path.resolved != nil)
  }

  @Test func leftoversAreRemoved() throws {
    for name in [
      "generation-000001/postlist.glass", "generation-000002/postlist.glass",
      "generation-000003.building/part-0/postlist.glass", "generation-x", "tables/synonyms.tsv",
      "SCHEMA.md", "XAPIANDB",
    ] {
      try folder.write([1], to: folder.path.appending(name))
    }
    let outside = try TemporaryFolder()
    try outside.write("x", to: "kept")
    #expect(symlink(outside.path.string, folder("generation-000009").string) == 0)
    index.removeLeftovers(keeping: 2)
    #expect(
      try names() == ["generation-000002", "generation-x", "tables", "SCHEMA.md", "XAPIANDB"])
    #expect(outside("kept").resolved != nil, "links are removed, not followed")
    index.removeLeftovers(keeping: nil)
    #expect(try names() == ["generation-x", "tables", "SCHEMA.md", "XAPIANDB"])
    IndexFolder(folder("absent")).removeLeftovers(keeping: nil)
  }
}
