import Testing

/// Which folders `index` covers, and which files in them.
@Suite struct IndexFoldersTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private static let market = "Chợ phiên Bắc Hà\n\nNgười Mông xuống chợ từ sớm.\n"
  private static let elephant = "Lễ hội đua voi\n\nVoi chạy về đích.\n"

  private func folders() throws -> [String] {
    struct Status: Decodable { var folders: [String] }
    return try JSONAnswer.decode(Status.self, try workspace.run("status", "--json").output).folders
  }

  @Test func severalFoldersAreRememberedAndDoneTogether() throws {
    try workspace.makeFolder("more")
    try workspace.write(Self.market, to: "more/market.txt")
    try workspace.write(Self.market, to: "more/square.txt")
    #expect(try workspace.index("more").counts == [2, 0, 0, 0, 0])
    #expect(try folders() == [workspace("articles").string, workspace("more").string])
    try workspace.write(Self.elephant, to: "articles/elephant.txt")
    workspace.remove("more/market.txt")
    #expect(try workspace.index().counts == [1, 0, 1, 4, 0])
    try workspace.expectUnharmed(articles: 5)
  }

  @Test func oneFolderNamedLeavesTheOthersAlone() throws {
    try workspace.makeFolder("more")
    try workspace.write(Self.market, to: "more/market.txt")
    #expect(try workspace.index("more", "articles").counts == [1, 0, 0, 3, 0])
    workspace.remove("articles/bridge.txt")
    #expect(try workspace.index("more").counts == [0, 0, 0, 1, 0])
    #expect(try workspace.search("khanh thanh cau").summary.total == 1)
    #expect(try workspace.index().counts == [0, 0, 1, 3, 0])
  }

  @Test(arguments: [false, true])
  func aFolderIsForgotten(isGone: Bool) throws {
    try workspace.makeFolder("more")
    try workspace.write(Self.market, to: "more/market.txt")
    try workspace.write("{\"title\":\"Voi\",\"body\":\"Voi chạy.\"}\n", to: "more/dump.jsonl")
    #expect(try workspace.index("more", "--encoding", "tcvn3").counts == [2, 0, 0, 0, 0])
    if isGone { workspace.remove("more") }
    let more = workspace("more").string
    let outcome = try workspace.run("forget", isGone ? more : "more")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.text == "forgot \(isGone ? more : "more"): 2 articles removed, 3 articles left\n")
    #expect(try folders() == [workspace("articles").string])
    #expect(try workspace.run("search", "voi chay").status == 1)
    #expect(try workspace.index().counts == [0, 0, 0, 3, 0])
    #expect(try workspace.run("check", "--full").status == 0)
    try workspace.expectUnharmed()
    guard !isGone else { return }
    // Nothing is left of how it was read either.
    #expect(try workspace.index("more").counts == [2, 0, 0, 0, 0])
    #expect(try workspace.search("cho phien bac ha").summary.total == 1)
  }

  @Test func theLastFolderIsForgottenToo() throws {
    let outcome = try workspace.run("forget", "articles")
    #expect(outcome.text == "forgot articles: 3 articles removed, 0 articles left\n")
    let again = try workspace.run("index")
    #expect(again.status == 0)
    #expect(again.text.contains("; it remembers no folder"), "\(again.text)")
    #expect(try workspace.run("search", "voi").status == 1)
    #expect(try workspace.index("articles").counts == [3, 0, 0, 0, 0])
  }

  @Test func onlyARememberedFolderIsForgotten() throws {
    try workspace.makeFolder("articles/north")
    for name in ["articles/north", "nowhere"] {
      let outcome = try workspace.run("forget", name)
      #expect(outcome.status == 2)
      #expect(
        outcome.errorLines == [
          "mucluc: \(name): the index does not remember this folder, but \(workspace("articles"))"
        ])
    }
    try workspace.expectUnharmed()
  }

  @Test func foldersInsideOthersAreCoveredOnce() throws {
    try workspace.makeFolder("articles/north/hills")
    try workspace.write(Self.market, to: "articles/north/market.txt")
    try workspace.write(Self.elephant, to: "articles/north/hills/elephant.txt")
    #expect(try workspace.index("articles", "articles/north").counts == [2, 0, 0, 3, 0])
    #expect(try folders() == [workspace("articles").string])
    workspace.remove("articles/bridge.txt")
    workspace.remove("articles/north/market.txt")
    // Only what lies in the folder named is looked at.
    #expect(try workspace.index("articles/north").counts == [0, 0, 1, 1, 0])
    #expect(try folders() == [workspace("articles").string])
    #expect(try workspace.index().counts == [0, 0, 1, 3, 0])
  }

  @Test func aFolderAboveTakesThePlaceOfThoseBelow() throws {
    let workspace = try Workspace([:], isIndexed: false)
    for name in ["a", "b"] { try workspace.makeFolder("articles/\(name)") }
    try workspace.write(Self.market, to: "articles/a/market.txt")
    try workspace.write(Self.elephant, to: "articles/b/elephant.txt")
    #expect(try workspace.index("articles/a").counts == [1, 0, 0, 0, 0])
    let id = try workspace.search("cho phien").hits.first?.id
    #expect(try workspace.index("articles").counts == [1, 0, 0, 1, 0])
    #expect(try workspace.search("cho phien").hits.first?.id == id)
    let outcome = try workspace.run("status")
    #expect(
      outcome.lines.filter { $0.hasPrefix("folder") } == [
        "folder          \(workspace("articles"))"
      ])
  }

  @Test func namesThatBeginAlikeAreDifferentFolders() throws {
    try workspace.makeFolder("articles-2")
    try workspace.write(Self.market, to: "articles-2/market.txt")
    #expect(try workspace.index("articles-2").counts == [1, 0, 0, 0, 0])
    workspace.remove("articles-2/market.txt")
    #expect(try workspace.index("articles").counts == [0, 0, 0, 3, 0])
    #expect(try workspace.search("cho phien").summary.total == 1)
    #expect(try workspace.index("articles-2", "--allow-mass-removal").counts == [0, 0, 1, 0, 0])
    try workspace.expectUnharmed()
  }

  @Test func aFolderNamedByALinkIsTheFolder() throws {
    try workspace.link("link", to: "articles")
    #expect(try workspace.index("link").counts == [0, 0, 0, 3, 0])
    #expect(try folders() == [workspace("articles").string])
    let fresh = try Workspace(isIndexed: false)
    try fresh.link("link", to: "articles")
    #expect(try fresh.index("link").counts == [3, 0, 0, 0, 0])
    fresh.remove("link")
    #expect(try fresh.index().counts == [0, 0, 0, 3, 0])
    try fresh.expectUnharmed()
  }

  @Test func linksInsideAreNotFollowed() throws {
    try workspace.makeFolder("outside")
    try workspace.write(Self.market, to: "outside/market.txt")
    try workspace.link("articles/file.txt", to: workspace("outside/market.txt").string)
    try workspace.link("articles/folder", to: workspace("outside").string)
    try workspace.link("articles/inside.txt", to: "bridge.txt")
    try workspace.link("articles/loop", to: ".")
    try workspace.link("articles/up", to: "..")
    try workspace.link("articles/dangling.txt", to: "nowhere")
    let run = try workspace.index("articles")
    #expect(run.counts == [0, 0, 0, 3, 0])
    #expect(run.status == 0)
    try workspace.expectUnharmed()
  }

  @Test func hiddenFilesAndFoldersAreSkipped() throws {
    try workspace.makeFolder("articles/.git/objects")
    for name in [".hidden.txt", ".git/a.txt", ".git/objects/b.txt"] {
      try workspace.write(Self.market, to: "articles/\(name)")
    }
    #expect(try workspace.index("articles").counts == [0, 0, 0, 3, 0])
    try workspace.expectUnharmed()
  }

  @Test func aHiddenFolderNamedByTheUserIsIndexed() throws {
    try workspace.makeFolder(".news")
    try workspace.write(Self.market, to: ".news/market.txt")
    #expect(try workspace.index(".news").counts == [1, 0, 0, 0, 0])
    #expect(try workspace.index().counts == [0, 0, 0, 4, 0])
  }

  @Test func otherKindsOfFileArePassedOverAndCounted() throws {
    for name in ["photo.jpg", "photo2.JPG", "page.iso", "NOTES.TXT", "noextension", "a.b.text"] {
      try workspace.write(Self.market, to: "articles/\(name)")
    }
    let outcome = try workspace.run("index", "articles")
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("3 added, 0 updated, 0 removed, 3 unchanged; 6 articles"))
    #expect(outcome.text.hasSuffix("; passed over 2 .jpg, 1 .iso\n"))
  }

  @Test func whatIsBehindADotIsNotAlwaysAnExtension() throws {
    for name in ["Tin ngày 8.6.2020", "bai.", "bai.1", "bai.mp3", "8.6.2020.jpg", "bai.7z"] {
      try workspace.write("Tin \(name)\n\nNội dung của bài.\n", to: "articles/\(name)")
    }
    let outcome = try workspace.run("index", "articles")
    #expect(outcome.text.hasPrefix("3 added, "), "\(outcome.text)")
    #expect(outcome.text.hasSuffix("; passed over 1 .7z, 1 .jpg, 1 .mp3\n"), "\(outcome.text)")
  }

  @Test func anIndexInsideTheFolderIsNoArticle() throws {
    #expect(try workspace.index(".").counts == [0, 0, 0, 3, 0])
    #expect(try workspace.index(".", "--index", "Second").report.added == 3)
    // Neither its own files nor those of the other index.
    let run = try workspace.index()
    #expect(run.counts == [0, 0, 0, 3, 0])
    #expect(run.status == 0)
    try workspace.expectUnharmed()
  }

  @Test func theWholeRunIsFromAnywhere() throws {
    try workspace.write(Self.market, to: "articles/market.txt")
    workspace.runner.folder.appendPathComponent("articles")
    let run = try workspace.index("--index", "../Index")
    #expect(run.counts == [1, 0, 0, 3, 0])
    #expect(try workspace.run("search", "cho phien", "--index", "../Index").status == 0)
  }
}
