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
  fileprivate func leadRanker(_ weights: RankingWeights) -> LeadRanker? {
    var places: [String: Int] = [:]
    var words: [LeadRanker.Word] = []
    for word in typed where places[word.folded] == nil {
      let form = Array(word.folded.utf8)
      places[word.folded] = words.count
      words.append(LeadRanker.Word(folded: form, value: weights.lead * rarity.rarity(form)))
    }
    var pairs: [LeadRanker.Pair] = []
    for (left, right) in zip(typed, typed.dropFirst()) where right.followsDirectly {
      guard let first = places[left.folded], let second = places[right.folded],
        !pairs.contains(where: { $0.first == first && $0.second == second })
      else { continue }
      let term = Self.pairTerm(left, right)
      pairs.append(
        LeadRanker.Pair(
          first: first, second: second, value: weights.leadPair * rarity.rarity(term)))
    }
    return words.isEmpty ? nil : LeadRanker(words: words, pairs: pairs)
  }
}
