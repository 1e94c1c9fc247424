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
    let shown = result.hits.count { $0.reading == result.reading }
    let others = result.hits.count - shown
    let matched =
      if result.reading == .bestMatch {
        "\(shown) best \(shown == 1 ? "match" : "matches")"
      } else {
        "\(shown) of \(total(result.total, isExact: result.totalIsExact))"
          + (others > 0 ? " and \(others) more that match less" : "")
      }
    return "\(matched), \(milliseconds(took)) ms"
  }

  /// `593 articles`, `at least 10000 articles`.
  private static func total(_ count: Int, isExact: Bool) -> String {
    (isExact ? "" : "at least ") + "\(count) \(count == 1 ? "article" : "articles")"
  }

  /// What stands above hits that are not part of the answer.
  static func heading(_ reading: ReadingKind) -> String {
    switch reading {
    case .words: "as typed"
    case .anySpelling: "in another spelling (not counted)"
    case .someWordsApart: "with the syllables of some words apart (not counted)"
    case .syllables: "with the syllables anywhere (not counted)"
    case .bestMatch: "best matches for some of the words (not counted)"
    }
  }

  /// A looser query, with its number.
  static func offer(_ offer: LooserQuery.Offer) -> String {
    let total = total(offer.total, isExact: offer.totalIsExact)
    return switch offer.change {
    case .reading(.words), .reading(.bestMatch): total
    case .reading(.anySpelling): "\(total) in any spelling (--accents ignore)"
    case .reading(.someWordsApart): "\(total) with the syllables of some words apart"
    case .reading(.syllables): "\(total) with the syllables anywhere (--words off)"
    case .withoutQuotationMarks: "without quotation marks: \(total)"
    case .anySpelling: "in any spelling: \(total)"
    case .withoutFields: "without fields and dates: \(total)"
    case .withoutExclusions: "with what is excluded: \(total)"
    }
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
