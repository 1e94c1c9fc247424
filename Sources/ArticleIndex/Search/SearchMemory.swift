/// What one search has looked up and is going to need again. For one search on one revision.
final class SearchMemory {
  /// What the last documents were scored by.
  var scorer: DocumentScorer?
  /// Articles read to rank them, which are mostly those of the page.
  var articles: [UInt32: StoredArticle] = [:]
}
