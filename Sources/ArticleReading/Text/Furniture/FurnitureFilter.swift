/// Tells which lines of a page are not the article's.
///
/// The rules, by the ``FurnitureKind`` of a line. The title line is never furniture.
///
/// - A *line* or *prefix* goes by itself.
/// - A *list* takes the titles under it. A title is a line of five words or more that is not running
///   text (so neither a sub-heading nor a name) and starts with no lower-case letter. The box ends
///   at the first line that is not a title, at the blank line after titles that follow their heading
///   without one, and after ``maximumTitles``.
/// - A *tail* takes the rest of the file, but only if all of it looks like furniture: no line is
///   running text, and there are at most ``maximumTail``. A heading such as `Các tin khác` above
///   running text was printed in the middle of the article: it goes as a list does, and the text
///   stays.
/// - A *generic* row also occurs as a heading of the article itself, so it counts only where no
///   running text follows, or before any has begun.
///
/// The reason for all of this: an article that keeps one line too many is still found and reads
/// well enough; a paragraph lost is lost for good.
struct FurnitureFilter {
  static let maximumTitles = 12
  static let maximumTail = 80

  private let lines: TextLines
  private let table: FurnitureTable
  /// The first and last lines after the title that are running text.
  private let body: ClosedRange<Int>?

  init(_ lines: TextLines, table: FurnitureTable) {
    self.lines = lines
    self.table = table
    let isText = { (index: Int) in LineShape.isRunningText(lines[index]) }
    if let first = (0..<lines.count).dropFirst().first(where: isText),
      let last = (first..<lines.count).last(where: isText)
    {
      body = first...last
    } else {
      body = nil
    }
  }

  /// The lines that stay, in order; line 0 always does.
  ///
  /// `heading` is the last of them that looks like the heading of a tail (`Ý kiến bạn đọc`) but has
  /// running text under it: that text may be readers' comments, and a name under it a reader's.
  func keptLines() -> (lines: [Int], heading: Int?) {
    var kept: [Int] = []
    kept.reserveCapacity(lines.count)
    var heading: Int?
    var index = 0
    while index < lines.count {
      let row = index == 0 ? nil : table.row(for: lines[index])
      let next = index == 0 ? 0 : endOfFurniture(from: index, row)
      if next > index {
        index = next
      } else {
        kept.append(index)
        if row?.kind == .tail { heading = index }
        index += 1
      }
    }
    return (kept, heading)
  }

  /// The line after the furniture that starts at `index`; `index` itself if none does.
  private func endOfFurniture(from index: Int, _ row: FurniturePatterns.Row?) -> Int {
    guard let row else {
      return table.isButtonBar(lines[index]) ? index + 1 : index
    }
    if row.isGeneric, let body, body.contains(index) { return index }
    switch row.kind {
    case .line, .prefix:
      return index + 1
    case .list:
      return endOfTitles(under: index)
    case .tail:
      let runsOut = index > (body?.upperBound ?? 0) && lines.count - index <= Self.maximumTail
      if runsOut { return lines.count }
      return row.isGeneric ? index : endOfTitles(under: index)
    }
  }

  private func endOfTitles(under heading: Int) -> Int {
    let start = heading + 1
    guard start < lines.count else { return start }
    let isCompact = !lines.startsBlock(start)
    // The last line of a block of paragraphs: what follows the blank line is something else.
    if !isCompact, !lines.startsBlock(heading) { return start }
    var index = start
    while index < lines.count, index - start < Self.maximumTitles {
      if isCompact, lines.startsBlock(index) { break }
      guard isTitle(lines[index]) else { break }
      index += 1
    }
    return index
  }

  private func isTitle(_ line: Substring) -> Bool {
    guard !LineShape.isRunningText(line), LineShape.wordCount(line) >= 5 else { return false }
    guard let first = line.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else {
      return false
    }
    return !first.properties.isLowercase && Byline.classify(line) == .none
      && DateParser.parse(line) == nil
  }
}
