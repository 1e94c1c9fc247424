import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex

/// Index folders of several databases, and of databases behind a server.
struct ManyDatabasesTests {
  static let queries = [
    "tin", "vinh phuc", "Vĩnh Phúc chuyển đổi số", "\"chuyển đổi số\"", "sông lô khongco",
    "hoà bình thuỷ lợi đường sắt nông thôn", "\"không đâu có\" tin", "2020",
    "tin -vinh", "bão OR (nông thôn) tin", "-\"chuyển đổi số\" số", "title:tin =hòa", "-vinh",
    "quý*",
    "\"chuyển đổi số\" OR \"đường sắt nông\" OR lũ lụt", "author:không", "date:2020 tin",
  ]

  let folder: TemporaryFolder
  let joiner: IndexJoiner

  init() throws {
    folder = try TemporaryFolder()
    joiner = IndexJoiner(folder)
  }

  /// Indexes articles `range` of one sequence into an index of its own; returns its database.
  private func makeIndex(_ name: String, _ range: Range<Int>) throws -> FilePath {
    var random = RandomArticles(seed: 8)
    for number in 0..<60 {
      let body = random.text(words: 40).replacing("\u{0}", with: "")
      guard range.contains(number) else { continue }
      try folder.write(
        Array(TestIndex.text("Bản tin \(number)", body).utf8),
        to: folder.path.appending("articles-\(name)/\(number)"))
    }
    let index = IndexFolder(folder(name))
    // One worker, so that ids follow the order of the files.
    var options = IndexingOptions()
    options.workers = 1
    _ = try ArticleIndexer(index: index, options: options)
      .run(folders: [folder("articles-\(name)")])
    return index.generation(1)
  }

  private func hits(_ query: String, _ index: SearchIndex) throws -> [String] {
    try index.search(SearchRequest(query, limit: 100)).hits.map {
      "\($0.name) \(Int(($0.score * 1e6).rounded()))"
    }
  }

  @Test func severalAreSearchedAsOne() throws {
    _ = try makeIndex("all", 0..<60)
    let parts = [try makeIndex("a", 0..<25), try makeIndex("b", 25..<60)]
    let one = try SearchIndex(at: IndexFolder(folder("all")))
    let both = try joiner.join("both", parts.map { .copy($0) })
    for query in Self.queries {
      // Ids, which break ties, differ; scores do not.
      #expect(Set(try hits(query, both)) == Set(try hits(query, one)), "\(query)")
      #expect(try both.count(SearchRequest(query)) == one.count(SearchRequest(query)), "\(query)")
      #expect(try both.explain(query).words == one.explain(query).words, "\(query)")
    }
  }

  /// Articles of one file share its path; each is a candidate by itself still.
  @Test func articlesOfOneFileAreScoredOneByOne() throws {
    var random = RandomArticles(seed: 9)
    let lines = (0..<40).map { number in
      let body = random.text(words: 40).filter { $0.isLetter || $0 == " " }
      return #"{"id": "\#(number)", "title": "Bản tin", "body": "\#(body)"}"#
    }
    for (name, range) in [("all", 0..<40), ("a", 0..<17), ("b", 17..<40)] {
      try folder.write(
        Array((lines[range].joined(separator: "\n") + "\n").utf8),
        to: folder.path.appending("articles-\(name)/dump.jsonl"))
      _ = try ArticleIndexer(index: IndexFolder(folder(name)))
        .run(folders: [folder("articles-\(name)")])
    }
    let one = try SearchIndex(at: IndexFolder(folder("all")))
    let both = try joiner.join(
      "both", ["a", "b"].map { .copy(IndexFolder(folder($0)).generation(1)) })
    func ids(_ query: String, _ index: SearchIndex) throws -> Set<String> {
      let hits = try index.search(SearchRequest(query, limit: 100)).hits
      return Set(hits.map { "\($0.id) \(Int(($0.score * 1e6).rounded()))" })
    }
    for query in ["chuyển đổi số vĩnh phúc tin", "hoà bình thuỷ lợi đường sắt", "bão lũ khongco"] {
      #expect(try ids(query, both) == ids(query, one), "\(query)")
      #expect(try ids(query, both).count > 5)
    }
  }

  @Test func severalCanBeReadAndNotWritten() throws {
    let parts = [try makeIndex("a", 0..<5), try makeIndex("b", 5..<9)]
    let both = try joiner.join("both", parts.map { .copy($0) })
    let status = try both.status()
    #expect(status.articles == 9 && status.generation == nil && status.diskBytes == nil)
    let hit = try #require(try both.search(SearchRequest("\"bản tin 7\"")).hits.first)
    #expect(hit.name == "7")
    #expect(try both.article(number: hit.number) == hit.article)
    #expect(try both.article(path: hit.article.path)?.number == hit.number)
    try both.refresh()
    let indexer = ArticleIndexer(index: IndexFolder(folder("both")))
    #expect(code { _ = try indexer.run(folders: [folder("articles-a")]) } == .unsupported)
  }

  @Test(.enabled(if: XapianServer.isInstalled, "xapian-tools is not installed"))
  func serversAnswerAsLocalDatabasesDo() throws {
    let database = try makeIndex("local", 0..<60)
    let local = try SearchIndex(at: IndexFolder(folder("local")))
    let remote = try joiner.join("remote", [.served(database)])
    for query in Self.queries {
      #expect(try hits(query, remote) == hits(query, local), "\(query)")
      #expect(try remote.explain(query).words == local.explain(query).words, "\(query)")
    }
    #expect(try remote.status().articles == 60)
    let hit = try #require(try remote.search(SearchRequest("tin")).hits.first)
    let found = try remote.article(path: hit.article.path)?.article
    #expect(try found == local.article(path: hit.article.path)?.article)
  }

  @Test(.enabled(if: XapianServer.isInstalled, "xapian-tools is not installed"))
  func aServerBesideALocalDatabase() throws {
    let parts = [try makeIndex("a", 0..<25), try makeIndex("b", 25..<60)]
    let local = try joiner.join("local", parts.map { .copy($0) })
    let mixed = try joiner.join("mixed", [.copy(parts[0]), .served(parts[1])])
    for query in Self.queries { #expect(try hits(query, mixed) == hits(query, local), "\(query)") }
  }

  /// Indexes the articles of the tests of suggestions; returns its database.
  private func makeSpokenIndex(_ name: String, _ files: some Sequence<Int>) throws -> FilePath {
    for number in files {
      let (file, text) = SuggestionTests.files[number]
      try folder.write(
        Array(text.utf8), to: folder.path.appending("articles-\(name)/\(file)"))
    }
    let index = IndexFolder(folder(name))
    _ = try ArticleIndexer(index: index).run(folders: [folder("articles-\(name)")])
    return index.generation(1)
  }

  private static let misspelt = [
    "vinh phuc", "ba con xa vien", "\"vinh phuc\" -lua", "vinhx phucs", "Vi4nh Phu1c",
    "nuowcs soong", "vihn phuc", "nong dna", "chuyen dio so", "vĩnh phúc", "qqqq wwww",
  ]

  @Test func suggestionsComeFromSeveralDatabases() throws {
    let all = try makeSpokenIndex("all", 0..<4)
    let parts = [try makeSpokenIndex("a", [0, 2]), try makeSpokenIndex("b", [1, 3])]
    let one = try joiner.join("one", [.copy(all)])
    let both = try joiner.join("both", parts.map { .copy($0) })
    for query in Self.misspelt {
      #expect(try both.suggest(query) == one.suggest(query), "\(query)")
    }
    #expect(try both.suggest("vinh phuc").map(\.query) == ["vĩnh phúc"])
    #expect(try both.suggest("vihn phuc").map(\.query) == ["vĩnh phúc"])
  }

  @Test(.enabled(if: XapianServer.isInstalled, "xapian-tools is not installed"))
  func suggestionsComeFromServers() throws {
    let all = try makeSpokenIndex("all", 0..<4)
    let parts = [try makeSpokenIndex("a", [0, 2]), try makeSpokenIndex("b", [1, 3])]
    let local = try joiner.join("local", [.copy(all)])
    let remote = try joiner.join("remote", [.served(all)])
    let mixed = try joiner.join("mixed", [.copy(parts[0]), .served(parts[1])])
    for query in Self.misspelt {
      #expect(try remote.suggest(query) == local.suggest(query), "\(query)")
      #expect(try mixed.suggest(query) == local.suggest(query), "\(query)")
    }
    var request = SearchRequest("vihn phuc")
    request.suggestions = .whenFewAreFound
    #expect(try remote.search(request).correctedQuery == "vĩnh phúc")
  }

  @Test func aServerThatDoesNotAnswer() throws {
    let index = IndexFolder(folder("gone"))
    try folder.write(Array("remote localhost:1\n".utf8), to: index.stub)
    #expect(code { _ = try SearchIndex(at: index) } == .network)
  }
}
