import Foundation
import Testing

/// `--limit` and `--offset`: pages put together are one big page.
@Suite struct SearchPagingTests {
  static let count = 40
  private static let articles = Dictionary(
    uniqueKeysWithValues: (0..<count).map { number in
      let rice = String(repeating: "Lúa tốt. ", count: number % 7 + 1)
      let flood = number % 3 == 0 ? "Nước lũ dâng cao.\n" : "Trời nắng.\n"
      return ("\(number).txt", "Bản tin số \(number)\n\n\(rice)\n\n\(flood)")
    })
  private static let shared = Workspace.shared(articles)

  let workspace: Workspace

  init() throws { workspace = try Workspace(Self.shared) }

  @Test(arguments: [
    "lua", "lua tot", "nuoc lu", "\"nuoc lu\"", "\"nuoc lu dang\"", "ban tin so lua",
  ])
  func pagesPutTogetherAreOneBigPage(query: String) throws {
    let whole = try workspace.search("--limit", "1000", query)
    #expect(!whole.hits.isEmpty)
    for size in [1, 3, 7] {
      var pages: [HitObject] = []
      for offset in stride(from: 0, to: whole.hits.count + size, by: size) {
        let page = try workspace.search("--limit", "\(size)", "--offset", "\(offset)", query)
        #expect(page.hits.count == max(0, min(size, whole.hits.count - offset)))
        #expect(page.summary.total == whole.summary.total)
        #expect(page.status == (page.hits.isEmpty ? 1 : 0))
        pages += page.hits
        if size < 7, offset > 5 { break }
      }
      #expect(pages.map(\.id) == whole.hits.prefix(pages.count).map(\.id))
      #expect(pages.map(\.rank) == Array(1...pages.count))
    }
  }

  /// Hits that hold some of the words follow those that hold all, on whatever page.
  @Test func pagesOfRelaxedHits() throws {
    let query = "nuoc lu ban tin troi nang"
    let whole = try workspace.search("--limit", "1000", query)
    var pages: [HitObject] = []
    for offset in stride(from: 0, to: whole.hits.count, by: 9) {
      pages += try workspace.search("--limit", "9", "--offset", "\(offset)", query).hits
    }
    #expect(pages.map(\.id) == whole.hits.map(\.id))
  }

  /// Some words are in many articles, all words in few: the pages cross from one kind to the other.
  @Test func pagesAcrossTheEndOfTheHitsWithAllWords() throws {
    let query = "nuoc lu lua tot ban tin"
    let whole = try workspace.search("--limit", "1000", query)
    var pages: [HitObject] = []
    for offset in stride(from: 0, to: whole.hits.count, by: 9) {
      pages += try workspace.search("--limit", "9", "--offset", "\(offset)", query).hits
    }
    #expect(pages.map(\.id) == whole.hits.map(\.id))
    #expect(Set(pages.map(\.id)).count == pages.count)
  }

  @Test func theFirstTenAreTheDefault() throws {
    let answer = try workspace.search("lua")
    #expect(answer.hits.count == 10)
    #expect(answer.summary.total == Self.count)
    #expect(answer.summary.totalIsExact)
    #expect(answer.hits == (try workspace.search("-n", "10", "lua").hits))
    let human = try workspace.run("search", "lua")
    #expect(human.lines.last?.hasPrefix("10 of 40 articles, ") == true)
    #expect(try workspace.run("search", "--count", "lua").text == "40\n")
    #expect(try workspace.run("search", "--paths", "lua").lines.count == 10)
    #expect(try workspace.run("search", "--paths", "--limit", "100", "lua").lines.count == 40)
  }

  @Test func equalArticlesKeepTheirOrder() throws {
    let first = try workspace.search("--limit", "40", "lua").hits.map(\.id)
    for _ in 1...3 {
      #expect(try workspace.search("--limit", "40", "lua").hits.map(\.id) == first)
    }
  }

  @Test func limit0PrintsTheSummaryOnly() throws {
    let answer = try workspace.search("--limit", "0", "lua")
    #expect(answer.hits.isEmpty)
    #expect(answer.summary.total == Self.count)
    #expect(answer.status == 0)
    let human = try workspace.run("search", "--limit", "0", "lua")
    #expect(human.status == 0)
    #expect(human.text.hasPrefix("0 of 40 articles, "))
    #expect(try workspace.run("search", "--limit", "0", "--paths", "lua").status == 0)
    #expect(try workspace.search("--limit", "0", "xyzzy").status == 1)
  }

  @Test func aPageBehindTheLastIsStatus1() throws {
    let outcome = try workspace.run("search", "--offset", "40", "lua")
    #expect(outcome.status == 1)
    #expect(outcome.text.hasPrefix("0 of 40 articles, "))
    let help = try workspace.run("search", "--help").text.split(whereSeparator: \.isWhitespace)
    #expect(help.joined(separator: " ").contains("--offset is past the last hit"))
  }

  @Test(arguments: [
    ["--limit", "-1"], ["--offset", "-1"], ["--limit", "x"], ["--limit", "9999999999999999999999"],
    ["--limit", "1000001"], ["--offset", "100000001"], ["--limit", "1.5"],
  ])
  func numbersThatAreNoneAreWrongUsage(options: [String]) throws {
    let outcome = try workspace.runner.run(["search", "lua"] + options)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
  }

  @Test func theLargestLimitAndOffsetWork() throws {
    #expect(try workspace.search("--limit", "1000000", "lua").hits.count == Self.count)
    #expect(try workspace.search("--offset", "100000000", "lua").hits.isEmpty)
  }
}
