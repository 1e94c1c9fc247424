import ArticleIndex

/// Shows how the matches are spread: names and a few years as bars, months as a timeline; in a pipe
/// one value a line: field, value and count, separated by tabs.
struct FacetPrinter {
  var columns: Int
  var usesColor: Bool
  /// Whether bars are drawn, for a person to look at.
  var draws: Bool

  /// How many values of a field are drawn.
  private static let drawn = 10
  /// Bars are left out where they would have fewer columns than this.
  private static let leastBar = 4
  /// With fewer columns than this for names and bars, the names get all of them.
  private static let wideRoom = 16

  /// The lines for all facets; empty if there are none.
  func text(_ facets: [Facet]) -> String {
    guard draws else { return facets.map(plain).joined() }
    return facets.map { "\n" + heading($0) + "\n" + body($0) }.joined()
  }

  private func plain(_ facet: Facet) -> String {
    facet.counts.map { "\(facet.field)\t\(VisibleText.line($0.value))\t\($0.count)\n" }.joined()
  }

  private func heading(_ facet: Facet) -> String {
    (usesColor ? Style.bold : .plain)(facet.field.rawValue) + SearchMessages.notes(facet)
  }

  private func body(_ facet: Facet) -> String {
    if facet.field == .month || facet.field == .year && facet.counts.count > Self.drawn {
      return Timeline(facet, columns: columns - 2).lines.map { "  \($0)\n" }.joined()
    }
    return bars(facet)
  }

  private func bars(_ facet: Facet) -> String {
    let shown = facet.counts.prefix(Self.drawn).map { (VisibleText.line($0.value), $0.count) }
    let most = shown.map(\.1).max() ?? 0
    let digits = String(most).utf8.count
    // Two columns before the name, one on each side of the number.
    let room = columns - 4 - digits
    let longest = shown.map { TextLayout.width($0.0) }.max() ?? 0
    let name = max(1, min(longest, room >= Self.wideRoom ? room * 2 / 3 : room))
    let bar = room - name
    var text = ""
    for (value, count) in shown {
      let number = String(count)
      text += "  " + TextLayout.fitted(value, to: name) + " "
      text += String(repeating: " ", count: digits - number.utf8.count) + number
      if bar >= Self.leastBar {
        let drawn = Self.bar(count, of: most, columns: bar)
        text += " " + (usesColor ? Style.dim : .plain)(drawn)
      }
      text += "\n"
    }
    let more = facet.distinct - shown.count
    return more > 0 ? text + "  \(SearchMessages.moreValues(more))\n" : text
  }

  /// A bar in eighths of a column; never empty.
  private static func bar(_ count: Int, of most: Int, columns: Int) -> String {
    let eighths = max(1, Int(Double(count) / Double(max(1, most)) * Double(columns * 8)))
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + rest
  }
}

/// Counts by month or year as a line of bars of different heights, with the first and the last date
/// below.
struct Timeline {
  /// The line of bars, the dates below it, and the highest count.
  let lines: [String]

  init(_ facet: Facet, columns: Int) {
    let spans = facet.counts.compactMap { count in
      Self.position(count.value).map { ($0, count.count) }
    }
    guard let first = spans.first, let last = spans.last,
      let most = facet.counts.max(by: { $0.count < $1.count })
    else {
      lines = []
      return
    }
    let length = last.0 - first.0 + 1
    // Where the months do not all fit, several share a column.
    let step = (length + max(1, columns) - 1) / max(1, columns)
    var heights = [Int](repeating: 0, count: (length + step - 1) / step)
    for (position, count) in spans { heights[(position - first.0) / step] += count }
    let highest = heights.max() ?? 0
    let drawn = heights.map { Self.column($0, of: highest) }.joined()
    let (start, end) = (facet.counts[0].value, facet.counts[facet.counts.count - 1].value)
    let gap = heights.count - start.utf8.count - end.utf8.count
    let axis =
      start == end ? start : start + (gap > 0 ? String(repeating: " ", count: gap) : " … ") + end
    var notes = [SearchMessages.highest(most)]
    if step > 1 { notes.append(SearchMessages.scale(facet.field, step: step)) }
    lines = [drawn, axis] + notes
  }

  /// Years, or months, since the year 0; nil if the value is neither.
  private static func position(_ value: String) -> Int? {
    let parts = value.split(separator: "-").map { Int($0) }
    switch (parts.count, parts.first ?? nil, parts.last ?? nil) {
    case (1, let year?, _): return year
    case (2, let year?, let month?): return year * 12 + month - 1
    default: return nil
    }
  }

  private static func column(_ count: Int, of highest: Int) -> String {
    guard count > 0 else { return " " }
    let eighth = (count * 8 + highest - 1) / max(1, highest)
    return ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"][min(8, max(1, eighth)) - 1]
  }
}
