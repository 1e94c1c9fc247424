extension Search {
  /// The documents that satisfy the query, best first; where they are too few, then the best
  /// matches of those that satisfy what no relaxing gives up.
  func findByRelevance() throws(IndexError) -> Found {
    let isShort = plan.length <= Self.shortQuery
    let pool = isShort && request.recency == 0 ? weights.leads : weights.candidates
    let all = try matching(
      try plan.allWordsProgram(weights), count: request.limit == 0 ? 0 : max(wanted, pool),
      options(limit: 0))
    var found = Found(hits: all.hits, total: all.total, totalIsExact: all.isExact)
    if isShort || !plan.canBeRelaxed { found.hits = try blended(try leadFirst(found.hits)) }
    guard request.limit > 0, plan.canBeRelaxed else { return found }
    // Copies of one another are not enough for a page.
    let complete = try copies.groups(all.hits.prefix(wanted)).count
    if isShort, complete >= page { return found }
    var best = try bestMatches(including: isShort ? [] : all.hits)
    best = try leadFirst(best)
    if !isShort { best = try blended(best) }
    found.hits = Self.joined(isShort ? [found.hits, best] : [best, found.hits])
    for kind in [QueryPlan.CandidateKind.pairs, .words] where found.hits.count < wanted {
      found.hits = Self.joined([found.hits, try candidates(wanted, kind)])
    }
    if complete < page, complete < (try copies.groups(found.hits.prefix(wanted)).count) {
      found.isRelaxed = true
      found.warnings.append(Self.relaxedWarning(all.total))
    }
    return found
  }

  /// The lists one after another, each document where it first occurs.
  static func joined(_ lists: [[StoreHit]]) -> [StoreHit] {
    var seen: Set<UInt32> = []
    return lists.joined().filter { seen.insert($0.id).inserted }
  }

  static func relaxedWarning(_ count: Int) -> String {
    switch count {
    case 0: "no article has all the words; showing the best matches for some of them"
    case 1: "only 1 article has all the words; the others match some of them"
    default: "only \(count) articles have all the words; the others match some of them"
    }
  }

  /// The best candidates, found by pairs or among the articles that have all words, scored by
  /// everything.
  private func bestMatches(including all: [StoreHit]) throws(IndexError) -> [StoreHit] {
    let pool = weights.candidates
    var found = try candidates(pool, .pairs)
    if found.isEmpty { found = try candidates(pool, .words) }
    let ids = Set(found.map(\.id)).union(all.prefix(pool).map(\.id)).sorted()
    guard !ids.isEmpty else { return [] }
    let program = try plan.refineProgram(try candidateSet(ids), weights)
    return try reader.search(program, options(limit: ids.count)).hits
  }

  /// Several databases or a remote one take no set of ids; there the documents' own terms serve.
  func candidateSet(_ ids: [UInt32]) throws(IndexError) -> QueryPlan.Candidates {
    if try reader.counts().allowsDocumentSets { return .ids(ids) }
    var terms: [[UInt8]] = []
    for id in ids {
      if try reader.value(of: id, slot: Schema.Slot.fileState).count == FileState.encodedCount {
        let path = try reader.value(of: id, slot: Schema.Slot.path)
        terms.append(ArticleAnalyzer.uniqueTerm(path: path))
      } else {
        // An article of a file of many, which shares its path.
        terms += try reader.terms(of: id).map(\.bytes).filter {
          $0.starts(with: Schema.Prefix.unique.utf8Bytes)
        }
      }
    }
    return .uniqueTerms(terms)
  }

  /// The first `count` documents found by pairs or by words alone, in that score's order; without
  /// those that the text says are none.
  private func candidates(
    _ count: Int, _ kind: QueryPlan.CandidateKind
  ) throws(IndexError) -> [StoreHit] {
    if kind == .pairs, plan.pairs.isEmpty { return [] }
    let found = try reader.search(try plan.candidatesProgram(kind, weights), options(limit: count))
      .hits
    let verifier = ConditionVerifier(plan.hardPart)
    guard !verifier.isTrivial else { return found }
    var accepted: [StoreHit] = []
    for hit in found.prefix(Self.verifiedAtMost) where verifier.accepts(try article(hit)) {
      accepted.append(hit)
    }
    return accepted
  }
}
