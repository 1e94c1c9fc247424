/// Undoes hard wrapping: lines broken at a width instead of at paragraphs.
///
/// Whoever filled the lines broke each where the next word did not fit. So in wrapped text the
/// first word of a line is too long for the line before, up to the width of the widest line; in
/// text with a paragraph per line that hardly ever holds. A file is taken for wrapped if its widest
/// line in a block of several has 50 to 100 characters and at least three breaks, four in five of
/// them, are such (a break behind a sentence does not count: there a paragraph may end). Then
/// those breaks are joined, and the others end a paragraph.
struct HardWrapping {
  private let lengths: [Int]
  private let firstWords: [Int]
  /// The width of the wrapped text; nil if the text is not wrapped.
  let width: Int?

  private static let widths = 50...100

  init(_ lines: TextLines) {
    guard let widest = Self.widestLine(in: lines) else {
      (lengths, firstWords, width) = ([], [], nil)
      return
    }
    lengths = (0..<lines.count).map(lines.columns)
    firstWords = (0..<lines.count).map(lines.firstWordColumns)
    var full = 0
    var breaks = 0
    for index in 0..<lines.count where !lines.endsBlock(index) {
      let isFull = lengths[index] + 1 + firstWords[index + 1] > widest
      if LineShape.endsSentence(lines[index]) { continue }
      breaks += 1
      full += isFull ? 1 : 0
    }
    width = full >= 3 && full * 5 >= breaks * 4 ? widest : nil
  }

  /// The columns of the widest line in a block of several, nil if the text cannot be wrapped text.
  ///
  /// Most files show by a line or two that they are not.
  private static func widestLine(in lines: TextLines) -> Int? {
    var widest = 0
    var linesInBlocks = 0
    for index in 0..<lines.count where !lines.startsBlock(index) || !lines.endsBlock(index) {
      linesInBlocks += 1
      widest = max(widest, lines.columns(index))
      guard widest <= widths.upperBound else { return nil }
    }
    return linesInBlocks >= 4 && widths.contains(widest) ? widest : nil
  }

  /// Whether the break after line `index` was made by wrapping, so that the next line continues it.
  func isSoftBreak(after index: Int) -> Bool {
    guard let width, index + 1 < lengths.count else { return false }
    return lengths[index] + 1 + firstWords[index + 1] > width
  }
}
