extension Search {
  /// Searches with phrases: the terms narrow down, the stored text decides where they cannot.
  ///
  /// Articles are verified best first, until the page is full; the total is then estimated from the
  /// share that passed, unless it was asked for exactly.
  func runPhrases() throws(IndexError) -> SearchResult {
    try fillPage(ahead: 10) { wanted, _ throws(IndexError) in try rankPhrases(wanted) }
  }

  private func rankPhrases(_ wanted: Int) throws(IndexError) -> Ranking {
    let verifier = PhraseVerifier(plan.phrases, accents: plan.accents)
    let program = try plan.allWordsProgram(weights)
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
    return Ranking(hits: accepted, result: result)
  }
}
