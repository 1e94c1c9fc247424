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

  /// Without a change there is no new generation; with one, the articles that stay keep their numbers.
  @Test func aRunWithoutChangeWritesNothing() throws {
    let test = try TestIndex(Self.files)
    #expect(try rerun(test).changes == [0, 0, 0, 3])
    #expect(try test.index.currentGeneration() == 1)
    let number = try test.open().article(path: test.articles.appending("b/3.txt"))?.number
    try test.write("Vĩnh Phúc mở chợ\n", to: "a/4.txt")
    test.remove("a/1.txt")
    try test.write("Vĩnh Phúc trồng rau sạch\n", to: "a/2.txt")
    #expect(try rerun(test).changes == [1, 1, 1, 1])
    #expect(try test.index.currentGeneration() == 2)
    #expect(try test.open().article(path: test.articles.appending("b/3.txt"))?.number == number)
    #expect(try test.open().status().articles == 3)
    #expect(try IndexCheck(test.index).run(isFull: true).findings == [])
    let report = try test.index.compact()
    #expect(report.generation == 3)
    #expect(try test.index.openReader().counts().lastID == 3)
    #expect(try IndexCheck(test.index).run(isFull: true).findings == [])
    #expect(try rerun(test).changes == [0, 0, 0, 3])
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
