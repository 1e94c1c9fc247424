/// Picks from the article's container what is the article's: paragraphs, captions, credits.
///
/// - What stands above the headline goes. Between headline and first paragraph stay the sapo and
///   whatever is running text; the rest there may credit and date the article (``header``).
/// - Containers in it that are furniture by name, or mostly links, go; so do paragraphs that are
///   links, and headings of boxes (``FurnitureTable``) with the box under them. The heading of the
///   readers' comments ends the article.
/// - Captions are set apart, for they interrupt the text: they follow the body, unless they are
///   only a photographer's credit or shorter than ``minimumCaptionWords``. Lines that are such a
///   credit and nothing else go too.
struct BodyLines {
  /// The sapo, if an element says it is one.
  private(set) var lede: String?
  private(set) var paragraphs: [String] = []
  private(set) var captions: [String] = []
  /// Short lines around the headline, in order.
  private(set) var header: [String] = []
  /// Lines that elements say are an author or a source.
  private(set) var authors: [String] = []
  private(set) var sources: [String] = []
  /// The headline's block, if it was found.
  private(set) var title: Int?
  /// The first and last blocks of running text.
  private var (firstText, lastText): (Int?, Int) = (nil, 0)

  private let finder: BodyFinder
  private let table: FurnitureTable
  private let region: Int
  /// By container: whether it is no part of the article.
  private var isDropped: [Bool]

  static let minimumCaptionWords = 5
  /// A longer block beside an image is a paragraph that has a picture, in bytes.
  private static let maximumCaption = 400
  /// Longer blocks, in bytes, are no heading of a box and no credit.
  private static let maximumHeading = 120
  /// Short lines of these many blocks before the headline may date the article.
  private static let linesAboveTitle = 4

  init(_ finder: BodyFinder, region: Int, table: FurnitureTable) {
    (self.finder, self.region, self.table) = (finder, region, table)
    isDropped = finder.isFurniture
    markDropped()
    let blocks = finder.page.blocks
    let inside = blocks.indices.filter { finder.contains(region, $0) }
    guard let first = inside.first, let last = inside.last else { return }
    let firstText = inside.first { blocks[$0].prose > 0 && !isOut($0) } ?? first
    title = finder.titles.last { $0 < firstText } ?? headingAbove(firstText)
    let start = title.map { $0 < firstText ? $0 + 1 : first } ?? first
    if let title { takeCredits((title - Self.linesAboveTitle)..<title) }
    takeBody(min(start, firstText)..<(last + 1), firstText: firstText)
    takeLabelledCredits(below: last)
    lastText = inside.last { blocks[$0].prose > 0 && !isOut($0) } ?? firstText
    self.firstText = firstText
  }

  /// Lines under the article that say that they credit someone: `Tác giả bài viết: …`.
  private mutating func takeLabelledCredits(below last: Int) {
    for index in blocks.indices[(last + 1)...].prefix(Self.linesBelowText) where !isOut(index) {
      guard blocks[index].text.count <= Self.maximumHeading else { continue }
      let line = text(index)
      let byline = Byline.classify(line[...])
      if byline.isLabelled, !byline.isPhotoCredit { header.append(line) }
    }
  }

  private static let linesBelowText = 4

  /// The dates around the text; found anew by each call.
  func dates() -> PrintedDates? {
    guard let firstText else { return nil }
    return PrintedDates(
      finder, region: region, title: title, text: firstText...max(firstText, lastText),
      inVietnam: finder.page.isVietnamese, isOut: isOut)
  }

  /// Of a page that shows no text.
  init(_ finder: BodyFinder, table: FurnitureTable) {
    (self.finder, self.table, region) = (finder, table, 0)
    isDropped = finder.isFurniture
    title = finder.titles.first
  }

  /// Of a page whose text is these blocks; nil for none.
  init?(_ finder: BodyFinder, table: FurnitureTable, shown: [Int]) {
    guard let first = shown.first, let last = shown.last else { return nil }
    self.init(finder, table: table)
    paragraphs = shown.map(text)
    (firstText, lastText) = (first, last)
  }

  /// The same around another text.
  func with(_ paragraphs: [String]) -> Self {
    var lines = self
    (lines.lede, lines.paragraphs, lines.captions) = (nil, paragraphs, [])
    return lines
  }

  /// The headline of a page that marks none as such: the nearest heading above the text, else the
  /// nearest line named a title, else the nearest bold one.
  private func headingAbove(_ firstText: Int) -> Int? {
    let above = (max(0, firstText - Self.linesAboveText)..<firstText).filter { index in
      let block = finder.page.blocks[index]
      return block.prose == 0 && !block.isLink && !isOut(index)
        && (Self.titleLengths).contains(block.text.count)
        && DateParser.parse(text(index)) == nil
    }
    let isBold = { (index: Int) in
      let block = finder.page.blocks[index]
      return block.boldBytes * 10 > block.text.count * 8
    }
    let isHeading = { (index: Int) in finder.page.blocks[index].heading > 0 }
    let isNamed = { (index: Int) in finder.page.blocks[index].hints.contains(.title) }
    for rule in [isHeading, isNamed, isBold] {
      if let found = above.last(where: rule) { return found }
    }
    return nil
  }

  private static let linesAboveText = 8
  /// In bytes.
  private static let titleLengths = 15...300

  private var blocks: [PageBlock] { finder.page.blocks }

  private func text(_ index: Int) -> String { finder.page.string(finder.page.blocks[index]) }

  /// Marks containers in the region that are furniture or mostly links.
  private mutating func markDropped() {
    let containers = finder.page.containers
    let inside = region...finder.lastInside[region]
    isDropped[region] = false
    for index in inside.dropFirst() {
      let container = containers[index]
      let isLinks = container.linkBytes * 2 > container.textBytes && !container.hasTitle
      isDropped[index] =
        isDropped[container.parent] || finder.isFurnitureItself[index] || isLinks
        || (finder.isForeign(index) && container.prose * 2 < containers[region].prose)
        || isTeaser(index)
    }
  }

  /// Whether a box in the article is another's headline with a link, and a few words of it.
  private func isTeaser(_ container: Int) -> Bool {
    let it = finder.page.containers[container]
    guard it.textBytes <= Self.maximumTeaser, (2...3).contains(it.range.count) else { return false }
    let first = finder.page.blocks[it.range.lowerBound]
    return first.isLink && first.text.count >= Self.leastTeaser
  }

  /// In bytes.
  private static let maximumTeaser = 600
  private static let leastTeaser = 20

  private func isOut(_ index: Int) -> Bool {
    let block = finder.page.blocks[index]
    return isDropped[block.container] || block.traits.contains(.furniture)
  }

  // MARK: - Body

  private mutating func takeBody(_ range: Range<Int>, firstText: Int) {
    var index = range.lowerBound
    var followsList = false
    var lastProse = firstText
    var trailing: [String] = []
    while index < range.upperBound {
      let block = finder.page.blocks[index]
      if index < firstText, block.prose == 0 || isOut(index) {
        takeLeading(index)
        index += 1
        continue
      }
      if isOut(index) || finder.isSaidTitle(index) {
        index += 1
        continue
      }
      if let row = furniture(index) {
        guard let next = endOfBox(index, row, range.upperBound) else { break }
        followsList = row.kind == .list || row.kind == .tail
        index = next
        continue
      }
      if block.isLink || (followsList && block.prose == 0 && !isCaption(index)) {
        index += 1
        continue
      }
      followsList = false
      takeText(index, &lastProse, &trailing)
      index += 1
    }
    keepTrailing(trailing)
  }

  private mutating func takeText(_ index: Int, _ lastProse: inout Int, _ trailing: inout [String]) {
    let block = finder.page.blocks[index]
    if isCaption(index) {
      takeCaption(text(index))
      return
    }
    let line = text(index)
    if block.hints.contains(.author), takeAuthor(line) { return }
    if block.hints.contains(.source), block.text.count <= Self.maximumHeading {
      sources.append(line)
      return
    }
    if block.hints.contains(.date), DateParser.parse(line) != nil {
      header.append(line)
      return
    }
    if block.hints.contains(.lede), lede == nil, paragraphs.isEmpty {
      lede = line
      return
    }
    if line == lede || isPhotoCredit(line) { return }
    if block.prose > 0 {
      paragraphs += trailing
      trailing.removeAll()
      lastProse = index
      paragraphs.append(line)
    } else {
      trailing.append(line)
    }
  }

  /// Text that is not running text goes on as long as it may: verse, lists, headings stay between
  /// paragraphs; behind the last one, what the plain text's rules know stays.
  private mutating func keepTrailing(_ trailing: [String]) {
    var rest = trailing[...]
    while let last = rest.last, isStray(last) { rest.removeLast() }
    paragraphs += rest
  }

  private func isStray(_ line: String) -> Bool {
    let line = line[...]
    return line.utf8.count <= Self.maximumHeading && !LineShape.endsSentence(line)
      && Byline.classify(line) == .none && DateParser.parse(line) == nil
      && Byline.dated(line) == nil && LineShape.wordCount(line) <= 12
  }

  /// What stands between the headline and the first paragraph.
  private mutating func takeLeading(_ index: Int) {
    guard !isOut(index), !finder.isTitle(index) else { return }
    let block = finder.page.blocks[index]
    let line = text(index)
    if isCaption(index) {
      takeCaption(line)
    } else if block.hints.contains(.author), takeAuthor(line) {
      return
    } else if block.hints.contains(.lede), lede == nil, !block.isLink {
      lede = line
    } else if block.boldBytes * 10 > block.text.count * 9, block.text.count >= 60, !block.isLink,
      DateParser.parse(line) == nil
    {
      paragraphs.append(line)
    } else {
      takeCredit(index)
    }
  }

  // MARK: - Boxes

  private func furniture(_ index: Int) -> FurniturePatterns.Row? {
    guard finder.page.blocks[index].text.count <= Self.maximumHeading else { return nil }
    return table.row(for: text(index)[...])
  }

  /// The block after the box that a heading opens; nil if the article ends there.
  private func endOfBox(_ index: Int, _ row: FurniturePatterns.Row, _ end: Int) -> Int? {
    guard row.kind == .list || row.kind == .tail else { return index + 1 }
    let container = finder.box(of: finder.page.blocks[index])
    let isComments = Self.commentHeadings.contains { row.text.hasSuffix($0) }
    let hasText = finder.firstProse[container] < index
    if container == region || hasText { return isComments ? nil : index + 1 }
    return finder.page.blocks.indices[index..<end].first { !finder.contains(container, $0) } ?? end
  }

  private static let commentHeadings = ["binh luan", "y kien ban doc", "phan hoi", "gui y kien"]

  // MARK: - Captions and credits

  private func isCaption(_ index: Int) -> Bool {
    let block = finder.page.blocks[index]
    guard block.text.count <= Self.maximumCaption, block.heading == 0 else { return false }
    if !block.traits.isDisjoint(with: [.caption, .besideImage]) { return true }
    // Image and caption may be rows of a table of their own.
    let containers = finder.page.containers
    var container = block.container
    while container > 0, container != region, containers[container].textBytes <= Self.maximumCaption
    {
      if containers[container].hasImage { return !containers[container].hasTitle }
      container = containers[container].parent
    }
    return false
  }

  private mutating func takeCaption(_ caption: String) {
    let line = caption[...]
    guard LineShape.wordCount(line) >= Self.minimumCaptionWords,
      !isPhotoCredit(caption), !captions.contains(caption)
    else { return }
    captions.append(caption)
  }

  private func isPhotoCredit(_ line: String) -> Bool {
    LineShape.contains(":", in: line[...]) && Byline.classify(line[...]).isPhotoCredit
  }

  private mutating func takeAuthor(_ line: String) -> Bool {
    guard line.utf8.count <= Self.maximumHeading else { return false }
    authors.append(line)
    return true
  }

  private mutating func takeCredits(_ range: Range<Int>) {
    for index in range where index >= 0 && !finder.isFurniture[blocks[index].container] {
      takeCredit(index)
    }
  }

  private mutating func takeCredit(_ index: Int) {
    let block = finder.page.blocks[index]
    guard block.text.count <= Self.maximumHeading, header.count < Self.maximumHeader else { return }
    if block.hints.contains(.author), takeAuthor(text(index)) { return }
    if !block.isLink { header.append(text(index)) }
  }

  /// More lines are not looked at for credits.
  private static let maximumHeader = 16
}
