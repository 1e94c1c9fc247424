/// Makes paragraphs of the lines that `pdftotext` prints.
///
/// A PDF holds lines at places on pages; what was a paragraph is guessed:
///
/// 1. Page numbers, and lines that stand at the head or foot of most pages, are dropped; numbers in
///    them may differ. A long headline without digits that comes again as a running header stays
///    where it stands first.
/// 2. A line is joined to the next of its block if the first word of the next would not have fitted
///    into nine tenths of the block's width (letters differ in width). Lines of a narrow block are
///    not joined: it is a list, or the masthead. Nor are date lines and labelled bylines.
/// 3. Two or three lines that begin the first block, or are all of it, and are neither sentences nor
///    credits, with a credit behind them if anything, are the title.
/// 4. Where a block ends without a sentence mark and the next begins with a small letter, a figure
///    or a page break came in between: they are joined.
///
/// A soft hyphen at a line's end goes; a hard one stays, for Vietnamese parts no syllable, so it
/// belongs to the word (`Thừa Thiên-` / `Huế`), and no space comes behind it.
struct PDFPages {
  /// The lines of each page without white space at their ends; empty ones part blocks.
  private var pages: [[Substring]]

  /// Lines at either end of a page that may be header or footer.
  private static let marginLines = 3

  init(_ text: String) {
    pages = text.split(separator: "\u{C}", omittingEmptySubsequences: false).map { page in
      page.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(Self.trimmed)
    }
    if pages.last?.allSatisfy(\.isEmpty) == true { pages.removeLast() }
    dropRunningLines()
  }

  /// The text with one paragraph per line and blank lines between.
  func text() -> String {
    let blocks = pages.flatMap { page in
      page.split(whereSeparator: \.isEmpty).map(Array.init)
    }
    let bodyWidth = Self.bodyWidth(blocks)
    var paragraphs: [String] = []
    for (index, block) in blocks.enumerated() {
      let titleLines = index == 0 && blocks.count > 1 ? Self.titleLines(of: block) : 0
      var lines = Self.joined(Array(block.dropFirst(titleLines)), bodyWidth: bodyWidth)
      if titleLines > 0 {
        lines.insert(block[1..<titleLines].reduce(String(block[0]), Self.join), at: 0)
      }
      if index > 1, let last = paragraphs.last, let first = lines.first,
        Self.continues(last, in: first)
      {
        paragraphs[paragraphs.count - 1] = Self.join(last, first[...])
        lines.removeFirst()
      }
      paragraphs += lines
    }
    return paragraphs.joined(separator: "\n\n")
  }

  private mutating func dropRunningLines() {
    let margins = pages.map(Self.margins)
    var counts: [Margin: Int] = [:]
    for margin in margins.flatMap(\.values) { counts[margin, default: 0] += 1 }
    var seen: Set<Margin> = []
    for (number, lines) in margins.enumerated() {
      for (index, margin) in lines {
        let line = pages[number][index]
        let count = counts[margin, default: 0]
        let isRepeated =
          count >= 2 && count * 5 >= pages.count * 3 && line.contains(where: \.isLetter)
        let mayBeTitle = !line.contains(where: \.isNumber) && LineShape.wordCount(line) >= 6
        if Self.isPageNumber(line) || (isRepeated && !(mayBeTitle && seen.insert(margin).inserted))
        {
          pages[number][index] = ""
        }
      }
    }
  }

  /// A line at a page's head or foot: what it says, and which line from there it is.
  private struct Margin: Hashable {
    var key: String
    /// 0, 1, 2 from the head; -1, -2, -3 from the foot.
    var place: Int
  }

  /// The first and last lines of a page that are not empty, by their index.
  private static func margins(of page: [Substring]) -> [Int: Margin] {
    let full = page.indices.filter { !page[$0].isEmpty }
    // Of a short page only the outermost: the others are its text.
    let count = full.count > marginLines * 2 ? marginLines : min(1, full.count)
    var margins: [Int: Margin] = [:]
    for (place, index) in full.prefix(count).enumerated() {
      margins[index] = Margin(key: key(page[index]), place: place)
    }
    for (place, index) in full.suffix(count).reversed().enumerated() where margins[index] == nil {
      margins[index] = Margin(key: key(page[index]), place: -1 - place)
    }
    return margins
  }

  /// The line with any run of digits as one sign, in lower case.
  private static func key(_ line: Substring) -> String {
    var key = ""
    for character in line.lowercased() where !(character.isNumber && key.last == "#") {
      key.append(character.isNumber ? "#" : character)
    }
    return key
  }

  /// `3`, `- 3 -`, `Trang 3/12`.
  private static func isPageNumber(_ line: Substring) -> Bool {
    guard line.utf8.count <= 20 else { return false }
    var key = key(line)
    for word in ["trang", "page"] where key.hasPrefix(word) { key.removeFirst(word.count) }
    let rest = key.filter { !" -–—|.[]()".contains($0) }
    // Three digits at most: a year alone on a line may be the article's.
    let digits = line.count(where: \.isNumber)
    return (rest == "#" && digits <= 3) || (rest == "#/#" && digits <= 6)
  }

  /// The length of lines that half of the text's characters stand in lines of at least.
  private static func bodyWidth(_ blocks: [[Substring]]) -> Int {
    let lengths = blocks.joined().map(\.count).sorted(by: >)
    var left = lengths.reduce(0, +) / 2
    for length in lengths {
      left -= length
      if left <= 0 { return length }
    }
    return 0
  }

  private static func joined(_ block: [Substring], bodyWidth: Int) -> [String] {
    let width = block.map(\.count).max() ?? 0
    guard width * 10 >= bodyWidth * 6, width >= 20 else { return block.map(String.init) }
    var paragraphs: [String] = []
    for (index, line) in block.enumerated() {
      if index > 0, isFull(block[index - 1], before: line, width: width),
        !isCredit(block[index - 1]), !isCredit(line)
      {
        paragraphs[paragraphs.count - 1] = join(paragraphs[paragraphs.count - 1], line)
      } else {
        paragraphs.append(String(line))
      }
    }
    return paragraphs
  }

  private static func isFull(_ line: Substring, before next: Substring, width: Int) -> Bool {
    let word = next.prefix { !$0.isWhitespace }.count
    if next.first?.isLowercase == true, line.count * 10 >= width * 6 { return true }
    // Behind a sentence it is rather the paragraph's end.
    let share = LineShape.endsSentence(line) ? 10 : 9
    return (line.count + 1 + word) * 10 > width * share
  }

  /// The number of lines at a block's start that are one title: none, two or three.
  private static func titleLines(of block: [Substring]) -> Int {
    let lines = block.prefix { $0.count <= 120 && !LineShape.endsSentence($0) && !isCredit($0) }
    guard (2...3).contains(lines.count) else { return 0 }
    // What follows, if anything, is the date or the byline.
    if lines.count < block.count, !isCredit(block[lines.count]) { return 0 }
    let shouted = lines.count { line in !line.contains(where: \.isLowercase) }
    return shouted == 0 || shouted == lines.count ? lines.count : 0
  }

  private static func isCredit(_ line: Substring) -> Bool {
    DateParser.parse(line) != nil || Byline.dated(line) != nil || Byline.classify(line).isLabelled
  }

  private static func continues(_ paragraph: String, in next: String) -> Bool {
    guard let first = next.first, first.isLowercase, paragraph.count > 20 else { return false }
    let last = paragraph[...]
    return !LineShape.endsSentence(last) && last.last != ":" && !isCredit(last.suffix(120))
  }

  private static func join(_ text: String, _ line: Substring) -> String {
    if text.hasSuffix("\u{AD}") { return String(text.dropLast()) + line }
    let hyphenated = text.hasSuffix("-") && text.dropLast().last?.isLetter == true
    return hyphenated ? text + line : text + " " + line
  }

  private static func trimmed(_ line: Substring) -> Substring {
    var rest = line.drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
