import Foundation
import SystemPackage
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// `index --rebuild` and `compact`: a new generation beside the old one.
@Suite struct GenerationTests {
  private func generations(_ workspace: Workspace) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: workspace("Index").string)
      .filter { $0.hasPrefix("generation-") }.sorted()
  }

  /// Terms and data of all documents.
  private func documents(_ workspace: Workspace) throws -> [[String]] {
    let reader = try IndexFolder(workspace("Index")).openReader()
    let ids = Array(1...UInt32(Samples.all.count))
    let terms = try reader.allTerms(prefix: []).map { term, _ in
      "\(String(decoding: term, as: UTF8.self)) \(try reader.occurrences(of: [term], in: ids))"
    }
    return [terms] + (try ids.map { [String(decoding: try reader.data(of: $0), as: UTF8.self)] })
  }

  @Test func aRebuildReadsEverythingAgainAndClearsTheOld() throws {
    let workspace = try Workspace()
    let run = try workspace.index("--rebuild")
    #expect(run.status == 0)
    #expect(run.counts == [3, 0, 0, 0, 0])
    #expect(run.report.generation == 2)
    #expect(try generations(workspace) == ["generation-000002"])
    try workspace.expectUnharmed()
    // What the runs before remembered is remembered still.
    #expect(try workspace.index().counts == [0, 0, 0, 3, 0])
  }

  @Test func aRebuildTakesNewFoldersBesideThoseRemembered() throws {
    let workspace = try Workspace()
    try workspace.makeFolder("more")
    try workspace.write("Chợ nổi Cái Răng\n", to: "more/cho.txt")
    #expect(try workspace.index("--rebuild", "more").counts == [4, 0, 0, 0, 0])
    #expect(try workspace.index().counts == [0, 0, 0, 4, 0])
  }

  @Test func aRebuildKeepsHowFoldersAreRead() throws {
    let workspace = try Workspace(isIndexed: false)
    try workspace.write(#"{"tieu_de": "Lúa chín", "text": "Ngoài đồng."}"#, to: "articles/a.json")
    #expect(try workspace.run("index", "articles", "--map", "title=tieu_de").status == 0)
    #expect(try workspace.index("--rebuild").status == 0)
    #expect(try workspace.search("lua chin").hits.first?.title == "Lúa chín")
  }

  /// Whoever has the old generation open goes on with it, and moves to the new one by itself.
  @Test func aReaderIsNotDisturbedByARebuild() throws {
    let workspace = try Workspace()
    let reader = try LiveCommand(workspace.runner, "search", "--batch")
    #expect(try reader.search("lua chiem").total == 1)
    try workspace.write("Lúa chiêm vào mẩy\n", to: "articles/new.txt")
    #expect(try workspace.index("--rebuild").status == 0)
    #expect(try reader.search("lua chiem").total == 2)
    #expect(try workspace.run("compact").status == 0)
    #expect(try reader.search("lua chiem").total == 2)
    #expect(try reader.finish().status == 0)
  }

  @Test func compactChangesTheGenerationAndNothingElse() throws {
    let workspace = try Workspace()
    let before = try documents(workspace)
    let outcome = try workspace.run("compact")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.text.contains("generation 2"))
    #expect(try generations(workspace) == ["generation-000002"])
    #expect(try documents(workspace) == before)
    #expect(try workspace.index().counts == [0, 0, 0, 3, 0])
  }

  @Test func compactWithoutAnIndexSaysWhatToDo() throws {
    let workspace = try Workspace(isIndexed: false)
    let outcome = try workspace.run("compact")
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("mucluc index FOLDER"))
  }

  @Test(arguments: [["index", "--rebuild"], ["compact"]])
  func anotherWriterIsRespected(_ command: [String]) throws {
    let workspace = try Workspace()
    let lock = try LockHolder(workspace)
    #expect(try workspace.runner.run(command).status == 75)
    withExtendedLifetime(lock) {}
    #expect(try generations(workspace) == ["generation-000001"])
  }

  /// What a killed rebuild leaves is cleared by the next run.
  @Test func leftoversAreCleared() throws {
    let workspace = try Workspace()
    try workspace.makeFolder("Index/generation-000002.building/run-0-0")
    try workspace.makeFolder("Index/generation-000002")
    #expect(try workspace.index().counts == [0, 0, 0, 3, 0])
    #expect(try generations(workspace) == ["generation-000001"])
  }
}
