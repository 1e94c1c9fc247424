extension Search {
  /// Orders the best hits by how early their texts come to what was asked for, besides what their
  /// terms tell.
  ///
  /// What is looked at only gains, so those that are not still come after.
  ///
  /// - Parameter hits: best first.
  func leadFirst(_ hits: [StoreHit]) throws(IndexError) -> [StoreHit] {
    guard weights.usesLeads, hits.count > 1, let ranker = plan.leadRanker(weights) else {
      return hits
    }
    var best = Array(hits.prefix(weights.leads))
    for index in best.indices {
      best[index].weight += ranker.score(try article(best[index]))
    }
    best.sort { ($1.weight, $0.id) < ($0.weight, $1.id) }
    return best + hits.dropFirst(best.count)
  }
}

extension QueryPlan {
  /// Scores texts by the words and pairs of the query; nil if it has none.
  func leadRanker(_ weights: RankingWeights) -> LeadRanker? {
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
    return words.isEmpty ? nil : LeadRanker(words: words, pairs: pairs)
  }
}
