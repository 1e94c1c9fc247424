extension Search {
  /// Orders the best hits by what costs too much to ask of every candidate: how much of the query
  /// they cover, and how early their texts come to it.
  ///
  /// What is looked at only gains, so those that are not still come after.
  ///
  /// - Parameter hits: best first.
  func leadFirst(_ hits: [StoreHit]) throws(IndexError) -> [StoreHit] {
    guard !hits.isEmpty, weights.leads > 0 else { return hits }
    var best = Array(hits.prefix(weights.leads))
    let coverage = try coverage(of: best.map(\.id))
    let ranker = plan.leadRanker(weights, scratch)
    for index in best.indices {
      best[index].weight += coverage[best[index].id] ?? 0
      if let ranker {
        let article = try article(best[index])
        memory.articles[best[index].id] = article
        best[index].weight += ranker.score(article)
      }
    }
    best.sort(by: StoreHit.isBefore)
    return best + hits.dropFirst(best.count)
  }
}

extension QueryPlan {
  /// Scores texts by the words and pairs of the query; nil if that is worth nothing.
  func leadRanker(_ weights: RankingWeights, _ scratch: TokenScratch) -> LeadRanker? {
    guard weights.lead > 0 || weights.leadPair > 0 else { return nil }
    var places: [[UInt8]: Int] = [:]
    var words: [LeadRanker.Word] = []
    for word in allWords {
      let form = Array(word.folded.utf8)
      guard places[form] == nil else { continue }
      places[form] = words.count
      let value = weights.lead * rarity.rarity(word.requiredTerm)
      words.append(LeadRanker.Word(folded: form, value: value))
    }
    let pairs = pairs.compactMap { term -> LeadRanker.Pair? in
      let forms = term.dropFirst().split(separator: 0x20)
      guard forms.count == 2, let first = places[Array(forms[0])],
        let second = places[Array(forms[1])]
      else { return nil }
      return LeadRanker.Pair(
        first: first, second: second, value: weights.leadPair * rarity.rarity(term))
    }
    return words.isEmpty ? nil : LeadRanker(words: words, pairs: pairs, scratch: scratch)
  }
}
