import Testing

/// A disk that is not mounted must not cost the index its articles.
@Suite struct MassRemovalTests {
  @Test(arguments: [[], ["articles"]])
  func anEmptiedFolderKeepsItsArticles(_ folders: [String]) throws {
    let workspace = try Workspace()
    for name in Samples.all.keys { workspace.remove("articles/\(name)") }
    let run = try workspace.runner.run(["index", "--json"] + folders)
    #expect(run.status == 3)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("3 of 3 articles are gone"))
    #expect(run.errors.contains("--allow-mass-removal"))
    try workspace.expectUnharmed()
  }

  @Test func theUserMayInsist() throws {
    let workspace = try Workspace()
    for name in Samples.all.keys { workspace.remove("articles/\(name)") }
    #expect(try workspace.index("--allow-mass-removal").counts == [0, 0, 3, 0, 0])
    #expect(try workspace.articleCount() == 0)
  }

  /// Up to half goes without a question.
  @Test(arguments: [(1, Int32(0)), (2, 0), (3, 3), (4, 3)])
  func halfIsTheLimit(_ gone: Int, _ status: Int32) throws {
    let articles = Dictionary(
      uniqueKeysWithValues: (1...4).map { ("\($0).txt", "Tin thứ \($0) về lũ\n") })
    let workspace = try Workspace(articles)
    for number in 1...gone { workspace.remove("articles/\(number).txt") }
    let run = try workspace.index()
    #expect(run.status == status)
    #expect(run.report.removed == (status == 0 ? gone : 0))
    #expect(try workspace.articleCount() == (status == 0 ? 4 - gone : 4))
  }

  /// What is new is taken in all the same.
  @Test func theRestOfTheRunIsDone() throws {
    let workspace = try Workspace()
    for name in Samples.all.keys { workspace.remove("articles/\(name)") }
    try workspace.write("Chợ nổi Cái Răng\n", to: "articles/cho.txt")
    let run = try workspace.index()
    #expect(run.status == 3)
    #expect(run.counts == [1, 0, 0, 3, 1])
    #expect(try workspace.search("cai rang").hits.count == 1)
  }

  @Test func aRebuildThatWouldLoseMostIsRefused() throws {
    let workspace = try Workspace()
    for name in ["digital.txt", "bridge.txt"] { workspace.remove("articles/\(name)") }
    let run = try workspace.run("index", "--rebuild")
    #expect(run.status == 2)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("--allow-mass-removal"))
    try workspace.expectUnharmed()
    #expect(try workspace.index("--rebuild", "--allow-mass-removal").report.generation == 2)
    #expect(try workspace.articleCount() == 1)
  }
}
