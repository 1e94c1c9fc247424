import Foundation
import Testing

/// `search --batch`: many queries, one process.
@Suite struct BatchTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace(Workspace.samples) }

  private func batch(_ input: Data, _ options: [String] = []) throws -> [BatchObject] {
    let outcome = try workspace.runner.run(["search", "--batch"] + options, input: input)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    return try JSONAnswer.lines(BatchObject.self, outcome.output)
  }

  @Test func answersComeInOrderOneALine() throws {
    let queries = (0..<50).flatMap { _ in ["vinh phuc", "mùa lúa", "xyzzy", "song hau"] }
    let answers = try batch(Data(queries.joined(separator: "\n").utf8))
    #expect(answers.map(\.query) == queries)
    let names = ["digital", "harvest", nil, "bridge"]
    for (index, answer) in answers.enumerated() {
      let path = names[index % 4].map { workspace("articles/\($0).txt").string }
      #expect(answer.hits.first?.path == path)
      #expect(answer.total == (path == nil ? 0 : 1))
      #expect(answer.version == 1)
      #expect(answer.tookMs >= 0)
    }
  }

  @Test func hitsAreThoseOfSearch() throws {
    for query in ["vinh phuc chuyen doi so", "song hau lua", "\"song hau\""] {
      let answers = try batch(Data("\(query)\n".utf8))
      #expect(answers.map(\.hits) == [try workspace.search(query).hits])
    }
  }

  @Test func emptyLinesAreQueriesToo() throws {
    let answers = try batch(Data("\n\nlua\n\n".utf8))
    #expect(answers.map(\.query) == ["", "", "lua", ""])
    #expect(
      answers.map(\.warnings) == [
        ["the query holds no word"], ["the query holds no word"], [], ["the query holds no word"],
      ])
  }

  @Test func noInputIsNoOutput() throws {
    #expect(try batch(Data()).isEmpty)
  }

  @Test func aLastLineWithoutLineBreakIsAnswered() throws {
    #expect(try batch(Data("lua\nvinh phuc".utf8)).map(\.query) == ["lua", "vinh phuc"])
  }

  @Test func linesOfWindowsAreLines() throws {
    let answers = try batch(Data("lua\r\nvinh phuc\r\n".utf8))
    #expect(answers.map(\.query) == ["lua", "vinh phuc"])
    #expect(answers.map(\.hits.count) == [1, 1])
  }

  @Test(
    arguments: [
      [0xFF, 0xFE], [0xE1, 0xBB], [0xC3], [0xED, 0xA0, 0x80], [0x00], [0x1B, 0x5B, 0x32, 0x4A],
    ] as [[UInt8]])
  func oddBytesCostNoOtherQuery(bytes: [UInt8]) throws {
    let answers = try batch(Data(Array("lua ".utf8) + bytes + Array(" chiem\nvinh phuc\n".utf8)))
    #expect(answers.count == 2)
    #expect(answers.first?.hits.first?.path == workspace("articles/harvest.txt").string)
    #expect(answers.last?.query == "vinh phuc")
    #expect(answers.last?.hits.count == 1)
  }

  @Test func everyAnswerComesBeforeTheNextQuestion() throws {
    let command = try LiveCommand(workspace.runner, "search", "--batch")
    for query in ["lua", "vinh phuc", "xyzzy", ""] {
      #expect(try command.search(query).query == query)
    }
    let outcome = try command.finish()
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
  }

  @Test func optionsHoldForEveryQuery() throws {
    let input = Data("song hau lua\nsong hau lua\n".utf8)
    #expect(try batch(input, ["--limit", "1"]).map(\.hits.count) == [1, 1])
    #expect(
      try batch(input, ["--limit", "1", "--offset", "1"]).map { $0.hits.map(\.rank) } == [[2], [2]])
    #expect(try batch(Data("vình\n".utf8), ["--accents", "require"]).map(\.hits.count) == [0])
  }

  @Test func aQueryBesidesIsWrongUsage() throws {
    let outcome = try workspace.run("search", "--batch", "lua", input: "lua\n")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
  }
}
