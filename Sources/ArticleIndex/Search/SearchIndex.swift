import ArticleReading

/// An index open for searching.
///
/// ```swift
/// let index = try SearchIndex(at: IndexFolder("Index"))
/// let result = try index.search(SearchRequest("vinh phuc chuyen doi so"))
/// for hit in result.hits { print(hit.article.title) }
/// ```
///
/// What it searches stays as it is until ``refresh()``, whatever a writer does meanwhile: a generation
/// that is read is not deleted. One thread at a time; open another for another thread.
public final class SearchIndex {
  /// The folder searched.
  public let folder: IndexFolder
  /// What the parts of a score are worth.
  package var weights = RankingWeights()
  private var reader: StoreReader
  /// The stub `reader` was opened by.
  private var stub: IndexFolder.StubIdentity?
  private var abbreviations: TableFile<AbbreviationTable>
  private var words: TableFile<WordTable>
  let scratch = TokenScratch()

  /// Opens an index.
  ///
  /// - Throws: `missing`, `notAnIndex`, `otherVersion`, `corrupt`, … with what to do about it.
  public init(at folder: IndexFolder) throws(IndexError) {
    self.folder = folder
    abbreviations = TableFile(folder)
    words = TableFile(folder)
    stub = folder.stubIdentity
    reader = try Self.open(folder)
  }

  private static func open(_ folder: IndexFolder) throws(IndexError) -> StoreReader {
    do {
      let reader = try folder.openReader()
      try IndexIdentity.check(reader, path: folder.path.string)
      return reader
    } catch {
      switch error.code {
      case .missing:
        if let generation = try? folder.currentGeneration() { throw folder.goneError(generation) }
        throw IndexError(.noIndex, subject: folder.path.string)
      case .notAnIndex where error.remedy == nil:
        throw IndexError(.notAnIndex, subject: folder.path.string)
      case .corrupt: throw IndexError(error.cause, subject: folder.path.string)
      default: throw error
      }
    }
  }

  /// Does `operation`.
  func read<Result>(
    _ operation: (StoreReader) throws(IndexError) -> Result
  ) throws(IndexError) -> Result {
    try operation(reader)
  }

  /// Moves to the generation in use now; cheap if it is the same.
  public func refresh() throws(IndexError) {
    guard folder.stubIdentity != stub else { return }
    // Looked at before opening: a stub replaced in between is noticed by the next refresh.
    stub = folder.stubIdentity
    reader = try Self.open(folder)
  }

  /// A query parsed, its abbreviations written in every way and its words bound.
  func understood(
    _ query: String, today: ArticleDate?, bindsWords: Bool = true
  ) -> (node: QueryNode, notices: [SearchNotice]) {
    let parsed = QueryParser.parse(query, today: today)
    abbreviations.refresh()
    var node = abbreviations.table.expand(parsed.node)
    if bindsWords {
      words.refresh()
      node = words.table.segmented(node)
    }
    let flaws = abbreviations.notices + (bindsWords ? words.notices : [])
    return (node, parsed.notices.map { .query($0) } + flaws.map { .table($0) })
  }

  /// Searches. Any query searches something; see ``SearchResult/notices``.
  public func search(_ request: SearchRequest) throws(IndexError) -> SearchResult {
    try read { reader throws(IndexError) in
      let articles = ArticleCache(reader)
      let result = try run(request, reader, articles)
      return try suggesting(for: result, request, reader, articles.texts)
    }
  }

  /// Searches for a query as it is, without suggestions.
  ///
  /// - Parameter articles: keeps those that are read to be ranked.
  func run(
    _ request: SearchRequest, _ reader: StoreReader, _ articles: ArticleCache? = nil
  ) throws(IndexError) -> SearchResult {
    let parsed = understood(
      request.query, today: request.today, bindsWords: request.bindsWords)
    let (plan, notices) = try Self.plan(parsed.node, request.accents, reader, weights)
    let context = SearchContext(
      reader: reader, plan: plan, request: request, weights: weights, scratch: scratch,
      articles: articles)
    var result = try Search(context: context).run()
    result.notices = parsed.notices + notices + result.notices
    return result
  }

  /// Plans a query for an index: its fields, its prefixes and the rarity of its terms are looked up.
  ///
  /// - Returns: the plan, and a notice of each name that is not in the index.
  static func plan(
    _ node: QueryNode, _ accents: AccentMode, _ reader: StoreReader,
    _ weights: RankingWeights = RankingWeights()
  ) throws(IndexError) -> (plan: QueryPlan, notices: [SearchNotice]) {
    var resolver = QueryResolver(reader, accents)
    try resolver.resolve(node)
    var plan = QueryPlan(
      node, accents: accents, fields: resolver.fields, expansions: resolver.expansions)
    plan.rarity = try TermRarity(
      plan.scoredTerms, in: reader, standardLength: weights.standardLength)
    return (plan, resolver.notices)
  }

  /// How many articles satisfy a query, in the strictest reading that any satisfies.
  public func count(_ request: SearchRequest) throws(IndexError) -> Int {
    var request = request
    request.limit = 0
    request.offset = 0
    request.wantsExactTotal = true
    request.suggestions = .never
    return try search(request).total
  }
}
