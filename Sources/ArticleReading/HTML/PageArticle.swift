/// Puts an article together from the lines of its body and what the page says of itself.
struct PageArticle {
  private let metadata: PageMetadata
  private let data: LinkedData
  private let lines: BodyLines
  private let breadcrumb: [String]
  private let isVietnamese: Bool

  init(_ page: PageContent, _ data: LinkedData, _ lines: BodyLines) {
    (metadata, self.data, self.lines) = (page.metadata, data, lines)
    isVietnamese = page.isVietnamese
    let printed = page.blocks.filter { $0.hints.contains(.breadcrumb) }
      .flatMap { SectionNames.steps(of: page.string($0)) }
    breadcrumb = printed.isEmpty ? data.breadcrumb : printed
  }

  /// The article, or nil if it has no text.
  func article(printedTitle: String?, furniture: FurnitureTable) -> Article? {
    let title = title(printed: printedTitle)
    var paragraphs = lines.paragraphs
    // Title and body as the lines of a text: its rules find byline and source at the end.
    let text = ([title.isEmpty ? "-" : title, ""] + paragraphs).joined(separator: "\n")
    var layout = PageLayout(TextLines(text), furniture: furniture)
    _ = layout.takeTitle()
    var article = Article(title: title)
    layout.takeHeader(into: &article)
    layout.takeFooter(into: &article)
    paragraphs = layout.paragraphs()
    if let lede = lines.lede {
      article.lede = lede
    } else if paragraphs.count > 1 {
      article.lede = paragraphs.removeFirst()
    }
    if isPhotoEssay(paragraphs) { paragraphs += lines.captions }
    guard !paragraphs.isEmpty || !article.lede.isEmpty else { return nil }
    article.paragraphs = paragraphs
    addCredits(&article)
    if article.title.isEmpty {
      article.title = TitleExcerpt.of((article.lede + " " + (paragraphs.first ?? ""))[...])
    }
    return article
  }

  /// Whether the captions tell the story: they are a good part of it. Elsewhere they repeat it.
  private func isPhotoEssay(_ paragraphs: [String]) -> Bool {
    let length = { (lines: [String]) in lines.reduce(0) { $0 + $1.utf8.count } }
    return length(lines.captions) * 2 > length(paragraphs)
  }

  /// `og:title`, the headline of the page, or `<title>`; without the site's name.
  private func title(printed: String?) -> String {
    let site = metadata.values[.siteName]
    if let title = metadata.values[.openGraphTitle] {
      let title = PageTitle.withoutSite(title, site: site)
      let parts = PageTitle.parts(of: title, atColon: false)
      // What the page prints and what it says to machines are the headline if one repeats the other.
      if let printed, parts.contains(printed) { return printed }
      if let headline = data.headline {
        if parts.contains(headline) { return headline }
        if headline == printed, !headline.contains(title) { return headline }
      }
      return title
    }
    if let printed { return printed }
    if let headline = data.headline { return headline }
    return PageTitle.withoutSite(metadata.values[.title] ?? "", site: site)
  }

  // MARK: - Credits

  private func addCredits(_ article: inout Article) {
    let authors = lines.authors.map(PageAuthor.byline)
    (article.date, article.isDateInferred) = date(printed: article.date)
    let said = PageAuthor(
      siteName: metadata.values[.siteName], title: metadata.values[.title] ?? "",
      isVietnamese: isVietnamese)
    var author =
      said.names(data.authors) ?? said.names([metadata.values[.author]].compactMap(\.self))
      ?? authors.lazy.compactMap { $0?.author }.first
    var source =
      lines.sources.lazy.compactMap(Self.source).first
      ?? authors.lazy.compactMap { $0?.source }.first
    if author == nil || source == nil {
      let credits = headerCredits
      author = author ?? credits.lazy.compactMap(\.author).first
      source = source ?? credits.lazy.compactMap(\.source).first
    }
    article.author = author ?? article.author
    article.source = source ?? article.source ?? metadata.values[.siteName]
    article.takeSections(sections(title: article.title))
    article.url = metadata.values[.canonicalURL] ?? metadata.values[.openGraphURL]
  }

  /// What the lines around the headline credit. A bare name counts only beside a date.
  private var headerCredits: [Byline] {
    let header = lines.header
    let areDates = header.map { DateParser.parse($0) != nil }
    return header.indices.map { index in
      guard !areDates[index] else { return .none }
      let line = header[index][...]
      if let (byline, _) = Byline.dated(line) { return byline }
      let isBesideDate =
        (index > 0 && areDates[index - 1])
        || (index + 1 < header.count && areDates[index + 1])
      let byline = Byline.classify(line)
      return (byline.isLabelled || isBesideDate) && !byline.isPhotoCredit ? byline : .none
    }
  }

  private static func source(_ line: String) -> String? {
    if let source = Byline.classify(line[...]).source { return source }
    let name = line.firstIndex(of: ":").map { line[line.index(after: $0)...] } ?? line[...]
    let words = name.split(whereSeparator: \.isWhitespace)
    return (1...9).contains(words.count) ? words.joined(separator: " ") : nil
  }

  /// When the article was published, by the best that says it; what is likely to be something else,
  /// such as the day of a change, comes last and is inferred.
  private func date(printed: ArticleDate?) -> (ArticleDate?, isInferred: Bool) {
    let address = [metadata.values[.canonicalURL], metadata.values[.openGraphURL]].lazy
      .compactMap { $0.flatMap(PageDate.inAddress) }.first
    for value in [data.datePublished, metadata.values[.published]] {
      guard let value, let date = machine(value) else { continue }
      guard !isVietnamese, PageDate.isUTC(value) else { return (date, false) }
      // The day in UTC may be the one before or after the day at hand.
      let local = address ?? lines.dates()?.own
      return (local.flatMap { $0.isNeighbour(of: date) ? $0 : nil } ?? date, false)
    }
    let dates = lines.dates()
    let created = metadata.values[.created].flatMap { created in
      machine(created).map { PageDate.settled($0, of: created) { dates?.contains($0) == true } }
    }
    if let date = dates?.sure ?? created ?? printed {
      return (date, false)
    }
    let inferred =
      dates?.besideText ?? address ?? machine(data.dateModified) ?? dates?.far
      ?? machine(metadata.values[.modified]) ?? machine(metadata.values[.unnamedTime])
    return (inferred, inferred != nil)
  }

  private func machine(_ value: String?) -> ArticleDate? {
    value.flatMap { PageDate.parse($0, inVietnam: isVietnamese) }
  }

  // MARK: - Section

  private func sections(title: String) -> [String] {
    let said = SectionNames.names(
      in: [metadata.values[.section]].compactMap(\.self) + data.sections)
    guard said.isEmpty, !breadcrumb.isEmpty else { return said }
    let title = foldedLine(title[...])
    let last = breadcrumb.last { crumb in
      let folded = foldedLine(crumb[...])
      return !folded.isEmpty && folded != title && !SectionNames.isHome(folded)
        && !title.hasPrefix(folded) && LineShape.wordCount(crumb[...]) <= 8
    }
    return last.map { [$0] } ?? []
  }
}

extension ArticleDate {
  /// Whether the other day is the one before or after.
  fileprivate func isNeighbour(of other: ArticleDate) -> Bool {
    let (first, second) = (self < other ? (self, other) : (other, self))
    if (first.year, first.month) == (second.year, second.month) {
      return second.day - first.day == 1
    }
    let isTurn = second.day == 1 && first.day == Self.days(inMonth: first.month, of: first.year)
    return isTurn && (second.year * 12 + second.month) - (first.year * 12 + first.month) == 1
  }
}
