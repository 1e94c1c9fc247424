import Foundation
import TestSupport
import Testing

/// The query language in the built program: every operator, on a dump with all metadata.
@Suite struct LanguageTests {
  static let today = Date()

  private struct Record: Encodable {
    var id: String
    var title: String
    var date: String?
    var author: String?
    var section: String?
    var source: String?
    var url: String?
    var body: String
  }

  private static func day(_ daysAgo: Double) -> String {
    let date = today - daysAgo * 86_400
    let parts = Calendar.current.dateComponents([.year, .month, .day], from: date)
    return [(parts.year, 4), (parts.month, 2), (parts.day, 2)]
      .map { number, width in
        let digits = "\(number ?? 0)"
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
      }.joined(separator: "-")
  }

  private static let records = [
    Record(
      id: "a", title: "Giá lúa vụ hè thu tăng", date: "2020-06-08", author: "Hoài An",
      section: "Kinh tế", source: "Báo Phù Sa", url: "https://www.phusa.example/kinh-te/a.html",
      body: "Thương lái mua lúa tại ruộng. Bà con phấn khởi vì được mùa."),
    Record(
      id: "b", title: "Giá ngô giảm nhẹ", date: "2020-05-20", author: "Minh Đức",
      section: "Kinh tế - Xã hội", source: "Báo Phù Sa",
      url: "https://www.phusa.example/kinh-te/b.html",
      body: "Ngô lai ế ẩm, người trồng ngô bán rẻ. Kinh doanh khó khăn."),
    Record(
      id: "c", title: "Cầu mới bắc qua sông Mận", date: "2019-12-31", author: "Hoài An - Minh Đức",
      section: "Giao thông", source: "Đài Bến Đò", url: "https://bendo.example/giao-thong/c",
      body: "Cây cầu nối hai bờ sông. Xe tải qua cầu từ sáng. Chuyển đổi số trong thu phí."),
    Record(
      id: "d", title: "Bạn đọc viết", date: "2021-01-01", author: "Lê Thu", section: "Bạn đọc",
      source: "Đài Bến Đò",
      body: "Bán đất ven sông. Ban quản lý chợ họp bàn. Chuyển đổi nhà cửa, đổi số nhà."),
    Record(
      id: "e", title: "Lũ về trên sông Mận", section: "Thời sự",
      body: "Nước lũ dâng cao, sạt lở đất ở bờ sông. Người dân kinh ngạc."),
    Record(id: "f", title: "Tin trong ngày", date: day(0), body: "Chợ phiên đông vui."),
    Record(id: "g", title: "Tin ngày trước", date: day(1), body: "Chợ phiên vắng khách."),
  ]

  private static let shared = Shared { folder in
    let workspace = try Workspace([:], isIndexed: false, in: folder)
    let encoder = JSONEncoder()
    let lines = try records.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
    try workspace.write(lines.joined(separator: "\n") + "\n", to: "articles/dump.jsonl")
    try #require(try workspace.run("index", "articles").status == 0)
    return workspace.path
  }

  let workspace: Workspace

  init() throws { workspace = try Workspace(Self.shared) }

  static let queries = [
    // Words and phrases.
    ("sông", "cde"), ("song man", "ce"), ("\"sông Mận\"", "ce"), ("\"chuyển đổi số\"", "c"),
    // Alternatives and groups.
    ("lúa OR ngô", "ab"), ("lúa|ngô", "ab"), ("giá lúa OR ngô", "ab"),
    ("(giá lúa) OR sông", "acde"),
    ("(lúa OR ngô) (tăng OR rẻ)", "ab"), ("lúa OR \"chuyển đổi số\"", "ac"),
    ("\"đổi số\" OR lúa", "acd"), ("lúa OR (sông -lũ)", "acd"), ("lúa OR -sông", "abfg"),
    // Exclusion.
    ("sông -lũ", "cd"), ("giá -(lúa OR ngô)", ""), ("sông -\"sạt lở đất\"", "cd"),
    ("sông -\"chuyển đổi số\"", "de"), ("đổi -\"đổi số\"", ""), ("-sông", "abfg"),
    ("-sông -tin", "ab"), ("-(sông OR tin)", "ab"), ("-\"chuyển đổi số\"", "abdefg"),
    ("sông -author:An", "de"), ("sông -date:2021", "ce"), ("sông -title:cầu", "de"),
    ("giá -kinh*", "a"), ("Hà Nội - sông", ""),
    // Beginnings and accents.
    ("kinh*", "be"), ("ph*", "abcfg"), ("=bán", "bd"), ("=bạn", "d"), ("ban", "bd"), ("bán", "bd"),
    ("=\"bán đất\"", "d"), ("=bàn =ban", "d"), ("-=bán đất", "e"),
    // Fields.
    ("title:sông", "ce"), ("title:song", "ce"), ("title:\"Mận sông\"", "ce"),
    ("title:(lúa OR ngô)", "ab"),
    ("title:sông cầu", "c"), ("author:An", "ac"), ("author:\"Hoài An\"", "ac"),
    ("author:\"minh duc\"", "bc"),
    ("author:\"Minh An\"", ""), ("section:\"kinh tế\"", "a"), ("section:kinh", "ab"),
    ("section:\"xa hoi\"", "b"),
    ("source:\"bến đò\"", "cd"), ("source:Báo", "ab"), ("url:phusa.example", "ab"),
    ("url:https://phusa.example/kinh-te/", "ab"), ("url:phusa.example/kinh-te/a", "a"),
    ("site:bendo.example/giao-thong", "c"), ("url:khong.example", ""),
    // Dates.
    ("date:2020", "ab"), ("date:6/2020", "a"), ("date:2020-05", "b"), ("date:8/6/2020", "a"),
    ("date:2020-06-08", "a"), ("date:9/6/2020", ""), ("date:2019-12..2020-05", "bc"),
    ("date:..2020", "abc"),
    ("date:2021..2021", "d"), ("after:2020 before:2021", "ab"), ("before:2020", "c"),
    ("before:8/6/2020", "bc"),
    ("after:8/6/2020 before:9/6/2020", "a"), ("date:tháng 6 năm 2020", "a"),
    ("date:thang 6 nam 2020 lua", "a"),
    ("date:quý 2/2020 giá", "ab"), ("date:\"May 2020\"", "b"), ("date:hôm nay", "f"),
    ("date:\"hôm qua\"", "g"),
    ("date:today OR date:yesterday", "fg"), ("date:7 ngày qua chợ", "fg"), ("sông date:2019", "c"),
    ("date:2019 OR lũ", "ce"),
  ]

  /// As many of the first hits as satisfy the query are the ones expected; relaxed ones may follow.
  @Test func everyOperatorFinds() throws {
    let input = Self.queries.map { $0.0 + "\n" }.joined()
    let outcome = try workspace.run("search", "--batch", "--limit", "50", input: input)
    let answers = try JSONAnswer.lines(BatchObject.self, outcome.output)
    try #require(answers.count == Self.queries.count)
    for ((query, expected), answer) in zip(Self.queries, answers) {
      #expect(answer.query == query)
      #expect(answer.total == expected.count, "\(query)")
      let ids = answer.hits.prefix(answer.total).map(\.id).sorted().joined()
      #expect(ids == expected, "\(query)")
    }
    #expect(outcome.errors.isEmpty)
  }

  @Test(arguments: [
    ("author:\"Hoài Bắc\"", "no article has the author \"hoai bac\"; there is \"hoai an\""),
    ("section:thể thao", "no article has the section \"the\""),
    ("url:khong.example", "no article is from \"khong.example\""),
    (
      "date:mai",
      "\"date:mai\" is not a date and is searched as words; try 2020, 6/2020 or 8/6/2020"
    ),
    ("k* sông", "\"k*\" is searched as a word: * needs two letters before it"),
    ("sông OR", "an OR with nothing to join is passed over"),
  ])
  func slipsAreSaidOnStandardError(query: String, warning: String) throws {
    let outcome = try workspace.run("search", query)
    #expect(outcome.errorLines.first?.hasPrefix("mucluc: \(warning)") == true, "\(outcome.errors)")
    let answer = try workspace.search(query)
    #expect(answer.summary.warnings.first?.hasPrefix(warning) == true)
  }

  /// What excludes only has no best match: the newest come first, and nothing is said.
  @Test func exclusionsAloneAreNoSlip() throws {
    let outcome = try workspace.run("search", "--paths", "--", "-sông")
    #expect(outcome.errors.isEmpty)
    let answer = try workspace.search("--", "-sông")
    #expect(answer.hits.map(\.id) == ["f", "g", "a", "b"])
    #expect(try workspace.run("search", "--count", "--", "-sông").text == "4\n")
  }

  /// Unquoted in a shell, an exclusion is an argument that looks like options and is none.
  @Test(arguments: [
    (["sông", "-lũ"], "sông -lũ"), (["-lũ", "sông"], "sông -lũ"),
    (["sông", "-n", "5", "-lũ"], "sông -lũ"), (["sông", "-title:cầu"], "sông -title:cầu"),
    (["sông", "-(lũ OR cầu)"], "sông -(lũ OR cầu)"), (["sông", "--", "-lũ"], "sông -lũ"),
    (["--sort", "-date", "sông", "-\"sạt lở đất\""], "sông -\"sạt lở đất\""),
  ])
  func exclusionsAsArguments(arguments: [String], query: String) throws {
    let outcome = try workspace.runner.run(["search", "--count"] + arguments)
    let expected = try workspace.search("--", query).summary.total
    #expect(expected > 0 && outcome.text == "\(expected)\n", "\(outcome.errors)")
    for slip in [["-json", "sông"], ["sông", "-x"], ["--lũ", "sông"]] {
      #expect(try workspace.runner.run(["search"] + slip).status == 2, "\(slip)")
    }
  }

  @Test func hardConditionsAreNeverRelaxed() throws {
    let answer = try workspace.search("giá lúa gạo khô author:An -sông")
    #expect(answer.summary.isRelaxed)
    #expect(answer.summary.total == 0)
    #expect(answer.hits.map(\.id) == ["a"])
    let phrase = try workspace.search("\"chuyển đổi số\" lúa")
    #expect(phrase.hits.map(\.id) == ["c"])
    let long = try workspace.search("\"đổi chuyển số\" lúa ngô khoai sắn")
    #expect(long.hits.isEmpty && long.status == 1)
    #expect(long.summary.warnings.first?.hasPrefix("no article contains \"đổi chuyển số\"") == true)
    let dated = try workspace.search("sông lúa date:2019..2020")
    #expect(Set(dated.hits.map(\.id)) == ["a", "c"])
  }

  @Test(arguments: [
    ("date", "sông", ["c", "d", "e"]), ("-date", "sông", ["d", "c", "e"]),
    ("date", "lúa OR ngô OR sông", ["c", "b", "a", "d", "e"]),
    ("-date", "-(lúa OR tin)", ["d", "b", "c", "e"]),
    ("date", "\"bờ sông\" -\"một hai ba\"", ["c", "e"]),
    ("date", "-\"chuyển đổi số\"", ["b", "a", "d", "g", "f", "e"]),
  ])
  func sortedByDate(sort: String, query: String, expected: [String]) throws {
    #expect(try workspace.search("--sort", sort, "--", query).hits.map(\.id) == expected)
    let pages = try expected.indices.flatMap {
      try workspace.search("--sort=\(sort)", "-n", "1", "--offset", "\($0)", "--", query).hits
    }
    #expect(pages.map(\.id) == expected)
    #expect(pages.map(\.rank) == Array(1...expected.count))
  }

  /// A sorted search that nothing satisfies still finds the best matches.
  @Test func sortingRelaxesOnlyWhatFindsNothing() throws {
    let answer = try workspace.search("--sort", "date", "sông khoai sắn")
    #expect(answer.summary.isRelaxed && answer.summary.total == 0)
    #expect(Set(answer.hits.map(\.id)) == ["c", "d", "e"])
  }

  @Test func newArticlesGainOnRequest() throws {
    let plain = try workspace.search("chợ phiên sông").hits
    let bonus = try workspace.search("--recency", "1", "chợ phiên sông").hits
    #expect(Set(plain.map(\.id)) == Set(bonus.map(\.id)))
    let (old, new) = try (
      #require(try workspace.search("sông").hits.first { $0.id == "c" }),
      #require(try workspace.search("--recency", "1", "sông").hits.first { $0.id == "c" })
    )
    #expect(new.score > old.score * 1.4 && new.score < old.score * 1.6, "a year older than d")
    let undated = try #require(try workspace.search("--recency", "9", "sông").hits.last)
    #expect(undated.id == "e")
    for options in [
      ["--recency", "-1"], ["--recency", "x"], ["--recency", "1", "--sort", "date"],
      ["--sort", "up"],
    ] {
      #expect(try workspace.runner.run(["search"] + options + ["sông"]).status == 2, "\(options)")
    }
  }

  @Test func excludedWordsAreNotMarkedAndBeginningsAre() throws {
    let hit = try #require(try workspace.search("ngo* -lúa").hits.first)
    #expect(hit.id == "b" && Set(hit.highlighted) == ["Ngô", "ngô"])
    let other = try #require(try workspace.search("sông OR lũ -cầu =lở").hits.first)
    #expect(other.id == "e" && Set(other.highlighted).isSuperset(of: ["lũ", "lở", "sông"]))
    #expect(!other.highlighted.contains("cao"))
  }

  @Test(arguments: [
    "giá lúa", "Giá lúa OR ngô", "sông -lũ kinh*", "=bán đất", "\"chuyển đổi số\" sông",
    "lúa ngô khoai sông cầu lũ",
    "(\"bờ sông\" OR chợ) phiên", "title:sông cầu",
  ])
  func explainTakesScoresApart(query: String) throws {
    struct Explanation: Decodable {
      struct Part: Decodable {
        var kind: String
        var label: String
        var score: Double
      }
      struct Hit: Decodable {
        var id: String
        var score: Double
        var parts: [Part]
      }
      var version: Int
      var understood: String
      var hits: [Hit]
      var total: Int
    }
    let outcome = try workspace.run("explain", "--json", "-n", "10", "--", query)
    let explanation = try JSONAnswer.decode(Explanation.self, outcome.output)
    let answer = try workspace.search("--", query)
    #expect(explanation.version == 1 && explanation.total == answer.summary.total)
    #expect(explanation.hits.map(\.id) == answer.hits.map(\.id))
    for (hit, found) in zip(explanation.hits, answer.hits) {
      #expect(abs(hit.score - found.score) < 0.001)
      #expect(abs(hit.parts.reduce(0) { $0 + $1.score } - hit.score) < 1e-6)
      // Only what fills a page may have a score of another kind.
      let isBest = found.rank <= answer.summary.total
      #expect(hit.parts.contains { $0.score > 0 })
      #expect(hit.parts.allSatisfy { $0.kind != "other" && $0.score > 0 } || !isBest)
    }
    let text = try workspace.run("explain", "--", query)
    #expect(text.lines.first == "understood      \(explanation.understood)")
    #expect(text.lines.count { $0.hasPrefix("hit ") } == min(3, explanation.hits.count))
    #expect(text.text.isSafeForTerminals)
  }

  @Test func theHelpFitsATerminal() throws {
    for arguments in [["help", "query"], ["query"], ["query", "--help"]] {
      let outcome = try workspace.runner.run(arguments)
      #expect(outcome.status == 0)
      for word in [
        "OR", "-lúa", "title:", "date:", "after:", "hôm nay", "last week", "=bán", "kinh*",
      ] {
        #expect(outcome.text.contains(word), "\(word)")
      }
      #expect(outcome.lines.allSatisfy { $0.count <= 80 })
      // No line is broken anew: one word alone.
      #expect(
        !outcome.lines.contains {
          !$0.contains(" ") && $0.count < 12 && !$0.isEmpty && !$0.hasSuffix(":")
        })
    }
    let help = try workspace.run("search", "--help").text.split(whereSeparator: \.isWhitespace)
    #expect(help.joined(separator: " ").contains("mucluc help query"))
  }
}
