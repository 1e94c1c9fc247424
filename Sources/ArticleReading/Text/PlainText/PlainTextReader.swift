/// Reads one article from the bytes of a text file.
///
/// News saved as text has no markup; what a line is must be told from where it stands and how it
/// looks. The rules, in the order in which they are tried:
///
/// 1. **Bytes** become text (``TextDecoding``), text becomes lines; blank lines part blocks.
/// 2. **Furniture** (`In trang`, `Các tin khác` …) is dropped by one table and few rules
///    (``FurnitureFilter``).
/// 3. **Title**: the first line, or the first block if hard wrapping broke it. A first line over
///    300 characters is no headline: it stays in the body, and its first sentence (or what fits
///    into 120 characters) is the title too, so that a hit has something to show.
/// 4. **Header**: under the title, a date line, an author beside a date or named by a role, a
///    source. A bare name with no date next to it might be a kicker and is left.
/// 5. **Footer**: at the end, up to four lines of byline, source, date (``Byline``). A bare name
///    counts only under a sentence or a long line, and only one of them: names under names are a
///    list, a name under verse signs a poem that is quoted. Photo credits are passed over and stay.
///    Under a heading like `Ý kiến bạn đọc` names are readers', so the byline is sought above it.
/// 6. **Captions**: where paragraphs stand one per line and one more block of short lines follows,
///    that block holds captions, and the byline is sought above it.
/// 7. **Paragraphs**: one per line that is left; lines broken by hard wrapping are joined first
///    (``HardWrapping``). Verse and lists come out one line each.
/// 8. **Lede**: the first paragraph, if another follows.
///
/// Documents of the state have a head of their own and are told first (``StateDocument``).
///
/// No line is lost: what is not furniture ends in title, date, lede, paragraphs, author or source.
/// Of those only labels (`Bài và ảnh:`, `Cập nhật:`), notes and photo credits on a byline's own line
/// (`(Tổng hợp)`) and a second date under the title go.
///
/// A reader holds nothing and may be used from many threads. Time is linear in the size.
package struct PlainTextReader: Sendable {
  /// How the names of its files end.
  static let extensions: Set<String> = ["txt", "text"]

  /// The lines that are dropped.
  private let furniture: FurnitureTable
  /// Whether a site's files for machines are read as well.
  private let readsAllPages: Bool

  package init() { self.init(furniture: .builtIn) }

  /// A reader that drops the lines of a table besides.
  init(furniture: FurnitureTable, readsAllPages: Bool = false) {
    (self.furniture, self.readsAllPages) = (furniture, readsAllPages)
  }

  /// Reads an article from a whole file.
  ///
  /// - Throws: ``ReadingError`` as ``TextDecoding/decode(_:)`` does.
  package func read(_ bytes: [UInt8]) throws(ReadingError) -> Article {
    try article(from: TextDecoding.decode(bytes))
  }

  /// Reads an article from text already decoded.
  ///
  /// - Throws: ``ReadingError`` with code ``ReadingError/Code/empty`` if there is no text in it, and
  ///   `notAnArticle` if it is a site's for machines (``SiteFile``).
  package func article(from text: String) throws(ReadingError) -> Article {
    let lines = TextLines(text)
    guard lines.count > 0 else {
      throw ReadingError(.onlyWhiteSpace)
    }
    if !readsAllPages, SiteFile.isOne(lines) { throw ReadingError(.notAnArticle(.siteFile)) }
    if let document = StateDocument(lines) { return article(from: lines, document) }
    var page = PageLayout(lines, furniture: furniture)
    var article = Article(title: page.takeTitle())
    page.takeHeader(into: &article)
    page.takeFooter(into: &article)
    article.paragraphs = page.paragraphs()
    if article.paragraphs.count > 1 { article.lede = article.paragraphs.removeFirst() }
    return article
  }

  /// The article that a document of the state is; it has no lede and no byline.
  private func article(from lines: TextLines, _ document: StateDocument) -> Article {
    var page = PageLayout(lines, furniture: furniture)
    page.drop(document.headLines)
    return Article(
      title: document.title, date: document.date, paragraphs: page.paragraphs(),
      author: document.issuer, number: document.number)
  }
}
