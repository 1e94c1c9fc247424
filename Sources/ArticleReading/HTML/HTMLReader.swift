/// Reads one article from a web page.
///
/// 1. **Bytes** become text; the page's declared charset counts behind a byte order mark
///    (``DeclaredCharset``).
/// 2. **Markup** is cut down (``PrunedPage``), parsed (``HTMLTree``), and read into blocks of text
///    in containers (``PageCollector``).
/// 3. **The body** is the container with the most running text (``BodyFinder``); what in it is not
///    the article's is left out (``BodyLines``).
/// 4. **Title, date, credits** come from JSON-LD and the head where they say them, else from the
///    lines around the headline and the end of the body, by the rules of plain text
///    (``PageArticle``).
///
/// The lede is the sapo where an element is named so, else the first paragraph; what only the head
/// says (`<meta name="description">`) is not text of the page and is not taken. Captions follow the
/// body as paragraphs, unless they are a photographer's credit.
///
/// A reader holds nothing and may be used from many threads. Time and memory are linear in the
/// size, and ``PrunedPage/maximumTags`` bounds the tree.
struct HTMLReader {
  /// How the names of its files end.
  static let extensions: Set<String> = ["html", "htm", "xhtml", "shtml", "aspx"]

  private let furniture: FurnitureTable
  /// What the user says the encoding is.
  private let encoding: TextEncoding?
  /// Whether pages are read that are no articles.
  private let readsAllPages: Bool

  init(
    furniture: FurnitureTable = .builtIn, encoding: TextEncoding? = nil, readsAllPages: Bool = false
  ) {
    (self.furniture, self.encoding, self.readsAllPages) = (furniture, encoding, readsAllPages)
  }

  /// Reads a whole page.
  ///
  /// - Throws: ``ReadingError`` as ``TextDecoding`` does, `tooLarge` for a page of too many tags,
  ///   `empty` for one without running text, and `notAnArticle` for one of ``OtherPages``.
  func read(_ bytes: [UInt8]) throws(ReadingError) -> ReadArticle {
    var decoded = try Self.decodeDeclared(bytes, as: encoding)
    let pruned = try Self.prune(&decoded.text)
    let data = LinkedData(pruned.linkedData)
    let size = pruned.markup.count
    // A page set in fonts such as `.VnTime` may be told from its text alone; what its fonts say then
    // was done for all of it.
    let isDecoded = FontEncoding.encodings.contains(decoded.encoding)
    let page = try HTMLTree.withRoot(of: pruned.markup) {
      PageCollector.collect($0, size: size, isDecoded: isDecoded)
    }
    guard let page, var article = try article(in: page, data) else {
      throw ReadingError(.noArticleInPage)
    }
    if article.date == nil {
      article.date = ScriptDates.first(in: decoded.text, inVietnam: page.isVietnamese)
      article.isDateInferred = article.date != nil
    }
    return ReadArticle(article: article, encoding: page.fontEncoding ?? decoded.encoding)
  }

  private func article(
    in page: PageContent, _ data: LinkedData
  ) throws(ReadingError) -> Article? {
    let headlines = [page.metadata.values[.openGraphTitle], page.metadata.values[.title]]
    let finder = BodyFinder(
      page, headlines: headlines.compactMap(\.self), table: furniture)
    if !readsAllPages, let kind = OtherPages(finder, data).kind() {
      throw ReadingError(.notAnArticle(kind))
    }
    var lines = finder.find().map { BodyLines(finder, region: $0, table: furniture) }
    if let body = data.body, Self.isLonger(body, than: lines) {
      let paragraphs = (try? Self.paragraphs(ofFragment: body)) ?? []
      lines = (lines ?? BodyLines(finder, table: furniture)).with(paragraphs)
    }
    let found = lines.flatMap { self.article(in: finder, data, $0) }
    guard var article = found ?? shortLines(of: finder, data) else { return nil }
    if let head = PageHead(finder.page) { article.take(head) }
    return article
  }

  private func article(in finder: BodyFinder, _ data: LinkedData, _ lines: BodyLines) -> Article? {
    let printed = lines.title.map { finder.page.string(finder.page.blocks[$0]) }
    return PageArticle(finder.page, data, lines)
      .article(printedTitle: printed, furniture: furniture)
  }

  /// What is shown under the headline of a page without running text: results, a picture's credits. Without
  /// a headline, a page of few lines is all of them.
  private func shortLines(of finder: BodyFinder, _ data: LinkedData) -> Article? {
    let page = finder.page
    let isShort =
      page.blocks.count <= Self.mostShortLines && page.metadata.values[.title] != nil
    guard isShort || readsAllPages || !finder.titles.isEmpty else { return nil }
    let start = isShort || readsAllPages ? 0 : (finder.titles.first ?? 0)
    let shown = page.blocks.indices[start...].filter { index in
      let block = page.blocks[index]
      return !finder.isFurniture[block.container] && !finder.isTitle(index)
        && (isShort || readsAllPages || !block.isLink)
    }
    let length = shown.reduce(0) { $0 + page.blocks[$1].text.count }
    guard isShort || readsAllPages || length >= Self.leastShortLines,
      let lines = BodyLines(finder, table: furniture, shown: shown)
    else { return nil }
    return article(in: finder, data, lines)
  }

  private static let mostShortLines = 20
  /// In bytes.
  private static let leastShortLines = 200

  /// Whether the text given for machines is one, and the page shows little of it.
  private static func isLonger(_ body: String, than lines: BodyLines?) -> Bool {
    let shown = lines.map { $0.paragraphs.reduce($0.lede?.utf8.count ?? 0) { $0 + $1.utf8.count } }
    return body.utf8.count >= leastBody && body.utf8.count > (shown ?? 0) * 3
  }

  /// In bytes.
  private static let leastBody = 300

  /// The one place where bytes become text.
  private static func decodeDeclared(
    _ bytes: [UInt8], as given: TextEncoding?
  ) throws(ReadingError) -> DecodedText {
    try TextDecoding.decode(
      bytes, as: given,
      declared: DeclaredCharset.label(in: bytes).flatMap { TextEncoding(label: $0) })
  }

  private static func prune(_ text: inout String) throws(ReadingError) -> PrunedPage {
    let result = text.withUTF8 { bytes in
      Result { () throws(ReadingError) in try PrunedPage(bytes) }
    }
    return try result.get()
  }

  /// The paragraphs of a piece of HTML that is all article: the body of a feed's item, say.
  ///
  /// Block elements and line breaks part them as in ``PageCollector``; nothing is left out but
  /// scripts and the like. Text without any tag is parted at its line breaks, entities decoded.
  ///
  /// - Throws: as ``HTMLTree/withRoot(of:_:)``.
  static func paragraphs(ofFragment html: String) throws(ReadingError) -> [String] {
    var html = html
    guard html.holds(0x3C) || html.holds(0x26) else { return lines(of: html) }
    let hasTags = html.holds(0x3C)
    if !hasTags { html = lines(of: html).joined(separator: "<p>") }
    guard let pruned = try? prune(&html) else { return [] }
    let size = pruned.markup.count
    let page = try HTMLTree.withRoot(of: pruned.markup) { PageCollector.collect($0, size: size) }
    return page.map { page in page.blocks.map(page.string) } ?? []
  }

  private static func lines(of text: String) -> [String] {
    let lines = TextLines(text)
    return (0..<lines.count).map { index in
      lines[index].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }
}
