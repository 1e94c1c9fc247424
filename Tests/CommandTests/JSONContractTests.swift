import Foundation
import TestSupport
import Testing

@testable import ArticleIndex
@testable import mucluc

/// The fields that scripts rely on, in everything that prints JSON: exactly these, of these types, null
/// or left out where it says so. Fields are added, here and in the manual, and never renamed.
@Suite struct JSONContractTests {
  // MARK: What is promised

  private static let range = JSONShape.array(.integer)
  private static let copy: JSONShape = .object([
    "number": .integer, "path": .string, "source": .nullable(.string), "title": .string,
  ])
  private static let facts: [String: JSONShape] = [
    "version": .integer, "id": .string, "number": .integer, "path": .string, "title": .string,
    "date": .nullable(.string), "author": .nullable(.string), "section": .nullable(.string),
    "source": .nullable(.string), "url": .nullable(.string), "date_is_inferred": .bool,
    "sections": .array(.string), "document_number": .nullable(.string),
  ]
  private static let hit: JSONShape = .object(
    facts.merging([
      "rank": .integer, "score": .number, "snippet": .string, "highlights": .array(range),
      "matches": .array(range), "copies": .array(copy), "reading": .string,
    ]) { $1 })
  private static let shown: JSONShape = .object(
    facts.merging(["lede": .string, "text": .string]) { $1 })
  private static let facet: JSONShape = .object([
    "field": .string, "is_exact": .bool, "distinct": .integer, "missing": .integer,
    "counts": .array(.object(["value": .string, "count": .integer])),
  ])
  private static let answer: [String: JSONShape] = [
    "query": .string, "total": .integer, "total_is_exact": .bool, "is_relaxed": .bool,
    "took_ms": .number, "warnings": .array(.string), "suggestions": .array(.string),
    "corrected_query?": .string, "facets": .array(facet), "reading": .string,
    "looser": .nullable(
      .object(["change": .string, "total": .integer, "total_is_exact": .bool])),
  ]
  private static let summary: JSONShape = .object([
    "version": .integer, "summary": .object(answer),
  ])
  private static let batchLine: JSONShape = .object(
    answer.merging(["version": .integer, "hits": .array(hit)]) { $1 })
  private static let run: [String: JSONShape] = [
    "added": .integer, "updated": .integer, "removed": .integer, "unchanged": .integer,
    "failed": .integer, "bytes": .integer, "seconds": .number,
  ]
  private static let report: JSONShape = .object(
    run.merging([
      "version": .integer, "generation": .integer, "total": .integer, "undated": .integer,
      "unread_names": .counts(.integer),
      "not_articles": .integer,
      "failures": .array(.object(["path": .string, "reason": .string])),
      "passed_over": .counts(.integer), "converted": .counts(.integer),
      "missing_converters": .counts(.integer),
    ]) { $1 })
  private static let status: JSONShape = .object([
    "version": .integer, "index": .string, "articles": .integer, "average_length": .number,
    "disk_bytes": .nullable(.integer), "generation": .nullable(.integer), "schema": .integer,
    "analyzer": .string, "xapian": .string, "folders": .array(.string),
    "last_run": .nullable(
      .object(run.merging(["age_seconds": .integer, "error?": .string]) { $1 })),
  ])
  private static let check: JSONShape = .object([
    "version": .integer, "is_clean": .bool, "articles": .integer, "compared": .integer,
    "generation?": .integer,
    "findings": .array(.object(["subject": .string, "reason": .string, "remedy": .string])),
  ])
  private static let terms: JSONShape = .array(.object(["term": .string, "frequency": .integer]))
  private static let explanation: JSONShape = .object([
    "version": .integer, "query": .string, "understood": .string, "words": terms,
    "preferred": terms, "pairs": terms, "is_verified": .bool, "total": .integer,
    "ranking": .string, "all_words_query": .string, "candidates_query": .string,
    "warnings": .array(.string), "compounds": .array(.string),
    "readings": .array(.object(["reading": .string, "total": .integer])),
    "hits": .array(
      .object([
        "rank": .integer, "id": .string, "number": .integer, "title": .string, "path": .string,
        "score": .number,
        "parts": .array(.object(["kind": .string, "label": .string, "score": .number])),
      ])),
  ])

  // MARK: Articles with every field, and with hardly any

  private static let story =
    "Bà con gặt lúa chạy lũ từ sáng sớm, xe chở về sân phơi, trời hửng nắng sau ba ngày mưa dầm, giá "
    + "thu mua tại ruộng nhích lên, thương lái từ các tỉnh xa đã đánh ghe về neo kín bến sông quê."
  private static let shared = Shared { folder in
    let workspace = try Workspace(
      ["bare.txt": "Lúa lên đòng\n\nNgoài đồng không một bóng người.\n"], isIndexed: false,
      in: folder)
    let full = """
      {"id": "a1", "title": "Gặt lúa chạy lũ", "body": "\(story)", "date": "2020-06-08", \
      "author": "Hoài An", "section": "Kinh tế", "source": "Báo Phù Sa", "url": "https://a.example/1"}
      {"id": "a2", "title": "Chạy lũ gặt lúa", "body": "\(story)"}
      {"id": "a3", "title": "Lũ và lúa", "body": "\(story) Theo báo bạn."}

      """
    try workspace.write(full, to: "articles/full.jsonl")
    try #require(try workspace.run("index", "articles").status == 0)
    return workspace.path
  }

  private let workspace: Workspace

  init() throws { workspace = try Workspace(Self.shared) }

  /// The lines that a command prints; each must have its shape.
  private func lines(
    _ arguments: [String], _ shape: JSONShape, last: JSONShape? = nil, input: String = "",
    in workspace: Workspace? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [JSONTree] {
    let outcome = try (workspace ?? self.workspace).runner.run(arguments, input: input)
    try #require(outcome.output.last == 0x0A, "\(outcome.errors)", sourceLocation: sourceLocation)
    let lines = try outcome.output.split(separator: 0x0A)
      .map { try JSONDecoder().decode(JSONTree.self, from: $0) }
    for (index, line) in lines.enumerated() {
      let shape = index == lines.count - 1 ? last ?? shape : shape
      #expect(shape.flaws(in: line) == [], sourceLocation: sourceLocation)
    }
    return lines
  }

  // MARK: Tests

  @Test func search() throws {
    let lines = try lines(
      ["search", "--json", "--facets", "section,year", "lua"], Self.hit, last: Self.summary)
    let copies = lines.dropLast().compactMap { $0["copies"] }
    guard case .array(let copies)? = copies.first(where: { Self.count($0) > 0 }) else {
      Issue.record("no hit has copies")
      return
    }
    #expect(Set(copies.map { $0["source"]?.isNull }) == [true, false])
    #expect(Self.count(lines.last?["summary"]?["facets"]) == 2)
  }

  @Test func whatAnArticleDoesNotSayIsNull() throws {
    let lines = try lines(
      ["search", "--json", "--no-collapse", "lua"], Self.hit, last: Self.summary)
    for key in ["date", "author", "section", "source", "url"] {
      #expect(Set(lines.dropLast().map { $0[key]?.isNull }) == [true, false], "\(key)")
    }
  }

  /// Left out where the hits are those of the query itself.
  @Test func correctedQuery() throws {
    let followed = try lines(["search", "--json", "luas"], Self.hit, last: Self.summary)
    #expect(followed.last?["summary"]?["corrected_query"] != nil)
    for query in ["lua", "lúa", "xyzzy"] {
      let own = try lines(["search", "--json", query], Self.hit, last: Self.summary)
      #expect(own.last?["summary"]?["corrected_query"] == nil)
    }
  }

  @Test func batch() throws {
    let lines = try lines(
      ["search", "--batch", "--json", "--facets", "source"], Self.batchLine,
      input: "lua\nluas\nxyzzy\n\n")
    #expect(lines.map { $0["corrected_query"] != nil } == [false, true, false, false])
    #expect(Self.count(lines[0]["hits"]) > 0 && Self.count(lines[2]["hits"]) == 0)
  }

  @Test func similar() throws {
    let lines = try lines(["similar", "--json", "articles/bare.txt"], Self.hit, last: Self.summary)
    #expect(lines.count > 1)
  }

  @Test(arguments: [("a1", false), ("articles/bare.txt", true)])
  func show(_ article: String, _ isBare: Bool) throws {
    let article = try #require(try lines(["show", "--json", article], Self.shown).first)
    for key in ["date", "author", "section", "source", "url"] {
      #expect(article[key]?.isNull == isBare, "\(key)")
    }
  }

  @Test func explain() throws {
    let lines = try lines(["explain", "--json", "Gặt lúa \"chạy lũ\""], Self.explanation)
    for key in ["words", "preferred", "pairs", "hits"] {
      #expect(Self.count(lines.first?[key]) > 0, "\(key)")
    }
  }

  @Test func index() throws {
    let workspace = try Workspace(isIndexed: false)
    try workspace.write([0xFF], to: workspace("articles/bad.txt"))
    try workspace.write("x", to: "articles/photo.jpg")
    // In an old encoding.
    try workspace.write(
      Array("L".utf8) + [0xF9, 0x61, 0x20, 0x76, 0xF4, 0x20, 0x6D, 0xF9, 0x61, 0x0A],
      to: workspace("articles/old.txt"))
    let report = try #require(
      try lines(["index", "--json", "articles"], Self.report, in: workspace).first)
    for key in ["failures", "passed_over", "converted"] {
      #expect(Self.count(report[key]) > 0, "\(key)")
    }
  }

  @Test func statusOfARunAndOfNone() throws {
    let workspace = try Workspace()
    var status = try lines(["status", "--json"], Self.status, in: workspace)
    #expect(status.first?["last_run"]?["error"] == nil && status.first?["last_run"] != nil)
    for name in Samples.all.keys { workspace.remove("articles/\(name)") }
    #expect(try workspace.run("index", "--rebuild").status == 2)
    status = try lines(["status", "--json"], Self.status, in: workspace)
    #expect(status.first?["last_run"]?["error"] != nil)
    workspace.remove("Index/last-run")
    status = try lines(["status", "--json"], Self.status, in: workspace)
    #expect(status.first?["last_run"]?.isNull == true)
  }

  /// Databases elsewhere: null, not a field less.
  @Test func statusOfWhatIsNotKnown() throws {
    let status = IndexStatus(
      path: "/i", generation: nil, articles: 1, averageLength: 2, folders: [], diskBytes: nil,
      schemaVersion: 1, analyzer: "a", xapianVersion: "x")
    let line = try JSONDecoder().decode(
      JSONTree.self, from: Data(status.json(lastRun: nil, age: nil).line))
    #expect(Self.status.flaws(in: line) == [])
    for key in ["generation", "disk_bytes", "last_run"] { #expect(line[key]?.isNull == true) }
  }

  @Test func check() throws {
    let clean = try #require(try lines(["check", "--json"], Self.check).first)
    #expect(Self.count(clean["findings"]) == 0 && clean["generation"] != nil)
    let workspace = try Workspace()
    workspace.remove("Index/generation-000001/docdata.glass")
    let damaged = try #require(try lines(["check", "--json"], Self.check, in: workspace).first)
    #expect(Self.count(damaged["findings"]) > 0)
  }

  /// What the manual promises is looked for here.
  @Test func theManualNamesNoOtherField() throws {
    let manual = try String(
      contentsOf: PackageFiles.root.appending(path: "Sources/mucluc/mucluc.docc/Scripting.md"),
      encoding: .utf8)
    let start = try #require(manual.range(of: "\n## search --json"))
    let names = manual[start.lowerBound...].matches(of: /`([a-z_]+)`/).map { String($0.output.1) }
    let shapes = [
      Self.hit, Self.summary, Self.batchLine, Self.report, Self.shown, Self.status, Self.check,
      Self.explanation,
    ]
    let keys = shapes.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
    let commands: Set = ["show", "similar"]
    #expect(Set(names).subtracting(keys).subtracting(commands) == [])
    #expect(Set(names).count > 50)
  }

  /// How many there are in an array or an object.
  private static func count(_ value: JSONTree?) -> Int {
    switch value {
    case .array(let values): values.count
    case .object(let members): members.count
    default: 0
    }
  }
}
