import Foundation
import SystemPackage
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// Names and paths that file systems allow and programs forget.
@Suite struct OddPathTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace(isIndexed: false) }

  private static let text = "Chợ nổi Cái Răng\n\nThuyền bè tấp nập trên sông.\n"

  struct OddName: CustomTestStringConvertible {
    var testDescription: String
    var bytes: [UInt8]

    init(_ description: String, _ bytes: [UInt8]) {
      (testDescription, self.bytes) = (description, bytes)
    }

    init(_ description: String, _ name: String) { self.init(description, Array(name.utf8)) }
  }

  static let oddNames = [
    OddName("not UTF-8", [0x76, 0xFF, 0xFE, 0xE9] + Array(".txt".utf8)),
    OddName("cut UTF-8", Array("tin-".utf8) + [0xE1, 0xBB]),
    OddName("line break", "hai\ndòng.txt"),
    OddName("carriage return", "hai\rdòng.txt"),
    OddName("escape sequence", "\u{1B}]0;x\u{07}\u{1B}[31m.txt"),
    OddName("bidirectional override", "a\u{202E}txt.b.txt"),
    OddName("quotes and backslash", "\"a\\b'c\".txt"),
    OddName("percent", "100%0A.txt"),
    OddName("leading dash", "-rf.txt"),
    OddName("space only", " "),
    OddName("decomposed", "Vĩnh Phúc.txt".decomposedStringWithCanonicalMapping),
    OddName("255 bytes", String(repeating: "ê", count: 125) + "b.txt"),
    OddName("255 bytes of ASCII", String(repeating: "a", count: 255)),
  ]

  @Test(arguments: oddNames)
  func aFileOfAnyNameIsIndexedFoundAndShown(name: OddName) throws {
    let path = FilePath(
      platformBytes: workspace("articles").platformBytes + [0x2F] + name.bytes)
    try workspace.write(Array(Self.text.utf8), to: path)
    let run = try workspace.index("articles")
    #expect(run.status == 0)
    #expect(run.counts == [4, 0, 0, 0, 0])

    try expectFound(path)
    #expect(try workspace.index().counts == [0, 0, 0, 4, 0])
    try workspace.write(Array((Self.text + "Thêm.\n").utf8), to: path)
    #expect(try workspace.index().counts == [0, 1, 0, 3, 0])
    try expectFound(path)
    removeTree(path)
    #expect(try workspace.index().counts == [0, 0, 1, 3, 0])
    try workspace.expectUnharmed()
  }

  /// Folder and file names as long as they get, in everything that prints one.
  @Test func namesOf255BytesInEveryOutput() throws {
    let name = String(repeating: "ẫ", count: 83) + ".jsonl"
    try #require(name.utf8.count == 255)
    let folder = String(repeating: "ũ", count: 127) + "x"
    let index = String(repeating: "đ", count: 127) + "y"
    try workspace.makeFolder(folder)
    let record = #"{"id": "a1", "title": "Chợ nổi Cái Răng", "text": "Thuyền bè tấp nập."}"#
    try workspace.write(record + "\nxxx\n", to: "\(folder)/\(name)")
    let path = workspace("\(folder)/\(name)").string
    let location = ["--index", index]

    let run = try workspace.runner.run(["index", folder] + location)
    #expect(run.status == 3)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("mucluc: \(path): line 2: "), "\(run.errors)")
    let report = try workspace.index("--index", index)
    #expect(report.report.failures.map(\.path) == [path])
    #expect(report.report.failures.first?.reason.hasPrefix("line 2: ") == true)

    for (arguments, expected) in [
      (["search", "cho noi"], String(name.prefix(9))), (["search", "--json", "cho noi"], path),
      (["search", "--paths", "cho noi"], path + "\n"),
      (["search", "--paths", "-0", "cho noi"], path + "\0"),
      (["search", "--batch"], path), (["show", "a1"], String(name.prefix(9))),
      (["show", "--json", "a1"], path), (["status"], workspace(folder).string),
      (["status", "--json"], workspace(folder).string), (["explain", "cho noi"], "cho"),
      (["check"], "no error in 1 article"), (["check", "--json"], "\"is_clean\":true"),
      (["compact"], "generation 2"),
    ] {
      let outcome = try workspace.runner.run(arguments + location, input: "cho noi\n")
      #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
      #expect(outcome.text.contains(expected), "\(arguments): \(outcome.text)")
    }
    #expect(try workspace.runner.run(["similar", "a1"] + location).status == 1)
    // A path too long for the file system is an error of one line, not a crash.
    let long = try workspace.run("status", "--index", index + "z")
    #expect(long.status == 2)
    #expect(long.errorLines.count == 1)
  }

  @Test func namesThatLookAlikeAreDifferentFiles() throws {
    let names = ["Phúc.txt", "Phúc.txt".decomposedStringWithCanonicalMapping, "phúc.txt"]
    for (number, name) in names.enumerated() {
      try workspace.write("Bài số \(number)\n\nChợ nổi.\n", to: "articles/\(name)")
    }
    #expect(try workspace.index("articles").counts == [6, 0, 0, 0, 0])
    let answer = try workspace.search("\"cho noi\"")
    #expect(Set(answer.hits.map { Array($0.path.utf8) }).count == 3)
    for name in names {
      let shown = try workspace.run("show", "articles/\(name)")
      #expect(
        shown.text.contains("Bài số \(names.firstIndex { $0.utf8.elementsEqual(name.utf8) } ?? -1)")
      )
    }
    try workspace.expectUnharmed(articles: 6)
  }

  @Test(arguments: [300, 1_000, 3_500])
  func aLongPathIsIndexedFoundAndRemoved(length: Int) throws {
    var folder = workspace("articles")
    while folder.length + 60 < length {
      folder.append(String(repeating: "đ", count: 20))
    }
    folder.append(String(repeating: "a", count: max(1, length - folder.length - 10)))
    try FileManager.default.createDirectory(
      atPath: folder.string, withIntermediateDirectories: true)
    let path = folder.appending("tin.txt")
    #expect(path.length > length - 10)
    try workspace.write(Array(Self.text.utf8), to: path)

    let run = try workspace.index("articles")
    #expect(run.counts == [4, 0, 0, 0, 0])
    #expect(run.errors.isEmpty)
    try expectFound(path)
    #expect(try workspace.index().counts == [0, 0, 0, 4, 0])
    removeTree(path)
    #expect(try workspace.index().counts == [0, 0, 1, 3, 0])
    try workspace.expectUnharmed()
  }

  /// Two paths that differ only far behind what a term could hold.
  @Test func longPathsThatDifferAtTheirEndsAreDifferentArticles() throws {
    let folder = (0..<8).map { _ in String(repeating: "x", count: 100) }.joined(separator: "/")
    try workspace.makeFolder("articles/\(folder)")
    for name in ["a", "b", "c"] {
      try workspace.write("Bài \(name)\n\nChợ nổi.\n", to: "articles/\(folder)/\(name).txt")
    }
    #expect(try workspace.index("articles").counts == [6, 0, 0, 0, 0])
    workspace.remove("articles/\(folder)/b.txt")
    #expect(try workspace.index().counts == [0, 0, 1, 5, 0])
    #expect(try workspace.search("\"cho noi\"").hits.map(\.title).sorted() == ["Bài a", "Bài c"])
  }

  /// Folders are named byte for byte too, of articles and of the index.
  @Test func foldersThatAreNotUTF8() throws {
    for (number, byte) in [UInt8(0xFF), 0xFE].enumerated() {
      let folder = FilePath(platformBytes: workspace.path.platformBytes + [0x2F, byte])
      #expect(folder.withPlatformString { makeFolder($0) })
      try workspace.write(
        Array("Chợ \(number)\n\nCái Răng.\n".utf8), to: folder.appending("tin.txt"))
    }
    for index in [#"--index "$(printf 'x\377')""#, #"--index="$(printf 'x\377')""#] {
      let outcome = try workspace.runner.shell(
        #"mucluc index --json articles "$(printf '\377')" "$(printf '\376')" "# + index)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let found = try workspace.runner.shell("mucluc search --count cai rang " + index)
      #expect(found.text == "2\n")
      let again = try workspace.runner.shell("mucluc index -q " + index)
      #expect(again.status == 0)
    }
    let index = FilePath(platformBytes: workspace.path.platformBytes + Array("/x".utf8) + [0xFF])
    #expect(try IndexFolder(index).currentGeneration() == 1)
  }

  /// The article is found by every output, its path intact where programs read it, and its number
  /// and its path show it.
  private func expectFound(
    _ path: FilePath, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let answer = try workspace.search("cho noi cai rang")
    let hit = try #require(answer.hits.first, sourceLocation: sourceLocation)
    #expect(hit.path == path.string, sourceLocation: sourceLocation)

    let zero = try workspace.run("search", "--paths", "-0", "--limit", "1", "cho noi cai rang")
    #expect([UInt8](zero.output) == path.platformBytes + [0], sourceLocation: sourceLocation)
    let plain = try workspace.run("search", "--paths", "--limit", "1", "cho noi cai rang")
    #expect([UInt8](plain.output) == path.platformBytes + [0x0A], sourceLocation: sourceLocation)

    let human = try workspace.run("search", "--limit", "1", "cho noi cai rang")
    #expect(human.status == 0, sourceLocation: sourceLocation)
    #expect(human.text.isSafeForTerminals, sourceLocation: sourceLocation)
    #expect(human.text.contains("Chợ nổi Cái Răng"), sourceLocation: sourceLocation)

    let byNumber = try workspace.run("show", hit.id)
    #expect(byNumber.status == 0, sourceLocation: sourceLocation)
    #expect(byNumber.text.isSafeForTerminals, sourceLocation: sourceLocation)
    // The path as the shell hands it over, byte for byte.
    let byPath = try workspace.runner.shell(
      "mucluc search --paths -0 -n 1 cho noi cai rang | xargs -0 \"$0\" show --json")
    #expect(byPath.status == 0, "\(byPath.errors)", sourceLocation: sourceLocation)
    struct Shown: Decodable { var id: String }
    #expect(
      try JSONAnswer.decode(Shown.self, byPath.output).id == hit.id,
      sourceLocation: sourceLocation)
  }
}
