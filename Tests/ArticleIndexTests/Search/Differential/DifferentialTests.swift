import Foundation
import TestSupport
import Testing

@testable import ArticleIndex

/// What thousands of random queries find, against a look at every word of every article that shares no
/// code with the index: other tokens, other folding, sets instead of terms.
struct DifferentialTests {
  private static let corpus = PlainCorpus(articles: 500, seed: 77)

  private static let index = Shared { folder in
    let test = try TestIndex(in: folder)
    try test.write(corpus.jsonLines, to: "dump.jsonl")
    try test.update()
    // Words of this collection, so that its syllables are bound as the test says.
    try folder.write(
      Array(PlainQuery.wordTable.utf8), to: test.index.path.appending("words.tsv"))
    return test.index
  }

  @Test(arguments: [11, 12, 13, 14], [true, false])
  func theAnswerIsTheSetThatTheQueryDescribes(seed: UInt64, bindsWords: Bool) throws {
    let index = try SearchIndex(at: Self.index())
    var random = SplitMix64(seed: seed)
    var (nonEmpty, found) = (0, 0)
    for _ in 0..<60 {
      let query = PlainQuery.random(&random)
      let accents = AccentMode.allCases[Int(random.next() % 3)]
      let expected = query.answer(in: Self.corpus, accents, bindsWords: bindsWords)
      var request = SearchRequest(
        query.text, accents: accents, limit: 40, wantsSnippets: false, wantsExactTotal: true)
      request.bindsWords = bindsWords
      let result = try index.search(request)
      let comment = "\(query.text) | \(accents) | words \(bindsWords) | \(result.reading)"
      try #require(
        result.total == expected.count, "\(comment): \(result.total) for \(expected.count)")
      let answer = result.hits.filter { $0.reading == result.reading || expected.isEmpty }
      let ids = Set(answer.compactMap(\.article.recordID))
      if expected.isEmpty {
        #expect(ids.isEmpty || result.reading == .bestMatch, "\(comment)")
      } else if query.isShort {
        try #require(
          ids.isSubset(of: expected) && ids.count == min(40, expected.count), "\(comment)")
      }
      for hit in result.hits {
        let id = hit.article.recordID ?? ""
        #expect(query.keepsWhatIsHard(Self.corpus[id], accents), "\(comment): \(id)")
      }
      request.sort = .newestFirst
      request.facets = [.year]
      let sorted = try index.search(request)
      #expect(sorted.total == result.total, "\(comment)")
      if let facet = sorted.facets.first, facet.isExact {
        #expect(facet.counts.reduce(facet.missing) { $0 + $1.count } == result.total, "\(comment)")
      }
      request.wantsExactTotal = false
      let loose = try index.search(request)
      #expect(loose.total <= result.total && (loose.total > 0) == (result.total > 0), "\(comment)")
      nonEmpty += expected.isEmpty ? 0 : 1
      found += expected.count
    }
    #expect(nonEmpty > 10 && found > 80, "the queries are of use: \(nonEmpty), \(found)")
  }
}
