import Testing

/// `index` with folders that are not there, are no folders, or cannot be looked into.
@Suite struct BadFolderTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  @Test(arguments: [
    ("nowhere", "mucluc: nowhere: there is no such folder (check the path)"),
    ("", "mucluc: there is no such folder (check the path)"),
    (
      "articles/bridge.txt/x",
      "mucluc: articles/bridge.txt/x: there is no such folder (check the path)"
    ),
    ("\u{1B}[2J", "mucluc: ␛[2J: there is no such folder (check the path)"),
  ])
  func missingFolderIsStatus2(folder: String, message: String) throws {
    for arguments in [[folder], ["articles", folder]] {
      let outcome = try workspace.runner.run(["index", "--json"] + arguments)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errorLines == [message])
    }
    try workspace.expectUnharmed()
  }

  @Test func aFileIsNoFolder() throws {
    let outcome = try workspace.run("index", "articles/bridge.txt")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errorLines == [
        "mucluc: \(workspace("articles/bridge.txt")): is a file, not a folder (name the folder it is in)"
      ])
    try workspace.expectUnharmed()
  }

  @Test func anEmptyFolderAddsNothingAndHarmsNothing() throws {
    try workspace.makeFolder("empty")
    let outcome = try workspace.run("index", "empty")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.lines.count == 1)
    #expect(outcome.text.hasPrefix("0 added, 0 updated, 0 removed, 0 unchanged; 3 articles in"))
    #expect(outcome.text.contains("no articles in \(workspace("empty"))"))
    try workspace.expectUnharmed()
  }

  @Test func anEmptyFolderMakesAnEmptyIndex() throws {
    let workspace = try Workspace([:], isIndexed: false)
    let outcome = try workspace.run("index", "articles")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("no articles in \(workspace("articles"))"))
    #expect(try workspace.search("vinh phuc").status == 1)
    #expect(try workspace.articleCount() == 0)
    try workspace.write(Samples.digital, to: "articles/digital.txt")
    #expect(try workspace.index().counts == [1, 0, 0, 0, 0])
    #expect(try workspace.search("vinh phuc").status == 0)
  }

  @Test func aFailedFirstRunLeavesNoIndex() throws {
    let workspace = try Workspace(isIndexed: false)
    #expect(try workspace.run("index", "articles/bridge.txt").status == 2)
    #expect(try workspace.run("index", "articles", "nowhere").status == 2)
    let outcome = try workspace.run("search", "cau")
    #expect(outcome.status == 2)
    #expect(
      outcome.errorLines == [
        "mucluc: Index: there is no index here (make one with: mucluc index FOLDER --index Index)"
      ])
    #expect(try workspace.index("articles").counts == [3, 0, 0, 0, 0])
    try workspace.expectUnharmed()
  }

  @Test(.disabled(if: OrdinaryUser.launcher == nil, Comment(rawValue: OrdinaryUser.reason)))
  func aSubfolderThatCannotBeListedIsNamedAndKeepsItsArticles() throws {
    try workspace.makeFolder("articles/closed")
    try workspace.write(
      "Chợ nổi Cái Răng\n\nThuyền bè tấp nập.\n", to: "articles/closed/market.txt")
    #expect(try workspace.index("articles").counts == [1, 0, 0, 3, 0])
    try workspace.setPermissions(0, of: "articles/closed")
    workspace.becomeOrdinaryUser()
    defer { try? workspace.setPermissions(0o755, of: "articles/closed") }
    for arguments in [["articles"], []] {
      let outcome = try workspace.runner.run(["index"] + arguments)
      #expect(outcome.status == 3)
      #expect(outcome.text.hasPrefix("0 added, 0 updated, 0 removed, 4 unchanged, 1 failed; 4"))
      #expect(
        outcome.errorLines == [
          "mucluc: \(workspace("articles/closed")): cannot be listed: Permission denied"
        ])
    }
    #expect(try workspace.search("cho noi").status == 0)
    try workspace.expectUnharmed(articles: 4)
  }

  @Test(.disabled(if: OrdinaryUser.launcher == nil, Comment(rawValue: OrdinaryUser.reason)))
  func aFolderThatCannotBeListedIsStatus2() throws {
    try workspace.makeFolder("closed")
    try workspace.setPermissions(0, of: "closed")
    workspace.becomeOrdinaryUser()
    defer { try? workspace.setPermissions(0o755, of: "closed") }
    let outcome = try workspace.run("index", "closed")
    #expect(outcome.status == 2)
    #expect(
      outcome.errorLines == [
        "mucluc: \(workspace("closed")): cannot be listed: Permission denied (check its permissions)"
      ])
    try workspace.expectUnharmed()
  }

  @Test func aRememberedFolderThatIsGoneKeepsItsArticles() throws {
    try workspace.makeFolder("more")
    try workspace.write("Chợ nổi Cái Răng\n\nThuyền bè tấp nập.\n", to: "more/market.txt")
    #expect(try workspace.index("more").counts == [1, 0, 0, 0, 0])
    try workspace.move("more", to: "elsewhere")
    try workspace.write("Lễ hội đua voi\n\nVoi chạy.\n", to: "articles/elephant.txt")

    let run = try workspace.index()
    #expect(run.status == 3)
    #expect(run.counts == [1, 0, 0, 4, 1])
    #expect(run.report.failures.map(\.path) == [workspace("more").string])
    #expect(
      run.errors == [
        "mucluc: \(workspace("more")): there is no such folder; its articles are kept"
      ])
    #expect(try workspace.search("cho noi").status == 0)
    try workspace.expectUnharmed(articles: 5)

    try workspace.move("elsewhere", to: "more")
    #expect(try workspace.index().counts == [0, 0, 0, 5, 0])
  }

  @Test(arguments: [("Index", "Index"), (".", "articles"), ("articles", "articles")])
  func articlesInsideTheIndexFolderAreNotIndexed(index: String, folder: String) throws {
    let workspace = try Workspace(isIndexed: false)
    try workspace.makeFolder("Index")
    let outcome = try workspace.run("index", folder, "--index", index)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errorLines == [
        "mucluc: \(workspace(folder)): is inside the index folder, where no articles are looked for"
          + " (name another index folder with --index)"
      ])
  }
}
