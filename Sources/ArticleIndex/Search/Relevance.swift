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

  /// The documents of the answer, best first; if they do not fill the page, then those of looser
  /// readings, and then the best matches.
  ///
  /// A long query is a description: the best match for all of it wins even if a word is missing. So is
  /// one of many syllables of which no article has the words.
  func listing(
    _ wanted: Int, _ answer: Ladder.Rung, _ rest: ArraySlice<Ladder.Rung>
  ) throws(IndexError) -> Search.Listing {
    let isDescription =
      !plan.isShort || answer.kind == .syllables && plan.length > QueryPlan.shortLength
    guard !isDescription || !plan.canBeRelaxed else { return try description(wanted, answer) }
    var listing = Search.Listing()
    listing.append(try blended(try Relevance(context: answer.context).ranked(wanted)))
    for rung in rest where try isShort(listing) {
      // What satisfies the reading in other spellings only is not part of the answer either.
      let kind = rung.kind == answer.kind ? rung.kind.looser : rung.kind
      listing.append(try Relevance(context: rung.context).ranked(wanted), kind)
    }
    if plan.canBeRelaxed, try isShort(listing) {
      listing.append(try bestMatches(wanted), .bestMatch)
    }
    return listing
  }

  /// Whether what is listed does not fill the page. Copies of one another are not enough for it.
  private func isShort(_ listing: Search.Listing) throws(IndexError) -> Bool {
    guard listing.hits.count >= context.pageEnd else { return true }
    return try context.copies.groups(listing.hits[...]).count < context.pageEnd
  }

  /// What a long query finds: the best of what holds all its words and of what holds most of them,
  /// scored together.
  private func description(
    _ wanted: Int, _ answer: Ladder.Rung
  ) throws(IndexError) -> Search.Listing {
    let all = try Relevance(context: answer.context).allWords(wanted, isRanked: false)
    var listing = Search.Listing()
    let best = try leadFirst(try candidatesScored(including: all.scored.hits))
    listing.append(try blended(best))
    listing.append(all.scored.hits)
    if !all.isListed, listing.hits.count < wanted {
      listing.append(try Relevance(context: answer.context).exhaustive(wanted).hits)
    }
    for kind in [QueryPlan.CandidateKind.pairs, .words] where listing.hits.count < wanted {
      listing.append(try candidates(wanted, kind))
    }
    let shown = listing.hits.prefix(wanted)
    let isOfAnswer = Set(
      try answer.context.scorer.satisfying(ScoredCandidates(hits: Array(shown))).hits.map(\.id))
    for hit in shown where !isOfAnswer.contains(hit.id) { listing.kinds[hit.id] = .bestMatch }
    return listing
  }

  /// The documents that satisfy the query, best first.
  func ranked(_ wanted: Int) throws(IndexError) -> [StoreHit] {
    try leadFirst(try allWords(max(wanted, leastRanked), isRanked: true).scored)
  }

  /// The best matches, whatever they lack.
  func bestMatches(_ wanted: Int) throws(IndexError) -> [StoreHit] {
    var listing = Search.Listing()
    listing.append(try blended(try leadFirst(try candidatesScored(including: []))))
    for kind in [QueryPlan.CandidateKind.pairs, .words] where listing.hits.count < wanted {
      listing.append(try candidates(wanted, kind))
    }
    return listing.hits
  }

  /// So many must be listed whatever is wanted, as their dates may bring them forward.
  private var leastRanked: Int { recency.isOn ? weights.candidates : 0 }

  // MARK: - Articles with all words

  /// The documents that satisfy the query.
  private struct Listed {
    var scored = ScoredCandidates()
    /// Whether they are listed at all, or as many of them as are wanted.
    var isListed = true
  }

  /// The documents that satisfy the query.
  ///
  /// Looking whether they are few costs a fraction of ranking them all. If they are, they are scored
  /// one by one. If they are many, those among the candidates that pairs find are the best of them;
  /// where pairs find too few of them, every one is ranked.
  ///
  /// - Parameter isRanked: they are wanted best first. Else they are listed only if they are few.
  private func allWords(_ wanted: Int, isRanked: Bool) throws(IndexError) -> Listed {
    guard !plan.pairs.isEmpty, !plan.condition.needsText else {
      return Listed(scored: try exhaustive(wanted))
    }
    let pool = weights.candidates
    let few = try first(pool + 1)
    if few.count <= pool {
      return Listed(
        scored: isRanked
          ? try context.scorer.scored(few)
          : ScoredCandidates(hits: few.map { StoreHit(id: $0, weight: 0) }))
    }
    guard isRanked else { return Listed(isListed: false) }
    let ids = try candidates(pool, .pairs).map(\.id).sorted()
    var scored = try context.scorer.satisfying(try context.scorer.scored(ids))
    // Whether there are enough of them must not depend on how many are wanted.
    if scored.hits.count < weights.leads {
      scored = try exhaustive(wanted)
    } else if scored.hits.count < wanted {
      scored.hits = Self.joined(scored.hits, try exhaustive(wanted).hits)
    }
    return Listed(scored: scored)
  }

  /// The lists one after the other, each document where it first occurs.
  private static func joined(_ first: [StoreHit], _ second: [StoreHit]) -> [StoreHit] {
    var seen: Set<UInt32> = []
    return (first + second).filter { seen.insert($0.id).inserted }
  }

  /// The first `count` documents that satisfy the query, of those that were counted if they were.
  private func first(_ count: Int) throws(IndexError) -> [UInt32] {
    if let first = context.verdicts.first { return first }
    var options = weights.options(limit: count, checkAtLeast: UInt32(count))
    options.weighting = nil
    return try reader.search(try plan.matchingProgram(), options).hits.map(\.id)
  }

  /// Ranks every document that satisfies the query.
  private func exhaustive(_ wanted: Int) throws(IndexError) -> ScoredCandidates {
    let pool = plan.isShort && !recency.isOn ? weights.leads : weights.candidates
    return try Matching(context: context).matches(
      try plan.allWordsProgram(weights), count: max(wanted, pool), weights.options(limit: 0))
  }

  // MARK: - Best matches

  /// The best candidates, found by pairs or among the articles that have all words, scored by
  /// everything.
  private func candidatesScored(including all: [StoreHit]) throws(IndexError) -> ScoredCandidates {
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
  /// they cover, and where their texts have it.
  ///
  /// What is looked at only gains, so those that are not still come after.
  private func leadFirst(_ scored: ScoredCandidates) throws(IndexError) -> [StoreHit] {
    guard !scored.hits.isEmpty, weights.leads > 0 else { return scored.hits }
    var best = Array(scored.hits.prefix(weights.leads))
    let coverage = try context.scorer.coverage(of: best.map(\.id), scored.scorer)
    let ranker = plan.textRanker(weights, context.scratch)
    for index in best.indices {
      best[index].weight += coverage[best[index].id] ?? 0
      guard let ranker else { continue }
      let article = try context.articles.article(best[index], keeps: true)
      best[index].weight += ranker.score(article).sum
    }
    best.sort(by: StoreHit.isBefore)
    return best + scored.hits.dropFirst(best.count)
  }

  /// Only the first ``RankingWeights/candidates`` hits can gain by their dates.
  private func blended(_ hits: [StoreHit]) throws(IndexError) -> [StoreHit] {
    try recency.blended(hits, first: weights.candidates, in: reader)
  }
}
