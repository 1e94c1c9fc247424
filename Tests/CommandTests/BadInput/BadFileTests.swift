import SystemPackage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Files that are no articles: each is named with a reason and costs no other file.
@Suite struct BadFileTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace(isIndexed: false) }

  struct BadFile: CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var reason: String
    var testDescription: String { name }
  }

  static let badFiles = [
    BadFile(name: "empty.txt", bytes: [], reason: "empty file"),
    BadFile(name: "blank.txt", bytes: Array(" \r\n\t\n".utf8), reason: "nothing but white space"),
    BadFile(name: "mark.txt", bytes: [0xEF, 0xBB, 0xBF], reason: "nothing but white space"),
    BadFile(
      name: "binary", bytes: [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 0xFF],
      reason: "binary data (NUL bytes)"),
    BadFile(
      name: "controls.txt", bytes: [UInt8](repeating: 0x01, count: 100) + Array("abc".utf8),
      reason: "binary data (control characters)"),
    BadFile(
      name: "broken.txt", bytes: Array("Vĩnh\nPhúc Vĩnh".utf8) + [0xC4, 0x20] + Array("đổi".utf8),
      reason: "invalid UTF-8 at byte 17"),
    BadFile(
      name: "noletters.txt", bytes: Array("V\nV".utf8) + [0xFF, 0xFF, 0x41],
      reason: "invalid UTF-8 at byte 3"),
    BadFile(
      name: "cut.txt", bytes: Array("Vĩnh Phú".utf8.dropLast()), reason: "invalid UTF-8 at byte 8"),
    BadFile(
      name: "surrogate.txt", bytes: [0x41, 0xED, 0xA0, 0x80], reason: "invalid UTF-8 at byte 1"),
    BadFile(
      name: "utf32.txt", bytes: [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], reason: "UTF-32 is not read yet"),
    BadFile(
      name: "numbers.txt", bytes: [0, 1, 2, 3, 0, 4, 0, 255], reason: "binary data (NUL bytes)"),
  ]

  @Test(arguments: badFiles)
  func aBadFileIsNamedInAFirstRun(file: BadFile) throws {
    try workspace.write(file.bytes, to: workspace("articles/\(file.name)"))
    let run = try workspace.index("articles")
    try expectFailure(run, of: file.name, reason: file.reason, counts: [3, 0, 0, 0, 1])
    try workspace.expectUnharmed()
  }

  @Test(arguments: badFiles)
  func aBadFileIsNamedInALaterRun(file: BadFile) throws {
    #expect(try workspace.index("articles").counts == [3, 0, 0, 0, 0])
    try workspace.write(file.bytes, to: workspace("articles/\(file.name)"))
    for _ in 1...2 {
      let run = try workspace.index()
      try expectFailure(run, of: file.name, reason: file.reason, counts: [0, 0, 0, 3, 1])
    }
    try workspace.expectUnharmed()
  }

  @Test(arguments: badFiles)
  func aFileGoneBadKeepsItsOldArticle(file: BadFile) throws {
    #expect(try workspace.index("articles").counts == [3, 0, 0, 0, 0])
    try workspace.write(file.bytes, to: workspace("articles/bridge.txt"))
    let run = try workspace.index()
    try expectFailure(run, of: "bridge.txt", reason: file.reason, counts: [0, 0, 0, 2, 1])
    try workspace.expectUnharmed()
    try workspace.write(Samples.bridge + "Thêm một câu.\n", to: "articles/bridge.txt")
    #expect(try workspace.index().counts == [0, 1, 0, 2, 0])
    try workspace.expectUnharmed()
  }

  @Test func allBadFilesAreNamedInOrderOfTheirPaths() throws {
    for file in Self.badFiles {
      try workspace.write(file.bytes, to: workspace("articles/\(file.name)"))
    }
    let outcome = try workspace.run("index", "articles")
    #expect(outcome.status == 3)
    #expect(outcome.text.hasPrefix("3 added, 0 updated, 0 removed, 0 unchanged, 11 failed; 3"))
    #expect(
      outcome.errorLines
        == Self.badFiles.sorted { $0.name < $1.name }
        .map { "mucluc: \(workspace("articles/\($0.name)")): \($0.reason)" })
    try workspace.expectUnharmed()
  }

  @Test func onlyBadFilesMakeAnEmptyIndex() throws {
    let workspace = try Workspace([:], isIndexed: false)
    try workspace.write([], to: workspace("articles/empty.txt"))
    let outcome = try workspace.run("index", "articles")
    #expect(outcome.status == 3)
    #expect(!outcome.text.contains("no articles in"))
    #expect(try workspace.articleCount() == 0)
    #expect(try workspace.search("vinh phuc").status == 1)
  }

  @Test(.disabled(if: OrdinaryUser.launcher == nil, Comment(rawValue: OrdinaryUser.reason)))
  func aFileWithoutReadPermission() throws {
    try workspace.write("Kín\n\nKhông ai đọc được.\n", to: "articles/secret.txt")
    try workspace.setPermissions(0, of: "articles/secret.txt")
    workspace.becomeOrdinaryUser()
    let run = try workspace.index("articles")
    try expectFailure(
      run, of: "secret.txt", reason: "cannot be read: Permission denied", counts: [3, 0, 0, 0, 1])
    try workspace.expectUnharmed()

    try workspace.setPermissions(0o644, of: "articles/secret.txt")
    #expect(try workspace.index().counts == [1, 0, 0, 3, 0])
    try workspace.setPermissions(0, of: "articles/secret.txt")
    try workspace.touch("articles/secret.txt")
    let later = try workspace.index()
    try expectFailure(
      later, of: "secret.txt", reason: "cannot be read: Permission denied", counts: [0, 0, 0, 3, 1])
    #expect(try workspace.search("khong ai doc duoc").status == 0)
    try workspace.expectUnharmed(articles: 4)
  }

  @Test func aFileOf200MegabytesIsNotRead() throws {
    let size = 200 << 20
    #expect(truncate(path: "articles/huge.txt", size: size))
    let clock = ContinuousClock()
    var run: IndexRun?
    let time = try clock.measure { run = try workspace.index("articles") }
    try expectFailure(
      #require(run), of: "huge.txt", reason: "too large: 200 MiB, the limit is 64 MiB",
      counts: [3, 0, 0, 0, 1])
    #expect(run?.report.bytes ?? .max < 10_000)
    #expect(time < .seconds(10))
    try workspace.expectUnharmed()
  }

  @Test(arguments: [
    (1 << 20, ["--max-size", "1"], "binary data (NUL bytes)"),
    (1 << 20 + 1, ["--max-size", "1"], "too large: 1025 KiB, the limit is 1 MiB"),
    (64 << 20 + 1, [], "too large: 65 MiB, the limit is 64 MiB"),
  ])
  func theSizeLimitIsWhatTheOptionSays(size: Int, options: [String], reason: String) throws {
    #expect(truncate(path: "articles/large.txt", size: size))
    let outcome = try workspace.runner.run(["index", "articles"] + options)
    #expect(outcome.status == 3)
    #expect(outcome.errorLines == ["mucluc: \(workspace("articles/large.txt")): \(reason)"])
    try workspace.expectUnharmed()
  }

  @Test(arguments: ["0", "-1", "65", "1.5", "much"])
  func aSizeLimitThatIsNoneIsWrongUsage(size: String) throws {
    #expect(try workspace.run("index", "articles", "--max-size=\(size)").status == 2)
  }

  @Test func pipesSocketsAndDevicesAreNoFiles() throws {
    #expect(mkfifo(workspace("articles/pipe.txt").string, 0o644) == 0)
    #expect(try workspace.index("articles").counts == [3, 0, 0, 0, 0])
    try workspace.expectUnharmed()
  }

  @Test(arguments: ["Lũ về", "Lũ về\n", "\u{FEFF}Lũ về\r\n", "\n\n\nLũ về\n\n"])
  func aFileOfOneLineIsAnArticle(text: String) throws {
    try workspace.write(text, to: "articles/line.txt")
    #expect(try workspace.index("articles").counts == [4, 0, 0, 0, 0])
    let answer = try workspace.search("lũ về")
    #expect(answer.hits.first?.title == "Lũ về")
    #expect(answer.hits.first?.highlighted == ["Lũ", "về"])
    let human = try workspace.run("search", "--limit", "1", "lu ve")
    #expect(human.status == 0)
    #expect(human.text.contains("Lũ về"))
    try workspace.expectUnharmed(articles: 4)
  }

  @Test(arguments: [10_000, 200_000])
  func aVeryLongWordCostsNoOtherWord(length: Int) throws {
    let word = String(repeating: "ăbc", count: length / 3)
    try workspace.write(
      "Tin lạ\n\nMở đầu \(word) kết thúc bài.\n\n\(word)\n", to: "articles/long.txt")
    #expect(try workspace.index("articles").counts == [4, 0, 0, 0, 0])
    let answer = try workspace.search("mở đầu", "kết thúc")
    #expect(answer.hits.first?.path == workspace("articles/long.txt").string)
    #expect(answer.hits.first?.snippet.utf8.count ?? .max < 1_000)
    let human = try workspace.run("search", "--limit", "1", "ket thuc bai")
    #expect(human.status == 0)
    #expect(human.output.count < 2_000)
    try workspace.expectUnharmed(articles: 4)
  }

  /// Makes a file of `size` bytes that takes no room on the disk.
  private func truncate(path: String, size: Int) -> Bool {
    let file = open(workspace(path).string, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    defer { close(file) }
    return file >= 0 && ftruncate(file, size) == 0
  }

  private func expectFailure(
    _ run: IndexRun, of name: String, reason: String, counts: [Int],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let path = workspace("articles/\(name)").string
    #expect(run.status == 3, sourceLocation: sourceLocation)
    #expect(run.counts == counts, sourceLocation: sourceLocation)
    #expect(run.report.failures.map(\.path) == [path], sourceLocation: sourceLocation)
    #expect(run.report.failures.map(\.reason) == [reason], sourceLocation: sourceLocation)
    #expect(run.errors == ["mucluc: \(path): \(reason)"], sourceLocation: sourceLocation)
  }
}
