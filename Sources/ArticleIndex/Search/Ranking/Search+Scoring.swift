extension Search {
  /// Documents scored by everything that terms tell, best first.
  ///
  /// - Parameters:
  ///   - ids: ascending.
  ///   - best: so many of the best must have their full score; others may go with less. Nil: all.
  func scored(_ ids: [UInt32], best: Int? = nil) throws(IndexError) -> [StoreHit] {
    guard !ids.isEmpty else { return [] }
    let parts = plan.scoreParts(weights)
    guard try !reader.counts().hasRemote, !parts.contains(where: { $0.score.hasOpenPrefix }) else {
      let program = try plan.scoringProgram(try candidateSet(ids), parts)
      return try reader.search(program, options(limit: ids.count)).hits.sorted(
        by: StoreHit.isBefore)
    }
    let scorer = try DocumentScorer(
      ids, parts: parts, others: plan.coverageParts(weights), best: best, rarity: plan.rarity,
      weights: weights, in: reader)
    memory.scorer = scorer
    let sums = scorer.sums(of: parts)
    return ids.indices.map { StoreHit(id: ids[$0], weight: sums[$0]) }.sorted(by: StoreHit.isBefore)
  }

  /// The rarity of the words that each document has, however often; those that have none may be
  /// missing.
  func coverage(of ids: [UInt32]) throws(IndexError) -> [UInt32: Double] {
    let parts = plan.coverageParts(weights)
    guard !parts.isEmpty, !ids.isEmpty else { return [:] }
    if let scorer = memory.scorer, scorer.knowsAll(of: ids) {
      let presence = scorer.presence(of: parts)
      var coverage: [UInt32: Double] = [:]
      for (place, id) in scorer.documents.enumerated() { coverage[id] = presence[place] }
      return coverage
    }
    var options = options(limit: ids.count)
    options.weighting = SearchOptions.BM25(k1: 0, b: 0, k3: 0)
    let program = try plan.scoringProgram(try candidateSet(ids.sorted()), parts)
    let hits = try reader.search(program, options).hits
    return Dictionary(hits.map { ($0.id, $0.weight) }) { first, _ in first }
  }

  /// Those of some documents that satisfy the query as far as terms decide it.
  ///
  /// - Parameter ids: ascending; the documents last scored, if any were.
  func satisfying(_ ids: [UInt32]) throws(IndexError) -> Set<UInt32> {
    guard !ids.isEmpty else { return [] }
    if let scorer = memory.scorer, scorer.documents == ids, scorer.knowsAll(of: ids),
      let words = plan.condition.onlyWords
    {
      let terms = words.map(\.requiredTerm)
      let places = ids.indices.filter { place in
        terms.allSatisfy { scorer.has($0, document: place) }
      }
      return Set(places.map { ids[$0] })
    }
    var program = try plan.matchingProgram()
    try candidateSet(ids).push(to: &program)
    program.filter()
    var options = options(limit: ids.count)
    options.weighting = nil
    return Set(try reader.search(program, options).hits.map(\.id))
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
}

extension StoreHit {
  /// Best first, then by id. Weights are the same if they differ in what summing up in another order
  /// changes.
  static func isBefore(_ left: StoreHit, _ right: StoreHit) -> Bool {
    let weights = ((left.weight * 1e9).rounded(), (right.weight * 1e9).rounded())
    return weights.0 == weights.1 ? left.id < right.id : weights.0 > weights.1
  }
}

extension QueryPlan {
  /// Every word, worth its rarity.
  func coverageParts(_ weights: RankingWeights) -> [ScorePart] {
    guard weights.coverage > 0 else { return [] }
    return allWords.map {
      ScorePart(
        kind: .syllable, label: $0.folded, score: term($0.requiredTerm, weights.coverage))
    }
  }
}
