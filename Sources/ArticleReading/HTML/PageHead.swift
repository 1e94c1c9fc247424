/// The head of a document of the state that a page shows as it is.
///
/// Offices put the text of their decisions on pages of their portals. What the page calls it is as often
/// the file's name or the number alone; the head tells all (``StateDocument``).
struct PageHead {
  fileprivate let document: StateDocument
  /// The lines of the head.
  fileprivate let lines: Set<String>

  /// - Returns: nil if no head of a document stands before the first paragraph.
  init?(_ page: PageContent) {
    guard let nation = page.blocks.firstIndex(where: { Self.endsAsNation($0, in: page) }) else {
      return nil
    }
    let start = max(0, nation - Self.linesBefore)
    guard page.blocks[start..<nation].allSatisfy({ $0.prose == 0 }) else { return nil }
    // A line of the page itself above the head is no office's.
    let blocks = page.blocks[start...].prefix(Self.linesBefore + Self.linesBehind)
      .drop {
        $0.isLink || $0.heading > 0 || !$0.hints.isDisjoint(with: [.title, .breadcrumb, .date])
      }
    let text = TextLines(blocks.map(page.string).joined(separator: "\n"))
    guard let document = StateDocument(text) else { return nil }
    self.document = document
    lines = Set(document.headLines.map { String(text[$0]) })
  }

  private static let linesBefore = 6
  private static let linesBehind = 40

  /// Whether a block may be the name of the nation: `… VIỆT NAM`.
  private static func endsAsNation(_ block: PageBlock, in page: PageContent) -> Bool {
    guard (30...200).contains(block.text.count) else { return false }
    let end = page.text[block.text].suffix(3)
    guard end.elementsEqual("NAM".utf8) || end.elementsEqual("Nam".utf8) else { return false }
    return foldedLine(page.string(block)[...]).hasSuffix("cong hoa xa hoi chu nghia viet nam")
  }
}

extension Article {
  /// Takes what the head of the document says for what the page says.
  mutating func take(_ head: PageHead) {
    title = head.document.title
    number = head.document.number
    if let day = head.document.date { (date, isDateInferred) = (day, false) }
    author = head.document.issuer
    if head.lines.contains(lede) { lede = "" }
    paragraphs.removeAll { head.lines.contains($0) }
  }
}
