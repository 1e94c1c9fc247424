/// One search on one revision of the index.
struct Search {
  let reader: StoreReader
  let plan: QueryPlan
  let request: SearchRequest
  let weights: RankingWeights

  /// Articles looked at before a total may be an estimate.
  private static let checkedForTotal: UInt32 = 10_000
  /// Articles that are verified at most for a phrase, unless the total is asked for exactly.
  private static let verifiedAtMost = 20_000

  init(reader: StoreReader, plan: QueryPlan, request: SearchRequest, weights: RankingWeights) {
    var request = request
    // No database holds more; so sums of the two cannot overflow.
    request.limit = min(max(0, request.limit), 1 << 31)
    request.offset = min(max(0, request.offset), 1 << 31)
    (self.reader, self.plan, self.request, self.weights) = (reader, plan, request, weights)
  }

  /// Up to this many words the articles that hold all of them come first; a longer query is a
  /// description, and the best match for all of it wins even if a word is missing.
  static let shortQuery = 4

  func run() throws(IndexError) -> SearchResult {
    guard !plan.isEmpty else { return .nothing }
    var result = plan.phrases.isEmpty ? try runWords() : try runPhrases()
    if result.total == 0, result.hits.isEmpty, plan.hasPhrase, request.limit > 0 {
      // No article has the phrase: its words may still find what was meant.
      let words = Search(
        reader: reader, plan: plan.withoutPhrases, request: request, weights: weights)
      result.hits = try words.runWords().hits
      result.isRelaxed = !result.hits.isEmpty
      let scope = result.totalIsExact ? "no article" : "none of the best \(Self.verifiedAtMost)"
      result.warnings = ["\(scope) has the words in quotation marks in this order"]
    }
    return result
  }

  /// Searches for what terms alone decide.
  ///
  /// Pages fit together: the order does not depend on how many hits are wanted.
  private func runWords() throws(IndexError) -> SearchResult {
    var result = SearchResult.nothing
    let wanted = request.offset + request.limit
    let isShort = plan.words.count <= Self.shortQuery
    let all = try reader.search(
      try plan.allWordsProgram(weights),
      options(
        limit: request.limit == 0 ? 0 : max(wanted, isShort ? 0 : weights.candidates),
        checkAtLeast: request.wantsExactTotal ? .max : Self.checkedForTotal))
    result.total = Int(all.estimated)
    result.totalIsExact = all.isExact
    var hits = all.hits
    if request.limit > 0, plan.words.count > 1, !isShort || hits.count < wanted {
      let best = try bestMatches(including: isShort ? [] : hits, wanted: wanted)
      hits = Self.joined(isShort ? [hits, best] : [best, hits])
      if hits.count < wanted { hits = Self.joined([hits, try candidates(wanted, .pairs)]) }
      if hits.count < wanted { hits = Self.joined([hits, try candidates(wanted, .words)]) }
      if all.hits.count < min(wanted, hits.count) {
        result.isRelaxed = true
        result.warnings.append(Self.relaxedWarning(result.total))
      }
    }
    result.hits = try render(hits.dropFirst(request.offset).prefix(request.limit))
    return result
  }

  /// The lists one after another, each document where it first occurs.
  private static func joined(_ lists: [[StoreHit]]) -> [StoreHit] {
    var seen: Set<UInt32> = []
    return lists.joined().filter { seen.insert($0.id).inserted }
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

  /// The best candidates, found by pairs or among the articles that have all words, scored by
  /// everything.
  private func bestMatches(
    including all: [StoreHit], wanted: Int
  ) throws(IndexError) -> [StoreHit] {
    let pool = weights.candidates
    var found = try candidates(pool, .pairs)
    if found.isEmpty { found = try candidates(pool, .words) }
    let ids = Set(found.map(\.id)).union(all.prefix(pool).map(\.id)).sorted()
    guard !ids.isEmpty else { return [] }
    let program = try plan.refineProgram(try candidateSet(ids), weights)
    return try reader.search(program, options(limit: ids.count)).hits
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

  /// The first `count` documents found by pairs or by words alone, in that score's order.
  private func candidates(
    _ count: Int, _ kind: QueryPlan.CandidateKind
  ) throws(IndexError) -> [StoreHit] {
    if kind == .pairs, plan.pairs.isEmpty { return [] }
    return try reader.search(try plan.candidatesProgram(kind), options(limit: count)).hits
  }

  /// Searches with phrases: the terms narrow down, the stored text decides where they cannot.
  ///
  /// Articles are verified best first, until the page is full; the total is then estimated from the
  /// share that passed, unless it was asked for exactly.
  private func runPhrases() throws(IndexError) -> SearchResult {
    let verifier = PhraseVerifier(plan.phrases, accents: plan.accents)
    let program = try plan.allWordsProgram(weights)
    let wanted = request.offset + request.limit
    var possible = StoreResult(hits: [], lower: 0, estimated: 0, upper: 0)
    var accepted: [StoreHit] = []
    var verified = 0
    // A short list first: mostly the page is filled from it.
    for limit in request.wantsExactTotal ? [Int.max] : [wanted + 500, Self.verifiedAtMost] {
      possible = try reader.search(
        program, options(limit: limit, checkAtLeast: Self.checkedForTotal))
      while verified < possible.hits.count, request.wantsExactTotal || accepted.count < wanted {
        let hit = possible.hits[verified]
        if verifier.accepts(try article(hit)) { accepted.append(hit) }
        verified += 1
      }
      if accepted.count >= wanted || possible.hits.count < limit { break }
    }
    var result = SearchResult.nothing
    result.totalIsExact = verified >= Int(possible.upper)
    result.total =
      result.totalIsExact || verified == 0
      ? accepted.count
      : max(accepted.count, Int(possible.estimated) * accepted.count / verified)
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
