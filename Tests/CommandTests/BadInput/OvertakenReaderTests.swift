import Foundation
import SystemPackage
import Testing

@testable import ArticleIndex

/// Readers whose index changes, moves on, is replaced or goes while they search.
@Suite struct OvertakenReaderTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private func number(_ query: String, _ command: LiveCommand) throws -> Int {
    try command.search(query).total
  }

  /// Found by the same words as a sample, and not before it.
  private static let otherBridge = """
    Cầu mới

    Hôm qua bà con xã vùng cao dự lễ khánh thành cầu treo.

    """

  @Test func commitsBetweenQueriesAreSeenAndNeverAnError() throws {
    let command = try LiveCommand(workspace.runner, "search", "--batch")
    #expect(try number("le hoi dua voi", command) == 0)
    for round in 1...5 {
      try workspace.write("Lễ hội đua voi \(round)\n\nVoi chạy.\n", to: "articles/new-\(round).txt")
      #expect(try workspace.index().counts == [1, 0, 0, 2 + round, 0])
      #expect(try number("le hoi dua voi", command) == round)
    }
    // Several runs between two queries.
    for round in 1...5 {
      workspace.remove("articles/new-\(round).txt")
      #expect(try workspace.index().report.removed == 1)
    }
    #expect(try number("le hoi dua voi", command) == 0)
    #expect(try command.search("khanh thanh cau").hits.first?.rank == 1)
    let outcome = try command.finish()
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    try workspace.expectUnharmed()
  }

  @Test func manyRunsWhileQueriesRunAreNeverAnError() throws {
    let command = try LiveCommand(workspace.runner, "search", "--batch")
    for round in 1...15 {
      command.tell("vinh phuc chuyen doi so")
      command.tell("khanh thanh cau")
      try workspace.write("Chợ nổi \(round)\n", to: "articles/new.txt")
      #expect(try workspace.index().status == 0)
    }
    let outcome = try command.finish()
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let answers = try JSONAnswer.lines(BatchObject.self, outcome.output)
    #expect(answers.count == 30)
    for (index, answer) in answers.enumerated() {
      let name = index % 2 == 0 ? "digital.txt" : "bridge.txt"
      #expect(answer.hits.first?.path == workspace("articles/\(name)").string)
    }
    try workspace.expectUnharmed(articles: 4)
  }

  /// Many short readers beside many short runs: each opens what is there at the moment.
  @Test func openingBesideRunsIsNeverAnError() throws {
    let folder = IndexFolder(workspace("Index"))
    let article = workspace("articles/new.txt").string
    let runs = Thread {
      for round in 1...60 {
        try? "Chợ nổi \(round)\n".write(toFile: article, atomically: false, encoding: .utf8)
        _ = try? ArticleIndexer(index: folder).run(folders: [])
      }
    }
    runs.start()
    var opened = 0
    while !runs.isFinished {
      #expect(try SearchIndex(at: folder).count(SearchRequest("khanh thanh cau")) == 1)
      if opened % 8 == 0 { #expect(try IndexCheck(folder).run().findings == []) }
      opened += 1
    }
    #expect(opened > 60)
  }

  @Test func aGenerationReplacedBetweenQueriesIsSeen() throws {
    let command = try LiveCommand(workspace.runner, "search", "--batch")
    #expect(try number("khanh thanh cau", command) == 1)
    // Another index takes the place of the first, as a rebuild does: new generation, new stub.
    try workspace.write(Self.otherBridge, to: "articles/second.txt")
    #expect(try workspace.index("articles", "--index", "Other").counts == [4, 0, 0, 0, 0])
    try workspace.move("Other/generation-000001", to: "Index/generation-000002")
    try IndexFolder(workspace("Index")).switchTo(2)
    #expect(try number("khanh thanh cau", command) == 2)
    IndexFolder(workspace("Index")).removeLeftovers(keeping: 2)
    #expect(try number("khanh thanh cau", command) == 2)
    let outcome = try command.finish()
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(try workspace.index().counts == [0, 0, 0, 4, 0])
    try workspace.expectUnharmed(articles: 4)
  }

  @Test func anIndexDeletedWhileSearchingIsAnErrorInOneLine() throws {
    let command = try LiveCommand(workspace.runner, "search", "--batch")
    #expect(try number("khanh thanh cau", command) == 1)
    workspace.remove("Index")
    command.tell("khanh thanh cau")
    let outcome = try command.finish()
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errorLines == [
        "mucluc: Index: there is no index here (make one with: mucluc index FOLDER --index Index)"
      ])
  }

  @Test func anIndexDeletedAndMadeAgainIsSearched() throws {
    let command = try LiveCommand(workspace.runner, "search", "--batch")
    #expect(try number("khanh thanh cau", command) == 1)
    workspace.remove("Index")
    try workspace.write(Self.otherBridge, to: "articles/second.txt")
    #expect(try workspace.index("articles").counts == [4, 0, 0, 0, 0])
    #expect(try number("khanh thanh cau", command) == 2)
    #expect(try command.finish().status == 0)
  }

  @Test func readersDoNotHinderWriters() throws {
    let readers = try (1...4).map { _ in try LiveCommand(workspace.runner, "search", "--batch") }
    for reader in readers { #expect(try number("khanh thanh cau", reader) == 1) }
    try workspace.write(Self.otherBridge, to: "articles/second.txt")
    #expect(try workspace.index().counts == [1, 0, 0, 3, 0])
    for reader in readers {
      #expect(try number("khanh thanh cau", reader) == 2)
      #expect(try reader.finish().status == 0)
    }
  }
}
