public import ArticleReading

/// Another query that may have been meant.
public struct Suggestion: Sendable, Equatable {
  /// What was done to the query as typed.
  public enum Kind: Sendable, Equatable {
    /// Keystrokes of Telex or VNI were read as the letters they write.
    case keys
    /// A slip of the fingers was corrected, and its word given its accents.
    case spelling
    /// The accents that were left out were given back.
    case accents
  }

  public var kind: Kind
  /// To be searched as it is.
  public var query: String
}

/// When a search makes suggestions.
public enum SuggestionMode: Sendable, Equatable {
  case never
  /// If it finds less than a page: slips, keystrokes, accents.
  case whenFewAreFound
  /// Also accents for any query that was typed without.
  case always
}

extension SearchIndex {
  /// Fewer articles than this are few: a page.
  private static let page = 10

  /// What may have been meant by a query, likeliest first, whatever it finds.
  public func suggest(
    _ query: String, today: ArticleDate? = nil
  ) throws(IndexError) -> [Suggestion] {
    let node = QueryParser.parse(query, today: today).node
    return try read { reader throws(IndexError) in
      try Suggester(reader: reader).suggestions(query, node, fewAreFound: true)
    }
  }

  /// A text with marks on the words that have none, as the articles of the index spell them; the text
  /// itself if it has marks already, or more words than are looked at.
  public func restoringAccents(_ text: String) throws(IndexError) -> String {
    try read { reader throws(IndexError) in
      try Suggester(reader: reader).accents(QueryText(plain: text))?.query ?? text
    }
  }

  /// What was typed is taken for keystrokes where so many times as many articles have what they write.
  private static let leastGain = 20

  /// A result with the suggestions that were asked for. Where no article has all the words, but some
  /// have those of a suggestion, the result is that of the suggestion; keystrokes are read as what they
  /// write wherever that is far more frequent.
  ///
  /// - Parameter texts: those that the search has read.
  func suggesting(
    for result: SearchResult, _ request: SearchRequest, _ reader: StoreReader, _ texts: [String]
  ) throws(IndexError) -> SearchResult {
    let fewAreFound = result.total < Self.page
    switch request.suggestions {
    case .never: return result
    case .whenFewAreFound: guard fewAreFound else { return result }
    case .always: break
    }
    let parsed = QueryParser.parse(request.query, today: request.today)
    let suggestions = try Suggester(reader: reader, texts: texts, scratch: scratch)
      .suggestions(request.query, parsed.node, fewAreFound: fewAreFound)
    var result = result
    if let first = suggestions.first,
      first.kind == .keys || first.kind == .spelling && result.total == 0
    {
      var corrected = request
      corrected.query = first.query
      let found = try run(corrected, reader)
      if found.total > result.total * Self.leastGain {
        result = found
        result.correctedQuery = first.query
        let notice = SearchNotice.corrected(typed: request.query, query: first.query)
        result.notices =
          parsed.notices.map { .query($0) }.filter { !found.notices.contains($0) }
          + [notice] + found.notices
      }
    }
    result.suggestions = suggestions.map(\.query)
    return result
  }
}
