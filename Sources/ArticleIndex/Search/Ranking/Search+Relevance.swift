extension Search {
  /// The documents that satisfy the query, best first; where they are too few, then the best
  /// matches of those that satisfy what no relaxing gives up.
  func findByRelevance() throws(IndexError) -> Found {
    let isShort = plan.length <= Self.shortQuery
    let isRanked = isShort || !plan.canBeRelaxed
    let all = try allWords(isRanked: isRanked)
    var found = Found(hits: all.hits, total: all.total, totalIsExact: all.isExact)
    if isRanked { found.hits = try blended(try leadFirst(found.hits)) }
    guard request.limit > 0, plan.canBeRelaxed else { return found }
    // Copies of one another are not enough for a page.
    let complete =
      all.isListed
      ? try copies.groups(all.hits.prefix(wanted)).count : min(page, all.total)
    if isShort, complete >= page { return found }
    var best = try bestMatches(including: isShort ? [] : all.hits)
    best = try leadFirst(best)
    if !isShort { best = try blended(best) }
    found.hits = Self.joined(isShort ? [found.hits, best] : [best, found.hits])
    if !all.isListed, found.hits.count < wanted {
      found.hits = Self.joined([found.hits, try exhaustive().hits])
    }
    for kind in [QueryPlan.CandidateKind.pairs, .words] where found.hits.count < wanted {
      found.hits = Self.joined([found.hits, try candidates(wanted, kind)])
    }
    if complete < page, complete < (try copies.groups(found.hits.prefix(wanted)).count) {
      found.isRelaxed = true
      found.warnings.append(Self.relaxedWarning(all.total))
    }
    return found
  }

  /// The documents that satisfy the query and how many there are.
  ///
  /// Counting them without scores costs a fraction of ranking them all. If they are few, they are
  /// scored one by one. If they are many, those among the candidates that pairs find are the best of
  /// them; where pairs find too few of them, every one is ranked.
  ///
  /// - Parameter isRanked: they are wanted best first. Else they are listed only if they are few.
  private func allWords(isRanked: Bool) throws(IndexError) -> Matching {
    guard request.limit > 0, !plan.pairs.isEmpty, ConditionVerifier(plan.condition).isTrivial
    else { return try exhaustive() }
    let pool = weights.candidates
    var options = options(
      limit: pool, checkAtLeast: request.wantsExactTotal ? .max : Self.checkedForTotal)
    options.weighting = nil
    let few = try reader.search(try plan.matchingProgram(), options)
    var all = Matching(total: Int(few.estimated), isExact: few.isExact)
    if few.hits.count < pool || all.isExact && all.total == pool {
      all.hits = isRanked ? try scored(few.hits.map(\.id)) : few.hits
      return all
    }
    all.isListed = isRanked
    guard isRanked else { return all }
    let ids = try candidates(pool, .pairs).map(\.id).sorted()
    let scored = try scored(ids)
    let satisfying = try satisfying(ids)
    all.hits = scored.filter { satisfying.contains($0.id) }
    // Whether there are enough of them must not depend on how many are wanted.
    if all.hits.count < weights.leads {
      all.hits = try exhaustive().hits
    } else if all.hits.count < wanted {
      all.hits = Self.joined([all.hits, try exhaustive().hits])
    }
    return all
  }

  /// Ranks every document that satisfies the query.
  private func exhaustive() throws(IndexError) -> Matching {
    let isShort = plan.length <= Self.shortQuery
    let pool = isShort && request.recency == 0 ? weights.leads : weights.candidates
    return try matching(
      try plan.allWordsProgram(weights), count: request.limit == 0 ? 0 : max(wanted, pool),
      options(limit: 0))
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
    // What is not ranked by its text is only to come after, unless its date may bring it forward.
    return try scored(ids, best: request.recency > 0 ? nil : weights.leads)
  }

  /// The first `count` documents found by pairs or by words alone, in that score's order; without
  /// those that the text says are none.
  private func candidates(
    _ count: Int, _ kind: QueryPlan.CandidateKind
  ) throws(IndexError) -> [StoreHit] {
    if kind == .pairs, plan.pairs.isEmpty { return [] }
    var options = options(limit: count)
    options.weighting = weights.bm25OfCandidates
    let found = try reader.search(try plan.candidatesProgram(kind, weights), options).hits
    let verifier = ConditionVerifier(plan.hardPart)
    guard !verifier.isTrivial else { return found }
    var accepted: [StoreHit] = []
    for hit in found.prefix(Self.verifiedAtMost) where verifier.accepts(try article(hit)) {
      accepted.append(hit)
    }
    return accepted
  }
}
