import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// Runs that meet what should not be there, and lose nothing over it.
struct UpdateSafetyTests {
  private static let files: KeyValuePairs = [
    "a/1.txt": "Vĩnh Phúc mở hội\n", "a/2.txt": "Vĩnh Phúc trồng rau\n",
    "b/3.txt": "Vĩnh Phúc đắp đê\n",
  ]

  private func rerun(_ test: TestIndex) throws -> IndexReport {
    try ArticleIndexer(index: test.index, options: test.options).run(folders: [])
  }

  private func revision(_ test: TestIndex) throws -> [UInt8] {
    try FileReading.bytes(
      of: test.index.generation(1).appending("iamglass"), size: 100, limit: 10_000)
  }

  /// A disk that is not mounted looks like an empty folder.
  @Test func anEmptyFolderKeepsItsArticles() throws {
    let test = try TestIndex(Self.files)
    test.options.allowsMassRemoval = false
    test.remove("a")
    test.remove("b")
    let report = try rerun(test)
    #expect(report.changes == [0, 0, 0, 3])
    #expect(report.failures.map(\.path) == [test.articles.resolved])
    #expect(report.failures.first?.cause == .mostlyGone(gone: 3, known: 3))
    #expect(try test.open().count(SearchRequest("vinh phuc")) == 3)
    #expect(try test.update().changes == [0, 0, 0, 3])
    test.options.allowsMassRemoval = true
    #expect(try test.update().changes == [0, 0, 3, 0])
  }

  @Test func someFilesGoneAreRemoved() throws {
    let test = try TestIndex(Self.files)
    test.remove("a")
    #expect(try rerun(test).changes == [0, 0, 2, 1])
  }

  /// Each removal counts as the change it is: a run of removals commits on its way too.
  @Test(arguments: [(100, true), (1 << 20, false)])
  func removalsAreCommittedInParts(bytesPerCommit: Int, inParts: Bool) throws {
    let test = try TestIndex()
    for number in 0..<60 { try test.write("Tin số \(number) về lũ\n", to: "\(number).txt") }
    try test.update()
    for number in 0..<50 { test.remove("\(number).txt") }
    test.options.bytesPerCommit = bytesPerCommit
    let reader = try test.index.openReader()
    #expect(try test.update().changes == [0, 0, 50, 10])
    // A reader that was open outlives one commit and not many.
    var overtaken = false
    do {
      _ = try reader.allTerms(prefix: [])
      _ = try reader.data(of: 60)
    } catch {
      overtaken = error.code == .modified
    }
    #expect(overtaken == inParts)
    #expect(try test.open().count(SearchRequest("lu")) == 10)
  }

  @Test func aRunWithoutChangeLeavesTheRevision() throws {
    let test = try TestIndex(Self.files)
    let before = try revision(test)
    #expect(try rerun(test).changes == [0, 0, 0, 3])
    #expect(try revision(test) == before)
    try test.write("Vĩnh Phúc mở chợ\n", to: "a/4.txt")
    #expect(try rerun(test).changes == [1, 0, 0, 3])
    #expect(try revision(test) != before)
  }

  /// One file with more different words than a document can hold costs no other.
  @Test func aDocumentOverTheLimitIsAFailedFile() throws {
    var intake = FileIntake(maximumFileSize: 64 << 20)
    intake.maximumDocumentSize = 50_000
    let folder = try TemporaryFolder()
    var text = Array("Tin\n\n".utf8)
    let letters = Array("bcdghklmnpqrstvx".utf8)
    for number in 0..<4_096 {
      text += [letters[number >> 8], letters[number >> 4 & 15], letters[number & 15], 0x20]
    }
    let path = try folder.write(text, to: folder("words.txt"))
    let file = SourceFile(
      path: path, state: FileState(size: UInt64(text.count), modified: 1), kind: .plainText)
    guard case .failed(let cause) = intake.take(file, known: nil) else {
      return #expect(Bool(false), "taken, \(intake.document.byteCount) bytes")
    }
    #expect(cause == .tooManyWords)
  }

  @Test(arguments: ["1800-01-01", "2300-01-01", "9999-12-31"])
  func timesFarOff(_ date: String) throws {
    let test = try TestIndex(Self.files)
    let path = try test.write("Vĩnh Phúc xa xưa\n", to: "far.txt")
    let touch = Process()
    touch.executableURL = URL(fileURLWithPath: "/usr/bin/touch")
    touch.arguments = ["-d", date, path.string]
    try touch.run()
    touch.waitUntilExit()
    #expect(try test.update().changes == [1, 0, 0, 3])
    #expect(try test.update().changes == [0, 0, 0, 4])
  }

  /// A folder that may be listed and not searched keeps its articles.
  @Test func anUnsearchableFolderKeepsItsArticles() throws {
    let test = try TestIndex(Self.files)
    let folder = test.articles.appending("a")
    #expect(folder.withPlatformString { chmod($0, 0o644) } == 0)
    defer { _ = folder.withPlatformString { chmod($0, 0o755) } }
    for open in [test.articles, test.index.path, test.folder.path] {
      _ = open.withPlatformString { chmod($0, 0o755) }
    }
    var failures: [FolderWalker.Failure] = []
    var files = 0
    try unprivileged {
      try FolderWalker().walk(test.articles) {
        failures.append($0)
      } _: { _ in
        files += 1
      }
    }
    #expect(files == 1)
    #expect(failures.map(\.path) == [folder])
  }
}
