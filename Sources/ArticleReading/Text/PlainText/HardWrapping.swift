/// Undoes hard wrapping: lines broken at a width instead of at paragraphs.
///
/// Whoever filled the lines broke each where the next word did not fit. So in wrapped text the
/// first word of a line is too long for the line before, up to the width of the widest line; in
/// text with a paragraph per line that hardly ever holds. A file is taken for wrapped if the widest
/// of its lines in blocks of several have 30 to 100 characters and at least three breaks, four in
/// five of them, are such (a break behind a sentence does not count: there a paragraph may end). Then
/// those breaks are joined, and the others end a paragraph.
///
/// One line in fifty may be longer, such as an address that could not be broken. Below 50
/// characters verse looks much the same, so there half of the lines that go on have to begin with a
/// small letter, as lines of verse do not.
struct HardWrapping {
  private let lengths: [Int]
  private let firstWords: [Int]
  /// By line: whether it ends in a hyphen that divides a word.
  private let divides: [Bool]
  /// The width of the wrapped text; nil if the text is not wrapped.
  let width: Int?

  private static let widths = 30...100
  /// Narrower text may be verse.
  private static let proseWidth = 50

  init(_ lines: TextLines) {
    guard let widest = Self.widestLine(in: lines) else {
      (lengths, firstWords, divides, width) = ([], [], [], nil)
      return
    }
    lengths = (0..<lines.count).map(lines.columns)
    firstWords = (0..<lines.count).map(lines.firstWordColumns)
    divides = (0..<lines.count).map { index in
      index + 1 < lines.count && !lines.endsBlock(index)
        && Self.isDivided(lines[index], before: lines[index + 1])
    }
    var (full, small, breaks) = (0, 0, 0)
    for index in 0..<lines.count where !lines.endsBlock(index) {
      if LineShape.endsSentence(lines[index]) { continue }
      breaks += 1
      guard divides[index] || lengths[index] + 1 + firstWords[index + 1] > widest else { continue }
      full += 1
      if lines[index + 1].first?.isLowercase == true { small += 1 }
    }
    let isProse = widest >= Self.proseWidth || small * 2 >= full
    width = full >= 3 && full * 5 >= breaks * 4 && isProse ? widest : nil
  }

  /// The columns that the lines in blocks of several are filled up to; nil if the text cannot be
  /// wrapped text.
  ///
  /// Most files show by a line or two that they are not.
  private static func widestLine(in lines: TextLines) -> Int? {
    var columns: [Int] = []
    var outliers = 0
    for index in 0..<lines.count where !lines.startsBlock(index) || !lines.endsBlock(index) {
      let length = lines.columns(index)
      if length <= widths.upperBound {
        columns.append(length)
        continue
      }
      outliers += 1
      guard outliers <= 1 + columns.count / 50 else { return nil }
    }
    guard columns.count >= 4 else { return nil }
    // Of ten lines and more, the longest may be one that a long word made so.
    let passedOver = columns.count < 10 ? 0 : 1 + columns.count / 50
    columns.sort(by: >)
    let widest = columns[passedOver]
    return widths.contains(widest) ? widest : nil
  }

  /// Whether the break after line `index` was made by wrapping, so that the next line continues it.
  func isSoftBreak(after index: Int) -> Bool {
    guard let width, index + 1 < lengths.count else { return false }
    return divides[index] || lengths[index] + 1 + firstWords[index + 1] > width
  }

  /// Puts a line behind the one that it continues. A word that a hyphen divides becomes one, the
  /// hyphen kept where the word has others (`Ác-hen-ti-na`).
  static func join(_ line: Substring, to text: inout String) {
    guard isDivided(text[...], before: line) else {
      text += " " + line
      return
    }
    let start = text.dropLast().lastIndex(of: " ").map { text.index(after: $0) } ?? text.startIndex
    let isCompound =
      text[start...].dropLast().contains("-") || line.prefix { $0 != " " }.contains("-")
    if !isCompound { text.removeLast() }
    text += line
  }

  private static func isDivided(_ line: Substring, before next: Substring) -> Bool {
    line.utf8.last == 0x2D && line.dropLast().last?.isLetter == true
      && next.first?.isLowercase == true
  }
}
