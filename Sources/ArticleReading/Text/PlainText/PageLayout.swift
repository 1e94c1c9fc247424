/// The lines of one page while an article is made of it: what is not yet taken, in order.
///
/// The rules are those of ``PlainTextReader``; each `take` method removes the lines it used.
struct PageLayout {
  private let lines: TextLines
  private let wrapping: HardWrapping
  /// Indices of the lines left.
  private var rest: ArraySlice<Int>
  /// A line left under which readers' comments may stand.
  private let commentHeading: Int?

  /// A first line of more characters is body text.
  private static let maximumTitleLength = 300
  private static let maximumHeaderLines = 4
  private static let maximumFooterLines = 4
  /// A line of more bytes is a paragraph whether it ends in a full stop or not.
  private static let paragraphLength = 150

  init(_ lines: TextLines, furniture: FurnitureTable) {
    self.lines = lines
    wrapping = HardWrapping(lines)
    let kept = FurnitureFilter(lines, table: furniture).keptLines()
    (rest, commentHeading) = (kept.lines[...], kept.heading)
  }

  /// Removes lines by their numbers.
  mutating func drop(_ lines: Set<Int>) { rest = rest.filter { !lines.contains($0) }[...] }

  /// Removes and returns the title; leaves a first line that is body text.
  mutating func takeTitle() -> String {
    let first = lines[0]
    if lines.length(0) > Self.maximumTitleLength,
      first.unicodeScalars.count > Self.maximumTitleLength
    {
      return TitleExcerpt.of(first)
    }
    let title = firstParagraph(maximumLines: 3)
    rest.removeFirst(title.lineCount)
    return title.text
  }

  /// Removes dates, bylines and sources under the title.
  mutating func takeHeader(into article: inout Article) {
    var afterDate = false
    for _ in 0..<Self.maximumHeaderLines {
      guard let index = rest.first else { return }
      let line = lines[index]
      if let date = DateParser.parse(line) {
        article.adopt(date)
        afterDate = true
      } else if let (byline, date) = Byline.dated(line) {
        article.adopt(date)
        article.adopt(byline)
        afterDate = true
      } else {
        let byline = Byline.classify(line)
        guard !byline.isPhotoCredit, byline != .none, rest.count > 1 else { return }
        let next = lines[rest[rest.startIndex + 1]]
        guard byline.isLabelled || afterDate || DateParser.parse(next) != nil else { return }
        article.adopt(byline)
      }
      rest.removeFirst()
    }
  }

  /// Removes the byline, source and date at the end, or above a last block of captions.
  mutating func takeFooter(into article: inout Article) {
    if let commentHeading, let end = rest.firstIndex(of: commentHeading) {
      removeCredits(above: end, bareNames: true, into: &article)
      return
    }
    guard let captions = captionStart() else {
      removeCredits(above: rest.endIndex, bareNames: true, into: &article)
      return
    }
    let hadAuthor = article.author != nil
    removeCredits(above: captions, bareNames: true, into: &article)
    // A block of one line may be the byline after all, if it says so.
    if captions == rest.endIndex - 1, hadAuthor || article.author == nil {
      removeCredits(above: rest.endIndex, bareNames: false, into: &article)
    }
  }

  /// What is left, as paragraphs.
  func paragraphs() -> [String] {
    var paragraphs: [String] = []
    paragraphs.reserveCapacity(rest.count)
    var previous: Int?
    for index in rest {
      if let previous, index == previous + 1, !lines.startsBlock(index), !paragraphs.isEmpty,
        wrapping.isSoftBreak(after: previous)
      {
        HardWrapping.join(lines[index], to: &paragraphs[paragraphs.count - 1])
      } else {
        paragraphs.append(String(lines[index]))
      }
      previous = index
    }
    return paragraphs
  }

  /// The title's text and lines: more than one if wrapping broke it and a blank line follows.
  private func firstParagraph(maximumLines: Int) -> (text: String, lineCount: Int) {
    var text = String(lines[0])
    var count = 1
    while count < rest.count, wrapping.isSoftBreak(after: count - 1), !lines.startsBlock(count),
      rest[rest.startIndex + count] == count
    {
      guard count < maximumLines else { return (String(lines[0]), 1) }
      HardWrapping.join(lines[count], to: &text)
      count += 1
    }
    return lines.endsBlock(count - 1) ? (text, count) : (String(lines[0]), 1)
  }

  /// Where in ``rest`` a last block of captions starts; nil if the last block is none.
  private func captionStart() -> Int? {
    guard wrapping.width == nil,
      let start = rest.indices.last(where: { lines.startsBlock(rest[$0]) }),
      start - rest.startIndex >= 2
    else { return nil }
    let above = rest[start - 1]
    guard !lines.startsBlock(above) else { return nil }
    return rest[start...].allSatisfy { lines.length($0) <= 400 } ? start : nil
  }

  private mutating func removeCredits(
    above end: Int, bareNames: Bool, into article: inout Article
  ) {
    var taken: [Int] = []
    var position = end - 1
    // One line has to remain as text.
    while position > rest.startIndex, end - position <= Self.maximumFooterLines {
      let line = lines[rest[position]]
      let byline = Byline.classify(line)
      if byline == .none {
        guard let date = DateParser.parse(line) else { break }
        if article.date == nil {
          article.date = date
          taken.append(position)
        }
      } else if !byline.isPhotoCredit {
        let fits = byline.isLabelled || (bareNames && isUnderText(position))
        guard fits, article.canAdopt(byline) else { break }
        article.adopt(byline)
        taken.append(position)
      }
      position -= 1
    }
    for position in taken { rest.remove(at: position) }
  }

  /// Whether the line above, credits left out, is running text that could end an article.
  private func isUnderText(_ position: Int) -> Bool {
    for above in rest[rest.startIndex..<position].suffix(3).reversed() {
      let line = lines[above]
      let byline = Byline.classify(line)
      if byline.isLabelled || DateParser.parse(line) != nil { continue }
      return byline == .none
        && (LineShape.endsSentence(line) || line.utf8.count > Self.paragraphLength)
    }
    return false
  }
}

extension Article {
  /// Takes the first date found, and the time of day from a later line of the same day.
  fileprivate mutating func adopt(_ other: ArticleDate) {
    guard let known = date else {
      date = other
      return
    }
    let isSameDay = (known.year, known.month, known.day) == (other.year, other.month, other.day)
    if isSameDay, known.minuteOfDay == nil { date = other }
  }

  /// Whether nothing the byline says would be lost.
  fileprivate func canAdopt(_ byline: Byline) -> Bool {
    (byline.author == nil || author == nil) && (byline.source == nil || source == nil)
  }

  fileprivate mutating func adopt(_ byline: Byline) {
    author = author ?? byline.author
    source = source ?? byline.source
  }
}
