import Foundation
import SystemPackage
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// Index folders that are not there, are something else, or cannot be used.
@Suite struct BadIndexTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  /// Every command that needs an index.
  static let readers = [
    ["search", "cau"], ["search", "--json", "cau"], ["search", "--count", "cau"],
    ["search", "--paths", "cau"], ["search", "--batch"], ["show", "1"], ["status"],
    ["status", "--json"], ["explain", "cau"],
  ]

  /// Runs readers on an index folder: each must fail with the one line `message`. They open it by the
  /// same function, so one speaks for the others unless `all` are asked for.
  private func expectRefusal(
    _ index: String, _ message: String, all: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for reader in all ? Self.readers : [["search", "cau"]] {
      let outcome = try workspace.runner.run(reader + ["--index", index], input: "cau\n")
      #expect(outcome.status == 2, "\(reader)", sourceLocation: sourceLocation)
      #expect(outcome.output.isEmpty, "\(reader)", sourceLocation: sourceLocation)
      #expect(
        outcome.errorLines == ["mucluc: \(message)"], "\(reader)", sourceLocation: sourceLocation)
    }
  }

  /// Runs `index` with an index folder: it must fail with the one line `message`.
  private func expectIndexingRefused(
    _ index: String, _ message: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try workspace.run("index", "articles", "--index", index)
    #expect(outcome.status == 2, sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    #expect(outcome.errorLines == ["mucluc: \(message)"], sourceLocation: sourceLocation)
  }

  @Test(arguments: ["nowhere", "nowhere/below", "articles", "empty", "\u{1B}[31mred"])
  func noIndexHere(index: String) throws {
    try workspace.makeFolder("empty")
    let shown = index.replacingOccurrences(of: "\u{1B}", with: "␛")
    try expectRefusal(
      index,
      "\(shown): there is no index here (make one with: mucluc index FOLDER --index \(shown))",
      all: index == "nowhere")
    let update = try workspace.run("index", "--index", index)
    #expect(update.status == 2)
    #expect(
      update.errorLines == [
        "mucluc: \(shown): there is no index here (make one with: mucluc index FOLDER --index \(shown))"
      ])
    #expect(!FileManager.default.fileExists(atPath: workspace("nowhere").string))
    try workspace.expectUnharmed()
  }

  @Test func theDefaultIndexFolderIsNamed() throws {
    workspace.remove("Index")
    for arguments in [["index"], ["search", "cau"]] {
      let outcome = try workspace.runner.run(arguments)
      #expect(outcome.status == 2)
      #expect(
        outcome.errorLines == [
          "mucluc: Index: there is no index here (make one with: mucluc index FOLDER --index Index)"
        ])
    }
  }

  @Test func theEnvironmentNamesTheIndex() throws {
    try workspace.move("Index", to: "elsewhere")
    workspace.runner.environment["MUCLUC_INDEX"] = "elsewhere"
    try workspace.expectUnharmed()
    #expect(try workspace.index().counts == [0, 0, 0, 3, 0])
    #expect(try workspace.run("search", "cau", "--index", "nowhere").status == 2)
    workspace.runner.environment["MUCLUC_INDEX"] = ""
    #expect(try workspace.run("search", "cau").status == 2)
  }

  @Test func aFileIsNoIndex() throws {
    try workspace.write("text", to: "file")
    try expectRefusal(
      "file", "file: is not an index of mucluc (name the index folder with --index)")
    try expectIndexingRefused(
      "file", "file: is a file, not an index folder (name a folder with --index)")
    try expectIndexingRefused(
      "file/below", "file/below: cannot be made: Not a directory (check the path)")
    try workspace.expectUnharmed()
  }

  @Test func aFolderOfOtherFilesKeepsThem() throws {
    try workspace.makeFolder("other")
    let names = ["generation-notes", "generation-1", "generation-000002.bak", "notes.md"]
    for name in names { try workspace.write("mine", to: "other/\(name)") }
    #expect(try workspace.index("articles", "--index", "other").counts == [3, 0, 0, 0, 0])
    #expect(try workspace.search("cau", "--index", "other").status == 0)
    #expect(try workspace.index("--index", "other").counts == [0, 0, 0, 3, 0])
    for name in names {
      #expect(FileManager.default.contents(atPath: workspace("other/\(name)").string)?.count == 4)
    }
  }

  @Test func aDatabaseOfAnotherProgramIsRefusedAndLeftAlone() throws {
    try workspace.makeForeignDatabase("foreign")
    let remedy = "(name an index folder of mucluc with --index)"
    try expectRefusal(
      "foreign", "foreign: is a Xapian database, but not one mucluc made \(remedy)")
    let before = try FileManager.default.contentsOfDirectory(atPath: workspace("foreign").string)
    try expectIndexingRefused(
      "foreign", "foreign: is a Xapian database, not an index folder \(remedy)")
    let update = try workspace.run("index", "--index", "foreign")
    #expect(update.status == 2)
    #expect(update.errors.contains("is a Xapian database, not an index folder"))
    let after = try FileManager.default.contentsOfDirectory(atPath: workspace("foreign").string)
    #expect(Set(before) == Set(after))
    #expect(try StoreReader(at: workspace("foreign")).counts().documents == 1)
  }

  @Test(arguments: [("mucluc.schema", "999"), ("mucluc.analyzer", "vi-0"), ("mucluc.analyzer", "")])
  func anIndexOfAnotherVersionIsRefusedAndLeftAlone(key: String, value: String) throws {
    try setMetadata(key, value)
    for reader in [["search", "cau"], ["index"], ["index", "articles"]] {
      let outcome = try workspace.runner.run(reader, input: "cau\n")
      #expect(outcome.status == 2, "\(reader)")
      #expect(outcome.output.isEmpty)
      let line = try #require(outcome.errorLines.first)
      #expect(outcome.errorLines.count == 1)
      #expect(line.hasPrefix("mucluc: Index: was made by another version of mucluc (schema "))
      #expect(line.hasSuffix("(mucluc index --rebuild --index Index)"))
      if !value.isEmpty { #expect(line.contains(value)) }
    }
    // Nothing was lost: with the right version it is an index again.
    let right = key == "mucluc.schema" ? "\(Schema.version)" : Schema.analyzerFingerprint
    try setMetadata(key, right)
    try workspace.expectUnharmed()
    // And what the line says to do helps.
    try setMetadata(key, value)
    #expect(try workspace.index("--rebuild", "--index", "Index").counts == [3, 0, 0, 0, 0])
    try workspace.expectUnharmed()
  }

  @Test func anIndexWithoutItsMarkIsNoIndex() throws {
    try setMetadata("mucluc.schema", "")
    try expectRefusal(
      "Index",
      "Index: is a Xapian database, but not one mucluc made (name an index folder of mucluc with"
        + " --index)")
  }

  @Test func aGenerationThatIsGoneIsNotTakenForAnEmptyIndex() throws {
    let generation = try #require(try IndexFolder(workspace("Index")).currentGeneration())
    let path = IndexFolder(workspace("Index")).generation(generation)
    removeTree(path)
    let message =
      "Index: its database \(path.lastComponent?.string ?? "") is gone"
      + " (mucluc index --rebuild FOLDER --index Index)"
    try expectRefusal("Index", message)
    for arguments in [["index"], ["index", "articles"]] {
      let outcome = try workspace.runner.run(arguments)
      #expect(outcome.status == 2)
      #expect(outcome.errorLines == ["mucluc: \(message)"])
    }
    #expect(try workspace.index("--rebuild", "articles").counts == [3, 0, 0, 0, 0])
    try workspace.expectUnharmed()
  }

  @Test(arguments: ["postlist.glass", "termlist.glass", "docdata.glass", "iamglass"], [0, 1, 700])
  func aDamagedIndexIsReportedInOneLine(file: String, length: Int) throws {
    let path = workspace("Index/generation-000001/\(file)").string
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try handle.truncate(atOffset: UInt64(length))
    try handle.close()
    for arguments in [["search", "--json", "cau"], ["show", "1"], ["status"], ["index"]] {
      let outcome = try workspace.runner.run(arguments)
      // What the damage does not touch may work; what fails says so in one line.
      if outcome.status == 0 { continue }
      #expect(outcome.status == 2, "\(arguments) \(outcome.text)")
      #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
      #expect(outcome.errors.contains("Index"), "\(outcome.errors)")
    }
  }

  @Test(arguments: ["", "nonsense\n", "auto generation-x\n", "\0\u{1}\n"])
  func aDamagedStubIsReportedInOneLine(text: String) throws {
    try workspace.write(text, to: "Index/XAPIANDB")
    for arguments in [["search", "cau"], ["status"], ["index"], ["index", "articles"]] {
      let outcome = try workspace.runner.run(arguments)
      #expect(outcome.status == 2, "\(arguments) \(outcome.text)")
      #expect(outcome.output.isEmpty)
      #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
    }
    try workspace.write("auto generation-000001\n", to: "Index/XAPIANDB")
    try workspace.expectUnharmed()
  }

  /// What an index folder from elsewhere may hold: lines of Xapian's stubs that start programs, lead
  /// to another stub, or out of the folder. TRACE stands for a file that the program would make.
  static let hostileStubs = [
    "remote :/usr/bin/touch TRACE\n", "auto generation-000001\nremote :/usr/bin/touch TRACE\n",
    "auto nested\n", "auto ../nested\n", "auto XAPIANDB\n", "glass generation-000001\n",
    "auto ../Index/generation-000001\n", "remote localhost:1 x\n",
  ]

  @Test(arguments: hostileStubs)
  func noLineOfAStubStartsAProgram(stub: String) throws {
    let program = "remote :/usr/bin/touch \(workspace("trace"))\n"
    for name in ["nested", "Index/nested"] { try workspace.write(program, to: name) }
    let text = stub.replacingOccurrences(of: "TRACE", with: workspace("trace").string)
    try workspace.write(text, to: "Index/XAPIANDB")
    let writers = [["index"], ["index", "articles"], ["index", "--rebuild"], ["compact"]]
    // What reads, opens the index by the same function.
    let readers = stub == Self.hostileStubs[0] ? Self.readers + [["similar", "1"]] : [["status"]]
    for arguments in readers + [["check"]] + writers { try expectNoTrace(arguments) }
    try workspace.write("auto generation-000001\n", to: "Index/XAPIANDB")
    try workspace.expectUnharmed()
  }

  /// A generation that is itself a stub, as a file and as a folder.
  @Test(arguments: ["generation-000002", "generation-000002/XAPIANDB"])
  func noGenerationIsAStub(name: String) throws {
    if name.contains("/") { try workspace.makeFolder("Index/generation-000002") }
    try workspace.write("remote :/usr/bin/touch \(workspace("trace"))\n", to: "Index/\(name)")
    try workspace.write("auto generation-000002\n", to: "Index/XAPIANDB")
    for arguments in [["search", "cau"], ["status"], ["similar", "1"], ["index"]] {
      try expectNoTrace(arguments)
    }
    for arguments in [["check"], ["compact"], ["index", "--rebuild", "articles"]] {
      _ = try workspace.runner.run(arguments)
      #expect(!FileManager.default.fileExists(atPath: workspace("trace").string), "\(arguments)")
    }
  }

  /// Runs a command on an index folder that would have a program make `trace`.
  private func expectNoTrace(_ arguments: [String]) throws {
    let outcome = try workspace.runner.run(arguments, input: "cau\n")
    #expect(outcome.status == 2, "\(arguments)")
    #expect(outcome.output.isEmpty, "\(arguments): \(outcome.text)")
    #expect(outcome.errorLines.count == 1, "\(arguments): \(outcome.errors)")
    #expect(outcome.errors.contains("Index"), "\(arguments): \(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: workspace("trace").string), "\(arguments)")
  }

  @Test(.disabled(if: OrdinaryUser.launcher == nil, Comment(rawValue: OrdinaryUser.reason)))
  func aReadOnlyIndexCanBeSearchedAndNotWritten() throws {
    workspace.becomeOrdinaryUser()
    for name in ["Index/generation-000001", "Index"] {
      for file in try FileManager.default.contentsOfDirectory(atPath: workspace(name).string)
      where !file.hasPrefix("generation") {
        try workspace.setPermissions(0o444, of: "\(name)/\(file)")
      }
      try workspace.setPermissions(0o555, of: name)
    }
    defer {
      try? workspace.setPermissions(0o755, of: "Index")
      try? workspace.setPermissions(0o755, of: "Index/generation-000001")
    }
    try workspace.expectUnharmed()
    for arguments in [["index"], ["index", "articles"]] {
      let outcome = try workspace.runner.run(arguments)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(
        outcome.errorLines == [
          "mucluc: Index: cannot be written: Permission denied (check its permissions)"
        ])
    }
    try workspace.expectUnharmed()
  }

  @Test(.disabled(if: OrdinaryUser.launcher == nil, Comment(rawValue: OrdinaryUser.reason)))
  func anIndexThatMayNotBeReadIsNotCalledMissing() throws {
    workspace.becomeOrdinaryUser()
    try workspace.setPermissions(0, of: "Index")
    defer { try? workspace.setPermissions(0o755, of: "Index") }
    for arguments in [["search", "cau"], ["index"], ["index", "articles"], ["status"]] {
      let outcome = try workspace.runner.run(arguments)
      #expect(outcome.status == 2)
      #expect(outcome.errorLines.count == 1)
      #expect(outcome.errors.contains("Permission denied"), "\(arguments): \(outcome.errors)")
    }
  }

  private func setMetadata(_ key: String, _ value: String) throws {
    try workspace.rewriteIndex { $0.metadata[key] = Array(value.utf8) }
  }
}
