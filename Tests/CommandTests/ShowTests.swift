import Foundation
import Testing

@testable import ArticleIndex
@testable import mucluc

/// `show`, `status` and `explain`.
@Suite struct ShowTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace(Workspace.samples) }

  struct Shown: Decodable, Equatable {
    var version: Int
    var id, path, title, lede, text: String
    var date, author, section, source, url: String?
  }

  private func show(_ article: String, in workspace: Workspace) throws -> Shown {
    let outcome = try workspace.run("show", "--json", article)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try JSONAnswer.decode(Shown.self, outcome.output)
  }

  @Test func anArticleIsShownByNumberAndByAnyPath() throws {
    let workspace = try Workspace()
    let hit = try #require(try workspace.search("khanh thanh cau").hits.first)
    let shown = try show(hit.id, in: workspace)
    #expect(shown.path == hit.path)
    #expect(shown.title == "Khánh thành cầu bắc qua sông Hậu")
    #expect(shown.date == "2019-02-15")
    #expect(shown.author == "Minh Đức")
    #expect(shown.text.hasPrefix(shown.title + "\n\n" + shown.lede))
    try workspace.link("link", to: "articles")
    for path in [
      hit.path, "articles/bridge.txt", "./articles/../articles/bridge.txt", "link/bridge.txt",
    ] {
      #expect(try show(path, in: workspace) == shown)
    }
  }

  @Test func anArticleWhoseFileIsGoneIsStillShown() throws {
    let workspace = try Workspace()
    workspace.remove("articles/bridge.txt")
    for path in [workspace("articles/bridge.txt").string, "articles/bridge.txt"] {
      #expect(try show(path, in: workspace).author == "Minh Đức")
    }
  }

  @Test func peopleSeeFactsAndText() throws {
    let outcome = try workspace.run("show", "articles/bridge.txt")
    #expect(outcome.status == 0)
    #expect(
      outcome.lines.prefix(3) == [
        "path: \(workspace("articles/bridge.txt"))", "date: 2019-02-15", "author: Minh Đức",
      ])
    #expect(outcome.text.contains("\n\nKhánh thành cầu bắc qua sông Hậu\n\nCây cầu mới"))
    let bare = try workspace.run("show", "articles/harvest.txt")
    #expect(!bare.text.contains("date:"))
  }

  @Test(arguments: [
    "0", "99", "4294967295", "4294967296", "99999999999999999999", "-1", "1.5", "nowhere.txt",
    "#99", "#", "##1",
    "articles", "/etc/passwd", "", "bridge.txt",
  ])
  func anArticleThatIsNotThereIsStatus2(article: String) throws {
    for options in [[], ["--json"]] {
      let outcome = try workspace.runner.run(["show"] + options + ["--", article])
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      let subject = article.isEmpty ? "" : "\(article): "
      #expect(
        outcome.errorLines == [
          "mucluc: \(subject)no such article is in the index (give the number or path of a hit)"
        ])
    }
    try workspace.expectUnharmed()
  }

  @Test func statusTellsWhatTheIndexHolds() throws {
    let outcome = try workspace.run("status")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.lines.contains("articles        3"))
    #expect(outcome.lines.contains("generation      1"))
    #expect(outcome.lines.contains("folder          \(workspace("articles"))"))
    let size = try #require(outcome.lines.first { $0.hasPrefix("size") })
    #expect(!size.hasSuffix(" 0.0 MB"), "a small index has a size too")
  }

  @Test func statusTellsProgramsTheSame() throws {
    struct Status: Decodable {
      var articles, generation, diskBytes: Int
      var averageLength: Double
      var folders: [String]
    }
    let status = try JSONAnswer.decode(Status.self, workspace.run("status", "--json").output)
    #expect(status.articles == 3 && status.generation == 1)
    #expect(status.folders == [workspace("articles").string])
    #expect(status.diskBytes > 10_000 && status.averageLength > 10)
  }

  @Test func explainTellsWhatAQueryBecame() throws {
    let outcome = try workspace.run("explain", "Vĩnh phuc", "\"co quan nha\"")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let rows = outcome.lines
    #expect(rows.contains("understood      (all vĩnh phuc (phrase co quan nha))"))
    #expect(rows.contains("syllables       vinh (1), phuc (1), co (1), quan (2), nha (1)"))
    #expect(rows.contains("prefers         Evĩnh (1)"))
    #expect(rows.contains { $0.hasPrefix("pairs ") && $0.contains("Pvinh phuc (1)") })
    #expect(rows.contains("readings        words (1), any spelling (1)"))
    #expect(rows.contains { $0.hasPrefix("verified        yes") })
  }

  @Test(arguments: [
    ("phuc", ["1. all words"]), ("?", []),
    ("vinh phuc", ["1. all words", "2. if too few", "3. refine"]),
    ("vinh phuc chuyen doi", ["1. all words", "2. if too few", "3. refine"]),
    ("vinh phuc co quan nha", ["1. all words", "2. if too few", "3. refine"]),
    (
      "mua lon nuoc len cao qua de",
      ["1. all words", "2. candidates", "3. refine", "4. if too few"]
    ),
    ("\"co quan nha\"", ["1. all words", "2. verify"]),
  ])
  func explainTellsTheSteps(query: String, steps: [String]) throws {
    let lines = try workspace.run("explain", query).lines
    let rows = lines.filter { $0.first?.isNumber == true }
    #expect(rows.map { $0.prefix(16).trimmingCharacters(in: .whitespaces) } == steps)
    let refine = rows.first { $0.hasPrefix("3. refine") }
    #expect(refine?.contains("the best \(RankingWeights().candidates) of ") != false)
    #expect(refine?.contains("scored by words, pairs and exact forms") != false)
  }

  /// Pairs that no article has find nothing; then the words find the candidates.
  @Test func explainShowsWhatFindsCandidates() throws {
    let pairs = try workspace.run("explain", "vinh phuc").lines
    #expect(pairs.contains { $0.hasPrefix("2. ") && $0.contains("Pvinh phuc") })
    let words = try workspace.run("explain", "phuc lua").lines
    #expect(words.contains { $0.hasPrefix("2. ") && !$0.contains("Pphuc") && $0.contains("lua") })
  }

  @Test func explainFollowsTheAccents() throws {
    let require = try workspace.run("explain", "--accents", "require", "vĩnh phuc")
    #expect(require.lines.contains("syllables       Evĩnh (1), phuc (1)"))
    #expect(require.lines.contains("prefers         -"))
    let ignore = try workspace.run("explain", "--accents", "ignore", "vĩnh phuc")
    #expect(ignore.lines.contains("syllables       vinh (1), phuc (1)"))
    #expect(ignore.lines.contains("prefers         -"))
  }
}
