import SystemPackage
import Testing

/// Files of many articles: dumps and feeds. One article a record, ids that stay, only what changed.
@Suite struct ContainerTests {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace([:], isIndexed: false)
  }

  /// A record of a JSONL dump.
  private static func record(_ id: Int, _ title: String? = nil) -> String {
    """
    {"id": "vp-\(id)", "title": "\(title ?? "Xã số \(id) làm đường")", "date": "2021-03-\(id + 10)", \
    "body": "Bà con xã số \(id) hiến đất mở đường.\\n\\nĐường dài \(id) cây số.", \
    "url": "https://www.bao.example/kinh-te/\(id).html", "author": "Hoài An"}

    """
  }

  private func write(_ records: [String]) throws {
    try workspace.write(records.joined(), to: "articles/dump.jsonl")
  }

  private func number(_ query: String) throws -> Int? {
    try workspace.search(query).hits.first?.number
  }

  @Test(arguments: [false, true])
  func everyRecordIsAnArticle(isUpdate: Bool) throws {
    if isUpdate { try #require(try workspace.index("articles").status == 0) }
    try write((1...5).map { Self.record($0) })
    let run = try workspace.index("articles")
    #expect(run.counts == [5, 0, 0, 0, 0])
    #expect(run.report.undated == 0)
    let hit = try #require(try workspace.search("\"xa so 3\"").hits.first)
    #expect(hit.id == "vp-3")
    #expect(hit.title == "Xã số 3 làm đường")
    #expect(hit.date == "2021-03-13")
    #expect(hit.author == "Hoài An")
    #expect(hit.url == "https://www.bao.example/kinh-te/3.html")
    #expect(hit.path == workspace("articles/dump.jsonl").string)
    #expect(try workspace.index().counts == [0, 0, 0, 5, 0])
    #expect(try workspace.index().report.bytes == 0, "unchanged, so not read")
  }

  @Test func onlyWhatChangedIsTouchedAndNumbersStay() throws {
    try write((1...5).map { Self.record($0) })
    try #require(try workspace.index("articles").status == 0)
    let numbers = try (1...5).map { try number("\"xa so \($0)\"") }
    // 1 goes, 3 is written anew, 6 comes, and all move.
    try write(
      [6, 5, 4].map { Self.record($0) } + [Self.record(3, "Thôn Ba có cầu"), Self.record(2)])
    #expect(try workspace.index().counts == [1, 1, 1, 3, 0])
    #expect(try !numbers.contains(number("thon ba co cau")))
    #expect(try number("\"xa so 2\"") == numbers[1])
    #expect(try number("\"xa so 5\"") == numbers[4])
    #expect(try workspace.search("\"xa so 1\"").summary.total == 0)
    #expect(try workspace.articleCount() == 5)
    try workspace.touch("articles/dump.jsonl")
    #expect(try workspace.index().counts == [0, 0, 0, 5, 0])
  }

  @Test func aBadRecordCostsNoOtherAndNothingThatWasThere() throws {
    try write((1...4).map { Self.record($0) })
    try #require(try workspace.index("articles").status == 0)
    try write([Self.record(1), Self.record(2), "{\"id\": \"vp-3\", \"title\": \n", Self.record(5)])
    for round in 0..<2 {
      let run = try workspace.index()
      #expect(run.status == 3)
      #expect(run.counts == (round == 0 ? [1, 0, 0, 4, 1] : [0, 0, 0, 5, 1]))
      let failure = try #require(run.report.failures.first)
      #expect(failure.path == workspace("articles/dump.jsonl").string)
      #expect(failure.reason.hasPrefix("line 3: "), "\(failure.reason)")
      #expect(run.errors.count == 1)
    }
    #expect(try workspace.search("\"xa so 3\"").summary.total == 1, "what the index held stays")
    try write([1, 2, 5].map { Self.record($0) })
    #expect(try workspace.index().counts == [0, 0, 2, 3, 0])
  }

  @Test func aFlowOfBadRecordsIsAFewLines() throws {
    try write([String](repeating: "{\"title\":\n", count: 100) + [Self.record(1)])
    let run = try workspace.index("articles")
    #expect(run.status == 3)
    #expect(run.counts == [1, 0, 0, 0, 100])
    #expect(run.errors.count == 1)
    #expect(run.errors.last?.contains("line 1 and 99 more records: invalid JSON") == true)
  }

  @Test func anEmptiedDumpKeepsItsArticles() throws {
    try write((1...3).map { Self.record($0) })
    try #require(try workspace.index("articles").status == 0)
    try write(["\n"])
    let run = try workspace.index()
    #expect(run.status == 3)
    #expect(run.counts == [0, 0, 0, 3, 1])
    #expect(run.report.failures.first?.reason.contains("the 3 it held are kept") == true)
    workspace.remove("articles/dump.jsonl")
    try workspace.write(Samples.bridge, to: "articles/bridge.txt")
    #expect(
      try workspace.index("--allow-mass-removal").counts == [1, 0, 3, 0, 0],
      "a file that is gone is gone")
  }

  @Test func recordsWithTheSameIdAreAllKept() throws {
    try write([Self.record(1), Self.record(1, "Bản sửa của tin một"), Self.record(1)])
    #expect(try workspace.index("articles").counts == [3, 0, 0, 0, 0])
    try workspace.touch("articles/dump.jsonl")
    #expect(try workspace.index().counts == [0, 0, 0, 3, 0])
    try write([Self.record(1), Self.record(1, "Bản sửa của tin một")])
    #expect(try workspace.index().counts == [0, 0, 1, 2, 0])
  }

  @Test func showTakesTheRecordsOwnId() throws {
    try write((1...3).map { Self.record($0) } + [Self.record(4).replacing("vp-4", with: "2")])
    try #require(try workspace.index("articles").status == 0)
    #expect(try workspace.run("show", "vp-3").text.contains("Xã số 3 làm đường"))
    #expect(try workspace.run("show", "2").text.contains("Xã số 4 làm đường"), "an id first")
    #expect(try workspace.run("show", "#2").text.contains("Xã số 2 làm đường"), "a number")
    #expect(try workspace.run("show", "3").text.contains("Xã số 3 làm đường"))
    let several = try workspace.run("show", "articles/dump.jsonl")
    #expect(several.status == 2)
    #expect(several.errors.contains("holds 4 articles"))
    try write([Self.record(1)])
    try #require(try workspace.index().status == 0)
    #expect(try workspace.run("show", "articles/dump.jsonl").text.contains("Xã số 1"))
  }

  @Test func partsAreMadeOfRecordsWhateverFilesTheyStandIn() throws {
    for number in 0..<30 {
      try workspace.write(Self.record(number % 9 + 1), to: "articles/\(number).json")
    }
    try write(
      (1...1200).map { Self.record($0).replacing("2021-03-\($0 + 10)", with: "2021-03-09") })
    #expect(try workspace.index("articles").counts == [1230, 0, 0, 0, 0])
    // Numbered by path and place, whoever read them.
    let first = try #require(try workspace.search("-n", "1", "\"xa so 1\"").hits.first)
    #expect(first.title == "Xã số 1 làm đường")
    #expect(try workspace.run("show", "#31").text.contains("Xã số 1 làm đường"))
    #expect(try workspace.run("show", "#1230").text.contains("Xã số 1200 làm đường"))
    #expect(try workspace.index().counts == [0, 0, 0, 1230, 0])
  }

  @Test func namesOfValuesAreMappedAndRemembered() throws {
    let text = "{\"tua\": \"Lễ hội đua voi\", \"ruot\": \"Voi chạy nhanh.\", \"title\": \"khác\"}\n"
    try workspace.write(text, to: "articles/a.jsonl")
    let run = try workspace.index("articles", "--map", "title=tua", "--map", "body=ruot")
    #expect(run.counts == [1, 0, 0, 0, 0])
    #expect(run.report.undated == 1)
    #expect(try workspace.search("dua voi").hits.first?.title == "Lễ hội đua voi")
    try workspace.write(text.replacing("đua voi", with: "đua ghe"), to: "articles/b.jsonl")
    #expect(try workspace.index().counts == [1, 0, 0, 1, 0])
    #expect(try workspace.search("dua ghe").hits.first?.title == "Lễ hội đua ghe")
    // Another mapping: what was read with the old one is read again.
    #expect(try workspace.index("--map", "body=ruot").counts == [0, 2, 0, 0, 0])
    #expect(try workspace.search("khac").summary.total == 2)
    #expect(try workspace.index().counts == [0, 0, 0, 2, 0])
  }

  @Test func xmlThatIsNoFeedIsPassedOver() throws {
    try write([Self.record(1)])
    try workspace.write("<urlset><url/></urlset>", to: "articles/sitemap.xml")
    for round in 0..<3 {
      let run = try workspace.index("articles")
      #expect(run.counts == (round == 0 ? [1, 0, 0, 0, 0] : [0, 0, 0, 1, 0]))
      #expect(run.report.passedOver == ["xml": 1])
      #expect(run.status == 0)
    }
  }

  @Test func aFeedThatBecameAPageKeepsItsArticles() throws {
    let feed = "<rss><channel><item><title>Tin một</title></item></channel></rss>"
    try workspace.write(feed, to: "articles/tin.rss")
    #expect(try workspace.index("articles").counts == [1, 0, 0, 0, 0])
    try workspace.write("<html><body>Lỗi 404</body></html>", to: "articles/tin.rss")
    for _ in 0..<2 {
      let run = try workspace.index()
      #expect(run.counts == [0, 0, 0, 1, 1])
      #expect(run.report.failures.first?.reason.contains("the 1 it held are kept") == true)
    }
    try workspace.write(feed, to: "articles/tin.rss")
    #expect(try workspace.index().counts == [0, 0, 0, 1, 0])
  }

  @Test func aTableWithoutATitleOrTextIsOneFailure() throws {
    let rows = (1...50).map { "hỏi gì \($0)\td\($0)\n" }.joined()
    try workspace.write(rows, to: "articles/queries.tsv")
    try write([Self.record(1)])
    let run = try workspace.index("articles")
    #expect(run.counts == [1, 0, 0, 0, 1])
    #expect(run.errors.count == 1)
    #expect(run.errors.first?.contains("--map") == true)
    #expect(try workspace.index("--map", "title=hỏi gì 1").counts == [49, 1, 0, 0, 0])
  }

  @Test(arguments: ["title", "tua=title", "title=", "=x"])
  func aMapThatIsNoneIsWrongUsage(map: String) throws {
    let outcome = try workspace.run("index", "articles", "--map", map)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--map"))
  }

  @Test func theEncodingIsForcedAndRemembered() throws {
    // "Vĩnh Phúc" in VISCII; too short to be told from other encodings.
    let bytes: [UInt8] = [0x56, 0xEE, 0x6E, 0x68, 0x20, 0x50, 0x68, 0xFA, 0x63, 0x0A]
    try workspace.write(bytes, to: workspace("articles/a.txt"))
    let run = try workspace.index("articles", "--encoding", "viscii")
    #expect(run.counts == [1, 0, 0, 0, 0])
    #expect(run.report.converted == ["viscii": 1])
    #expect(try workspace.search("vinh phuc").hits.first?.title == "Vĩnh Phúc")
    try workspace.write(bytes + [0x0A] + bytes, to: workspace("articles/b.txt"))
    #expect(try workspace.index().report.converted == ["viscii": 1])
    #expect(try workspace.search("--accents", "require", "Vĩnh Phúc").summary.total == 2)
    let wrong = try workspace.run("index", "--encoding", "ebcdic")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("tcvn3"))
  }
}
