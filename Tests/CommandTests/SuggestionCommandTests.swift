import Testing

/// "Có phải bạn muốn tìm": what the program suggests, and where it says so.
@Suite struct SuggestionCommandTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace(Workspace.samples) }

  private func search(_ arguments: String...) throws -> SearchAnswer {
    try SearchAnswer(try workspace.runner.run(["search", "--json"] + arguments))
  }

  @Test(arguments: [
    ("vinh phuc", "vĩnh phúc"), ("Nong dan Thai Binh", "Nông dân Thái Bình"),
    ("mua lua chiem xuan", "mùa lúa chiêm xuân"), ("\"chuyen doi so\"", "\"chuyển đổi số\""),
  ])
  func accents(_ query: String, _ expected: String) throws {
    let answer = try search(query)
    #expect(answer.status == 0)
    #expect(answer.summary.suggestions == [expected])
    #expect(answer.summary.correctedQuery == nil)
    #expect(!answer.hits.isEmpty)
  }

  @Test(arguments: [
    ("vinhx phucs", "vĩnh phúc", "digital.txt"), ("Vi4nh Phu1c", "Vĩnh Phúc", "digital.txt"),
    ("vihn phuc", "vĩnh phúc", "digital.txt"), ("soong haauj", "sông hậu", "bridge.txt"),
    ("nong dna thai binh", "nông dân thái bình", "harvest.txt"),
  ])
  func followed(_ query: String, _ expected: String, _ file: String) throws {
    let answer = try search(query)
    #expect(answer.status == 0)
    #expect(answer.summary.suggestions == [expected])
    #expect(answer.summary.correctedQuery == expected)
    #expect(answer.summary.query == query)
    #expect(answer.hits.first?.path.hasSuffix("/\(file)") == true)
    #expect(
      answer.summary.warnings.first == "no article has \(query); showing results for \(expected)")
  }

  @Test func pathsFollowAndCountsDoNot() throws {
    let paths = try workspace.run("search", "--paths", "vinhx phucs")
    #expect(paths.status == 0)
    #expect(paths.lines.map { $0.hasSuffix("/digital.txt") } == [true])
    #expect(paths.errorLines.count == 1)
    let count = try workspace.run("search", "--count", "vinhx phucs")
    #expect(count.status == 1)
    #expect(count.lines == ["0"])
  }

  @Test func batchTellsToo() throws {
    let outcome = try workspace.run("search", "--batch", input: "vinhx phucs\nsông Hậu\n")
    let answers = try JSONAnswer.lines(BatchObject.self, outcome.output)
    #expect(answers.map(\.correctedQuery) == ["vĩnh phúc", nil])
    #expect(answers.map(\.suggestions) == [["vĩnh phúc"], []])
  }

  @Test func aTerminalAsks() throws {
    let (status, screen) = try workspace.runner.runOnTerminal(["search", "vinh phuc"])
    #expect(status == 0)
    #expect(screen.contains("có phải bạn muốn tìm: vĩnh phúc"))
    let marked = try workspace.runner.runOnTerminal(["search", "Vĩnh Phúc"])
    #expect(!marked.screen.contains("có phải"))
  }

  /// Scripts find standard error as empty as before.
  @Test func nobodyIsAskedElsewhere() throws {
    let outcome = try workspace.run("search", "vinh phuc")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
  }

  @Test(arguments: ["xyzzy", "Vĩnh Phúc", "mạ mã", "…", "-vinhx", "title:vinhx"])
  func nothingToSuggest(query: String) throws {
    #expect(try search("--", query).summary.suggestions.isEmpty)
  }
}
