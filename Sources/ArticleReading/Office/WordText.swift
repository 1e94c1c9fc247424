/// Makes paragraphs of what antiword and catdoc print: a line each, and more.
///
/// A row of a table is a line `|a |b |`, of which each cell becomes a paragraph. A picture is `[pic]`
/// and goes. antiword prints what is outside the running text behind a rule of dashes: footnotes
/// (`[1]…`), which go with their marks, and text boxes, which are put behind the last sentence of
/// the text, so that the byline stays last.
struct WordText {
  /// One paragraph a line, blank lines between.
  let text: String

  /// The rule antiword prints.
  private static let rule = String(repeating: "-", count: 23)

  init(_ printed: String) {
    var body: [String] = []
    var outside: [String] = []
    var marks: [String] = []
    var isOutside = false
    // Form feeds and Word's own cell marks come through from catdoc.
    for line in printed.split(whereSeparator: { $0.isNewline || $0 == "\u{C}" || $0 == "\u{7}" }) {
      if line == Self.rule {
        isOutside = true
      } else if isOutside, let mark = Self.footnoteMark(line) {
        marks.append(mark)
      } else {
        let paragraphs = Self.paragraphs(of: line)
        if isOutside { outside += paragraphs } else { body += paragraphs }
      }
    }
    for mark in marks {
      guard let index = body.firstIndex(where: { Self.range(of: mark, in: $0) != nil }),
        let range = Self.range(of: mark, in: body[index])
      else { continue }
      body[index].removeSubrange(range)
    }
    let last = body.lastIndex { LineShape.isRunningText($0[...]) } ?? body.count - 1
    body.insert(contentsOf: outside, at: last + 1)
    text = body.joined(separator: "\n\n")
  }

  private static func paragraphs(of line: Substring) -> [String] {
    if line.hasPrefix("|"), line.hasSuffix("|") {
      return line.split(separator: "|").map(String.init).filter { cell in
        cell.contains { !$0.isWhitespace }
      }
    }
    var text = String(line)
    while let range = range(of: "[pic]", in: text) { text.removeSubrange(range) }
    let shown = String(text.map { $0 == "\t" ? " " : $0 })
    return shown.contains { !$0.isWhitespace } ? [shown] : []
  }

  /// `[12]` at a line's start.
  private static func footnoteMark(_ line: Substring) -> String? {
    guard line.first == "[", let end = line.firstIndex(of: "]") else { return nil }
    let number = line[line.index(after: line.startIndex)..<end]
    guard (1...4).contains(number.count), number.allSatisfy(\.isNumber) else { return nil }
    return "[\(number)]"
  }

  private static func range(of part: String, in text: String) -> Range<String.Index>? {
    text.firstRange(of: part)
  }
}
