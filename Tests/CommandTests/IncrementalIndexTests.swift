import Testing

/// `index` on folders indexed before: only what changed is read, ids stay.
@Suite struct IncrementalIndexTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private func id(_ query: String) throws -> String? { try workspace.search(query).hits.first?.id }

  @Test func theReportIsTheContracts() throws {
    try workspace.write([], to: workspace("articles/empty.txt"))
    let run = try workspace.index()
    #expect(run.status == 3)
    #expect(run.report.generation == 1)
    #expect(run.report.seconds >= 0)
    #expect(run.report.failures.map(\.reason) == ["empty file"])
    #expect(run.counts == [0, 0, 0, 3, 1])
  }

  @Test func aFirstRunReadsEverything() throws {
    let workspace = try Workspace(isIndexed: false)
    let run = try workspace.index("articles")
    #expect(run.counts == [3, 0, 0, 0, 0])
    #expect(run.report.bytes == Samples.all.values.map(\.utf8.count).reduce(0, +))
    #expect(run.report.generation == 1)
    try workspace.expectUnharmed()
  }

  @Test(arguments: [[], ["articles"], ["./articles/"], ["articles", "articles/.."]])
  func aSecondRunReadsNothing(folders: [String]) throws {
    let outcome = try workspace.runner.run(["index", "--json"] + folders)
    let report = try JSONAnswer.decode(IndexRun.Report.self, outcome.output)
    #expect(outcome.status == 0)
    #expect(report.bytes == 0)
    #expect([report.added, report.updated, report.removed, report.unchanged] == [0, 0, 0, 3])
    try workspace.expectUnharmed()
  }

  @Test func aNewFileIsAdded() throws {
    try workspace.write("Lễ hội đua voi\n\nVoi chạy.\n", to: "articles/elephant.txt")
    let run = try workspace.index()
    #expect(run.counts == [1, 0, 0, 3, 0])
    #expect(run.report.bytes == "Lễ hội đua voi\n\nVoi chạy.\n".utf8.count)
    #expect(try workspace.search("dua voi").summary.total == 1)
    try workspace.expectUnharmed(articles: 4)
  }

  @Test func aChangedFileIsUpdatedAndGetsANewNumber() throws {
    let before = try id("khanh thanh cau")
    try workspace.write("Lễ hội đua voi\n\nVoi chạy.\n", to: "articles/bridge.txt")
    #expect(try workspace.index().counts == [0, 1, 0, 2, 0])
    #expect(try workspace.search("khanh thanh cau").summary.total == 0)
    let changed = try id("dua voi")
    #expect(changed != nil && changed != before)
    #expect(try workspace.articleCount() == 3)
    try workspace.write(Samples.bridge, to: "articles/bridge.txt")
    #expect(try workspace.index().counts == [0, 1, 0, 2, 0])
    #expect(try ![before, changed].contains(id("khanh thanh cau")))
    try workspace.expectUnharmed()
  }

  @Test func aChangeOfTheSameLengthIsSeen() throws {
    let changed = Samples.harvest.replacingOccurrences(of: "Thái Bình", with: "Bình Thái")
    #expect(changed.utf8.count == Samples.harvest.utf8.count)
    try workspace.write(changed, to: "articles/harvest.txt")
    try workspace.touch("articles/harvest.txt")
    #expect(try workspace.index().counts == [0, 1, 0, 2, 0])
    #expect(try workspace.search("\"binh thai\"").status == 0)
  }

  @Test func aTouchedFileIsReadOnceAndNotIndexedAgain() throws {
    for name in Samples.all.keys { try workspace.touch("articles/\(name)") }
    let first = try workspace.index()
    #expect(first.counts == [0, 0, 0, 3, 0])
    #expect(first.report.bytes == Samples.all.values.map(\.utf8.count).reduce(0, +))
    let second = try workspace.index()
    #expect(second.counts == [0, 0, 0, 3, 0])
    #expect(second.report.bytes == 0)
    // Backwards in time too, as a copy that keeps times does.
    try workspace.touch("articles/bridge.txt", secondsLater: -100_000)
    let third = try workspace.index()
    #expect(third.counts == [0, 0, 0, 3, 0])
    #expect(third.report.bytes == Samples.bridge.utf8.count)
    try workspace.expectUnharmed()
  }

  @Test func aDeletedFileIsRemoved() throws {
    workspace.remove("articles/bridge.txt")
    #expect(try workspace.index().counts == [0, 0, 1, 2, 0])
    #expect(try workspace.search("khanh thanh cau").summary.total == 0)
    #expect(try workspace.search("vinh phuc").hits.first?.rank == 1)
    #expect(try workspace.index().counts == [0, 0, 0, 2, 0])
    try workspace.write(Samples.bridge, to: "articles/bridge.txt")
    #expect(try workspace.index().counts == [1, 0, 0, 2, 0])
    try workspace.expectUnharmed()
  }

  @Test func aRenamedFileIsRemovedAndAdded() throws {
    try workspace.move("articles/bridge.txt", to: "articles/cầu.txt")
    #expect(try workspace.index().counts == [1, 0, 1, 2, 0])
    let hits = try workspace.search("khanh thanh cau").hits
    #expect(hits.map(\.path) == [workspace("articles/cầu.txt").string])
    #expect(try workspace.articleCount() == 3)
  }

  @Test func everythingAtOnce() throws {
    let before = try id("vinh phuc chuyen doi")
    workspace.remove("articles/bridge.txt")
    try workspace.write("Lễ hội đua voi\n\nVoi chạy.\n", to: "articles/elephant.txt")
    try workspace.write(Samples.harvest + "Thêm một câu.\n", to: "articles/harvest.txt")
    try workspace.touch("articles/digital.txt")
    try workspace.write([0xFF], to: workspace("articles/bad.txt"))
    let run = try workspace.index()
    #expect(run.counts == [1, 1, 1, 1, 1])
    #expect(run.status == 3)
    #expect(try id("vinh phuc chuyen doi") == before, "what was only touched keeps its number")
    #expect(try workspace.articleCount() == 3)
  }

  @Test func aFolderThatBecomesAFileAndBack() throws {
    try workspace.makeFolder("articles/tin")
    try workspace.write("Lễ hội đua voi\n\nVoi chạy.\n", to: "articles/tin/a.txt")
    #expect(try workspace.index().counts == [1, 0, 0, 3, 0])
    workspace.remove("articles/tin")
    try workspace.write("Chọi trâu\n\nTrâu húc nhau.\n", to: "articles/tin")
    #expect(try workspace.index().counts == [1, 0, 1, 3, 0])
    workspace.remove("articles/tin")
    try workspace.makeFolder("articles/tin")
    #expect(try workspace.index().counts == [0, 0, 1, 3, 0])
    try workspace.expectUnharmed()
  }

  /// It may be a disk that is not mounted.
  @Test func anEmptiedFolderEmptiesTheIndexOnlyWhenTold() throws {
    for name in Samples.all.keys { workspace.remove("articles/\(name)") }
    let remembered = try workspace.run("index")
    #expect(remembered.status == 3)
    #expect(remembered.errorLines.count == 1)
    #expect(remembered.errors.contains("so they are kept"))
    try workspace.expectUnharmed()
    #expect(try workspace.index("--allow-mass-removal").counts == [0, 0, 3, 0, 0])
    #expect(try workspace.articleCount() == 0)
    #expect(try workspace.search("vinh phuc").status == 1)
    for (name, text) in Samples.all { try workspace.write(text, to: "articles/\(name)") }
    #expect(try workspace.index().counts == [3, 0, 0, 0, 0])
    try workspace.expectUnharmed()
  }

  @Test func quietSaysWhatWentWrongOnly() throws {
    for flag in ["-q", "--quiet"] {
      let outcome = try workspace.run("index", flag)
      #expect(outcome.status == 0)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.isEmpty)
    }
    try workspace.write([], to: workspace("articles/empty.txt"))
    let outcome = try workspace.run("index", "-q")
    #expect(outcome.status == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
  }

  @Test func theSummaryIsOneLine() throws {
    let outcome = try workspace.run("index")
    #expect(outcome.lines.count == 1)
    #expect(
      outcome.text.hasPrefix(
        "0 added, 0 updated, 0 removed, 3 unchanged; 3 articles in the index ("))
    #expect(outcome.text.hasSuffix(" s)\n"))
  }

  @Test func aTerminalSeesTheSummaryAlone() throws {
    let (status, screen) = try workspace.runner.runOnTerminal(["index"])
    #expect(status == 0)
    // What the progress bar drew is wiped before.
    let last = try #require(screen.split(separator: "\u{1B}[K").last)
    #expect(last.hasPrefix("0 added, 0 updated, 0 removed, 3 unchanged; 3 articles"))
    #expect(last.hasSuffix("s)\r\n"))
  }
}
