/// What every step of one search on one revision of an index works with.
struct SearchContext {
  let reader: StoreReader
  var plan: QueryPlan
  let request: SearchRequest
  let weights: RankingWeights
  /// Puts copies together if the request says so.
  let copies: DuplicateCollapser
  let articles: ArticleCache
  /// What the texts of articles have been found to say of the plan.
  private(set) var verdicts = Verdicts()
  /// What texts are taken apart with.
  let scratch: TokenScratch

  /// - Parameters:
  ///   - scratch: that of the index, which knows the words of earlier searches.
  ///   - articles: where what is read is kept for others.
  init(
    reader: StoreReader, plan: QueryPlan, request: SearchRequest, weights: RankingWeights,
    scratch: TokenScratch = TokenScratch(), articles: ArticleCache? = nil
  ) {
    var request = request
    // No database holds more; so sums of the two cannot overflow.
    request.limit = min(max(0, request.limit), 1 << 31)
    request.offset = min(max(0, request.offset), 1 << 31)
    (self.reader, self.plan, self.request, self.weights) = (reader, plan, request, weights)
    self.scratch = scratch
    copies = DuplicateCollapser(reader: reader, isOn: request.collapsesCopies)
    self.articles = articles ?? ArticleCache(reader)
  }

  /// The same search with another plan.
  func with(_ plan: QueryPlan) -> SearchContext {
    var context = self
    context.plan = plan
    context.verdicts = Verdicts()
    return context
  }

  /// Hits before those of the page, and of it.
  var pageEnd: Int { request.offset + request.limit }

  /// What scores documents by their terms.
  var scorer: CandidateScorer { CandidateScorer(reader: reader, plan: plan, weights: weights) }
}

/// What is known of the articles that satisfy a plan. Each text is looked at once.
final class Verdicts {
  fileprivate var known: [UInt32: Bool] = [:]
  /// The first articles that satisfy the plan, one more than are scored one by one; nil if terms do not
  /// decide it or they have not been looked for.
  var first: [UInt32]?
}

extension SearchContext {
  /// Whether an article satisfies what terms cannot decide of the plan.
  func accepts(_ hit: StoreHit, _ verifier: ConditionVerifier) throws(IndexError) -> Bool {
    if let known = verdicts.known[hit.id] { return known }
    let accepts = verifier.accepts(try articles.article(hit))
    verdicts.known[hit.id] = accepts
    return accepts
  }
}

/// The stored articles of a search. Those that are kept are read once.
final class ArticleCache {
  private let reader: StoreReader
  private var kept: [UInt32: StoredArticle] = [:]
  /// The texts of those that are kept, as they were first read.
  private(set) var texts: [String] = []

  init(_ reader: StoreReader) { self.reader = reader }

  /// The article of a hit; `keeps` it for the steps to come.
  func article(_ hit: StoreHit, keeps: Bool = false) throws(IndexError) -> StoredArticle {
    if let article = kept[hit.id] { return article }
    let article = try StoredArticle(encoded: try reader.data(of: hit.id), id: hit.id)
    if keeps {
      kept[hit.id] = article
      texts.append(article.text)
    }
    return article
  }
}
