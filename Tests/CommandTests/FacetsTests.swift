import TestSupport
import Testing

/// `search --facets`.
@Suite struct FacetsTests {
  private static let shared = Shared { folder in
    let workspace = try Workspace([:], isIndexed: false, in: folder)
    let records = (0..<30).map { number in
      """
      {"id": "t\(number)", "title": "Lúa vụ \(number)", "body": "Bà con gặt lúa trên đồng số \(number).", \
      "date": "20\(18 + number % 3)-0\(1 + number % 4)-02", "section": "\(["Kinh tế", "Đời sống"][number % 2])", \
      "author": "Người \(number % 15)", "source": "Báo \(number % 2)"}

      """
    }
    try workspace.write(records.joined(), to: "articles/tin.jsonl")
    try #require(try workspace.index("articles").counts == [30, 0, 0, 0, 0])
    return workspace.path
  }

  let workspace: Workspace

  init() throws { workspace = try Workspace(Self.shared) }

  @Test func json() throws {
    let summary = try workspace.search("gat lua", "--facets", "year,section,author").summary
    #expect(summary.facets.map(\.field) == ["year", "section", "author"])
    #expect(summary.facets[0].counts.map(\.value) == ["2018", "2019", "2020"])
    #expect(summary.facets[0].counts.map(\.count) == [10, 10, 10])
    #expect(summary.facets[1].counts.map(\.value) == ["Kinh tế", "Đời sống"])
    #expect(summary.facets[2].distinct == 15 && summary.facets[2].counts.count == 15)
    #expect(summary.facets.allSatisfy { $0.isExact && $0.missing == 0 })
    #expect(try workspace.search("gat lua").summary.facets.isEmpty)
  }

  @Test func onlyMatchesCount() throws {
    let summary = try workspace.search("section:\"kinh te\" lua", "--facets", "section").summary
    #expect(summary.facets[0].counts.map(\.value) == ["Kinh tế"])
    #expect(summary.facets[0].counts.map(\.count) == [15])
  }

  @Test func batch() throws {
    let outcome = try workspace.run(
      "search", "--batch", "--facets", "source", input: "gat lua\nkhongco\n")
    let answers = try JSONAnswer.lines(BatchObject.self, outcome.output)
    #expect(answers.map { $0.facets[0].counts.map(\.count) } == [[15, 15], []])
  }

  @Test func inAPipeOneValueALine() throws {
    let lines = try workspace.run("search", "-n", "1", "gat lua", "--facets", "section,month").lines
    #expect(lines.contains("section\tKinh tế\t15"))
    #expect(lines.contains("month\t2018-01\t3"))
  }

  @Test func onATerminalBarsAndATimeline() throws {
    let run = try workspace.runner.runOnTerminal(
      ["search", "-n", "1", "gat lua", "--facets", "section,month,author"])
    #expect(run.status == 0)
    #expect(run.screen.contains("Kinh tế  15"))
    #expect(run.screen.contains("█"))
    #expect(run.screen.contains("2018-01"))
    #expect(run.screen.contains("… 5 more"))
  }

  @Test(arguments: [
    ["--facets", "color"], ["--facets", ""], ["--facets", "section,"],
    ["--facets", "section", "--count"], ["--facets", "section", "--paths"],
  ])
  func wrongUsage(arguments: [String]) throws {
    let outcome = try workspace.runner.run(["search", "lua"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty && !outcome.errors.isEmpty)
  }
}
