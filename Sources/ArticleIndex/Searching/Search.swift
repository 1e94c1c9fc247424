/// One search on one revision of the index.
struct Search {
  let reader: StoreReader
  let plan: QueryPlan
  let request: SearchRequest
  let weights: RankingWeights

  /// Articles looked at before a total may be an estimate.
  private static let checkedForTotal: UInt32 = 1_000
  /// Hits of a phrase that are verified at most, beyond the page asked for.
  private static let verifiedAtMost = 2_000

  init(reader: StoreReader, plan: QueryPlan, request: SearchRequest, weights: RankingWeights) {
    (self.reader, self.plan, self.request, self.weights) = (reader, plan, request, weights)
  }

  func run() throws(IndexError) -> SearchResult {
    var result = SearchResult(
      hits: [], total: 0, totalIsExact: true, isRelaxed: false, warnings: [])
    guard !plan.isEmpty else { return result }
    guard plan.phrases.isEmpty else { return try runVerified() }

    let wanted = request.offset + request.limit
    let strict = try reader.search(
      try plan.allWordsProgram(weights),
      options(limit: wanted, checkAtLeast: request.wantsExactTotal ? .max : Self.checkedForTotal))
    var hits = strict.hits
    result.total = Int(strict.estimated)
    result.totalIsExact = strict.isExact

    if request.limit > 0, hits.count < wanted, plan.words.count > 1 {
      let relaxed = try relaxedHits(including: hits, wanted: wanted)
      if relaxed.count > hits.count {
        result.isRelaxed = true
        result.warnings.append(Self.relaxedWarning(result.total))
        hits = relaxed
      }
    }
    result.hits = try render(hits.dropFirst(request.offset).prefix(request.limit))
    return result
  }

  private static func relaxedWarning(_ count: Int) -> String {
    switch count {
    case 0: "no article has all the words; showing the best matches for some of them"
    case 1: "only 1 article has all the words; the others match some of them"
    default: "only \(count) articles have all the words; the others match some of them"
    }
  }

  private func options(limit: Int, checkAtLeast: UInt32 = 0) -> SearchOptions {
    var options = SearchOptions()
    options.limit = UInt32(clamping: limit)
    options.checkAtLeast = checkAtLeast
    options.weighting = weights.bm25
    return options
  }

  /// Candidates found by pairs and those in `strict`, scored alike.
  private func relaxedHits(
    including strict: [StoreHit], wanted: Int
  ) throws(IndexError) -> [StoreHit] {
    let count = max(weights.candidates, wanted)
    var found = try candidates(count, usePairs: true)
    if found.count < wanted { found += try candidates(count, usePairs: false) }
    let ids = Set(found.map(\.id)).union(strict.map(\.id)).sorted()
    guard !ids.isEmpty else { return [] }
    let program = try plan.refineProgram(try candidateSet(ids), weights)
    return try reader.search(program, options(limit: wanted)).hits
  }

  /// Several databases or a remote one take no set of ids; there the documents' own terms serve.
  private func candidateSet(_ ids: [UInt32]) throws(IndexError) -> QueryPlan.Candidates {
    if try reader.counts().allowsDocumentSets { return .ids(ids) }
    var terms: [[UInt8]] = []
    for id in ids {
      let path = try reader.value(of: id, slot: Schema.Slot.path)
      terms.append(ArticleAnalyzer.uniqueTerm(path: path))
    }
    return .uniqueTerms(terms)
  }

  private func candidates(_ count: Int, usePairs: Bool) throws(IndexError) -> [StoreHit] {
    if usePairs, plan.pairs.isEmpty { return [] }
    return try reader.search(
      try plan.candidatesProgram(usePairs: usePairs), options(limit: count)
    ).hits
  }

  /// Searches with phrases: the terms narrow down, the stored text decides.
  private func runVerified() throws(IndexError) -> SearchResult {
    var result = SearchResult(
      hits: [], total: 0, totalIsExact: true, isRelaxed: false, warnings: [])
    let verifier = PhraseVerifier(plan.phrases, accents: plan.accents)
    let wanted = request.offset + request.limit
    let verifiedAtMost = request.wantsExactTotal ? Int.max : wanted + Self.verifiedAtMost
    let possible = try reader.search(
      try plan.allWordsProgram(weights),
      options(limit: min(verifiedAtMost, Int(UInt32.max)), checkAtLeast: Self.checkedForTotal))
    var accepted: [StoreHit] = []
    for hit in possible.hits {
      if verifier.accepts(try article(hit).text) { accepted.append(hit) }
    }
    result.total = accepted.count
    result.totalIsExact = possible.isExact && possible.hits.count == Int(possible.upper)
    result.hits = try render(accepted.dropFirst(request.offset).prefix(request.limit))
    return result
  }

  private func article(_ hit: StoreHit) throws(IndexError) -> StoredArticle {
    try StoredArticle(encoded: try reader.data(of: hit.id), id: hit.id)
  }

  /// Reads the articles of a page and marks the matches in them.
  private func render(_ page: ArraySlice<StoreHit>) throws(IndexError) -> [Hit] {
    var hits: [Hit] = []
    let marker = MatchMarker(words: plan.typed, accents: plan.accents)
    for (index, found) in zip(page.indices, page) {
      hits.append(try hit(found, rank: index + 1, marker))
    }
    return hits
  }

  private func hit(
    _ found: StoreHit, rank: Int, _ marker: MatchMarker
  ) throws(IndexError) -> Hit {
    let article = try article(found)
    var hit = Hit(
      rank: rank, score: found.weight, number: found.id, article: article,
      snippet: Snippet(text: "", highlights: []), matches: [])
    guard request.wantsSnippets else { return hit }
    let matches = marker.matches(in: article.text)
    hit.matches = matches.map(\.range)
    hit.snippet = SnippetMaker(targetLength: request.snippetLength)
      .snippet(of: article, matches: matches)
    return hit
  }

}
