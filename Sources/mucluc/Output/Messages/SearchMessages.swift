import ArticleIndex

/// What is said about hits: behind them, and on standard error.
enum SearchMessages {
  static let noTitle = "(no title)"
  /// A date, and whether it is told from weak signs.
  static func date(_ day: String, isInferred: Bool) -> String {
    isInferred ? "\(day) (inferred)" : day
  }

  static let nothingSimilar = "nothing like it found"

  static func copies(_ count: Int) -> String { "+\(count) bản khác" }

  static func suggestion(_ query: String) -> String { "có phải bạn muốn tìm: \(query)" }

  static func nothingFound(offset: Int) -> String {
    offset > 0 ? "nothing found from hit \(offset + 1) on" : "nothing found"
  }

  /// How many hits are shown of how many articles.
  static func summary(_ result: SearchResult, took: Duration) -> String {
    let total = result.totalIsExact ? "\(result.total)" : "about \(result.total)"
    let matched =
      result.isRelaxed
      ? "\(result.hits.count) best \(result.hits.count == 1 ? "match" : "matches")"
      : "\(result.hits.count) of \(total) \(result.total == 1 ? "article" : "articles")"
    return "\(matched), \(milliseconds(took)) ms"
  }

  /// What stands behind the name of a facet; empty where there is nothing to say.
  static func notes(_ facet: Facet) -> String {
    var notes: [String] = []
    if !facet.isExact { notes.append("about") }
    if facet.missing > 0 { notes.append("\(facet.missing) without") }
    return notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
  }

  static func moreValues(_ count: Int) -> String { "… \(count) more" }

  static func highest(_ count: Facet.Count) -> String { "most: \(count.value) (\(count.count))" }

  static func scale(_ field: FacetField, step: Int) -> String {
    "\(step) \(field.rawValue)s a column"
  }
}
