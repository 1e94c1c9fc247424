/// Finds when an article was published in what its page shows.
///
/// Where a date stands says how far it is to be trusted: between the headline and the text, then in
/// the article's container in an element that is named a date, above the headline beside it, below
/// the text. A line further above is as likely the page's own clock. In one place an element that
/// is a time comes before a line, and a line that says it dates a change comes last.
struct PrintedDates {
  /// Best first.
  private enum Place: Int, CaseIterable {
    case underHeadline, named, aboveHeadline, belowText, farTime, outTime, change, firstWords, far,
      out
  }

  private var found: [Int: ArticleDate] = [:]

  /// A date in a place that says it is the article's.
  var sure: ArticleDate? { best(.underHeadline, .named, .aboveHeadline) }
  var belowText: ArticleDate? { best(.belowText) }
  /// A date that stands somewhere.
  var far: ArticleDate? { best(.farTime, .outTime, .change, .firstWords, .far, .out) }

  private func best(_ places: Place...) -> ArticleDate? {
    for place in places {
      for kind in 0..<4 {
        if let date = found[place.rawValue * 4 + kind] { return date }
      }
    }
    return nil
  }

  private static let linesAbove = 8
  private static let linesBelow = 6
  private static let maximumLine = 160
  /// Parts of a calendar sheet, in bytes.
  private static let maximumPart = 14

  /// - Parameters:
  ///   - text: the blocks from the first to the last paragraph.
  ///   - isOut: whether a block is no part of the article.
  init(
    _ finder: BodyFinder, region: Int, title: Int?, text: ClosedRange<Int>, inVietnam: Bool,
    isOut: (Int) -> Bool
  ) {
    let page = finder.page
    let start = title ?? max(0, text.lowerBound - Self.linesAbove)
    let around = title.map { finder.box(of: page.blocks[$0]) }
    func place(of index: Int, isNamed: Bool) -> Place {
      if title != nil || isNamed, (start...max(start, text.lowerBound)).contains(index) {
        return .underHeadline
      }
      if isNamed, finder.contains(region, index) { return .named }
      if index < start, start - index <= Self.linesAbove {
        if isNamed || around.map({ finder.contains($0, index) }) == true { return .aboveHeadline }
      }
      if index > text.upperBound, index - text.upperBound <= Self.linesBelow { return .belowText }
      return .far
    }
    for time in page.times where time.block < page.blocks.count {
      guard let date = PageDate.parse(time.value, inVietnam: inVietnam) else { continue }
      var place = place(of: time.block, isNamed: true)
      if place == .far { place = .farTime }
      if isOut(time.block) {
        guard !finder.isComment(time.block) else { continue }
        place = time.block >= start ? .outTime : .out
      }
      add(date, place, kind: 0)
    }
    for index in page.blocks.indices {
      let block = page.blocks[index]
      let digits = Self.digits(in: block, of: page)
      guard digits > 0 else { continue }
      let isNamed = block.hints.contains(.date) || Self.isLabelled(index, in: page)
      guard digits >= 4 || isNamed else { continue }
      let isOutside = isOut(index)
      if isOutside, finder.isComment(index) { continue }
      let line = page.string(block)
      let date = DateSearch.first(in: line) ?? (isNamed ? Self.sheet(at: index, in: page) : nil)
      guard let date else { continue }
      let isChange = Self.saysChange(line)
      if isOutside {
        if isChange { add(date, .change, kind: 1) }
        if isNamed, index >= start { add(date, .out, kind: 1) }
        continue
      }
      var place = place(of: index, isNamed: isNamed)
      if isChange, place == .far { place = .change }
      add(date, place, kind: isChange ? 3 : block.prose > 0 ? 2 : 1)
    }
    let words = page.string(page.blocks[text.lowerBound]).prefix(80)
    if let date = DateSearch.first(in: words) { add(date, .firstWords, kind: 0) }
  }

  private mutating func add(_ date: ArticleDate, _ place: Place, kind: Int) {
    let key = place.rawValue * 4 + kind
    if let known = found[key] {
      // A second line may add the time of day.
      let isSameDay = known.iso == date.iso
      if !isSameDay || known.minuteOfDay != nil { return }
    }
    found[key] = date
  }

  /// Whether a short line has nothing before it but what says that it is a date: `Ngày đăng`, `Datum`.
  private static func isLabelled(_ index: Int, in page: PageContent) -> Bool {
    guard index > 0, page.blocks[index].text.count <= maximumValue,
      (4...maximumLabel).contains(page.blocks[index - 1].text.count)
    else { return false }
    let label = foldedLine(page.string(page.blocks[index - 1])[...])
    return labels.contains(label.last == ":" ? String(label.dropLast()) : label)
  }

  /// In bytes.
  private static let (maximumLabel, maximumValue) = (30, 60)

  private static let labels: Set<String> = [
    "ngay dang", "ngay xuat ban", "thoi gian", "ngay", "ngay gui", "dang ngay", "datum", "date",
    "published", "publication date", "posted", "posted on", "veroffentlicht", "mise en ligne",
    "date de publication", "fecha", "data", "publie le",
  ]

  /// Day, month and year in elements of their own: `08`, `Tháng 7`, `2022`.
  private static func sheet(at index: Int, in page: PageContent) -> ArticleDate? {
    guard index + 2 < page.blocks.count else { return nil }
    let parts = page.blocks[index...index + 2]
    guard parts.allSatisfy({ $0.text.count <= maximumPart }) else { return nil }
    return DateSearch.first(in: parts.map(page.string).joined(separator: " "))
  }

  /// The digits in a line that is short enough to be looked at.
  private static func digits(in block: PageBlock, of page: PageContent) -> Int {
    guard block.text.count <= maximumLine else { return 0 }
    return page.text[block.text].count { $0 &- 0x30 < 10 }
  }

  private static func saysChange(_ line: String) -> Bool {
    let folded = foldedLine(line[...])
    return changes.contains { folded.contains($0) }
      && !publications.contains { folded.contains($0) }
  }

  private static let changes = [
    "cap nhat", "sua lan cuoi", "update", "aktualisiert", "modified", "geandert", "anderung",
    "mis a jour", "actualizad", "aggiornato", "stand:",
  ]
  private static let publications = [
    "dang", "xuat ban", "publish", "posted", "veroffentlicht", "publicad",
  ]
}
