extension Search {
  func article(_ hit: StoreHit) throws(IndexError) -> StoredArticle {
    if let known = memory.articles[hit.id] { return known }
    return try StoredArticle(encoded: try reader.data(of: hit.id), id: hit.id)
  }

  /// Reads the articles of a page and marks the matches in them.
  func render(_ page: ArraySlice<DuplicateCollapser.Group>) throws(IndexError) -> [Hit] {
    var hits: [Hit] = []
    let marker = MatchMarker(
      words: plan.typed, prefixes: plan.typedPrefixes, accents: plan.accents, scratch: scratch)
    for (index, group) in zip(page.indices, page) {
      var hit = try hit(group.hit, rank: index + 1, marker)
      for copy in group.copies {
        hit.copies.append(Copy(number: copy.id, article: try article(copy)))
      }
      hits.append(hit)
    }
    return hits
  }

  private func hit(
    _ found: StoreHit, rank: Int, _ marker: MatchMarker
  ) throws(IndexError) -> Hit {
    let article = try article(found)
    var hit = Hit(
      rank: rank, score: found.weight, number: found.id, article: article,
      snippet: Snippet(text: "", highlights: []), matches: [])
    guard request.wantsSnippets else { return hit }
    let matches = marker.matches(in: article.text)
    hit.matches = matches.map(\.range)
    hit.snippet = SnippetMaker(targetLength: request.snippetLength)
      .snippet(of: article, matches: matches)
    return hit
  }
}
