extension Search {
  /// Searches for what terms alone decide.
  ///
  /// Pages fit together: the order does not depend on how many hits are wanted.
  func runWords() throws(IndexError) -> SearchResult {
    try fillPage { wanted, copies throws(IndexError) in try rankWords(wanted, copies) }
  }

  private func rankWords(
    _ wanted: Int, _ copies: DuplicateCollapser
  ) throws(IndexError) -> Ranking {
    var result = SearchResult.nothing
    let page = request.offset + request.limit
    let isShort = plan.words.count <= Self.shortQuery
    let all = try reader.search(
      try plan.allWordsProgram(weights),
      options(
        limit: request.limit == 0 ? 0 : max(wanted, isShort ? 0 : weights.candidates),
        checkAtLeast: request.wantsExactTotal ? .max : Self.checkedForTotal))
    result.total = Int(all.estimated)
    result.totalIsExact = all.isExact
    var hits = all.hits
    let isEnough = isShort ? try copies.groups(hits).count >= page : false
    if request.limit > 0, plan.words.count > 1, !isEnough {
      let best = try bestMatches(including: isShort ? [] : hits, wanted: wanted)
      hits = Self.joined(isShort ? [hits, best] : [best, hits])
      if hits.count < wanted { hits = Self.joined([hits, try candidates(wanted, .pairs)]) }
      if hits.count < wanted { hits = Self.joined([hits, try candidates(wanted, .words)]) }
      let complete = try copies.groups(all.hits).count
      if complete < page, try copies.groups(hits).count > complete {
        result.isRelaxed = true
        result.warnings.append(Self.relaxedWarning(result.total))
      }
    }
    return Ranking(hits: hits, result: result)
  }

  /// The lists one after another, each document where it first occurs.
  static func joined(_ lists: [[StoreHit]]) -> [StoreHit] {
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

  /// The best candidates, found by pairs or among the articles that have all words, scored by
  /// everything.
  func bestMatches(
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
  func candidates(
    _ count: Int, _ kind: QueryPlan.CandidateKind
  ) throws(IndexError) -> [StoreHit] {
    if kind == .pairs, plan.pairs.isEmpty { return [] }
    return try reader.search(try plan.candidatesProgram(kind), options(limit: count)).hits
  }
}
