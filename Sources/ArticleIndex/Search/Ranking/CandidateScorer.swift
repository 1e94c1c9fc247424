import ArticleReading

/// Documents with their scores.
struct ScoredCandidates {
  /// Best first.
  var hits: [StoreHit] = []
  /// What scored them, or more than them: it knows which of the terms each document has. Nil where
  /// Xapian did.
  var scorer: DocumentScorer?
}

/// Scores few documents by everything that the terms of a query tell.
struct CandidateScorer {
  let reader: StoreReader
  let plan: QueryPlan
  let weights: RankingWeights

  /// Documents scored by everything that terms tell.
  ///
  /// - Parameters:
  ///   - ids: ascending.
  ///   - best: so many of the best must have their full score; others may go with less. Nil: all.
  func scored(_ ids: [UInt32], best: Int? = nil) throws(IndexError) -> ScoredCandidates {
    guard !ids.isEmpty else { return ScoredCandidates() }
    let summands = plan.summands(weights)
    guard try !reader.counts().hasRemote, !summands.contains(where: { $0.score.hasOpenPrefix })
    else {
      let program = try plan.scoringProgram(try candidates(ids), summands)
      let hits = try reader.search(program, weights.options(limit: ids.count)).hits
      return ScoredCandidates(hits: hits.sorted(by: StoreHit.isBefore))
    }
    let scorer = try DocumentScorer(
      ids, summands: summands, others: plan.coverage(weights), best: best, rarity: plan.rarity,
      weights: weights, in: reader)
    let sums = scorer.sums(of: summands)
    let hits = ids.indices.map { StoreHit(id: ids[$0], weight: sums[$0]) }
    return ScoredCandidates(hits: hits.sorted(by: StoreHit.isBefore), scorer: scorer)
  }

  /// The rarity of the words that each document has, however often; those that have none may be
  /// missing.
  ///
  /// - Parameter scorer: asked instead of the index, if it has scored all of the documents.
  func coverage(
    of ids: [UInt32], _ scorer: DocumentScorer? = nil
  ) throws(IndexError) -> [UInt32: Double] {
    let summands = plan.coverage(weights)
    guard !summands.isEmpty, !ids.isEmpty else { return [:] }
    if let scorer, scorer.knowsAll(of: ids) {
      let presence = scorer.presence(of: summands)
      var coverage: [UInt32: Double] = [:]
      for (place, id) in scorer.documents.enumerated() { coverage[id] = presence[place] }
      return coverage
    }
    var options = weights.options(limit: ids.count)
    options.weighting = SearchOptions.BM25(k1: 0, b: 0, k3: 0)
    let program = try plan.scoringProgram(try candidates(ids.sorted()), summands)
    let hits = try reader.search(program, options).hits
    return Dictionary(hits.map { ($0.id, $0.weight) }) { first, _ in first }
  }

  /// Those of scored documents that satisfy the query as far as terms decide it.
  func satisfying(_ scored: ScoredCandidates) throws(IndexError) -> ScoredCandidates {
    guard !scored.hits.isEmpty else { return scored }
    var satisfying: Set<UInt32> = []
    if let scorer = scored.scorer, scorer.knowsAll(of: scored.hits.map(\.id)),
      let terms = plan.condition.onlyTerms, terms.allSatisfy(scorer.knows)
    {
      for (place, id) in scorer.documents.enumerated()
      where terms.allSatisfy({ scorer.has($0, document: place) }) { satisfying.insert(id) }
    } else {
      var program = try plan.matchingProgram()
      try candidates(scored.hits.map(\.id).sorted()).push(to: &program)
      program.filter()
      var options = weights.options(limit: scored.hits.count)
      options.weighting = nil
      satisfying = Set(try reader.search(program, options).hits.map(\.id))
    }
    return ScoredCandidates(
      hits: scored.hits.filter { satisfying.contains($0.id) }, scorer: scored.scorer)
  }

  /// Documents as a program takes them. Several databases or a remote one take no set of ids; there
  /// the documents' own terms serve.
  ///
  /// - Parameter ids: ascending.
  func candidates(_ ids: [UInt32]) throws(IndexError) -> QueryPlan.Candidates {
    if try reader.counts().allowsDocumentSets { return .ids(ids) }
    let identities = try reader.values(of: ids, slot: Schema.Slot.identity)
    return .uniqueTerms(identities.map { .unique(identity: $0) })
  }
}

extension StoreHit {
  /// Best first, then by id. Weights are the same if they differ in what summing up in another order
  /// changes.
  static func isBefore(_ left: StoreHit, _ right: StoreHit) -> Bool {
    let weights = ((left.weight * 1e9).rounded(), (right.weight * 1e9).rounded())
    return weights.0 == weights.1 ? left.id < right.id : weights.0 > weights.1
  }
}
