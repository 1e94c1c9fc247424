import Foundation
import Testing

/// `search --json`: what the fields hold.
@Suite struct SearchJSONTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace(Workspace.samples) }

  @Test func theSummaryEndsTheOutput() throws {
    let answer = try workspace.search("Vĩnh", "Phúc", "chuyển đổi  số")
    #expect(answer.summary.query == "Vĩnh Phúc chuyển đổi  số")
    #expect(answer.summary.total == 1)
    #expect(answer.summary.totalIsExact)
    #expect(answer.hits.map(\.rank) == [1])
    #expect(answer.hits.map(\.version) == [1])
  }

  @Test func factsAreTheArticles() throws {
    let digital = try #require(try workspace.search("vinh phuc chuyen doi so").hits.first)
    #expect(digital.title == "Vĩnh Phúc đẩy mạnh chuyển đổi số trong cơ quan nhà nước")
    #expect(digital.date == "2020-06-08")
    #expect(digital.author == "Hoài An")
    #expect(digital.path == workspace("articles/digital.txt").string)
    let harvest = try #require(try workspace.search("lua chiem xuan").hits.first)
    #expect(harvest.date == nil)
    #expect(harvest.author == nil)
  }

  @Test func scoresDescendAndRanksCount() throws {
    let hits = try workspace.search("vinh phuc chuyen doi so song hau lua xuan").hits
    #expect(hits.count == 3)
    #expect(hits.map(\.rank) == [1, 2, 3])
    #expect(hits.map(\.score) == hits.map(\.score).sorted(by: >))
    #expect(Set(hits.map(\.id)).count == 3)
  }

  /// The sample articles and one more, composed, decomposed, or a word this way and a word that way.
  private static let forms = Dictionary(
    uniqueKeysWithValues: [
      ("NFC", { $0 }), ("NFD", { $0.decomposedStringWithCanonicalMapping }),
      (
        "mixed",
        { text in
          text.split(separator: " ", omittingEmptySubsequences: false).enumerated()
            .map { $0 % 2 == 0 ? String($1).decomposedStringWithCanonicalMapping : String($1) }
            .joined(separator: " ")
        }
      ),
    ].map { (name: String, written: (String) -> String) in
      let text = """
        Tin vắn

        Nông thôn đổi mới từng ngày, con đường làng trải bê tông sạch đẹp.

        Thủy lợi phục vụ 165.000 hộ dân trong vùng, nước về tận ruộng.

        """
      return (
        name,
        Workspace.shared(Samples.all.merging(["\(name).txt": written(text)]) { $1 })
      )
    })

  @Test(
    arguments: ["NFC", "NFD", "mixed"],
    [
      ("nong thon doi moi", ["Nông", "thôn", "đổi", "mới"]),
      ("Nông thôn đổi mới", ["Nông", "thôn", "đổi", "mới"]),
      ("thuy loi", ["Thủy", "lợi"]), ("thuỷ lợi", ["Thủy", "lợi"]), ("DUONG", ["đường"]),
      ("165.000", ["165.000"]),
    ])
  func offsetsCutOutTheWordsAsSpelt(form: String, query: (words: String, found: [String])) throws {
    let workspace = try Workspace(#require(Self.forms[form]))
    let hit = try #require(try workspace.search(query.words).hits.first)
    #expect(hit.path == workspace("articles/\(form).txt").string)
    // Swift compares canonically: what counts is that the very words are cut out, in any form.
    #expect(hit.highlighted == query.found)
    #expect(try matched(hit, in: workspace) == query.found)
    if form == "NFD" {
      #expect(
        hit.highlighted.map { Array($0.utf8) }
          == query.found.map { Array($0.decomposedStringWithCanonicalMapping.utf8) })
    }
  }

  @Test func highlightsAscendAndStayApart() throws {
    for query in [
      "vinh phuc chuyen doi so", "hoi nghi", "lua", "song hau cau", "trong co quan nha nuoc",
    ] {
      for hit in try workspace.search(query).hits {
        for ranges in [hit.highlights, hit.matches] {
          #expect(ranges.allSatisfy { $0.count == 2 && $0[0] < $0[1] })
          #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0[1] <= $1[0] })
        }
        _ = try matched(hit, in: workspace)
        #expect(hit.highlighted.allSatisfy { !$0.hasPrefix("[") && !$0.contains(" ") })
        #expect(!hit.snippet.contains("\n"))
      }
    }
  }

  @Test func nothingFoundIsASummaryAndStatus1() throws {
    let answer = try workspace.search("xyzzy")
    #expect(answer.status == 1)
    #expect(answer.hits.isEmpty)
    #expect(answer.summary.total == 0)
    #expect(answer.summary.totalIsExact)
  }

  @Test func fewerThanAllWordsIsAWarningNotAComplaint() throws {
    let answer = try workspace.search("vinh phuc khinh khi cau")
    #expect(answer.status == 0)
    #expect(answer.summary.total == 0)
    #expect(
      answer.summary.warnings == [
        "no article contains khinh, khi",
        "no article has all the words; showing the best matches for some of them",
      ])
    let human = try workspace.run("search", "vinh phuc khinh khi cau")
    #expect(
      human.errorLines == [
        "mucluc: no article contains khinh, khi",
        "mucluc: no article has all the words; showing the best matches for some of them",
      ])
  }

  @Test func whetherHitsHoldAllWordsIsAField() throws {
    let queries = [("lua", false), ("lua xyzzy", true), ("\"lua song\"", false), ("xyzzy", false)]
    for (query, isRelaxed) in queries {
      #expect(try workspace.search(query).summary.isRelaxed == isRelaxed, "\(query)")
    }
    let batch = try workspace.run(
      "search", "--batch", input: queries.map { $0.0 + "\n" }.joined())
    let answers = try JSONAnswer.lines(BatchObject.self, batch.output)
    #expect(answers.map(\.isRelaxed) == queries.map(\.1))
  }

  /// What the matches cut out of the text that `show --json` prints.
  private func matched(_ hit: HitObject, in workspace: Workspace) throws -> [String] {
    struct Shown: Decodable { var id, path, title, text: String }
    let shown = try JSONAnswer.decode(
      Shown.self, try workspace.run("show", "--json", hit.id).output)
    #expect(shown.id == hit.id)
    #expect(shown.path == hit.path)
    #expect(shown.title == hit.title)
    let words = hit.matches.map { HitObject.cut($0, from: shown.text) }
    #expect(words.allSatisfy { !$0.hasPrefix("[") && !$0.contains(" ") })
    return words
  }
}
