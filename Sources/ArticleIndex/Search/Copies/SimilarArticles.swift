/// Which articles are wanted that are like another.
public struct SimilarRequest: Sendable {
  /// The number of the article.
  public var number: UInt32
  /// Hits to return at most.
  public var limit: Int
  /// Hits to skip.
  public var offset: Int
  /// Whether hits need snippets: the beginning of the article.
  public var wantsSnippets: Bool
  /// Whether copies of a hit are put together with it. Copies of the article itself are never hits.
  public var collapsesCopies: Bool

  public init(
    to number: UInt32, limit: Int = 10, offset: Int = 0, wantsSnippets: Bool = true,
    collapsesCopies: Bool = true
  ) {
    self.number = number
    self.limit = limit
    self.offset = offset
    self.wantsSnippets = wantsSnippets
    self.collapsesCopies = collapsesCopies
  }
}

extension SearchIndex {
  /// Finds articles on the same subject as another, best first: those that share its most telling
  /// words.
  ///
  /// - Returns: best matches; nil if no article has the number. The article and its near-duplicates
  ///   are left out; a notice names the latter.
  public func similar(_ request: SimilarRequest) throws(IndexError) -> SearchResult? {
    let weights = weights
    guard let article = try article(number: request.number) else { return nil }
    return try read { reader throws(IndexError) in
      let terms = try TellingTerms(reader: reader).terms(of: article)
      return try SimilarSearch(
        reader: reader, request: request, terms: terms, weights: weights
      ).run()
    }
  }
}

/// One search for articles like another, on one revision of the index.
struct SimilarSearch {
  let reader: StoreReader
  let request: SimilarRequest
  let terms: [TellingTerms.Choice]
  let weights: RankingWeights

  /// The share of the article's own score that a hit needs: what has less shares a word or two.
  static let leastShare = 0.05

  func run() throws(IndexError) -> SearchResult {
    guard !terms.isEmpty, request.limit > 0 else { return .nothing }
    var program = QueryProgram()
    for term in terms {
      try program.term(term.term)
      program.scale(term.weight)
    }
    program.or(UInt32(terms.count))
    var search = SearchRequest(
      "", limit: request.limit, offset: request.offset, wantsSnippets: request.wantsSnippets)
    search.collapsesCopies = request.collapsesCopies
    let context = SearchContext(
      reader: reader, plan: QueryPlan(.all([]), accents: .ignore), request: search,
      weights: weights)
    let own = try reader.values(of: [request.number], slot: Schema.Slot.sketch).first
      .flatMap { ArticleSketch(encoded: $0) }
    let page = Page(context: context)
    let (listing, groups) = try page.filled { wanted throws(IndexError) in
      // The article itself is the first hit; its copies take places too.
      var left = 1
      while true {
        let hits = try reader.search(program, weights.options(limit: wanted + left)).hits
        let listing = try without(own, hits, context.copies)
        let isWhole = listing.hits.count >= wanted || hits.count < wanted + left
        if isWhole || hits.count - listing.hits.count <= left { return listing }
        left = (hits.count - listing.hits.count) * 2
      }
    }
    var result = SearchResult(
      hits: try page.hits(groups), total: listing.hits.count, totalIsExact: false,
      isRelaxed: !groups.isEmpty, notices: listing.notices)
    result.reading = .bestMatch
    return result
  }

  /// Takes the article, its copies and what has hardly anything of it out of a list.
  private func without(
    _ own: ArticleSketch?, _ found: [StoreHit], _ copies: DuplicateCollapser
  ) throws(IndexError) -> Search.Listing {
    let highest = found.first?.weight ?? 0
    let close = found.filter {
      $0.id != request.number && $0.weight >= highest * Self.leastShare
    }
    var left: [StoreHit] = []
    if let own { left = try copies.copies(of: own, in: close) }
    let leftIDs = Set(left.map(\.id))
    var result = Search.Listing(hits: close.filter { !leftIDs.contains($0.id) })
    if !left.isEmpty { result.notices = [.copiesLeftOut(left.map(\.id))] }
    return result
  }
}
