public import ArticleReading

/// What to search for and how much of it to return.
public struct SearchRequest: Sendable {
  /// The query as typed.
  public var query: String
  public var accents: AccentMode
  /// Hits to return at most; a negative number counts as 0, here and for ``offset``.
  public var limit: Int
  /// Hits to skip.
  public var offset: Int
  /// Whether hits need snippets and match positions; without, both are empty.
  public var wantsSnippets: Bool
  /// About how many characters a snippet may have.
  public var snippetLength: Int
  /// Look at every article that matches, so that the total is exact.
  public var wantsExactTotal: Bool
  /// The order of the hits.
  public var sort: Sort
  /// How much of its score an article gains by being new: 0 nothing, 1 up to as much again, half of
  /// that for each year that it is older than the newest. Counts where ``sort`` is by relevance.
  public var recency: Double
  /// What `hôm nay` or `tuần trước` in the query count from; nil if they are no dates.
  public var today: ArticleDate?
  /// When ``SearchResult/suggestions`` are made; they cost some milliseconds.
  public var suggestions = SuggestionMode.never
  /// Whether copies of an article are one hit, the best of them; see ``Hit/copies``.
  public var collapsesCopies = false
  /// By what to count all articles that match; see ``SearchResult/facets``.
  public var facets: [FacetField] = []
  /// Whether syllables that are one word must stand side by side.
  public var bindsWords = true
  /// Whether to tell how many articles a looser query has; see ``SearchResult/looser``.
  public var offersLooser = false

  /// An order of hits.
  public enum Sort: Sendable, CaseIterable {
    /// Best first.
    case relevance
    /// By date of publication, articles without one last.
    case oldestFirst, newestFirst
  }

  public init(
    _ query: String, accents: AccentMode = .prefer, limit: Int = 10, offset: Int = 0,
    wantsSnippets: Bool = true, snippetLength: Int = 220, wantsExactTotal: Bool = false,
    sort: Sort = .relevance, recency: Double = 0, today: ArticleDate? = nil
  ) {
    self.query = query
    self.accents = accents
    self.limit = limit
    self.offset = offset
    self.wantsSnippets = wantsSnippets
    self.snippetLength = snippetLength
    self.wantsExactTotal = wantsExactTotal
    self.sort = sort
    self.recency = recency
    self.today = today
  }
}

/// One article found.
public struct Hit: Sendable {
  /// 1 for the first of all hits, whatever the offset.
  public var rank: Int
  /// The sum of the weights, comparable within one query only. ``rank`` is the order: where articles
  /// that hold every word come first, a best match after them may have a higher score.
  public var score: Double
  /// The number of the document, which ``SearchIndex/article(number:)`` takes.
  public var number: UInt32
  /// The article.
  public var article: StoredArticle
  /// A piece of the text around the matches.
  public var snippet: Snippet
  /// UTF-8 byte ranges of the matches in the article's text, ascending.
  public var matches: [Range<Int>]
  /// Near-duplicates of the article that match too, best first: those found on the way to this page
  /// and a little beyond. Empty unless the request collapses them.
  public var copies: [Copy] = []
  /// What the article satisfies. Those that do not satisfy ``SearchResult/reading`` are not counted.
  public var reading = ReadingKind.words

  /// The record's own id where its source has one, else the number.
  public var id: String { article.recordID ?? "\(number)" }
}

/// A near-duplicate of a hit: the same story in another place.
public struct Copy: Sendable {
  /// The number of the document.
  public var number: UInt32
  /// The article.
  public var article: StoredArticle

  public init(number: UInt32, article: StoredArticle) {
    (self.number, self.article) = (number, article)
  }
}

/// The answer to a request.
public struct SearchResult: Sendable {
  /// The page of hits, best first.
  public var hits: [Hit]
  /// How many articles satisfy ``reading``, copies among them; at least so many if it is not exact.
  public var total: Int
  /// Whether ``total`` is all of them.
  public var totalIsExact: Bool
  /// Too few articles satisfy ``reading``, so others follow among the hits.
  public var isRelaxed: Bool
  /// What the user may want to know about the answer.
  public var notices: [SearchNotice]
  /// Queries that may have been meant, likeliest first.
  public var suggestions: [String] = []
  /// The suggestion that the hits and the total are those of, because the query as typed found
  /// nothing.
  public var correctedQuery: String?
  /// How all articles that match are spread, for each field asked for in turn.
  public var facets: [Facet] = []
  /// How the query was read: in the strictest sense that any article satisfies. The total, the facets
  /// and the order are those of its articles.
  public var reading = ReadingKind.words
  /// A looser query that finds more, if it was asked for and there is one.
  public var looser: LooserQuery.Offer?
}

extension SearchResult {
  /// No hits.
  public static var nothing: SearchResult {
    SearchResult(hits: [], total: 0, totalIsExact: true, isRelaxed: false, notices: [])
  }
}
