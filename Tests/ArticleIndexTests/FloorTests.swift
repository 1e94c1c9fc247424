import Foundation
import TestSupport
import Testing

/// The floors of the library: what lies lower knows nothing of what lies above it.
///
/// Told from the sources: every name that a file declares at its top level belongs to the file's
/// floor, and a file uses a name where it stands in its code. With `MUCLUC_RECORD=1` in the
/// environment the table in the architecture article is written anew, and the test fails.
struct FloorTests {
  /// The folders of `Sources/ArticleIndex`, lowest first; those on one line are peers.
  static let floors = [
    ["Model"], ["Store"], ["Folder"], ["Analysis"], ["Query"], ["Indexing", "Search"],
  ]

  private static let sources = PackageFiles.root.appending(path: "Sources/ArticleIndex")
  private static let article = sources.appending(path: "ArticleIndex.docc/Architecture.md")

  @Test func everyFolderIsAFloor() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      at: Self.sources, includingPropertiesForKeys: [.isDirectoryKey]
    ).map(\.lastPathComponent)
    #expect(Set(folders) == Set(Self.floors.joined()).union(["ArticleIndex.docc"]))
  }

  @Test func noFloorUsesAHigherOne() throws {
    let level = Self.levels
    for use in try SourceUses(in: Self.sources).uses {
      guard let user = level[use.userFolder], let used = level[use.usedFolder] else { continue }
      #expect(
        user > used || use.userFolder == use.usedFolder,
        "\(use.file):\(use.line): \(use.userFolder) uses \(use.name) of \(use.usedFolder)")
    }
  }

  /// Shows that the rule can be broken, and that file and line are told.
  @Test func aReferenceUpwardsIsFound() throws {
    let folder = try TemporaryFolder()
    try folder.write("struct Low {\n  var high: High?\n}\n", to: "Model/Low.swift")
    try folder.write(
      "// Low is only named here.\nstruct High { let text = \"Low\" }\n", to: "Search/High.swift")
    let uses = try SourceUses(in: URL(filePath: folder.path.string)).uses
    #expect(uses.map(\.file) == ["Model/Low.swift"])
    #expect(uses.map(\.line) == [2])
    #expect(uses.map(\.name) == ["High"] && uses.map(\.usedFolder) == ["Search"])
  }

  @Test func theArchitectureArticleHasTheTable() throws {
    let table = try Self.table()
    var text = try String(contentsOf: Self.article, encoding: .utf8)
    let (start, end) = ("<!-- table: who-uses-whom -->\n", "<!-- end of table -->\n")
    let from = try #require(text.range(of: start)).upperBound
    let to = try #require(text.range(of: end)).lowerBound
    if ProcessInfo.processInfo.environment["MUCLUC_RECORD"] == "1" {
      text.replaceSubrange(from..<to, with: table)
      try Data(text.utf8).write(to: Self.article)
      Issue.record("recorded; look at the difference")
      return
    }
    #expect(String(text[from..<to]) == table)
  }

  private static var levels: [String: Int] {
    var levels: [String: Int] = [:]
    for (level, folders) in floors.enumerated() {
      for folder in folders { levels[folder] = level }
    }
    return levels
  }

  /// A row for each floor, the highest first: in how many of its files a name of a lower one stands.
  private static func table() throws -> String {
    let names = floors.joined()
    let uses = try SourceUses(in: sources)
    var lines = [
      "| | files | " + names.map { "uses \($0)" }.joined(separator: " | ") + " |",
      "|---|---|" + names.map { _ in "---|" }.joined(),
    ]
    for user in names.reversed() {
      let cells = names.map { used -> String in
        let files = Set(
          uses.uses.filter { $0.userFolder == user && $0.usedFolder == used }.map(\.file))
        return files.isEmpty ? "" : "\(files.count)"
      }
      let row = [user, "\(uses.files[user, default: 0])"] + cells
      lines.append("| " + row.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Which file of which folder uses what another folder declares.
private struct SourceUses {
  struct Use {
    var file: String
    /// From 1.
    var line: Int
    var name: String
    var userFolder: String
    var usedFolder: String
  }

  private(set) var uses: [Use] = []
  /// Files by folder.
  private(set) var files: [String: Int] = [:]

  init(in root: URL) throws {
    var sources: [(file: String, folder: String, lines: [String])] = []
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    for path in (paths ?? []).sorted() where path.hasSuffix(".swift") {
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      let folder = String(path.prefix { $0 != "/" })
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      sources.append((path, folder, lines.map { Self.code(String($0)) }))
      files[folder, default: 0] += 1
    }
    // A name that two folders declare belongs to neither.
    var owners: [String: Set<String>] = [:]
    for source in sources {
      for line in source.lines {
        if let name = Self.declared(line) { owners[name, default: []].insert(source.folder) }
      }
    }
    for source in sources {
      for (index, line) in source.lines.enumerated() {
        for name in Self.words(line) {
          guard let owner = owners[name], owner.count == 1, let used = owner.first,
            used != source.folder
          else { continue }
          uses.append(
            Use(
              file: source.file, line: index + 1, name: name, userFolder: source.folder,
              usedFolder: used))
        }
      }
    }
  }

  /// A line without its comment and without the text of string literals.
  private static func code(_ line: String) -> String {
    var code = ""
    var isInString = false
    var previous: Character?
    for character in line {
      if character == "\"", previous != "\\" { isInString.toggle() }
      if !isInString {
        if character == "/", previous == "/" { return String(code.dropLast()) }
        code.append(character)
      }
      previous = character
    }
    return code
  }

  /// The name that a line declares at the top level of its file; nil if it declares none.
  private static func declared(_ line: String) -> String? {
    guard let first = line.first, first.isLetter || first == "@" else { return nil }
    let words = words(line)
    let kinds: Set = ["struct", "class", "enum", "protocol", "actor", "typealias", "func"]
    guard !words.contains("private"), !words.contains("extension"),
      let kind = words.firstIndex(where: { kinds.contains($0) }), kind + 1 < words.count
    else { return nil }
    return words[kind + 1]
  }

  private static func words(_ line: String) -> [String] {
    line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
  }
}
