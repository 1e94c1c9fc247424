/// What the parts of a score are worth; BM25 of each kind of term is multiplied by its weight.
package struct RankingWeights: Sendable, Equatable {
  /// Of words, in any spelling or as typed.
  package var syllable = 1.0
  /// The share of a word's weight, 0 to 1, that only its spelling as typed earns, where it was typed
  /// with marks. So marked words weigh no more than others.
  package var exact = 0.65
  /// Of pairs of neighbours.
  package var pair = 0.5
  /// Of pairs that are one word, besides.
  package var word = 0.2
  /// The share of a word's weight that one has which only asks: `ai`, `bao nhiêu`.
  package var question = 0.5
  /// Of words that begin as typed: the best one counts.
  package var prefix = 0.5
  /// Of words by how early they come in an article.
  package var lead = 1.0
  /// Of pairs by how early they come.
  package var leadPair = 0.2
  /// Of the different words that one passage of an article has.
  package var passage = 0.8
  /// Of pairs whose words are near each other, in any order.
  package var near = 0.3
  /// The length of an article, in the sum of its terms' wdf, at which the rarity of terms is
  /// measured; 0 for the length that those of the index have. The default is about 500 words, a usual
  /// article of a newspaper, as each word counts with its spelling and its pair.
  package var standardLength = 1300.0
  /// Of words for being there at all, however often.
  package var coverage = 0.2
  /// BM25's saturation of repeated terms.
  package var k1 = 1.2
  /// BM25's share of length normalization.
  package var b = 0.79
  /// The same where candidates are found: the length of articles is left to the scoring of the few that
  /// are found, as looking it up takes half of the time.
  package var bOfCandidates = 0.0
  /// Candidates found by pairs and rare words that are scored by everything that terms tell.
  package var candidates = 80
  /// Postings of pairs that are looked at for candidates of a long query: rare pairs tell what it is
  /// about, and one that is everywhere, `Việt Nam`, costs as much as all the others.
  package var postingsOfPairs = 30_000
  /// Postings of single words that are looked at for candidates besides.
  package var postingsOfWords = 10_000
  /// Of the candidates, the best ones that are ranked by coverage and by their text besides.
  package var leads = 20

  package init() {}

  /// Of a word in any spelling, if one was typed with marks.
  var anySpelling: Double { syllable * (1 - exact) }
  /// Of a word as typed with marks.
  var typedSpelling: Double { syllable * exact }

  /// How to run a query that is scored.
  ///
  /// - Parameters:
  ///   - limit: hits wanted.
  ///   - checkAtLeast: documents to look at before the total may be an estimate.
  func options(limit: Int, checkAtLeast: UInt32 = 0) -> SearchOptions {
    var options = SearchOptions()
    options.limit = UInt32(clamping: limit)
    options.checkAtLeast = checkAtLeast
    options.weighting = bm25
    return options
  }

  /// The parameters as Xapian takes them.
  var bm25: SearchOptions.BM25 { SearchOptions.BM25(k1: k1, b: b, k3: 0) }
  /// Those that candidates are found with.
  var bm25OfCandidates: SearchOptions.BM25 { SearchOptions.BM25(k1: k1, b: bOfCandidates, k3: 0) }
}
