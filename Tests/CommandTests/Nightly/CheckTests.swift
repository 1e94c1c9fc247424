import Foundation
import SystemPackage
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// `check`: what is whole is told to be whole, what is damaged is named, and a rebuild recovers.
@Suite struct CheckTests {
  static let tables = ["postlist", "docdata", "termlist"]

  private func table(_ name: String, _ workspace: Workspace) -> String {
    workspace("Index/generation-000001/\(name).glass").string
  }

  /// Checks that the damage is told on lines that name a remedy, and that the remedy works.
  private func expectFoundAndRecovered(
    _ workspace: Workspace, _ damage: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try workspace.run("check")
    #expect(outcome.status == 2, "\(damage)", sourceLocation: sourceLocation)
    // One line for the database, or one for each of the three documents.
    #expect(
      (1...3).contains(outcome.errorLines.count), "\(damage): \(outcome.errors)",
      sourceLocation: sourceLocation)
    #expect(
      outcome.errorLines.allSatisfy { $0.contains("--rebuild") }, "\(damage)",
      sourceLocation: sourceLocation)
    // The folders may be unreadable with the rest, so they are named.
    #expect(
      try workspace.run("index", "--rebuild", "articles").status == 0, "\(damage)",
      sourceLocation: sourceLocation)
    #expect(try workspace.run("check").status == 0, "\(damage)", sourceLocation: sourceLocation)
    try workspace.expectUnharmed(sourceLocation: sourceLocation)
  }

  @Test(arguments: [[], ["--full"]])
  func aGoodIndexIsClean(_ arguments: [String]) throws {
    let workspace = try Workspace()
    let outcome = try workspace.runner.run(["check"] + arguments)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(
      outcome.text == "no error in 3 articles; the terms of 3 were compared with their text\n")
    struct Record: Decodable { var isClean: Bool, articles: Int, findings: [[String: String]] }
    let json = try workspace.runner.run(["check", "--json"] + arguments)
    let record = try JSONAnswer.decode(Record.self, json.output)
    #expect(record.isClean && record.articles == 3 && record.findings.isEmpty)
  }

  /// A byte of every block is changed, so that no damage hides in free space.
  @Test(arguments: tables)
  func changedBytesAreFound(_ name: String) throws {
    let workspace = try Workspace()
    let path = table(name, workspace)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for start in stride(from: 0, to: bytes.count, by: 256) { bytes[start] ^= 0xFF }
    try bytes.write(to: URL(fileURLWithPath: path))
    try expectFoundAndRecovered(workspace, "\(name) changed")
  }

  @Test(arguments: tables, [0, 1, 5000])
  func cutFilesAreFound(_ name: String, _ length: Int) throws {
    let workspace = try Workspace()
    let path = table(name, workspace)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try bytes.prefix(length).write(to: URL(fileURLWithPath: path))
    try expectFoundAndRecovered(workspace, "\(name) cut to \(length)")
  }

  @Test(arguments: tables)
  func missingFilesAreFound(_ name: String) throws {
    let workspace = try Workspace()
    workspace.remove("Index/generation-000001/\(name).glass")
    try expectFoundAndRecovered(workspace, "\(name) missing")
  }

  /// Whole as a database, and not what the articles give.
  @Test(arguments: [nil, "chiem", "Q"])
  func termsThatAreNotThoseOfTheTextAreFound(_ added: String?) throws {
    let workspace = try Workspace()
    let reader = try StoreReader(at: workspace("Index/generation-000001"))
    let number = try #require(try reader.find("chiem".utf8))
    try workspace.rewriteIndex { writer in
      var run = PostingRun()
      for slot in [Schema.Slot.fileState, Schema.Slot.path, Schema.Slot.identity] {
        run.setValue(try reader.value(of: number, slot: slot), slot: slot)
      }
      // The text of one article, and the words of another or none.
      if let added { try run.add(added.utf8, wdf: 0) }
      try run.finishDocument(data: try reader.data(of: number))
      try run.write(to: workspace("run"))
      writer.removed = [number]
      writer.runs = [workspace("run")]
    }
    let outcome = try workspace.run("check", "--full")
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("document 4: its terms are not those of its text"))
    #expect(outcome.errors.contains("is missing"))
  }

  /// A term too many is in no text, so it is found by counting. Without weight it does not show in the
  /// length of the article either.
  @Test func aTermTooManyIsFound() throws {
    let workspace = try Workspace()
    let reader = try StoreReader(at: workspace("Index/generation-000001"))
    let number = try #require(try reader.find("chiem".utf8))
    try workspace.rewriteIndex { writer in
      let article = try StoredArticle(encoded: try reader.data(of: number), id: number)
      var analyzer = ArticleAnalyzer()
      var run = PostingRun()
      try run.add("XNla".utf8, wdf: 0)
      try analyzer.analyze(article, origin: .file(FileState(size: 0, modified: 0)), into: &run)
      try run.write(to: workspace("run"))
      writer.removed = [number]
      writer.runs = [workspace("run")]
    }
    #expect(try workspace.run("check").status == 0)
    let outcome = try workspace.run("check", "--full")
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("1 term more"), "\(outcome.errors)")
  }

  @Test func anArticleWithoutAPathIsFound() throws {
    let workspace = try Workspace()
    try workspace.rewriteIndex { writer in
      var run = PostingRun()
      try run.finishDocument(data: [])
      try run.write(to: workspace("run"))
      writer.runs = [workspace("run")]
    }
    let outcome = try workspace.run("check", "--full")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("articles have a path"))
  }

  @Test func aStubThatNamesNothingIsFound() throws {
    let workspace = try Workspace()
    workspace.remove("Index/generation-000001")
    let outcome = try workspace.run("check")
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.count == 1)
  }

  @Test func withoutAnIndexItSaysWhatToDo() throws {
    let outcome = try Workspace(isIndexed: false).run("check")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("mucluc index FOLDER"))
  }
}
