import ArgumentParser
import ArticleIndex
import Foundation
import SystemPackage
import VietnameseText

/// How long queries take inside one process, on an index that is there.
struct LatencyBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "latency",
    abstract: "Time queries made of titles of an index, cut to so many syllables; processor time.")

  @Argument(help: "An index folder.")
  var index: String
  @Option(help: "Syllables of a query; may be repeated.")
  var syllables: [Int] = [3, 12]
  @Option(help: "Queries of each length.")
  var queries = 500
  @Option(
    help: ArgumentHelp(
      "Give a part of the score another weight; may be repeated.", valueName: "part=number"))
  var set: [String] = []
  @Flag(help: "Type the titles without accents.")
  var toneless = false
  @Flag(help: "Suggest accents as well, as for --json.")
  var suggestions = false
  @Flag(help: "Make snippets as well.")
  var snippets = false

  func run() throws {
    let index = try SearchIndex(at: IndexFolder(FilePath(index)))
    for setting in set { try RankingPart.set(setting, in: &index.weights) }
    let articles = try index.status().articles
    print("| articles | syllables | queries | ms | ms, 95% |")
    print("|---|---|---|---|---|")
    for count in syllables {
      var texts: [String] = []
      var number = 1
      let step = max(1, articles / (queries * 4))
      while texts.count < queries, number <= articles {
        if let text = try title(UInt32(number), cutTo: count, index) { texts.append(text) }
        number += step
      }
      // Once for the page cache; then timed.
      for text in texts { _ = try search(text, index) }
      var times = QueryTimes()
      for text in texts { _ = try times.measure { try search(text, index) } }
      print("| \(articles) | \(count) | \(texts.count) | \(times.summary) |")
    }
  }

  private func search(_ text: String, _ index: SearchIndex) throws -> SearchResult {
    var request = SearchRequest(text, wantsSnippets: snippets)
    request.suggestions = suggestions ? .always : .never
    return try index.search(request)
  }

  /// The first words of an article's title; nil if it has fewer.
  private func title(
    _ number: UInt32, cutTo count: Int, _ index: SearchIndex
  ) throws -> String? {
    let words = try index.article(number: number)?.title
      .split { !$0.isLetter && !$0.isNumber }.prefix(count)
    guard let words, words.count == count else { return nil }
    let text = words.joined(separator: " ")
    return toneless ? Folding.folded(text) : text
  }
}
