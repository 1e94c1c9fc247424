/// Lists documents by relevance: those that satisfy the query, best first; where they are too few,
/// then the best matches of those that satisfy what no relaxing gives up.
struct Relevance {
  let context: SearchContext

  private var reader: StoreReader { context.reader }
  private var plan: QueryPlan { context.plan }
  private var request: SearchRequest { context.request }
  private var weights: RankingWeights { context.weights }
  private var recency: RecencyBonus {
    RecencyBonus(weight: request.recency, today: request.today)
  }

  func listing(_ wanted: Int) throws(IndexError) -> Search.Listing {
    let isRanked = plan.isShort || !plan.canBeRelaxed
    let all = try allWords(wanted, isRanked: isRanked)
    var listing = Search.Listing(
      hits: all.scored.hits, total: all.total, totalIsExact: all.isExact)
    if isRanked { listing.hits = try blended(try leadFirst(all.scored)) }
    guard request.limit > 0, plan.canBeRelaxed else { return listing }
    // Copies of one another are not enough for a page.
    let complete =
      all.isListed
      ? try groupCount(all.scored.hits, wanted) : min(context.pageEnd, all.total)
    if plan.isShort, complete >= context.pageEnd { return listing }
    if plan.isShort {
      listing.hits = Self.joined(listing.hits, try leadFirst(try bestMatches(including: [])))
    } else {
      let best = try leadFirst(try bestMatches(including: all.scored.hits))
      listing.hits = Self.joined(try blended(best), listing.hits)
    }
    if !all.isListed, listing.hits.count < wanted {
      listing.hits = Self.joined(listing.hits, try exhaustive(wanted).scored.hits)
    }
    for kind in [QueryPlan.CandidateKind.pairs, .words] where listing.hits.count < wanted {
      listing.hits = Self.joined(listing.hits, try candidates(wanted, kind))
    }
    if complete < context.pageEnd, complete < (try groupCount(listing.hits, wanted)) {
      listing.isRelaxed = true
      listing.notices.append(.relaxed(complete: all.total))
    }
    return listing
  }

  private func groupCount(_ hits: [StoreHit], _ wanted: Int) throws(IndexError) -> Int {
    try context.copies.groups(hits.prefix(wanted)).count
  }

  /// The lists one after the other, each document where it first occurs.
  private static func joined(_ first: [StoreHit], _ second: [StoreHit]) -> [StoreHit] {
    var seen: Set<UInt32> = []
    return (first + second).filter { seen.insert($0.id).inserted }
  }

  // MARK: - Articles with all words

  /// The documents that satisfy the query and how many there are.
  ///
  /// Counting them without scores costs a fraction of ranking them all. If they are few, they are
  /// scored one by one. If they are many, those among the candidates that pairs find are the best of
  /// them; where pairs find too few of them, every one is ranked.
  ///
  /// - Parameter isRanked: they are wanted best first. Else they are listed only if they are few.
  private func allWords(_ wanted: Int, isRanked: Bool) throws(IndexError) -> Matching.Matches {
    guard request.limit > 0, !plan.pairs.isEmpty, !plan.condition.needsText else {
      return try exhaustive(wanted)
    }
    let pool = weights.candidates
    var options = weights.options(
      limit: pool, checkAtLeast: request.wantsExactTotal ? .max : Matching.checkedForTotal)
    options.weighting = nil
    let few = try reader.search(try plan.matchingProgram(), options)
    var all = Matching.Matches(total: Int(few.estimated), isExact: few.isExact)
    if few.hits.count < pool || all.isExact && all.total == pool {
      all.scored =
        isRanked
        ? try context.scorer.scored(few.hits.map(\.id)) : ScoredCandidates(hits: few.hits)
      return all
    }
    all.isListed = isRanked
    guard isRanked else { return all }
    let ids = try candidates(pool, .pairs).map(\.id).sorted()
    all.scored = try context.scorer.satisfying(try context.scorer.scored(ids))
    // Whether there are enough of them must not depend on how many are wanted.
    if all.scored.hits.count < weights.leads {
      all.scored = try exhaustive(wanted).scored
    } else if all.scored.hits.count < wanted {
      all.scored.hits = Self.joined(all.scored.hits, try exhaustive(wanted).scored.hits)
    }
    return all
  }

  /// Ranks every document that satisfies the query.
  private func exhaustive(_ wanted: Int) throws(IndexError) -> Matching.Matches {
    let pool = plan.isShort && request.recency == 0 ? weights.leads : weights.candidates
    return try Matching(context: context).matches(
      try plan.allWordsProgram(weights), count: request.limit == 0 ? 0 : max(wanted, pool),
      weights.options(limit: 0))
  }

  // MARK: - Best matches

  /// The best candidates, found by pairs or among the articles that have all words, scored by
  /// everything.
  private func bestMatches(including all: [StoreHit]) throws(IndexError) -> ScoredCandidates {
    let pool = weights.candidates
    var found = try candidates(pool, .pairs)
    if found.isEmpty { found = try candidates(pool, .words) }
    let ids = Set(found.map(\.id)).union(all.prefix(pool).map(\.id)).sorted()
    // What is not ranked by its text is only to come after, unless its date may bring it forward.
    return try context.scorer.scored(ids, best: request.recency > 0 ? nil : weights.leads)
  }

  /// The first `count` documents found by pairs or by words alone, in that score's order; without
  /// those that the text says are none.
  private func candidates(
    _ count: Int, _ kind: QueryPlan.CandidateKind
  ) throws(IndexError) -> [StoreHit] {
    if kind == .pairs, plan.pairs.isEmpty { return [] }
    var options = weights.options(limit: count)
    options.weighting = weights.bm25OfCandidates
    let found = try reader.search(try plan.candidatesProgram(kind, weights), options).hits
    let verifier = ConditionVerifier(plan.hardPart)
    guard !verifier.isTrivial else { return found }
    var accepted: [StoreHit] = []
    for hit in found.prefix(Matching.verifiedAtMost)
    where verifier.accepts(try context.articles.article(hit)) { accepted.append(hit) }
    return accepted
  }

  // MARK: - Order

  /// Orders the best hits by what costs too much to ask of every candidate: how much of the query
  /// they cover, and how early their texts come to it.
  ///
  /// What is looked at only gains, so those that are not still come after.
  private func leadFirst(_ scored: ScoredCandidates) throws(IndexError) -> [StoreHit] {
    guard !scored.hits.isEmpty, weights.leads > 0 else { return scored.hits }
    var best = Array(scored.hits.prefix(weights.leads))
    let coverage = try context.scorer.coverage(of: best.map(\.id), scored.scorer)
    let ranker = plan.leadRanker(weights, context.scratch)
    for index in best.indices {
      best[index].weight += coverage[best[index].id] ?? 0
      guard let ranker else { continue }
      best[index].weight += ranker.score(try context.articles.article(best[index], keeps: true))
    }
    best.sort(by: StoreHit.isBefore)
    return best + scored.hits.dropFirst(best.count)
  }

  /// Only the first ``RankingWeights/candidates`` hits can gain by their dates.
  private func blended(_ hits: [StoreHit]) throws(IndexError) -> [StoreHit] {
    try recency.blended(hits, first: weights.candidates, in: reader)
  }
}
