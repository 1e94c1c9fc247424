import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// Building and updating whole indexes.
struct ArticleIndexerTests {
  /// How many articles hold a phrase.
  private func count(_ phrase: String, _ test: TestIndex) throws -> Int {
    try test.open().count(SearchRequest("\"\(phrase)\""))
  }

  private func text(_ number: Int) -> String {
    TestIndex.text("Tin số \(number)", "Hôm nay tỉnh Vĩnh Phúc có tin thứ \(number).")
  }

  @Test func newChangedUnchangedAndVanished() throws {
    let test = try TestIndex()
    for number in 0..<4 { try test.write(text(number), to: "\(number).txt") }
    var report = try test.update()
    #expect(report.changes == [4, 0, 0, 0])
    #expect(report.generation == 1 && report.total == 4 && report.failures.isEmpty)
    #expect(report.folders == [try #require(test.articles.resolved)])
    #expect(report.bytes == (0..<4).reduce(0) { $0 + text($1).utf8.count })

    report = try test.update()
    #expect(report.changes == [0, 0, 0, 4])
    #expect(report.bytes == 0)

    try test.write(text(40), to: "new/4.txt")
    try test.write(text(11), to: "1.txt")
    test.remove("2.txt")
    report = try test.update()
    #expect(report.changes == [1, 1, 1, 2])
    #expect(report.total == 4 && report.generation == 2)
    #expect(try test.search("\"tin thứ 11\"") == ["1.txt"])
    #expect(try count("tin thứ 1", test) == 0)
    #expect(try count("tin thứ 2", test) == 0)
    #expect(try test.search("\"tin thứ 40\"") == ["4.txt"])
  }

  /// What did not change keeps its number; what is new or changed gets one that was never used.
  @Test func numbersAreStable() throws {
    let test = try TestIndex()
    for number in 0..<4 { try test.write(text(number), to: "\(number).txt") }
    try test.update()
    func ids() throws -> [String: UInt32] {
      let hits = try test.open().search(SearchRequest("tin")).hits
      return Dictionary(uniqueKeysWithValues: hits.map { ($0.name, $0.number) })
    }
    let before = try ids()
    try test.write(text(11), to: "1.txt")
    test.remove("2.txt")
    try test.write(text(5), to: "0.5.txt")
    try test.update()
    let after = try ids()
    for name in ["0.txt", "3.txt"] { #expect(after[name] == before[name]) }
    for name in ["0.5.txt", "1.txt"] {
      #expect(!before.values.contains(try #require(after[name])))
    }
  }

  @Test func touchingCostsNoIndexing() throws {
    let test = try TestIndex(["1.txt": text(1)])
    let path = test.articles.appending("1.txt").string
    var times = [timespec(tv_sec: 1_600_000_000, tv_nsec: 5), timespec()]
    times[1] = times[0]
    #expect(utimensat(AT_FDCWD, path, times, 0) == 0)
    var report = try test.update()
    #expect(report.changes == [0, 0, 0, 1])
    #expect(report.bytes == text(1).utf8.count, "it was read")
    report = try test.update()
    #expect(report.unchanged == 1 && report.bytes == 0, "the new time is remembered")
  }

  /// Grown file by file, with detours, an index holds what one built at once holds.
  @Test func updatesAndFreshBuildsAgree() throws {
    var random = RandomArticles(seed: 4)
    let test = try TestIndex(["first.txt": text(0)])
    for number in 0..<60 {
      let body = random.text(words: 60).replacing("\u{0}", with: "")
      try test.write(TestIndex.text("Tin \(number)", body), to: "\(number % 7)/\(number).txt")
      if number % 5 == 4 { try test.update() }
      if number % 10 == 9 {
        test.remove("\(number % 7)/\(number).txt")
        try test.write(
          "Tin khác\n\n\(body)\n", to: "\((number - 1) % 7)/\(number - 1).txt")
        try test.update()
      }
    }
    try test.update()
    let fresh = IndexFolder(test.folder("fresh"))
    let report = try ArticleIndexer(index: fresh).run(folders: [test.articles])
    let (grown, built) = (try storedDocuments(test.index), try storedDocuments(fresh))
    #expect(report.failures == [])
    #expect(grown.count == report.total && built.count == report.total && report.total > 50)
    for (path, document) in built { #expect(grown[path] == document, "\(path)") }
    let folders = try fresh.openReader().metadata(Schema.Metadata.folders)
    #expect(try test.index.openReader().metadata(Schema.Metadata.folders) == folders)
  }

  @Test(arguments: [1, 2, 3, 16])
  func anyNumberOfWorkers(_ workers: Int) throws {
    let test = try TestIndex()
    test.options.workers = workers
    for number in 0..<150 { try test.write(text(number), to: "\(number % 13)/\(number).txt") }
    let report = try test.update()
    #expect(report.added == 150 && report.total == 150)
    #expect(try storedDocuments(test.index).count == 150)
    #expect(try test.search("\"tin thứ 149\"") == ["149.txt"])
    let left = try FileManager.default.contentsOfDirectory(atPath: test.index.path.string)
    #expect(Set(left) == [".writer-lock", "XAPIANDB", "generation-000001", "last-run"])
  }

  /// Files, workers, documents a run at most, and how many it gets: equal shares, none tiny.
  @Test(arguments: [
    (50_000, 2, 10_000, 8_334), (40_000, 2, 10_000, 10_000), (200_000, 2, 10_000, 10_000),
    (3_999, 2, 10_000, 2_000), (600, 2, 10_000, 500), (0, 2, 10_000, 500),
    (90_000, 4, 10_000, 7_500),
    (100, 2, 1, 1), (50_000, 0, 10_000, 10_000),
  ])
  func runsAreEqualShares(
    _ example: (files: Int, workers: Int, most: Int, part: Int)
  ) throws {
    let file = SourceFile(
      path: "/a/b.txt", state: FileState(size: 1, modified: 1), kind: .plainText)
    var options = IndexingOptions()
    (options.workers, options.documentsPerRun) = (example.workers, example.most)
    var tasks = [ReadingTask](repeating: ReadingTask(file: file), count: example.files)
    #expect(IntakePool.documentsPerRun(tasks, options) == example.part)
    // A file of many may hold any number.
    let path: FilePath = "/a/b.jsonl"
    tasks.append(
      ReadingTask(
        file: SourceFile(path: path, state: file.state, kind: try #require(FileKind(path)))))
    #expect(IntakePool.documentsPerRun(tasks, options) == example.most)
  }

  /// Runs of one document each, many of them.
  @Test func moreFilesThanOneRunHolds() throws {
    let test = try TestIndex()
    test.options.documentsPerRun = 1
    test.options.workers = 2
    let count = 293
    for number in 0..<count { try test.write("Tin \(number)\n", to: "\(number % 9)/\(number)") }
    let report = try test.update()
    #expect(report.added == count && report.total == count)
    #expect(try test.open().count(SearchRequest("tin")) == count)
    #expect(try test.search("100") == ["100"])
    // Whichever worker was faster: documents are numbered by path.
    var paths: [String] = []
    try test.index.openReader().forEachValue(slot: Schema.Slot.path) { _, bytes in
      paths.append(String(decoding: bytes, as: UTF8.self))
    }
    #expect(paths == paths.sorted())
    #expect(try storedDocuments(test.index).count == count)
    #expect(try test.update().unchanged == count)
  }

  @Test func emptyFolder() throws {
    let test = try TestIndex()
    let report = try test.update()
    #expect(report.total == 0 && report.failures.isEmpty)
    #expect(try test.open().search(SearchRequest("tin")).hits.isEmpty)
    try test.write(text(1), to: "1.txt")
    #expect(try test.update().added == 1)
    test.remove("1.txt")
    #expect(try test.update().removed == 1)
    #expect(try test.open().search(SearchRequest("tin")).total == 0)
  }

  @Test(arguments: [false, true])
  func failingFilesCostNoOther(_ isUpdate: Bool) throws {
    let test = try TestIndex()
    test.options.maximumFileSize = 1000
    if isUpdate { try test.update() }
    let bad: [(name: String, bytes: [UInt8])] = [
      ("binary.txt", [0, 1, 2, 3, 0, 255]), ("empty.txt", []),
      ("blank.txt", Array(" \n\n\t ".utf8)),
      ("large.txt", [UInt8](repeating: 0x61, count: 1001)),
      ("latin.txt", [0x56, 0xFD, 0x6E, 0x68, 0x0A, 0xE9, 0xFF, 0xFE, 0xC3]),
    ]
    for (name, bytes) in bad { try test.folder.write(bytes, to: test.articles.appending(name)) }
    for number in 0..<40 { try test.write(text(number), to: "\(number).txt") }
    try test.write("<html>", to: "photo.JPG")
    try test.write("x", to: "photo.jpg")
    let report = try test.update()
    #expect(report.added == 40)
    #expect(
      report.failures.map { $0.path.lastComponent?.string } == bad.map(\.name).sorted())
    let large = ReadingError(.fileTooLarge(bytes: 1001, limit: 1000))
    #expect(report.failures.contains { $0.cause == .reading(large) })
    #expect(report.passedOver == ["jpg": 2])
    #expect(report.total == 40)
  }

  @Test func aFileThatFailsKeepsItsOldArticle() throws {
    let test = try TestIndex(["1.txt": text(1), "2.txt": text(2)])
    try test.folder.write([0, 1, 2], to: test.articles.appending("1.txt"))
    for _ in 0..<2 {
      let report = try test.update()
      #expect(report.failures.count == 1 && report.removed == 0 && report.total == 2)
      #expect(try test.search("\"tin thứ 1\"") == ["1.txt"])
    }
    try test.write(text(11), to: "1.txt")
    #expect(try test.update().updated == 1)
  }

  @Test func foldersAreRemembered() throws {
    let test = try TestIndex()
    let other = test.folder("other")
    try test.write(text(1), to: "1.txt")
    try test.folder.write(Array(text(2).utf8), to: other.appending("sub/2.txt"))
    let indexer = ArticleIndexer(index: test.index)
    #expect(code { _ = try indexer.run(folders: []) } == .missing)
    _ = try indexer.run(folders: [test.articles])
    _ = try indexer.run(folders: [other])
    #expect(try test.open().status().folders == [test.articles, other].compactMap(\.resolved))
    try test.write(text(3), to: "3.txt")
    try test.folder.write(Array(text(4).utf8), to: other.appending("4.txt"))
    var report = try indexer.run(folders: [])
    #expect(report.added == 2 && report.unchanged == 2 && report.total == 4)
    // A folder inside one that is remembered is looked at alone, and stays covered.
    test.remove("1.txt")
    report = try indexer.run(folders: [other.appending("sub")])
    #expect(report.removed == 0 && report.unchanged == 1)
    #expect(try test.open().status().folders.count == 2)
    // One that covers others takes their place.
    report = try indexer.run(folders: [test.folder.path])
    #expect(report.removed == 1 && report.unchanged == 3 && report.added == 0)
    #expect(try test.open().status().folders == [try #require(test.folder.path.resolved)])
  }

  @Test func aRememberedFolderThatIsMissingKeepsItsArticles() throws {
    let test = try TestIndex(["1.txt": text(1)])
    let other = test.folder("other")
    try test.folder.write(Array(text(2).utf8), to: other.appending("2.txt"))
    let indexer = ArticleIndexer(index: test.index)
    _ = try indexer.run(folders: [other])
    removeTree(test.articles)
    try test.folder.write(Array(text(3).utf8), to: other.appending("3.txt"))
    let report = try indexer.run(folders: [])
    #expect(report.added == 1 && report.removed == 0 && report.total == 3)
    #expect(report.failures.map(\.path.lastComponent?.string) == ["articles"])
    guard case .lostFolder(let error) = report.failures.first?.cause else {
      Issue.record("\(report.failures)")
      return
    }
    #expect(error.code == .missing)
    #expect(try test.search("\"tin thứ 1\"") == ["1.txt"])
    // Named, it is an error, and nothing happens.
    #expect(code { _ = try indexer.run(folders: [test.articles, other]) } == .missing)
    #expect(try test.open().status().articles == 3)
  }

  @Test func aFolderThatCannotBeListedLosesNothing() throws {
    let test = try TestIndex(["a/1.txt": text(1), "b/2.txt": text(2), "c/3.txt": text(3)])
    removeTree(test.articles.appending("c"))
    // Everything belongs to the user that permissions hold for; the update runs on this thread.
    if geteuid() == 0 {
      let paths = try #require(FileManager.default.enumerator(atPath: test.folder.path.string))
      #expect(chown(test.folder.path.string, 65_534, 65_534) == 0)
      for case let path as String in paths {
        #expect(chown(test.folder.path.appending(path).string, 65_534, 65_534) == 0)
      }
    }
    let locked = test.articles.appending("a").string
    #expect(chmod(locked, 0) == 0)
    let report = try unprivileged { try test.update() }
    #expect(chmod(locked, 0o755) == 0)
    #expect(report.failures.map(\.cause) == [.cannotBeListed(.permissionDenied)])
    #expect(report.removed == 1 && report.unchanged == 2 && report.total == 2)
  }

  @Test func theIndexMayLieInTheFolderOfArticles() throws {
    let folder = try TemporaryFolder()
    try folder.write(text(1), to: "1.txt")
    let index = IndexFolder(folder("Index"))
    for _ in 0..<2 {
      let report = try ArticleIndexer(index: index).run(folders: [folder.path])
      #expect(report.total == 1 && report.passedOver == [:])
    }
  }

  @Test func pathsNeedNotBeText() throws {
    let folder = try TemporaryFolder()
    let odd = folder(bytes: [0x69, 0xFF, 0xFE])
    let name: [UInt8] = [0x74, 0xFD, 0x2E, 0x74, 0x78, 0x74]
    let file = FilePath(platformBytes: odd.platformBytes + Array("/tin/".utf8) + name)
    try folder.write(Array(text(1).utf8), to: file)
    let index = IndexFolder(odd.appending("index"))
    let indexer = ArticleIndexer(index: index)
    #expect(try indexer.run(folders: [odd.appending("tin")]).added == 1)
    #expect(try indexer.run(folders: []).unchanged == 1)
    let search = try SearchIndex(at: index)
    #expect(
      try search.search(SearchRequest("tin")).hits.map(\.article.path.platformBytes) == [
        file.platformBytes
      ])
    #expect(try search.article(path: file)?.number == 1)
  }

  @Test func whatCannotBeIndexedLeavesNothing() throws {
    let test = try TestIndex()
    try test.write(text(1), to: "1.txt")
    let indexer = ArticleIndexer(index: test.index)
    let file = try test.folder.write("x", to: "file")
    #expect(code { _ = try indexer.run(folders: [test.folder("absent")]) } == .missing)
    #expect(code { _ = try indexer.run(folders: [test.articles, file]) } == .invalidArgument)
    #expect(try test.index.currentGeneration() == nil)
    #expect(code { _ = try test.open() } == .missing)
    try test.update()
    #expect(code { _ = try indexer.run(folders: [file]) } == .invalidArgument)
    #expect(try test.open().status().articles == 1)
  }

  @Test func otherVersionsAreRefused() throws {
    let test = try TestIndex(["1.txt": text(1)])
    for (key, value, expected) in [
      (Schema.Metadata.analyzer, "vi-0", IndexError.Code.otherVersion),
      (Schema.Metadata.schemaVersion, "0", .otherVersion),
      (Schema.Metadata.schemaVersion, "", .notAnIndex),
    ] {
      try rewrite(test.index.generation(1)) { $0.metadata[key] = Array(value.utf8) }
      #expect(code { _ = try test.open() } == expected)
      #expect(code { _ = try test.update() } == expected)
    }
  }
}
