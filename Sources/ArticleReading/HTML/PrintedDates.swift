/// Finds when an article was published in what its page shows.
///
/// Where a date stands says how far it is to be trusted: between the headline and the text, then in
/// the article's container in an element that is named a date, above the headline beside it, below
/// the text. A line further above is as likely the page's own clock. In one place an element that
/// is a time comes before a line, and a line that says it dates a change comes last.
struct PrintedDates {
  /// Best first.
  private enum Place: Int, CaseIterable {
    case underHeadline, named, aboveHeadline, stated, asideHeadline, leadingText, aboveText,
      belowText, farTime, outTime, change, firstWords, far, out
  }

  private var found: [Int: ArticleDate] = [:]

  /// A date in a place that says it is the article's.
  var sure: ArticleDate? {
    best(.underHeadline, .named, .aboveHeadline, .stated, .asideHeadline, .leadingText)
  }
  /// The same without what is no part of the article.
  var own: ArticleDate? { best(.underHeadline, .named, .aboveHeadline, .leadingText) }
  /// A date beside the text.
  var besideText: ArticleDate? { best(.aboveText, .belowText) }
  /// A date that stands somewhere.
  var far: ArticleDate? { best(.farTime, .outTime, .change, .firstWords, .far, .out) }

  /// Whether a date stands anywhere.
  func contains(_ date: ArticleDate) -> Bool { found.values.contains { $0.iso == date.iso } }

  private func best(_ places: Place...) -> ArticleDate? {
    for place in places {
      for kind in 0..<Self.kinds {
        if let date = found[place.rawValue * Self.kinds + kind] { return date }
      }
    }
    return nil
  }

  /// In one place: a time, a line, running text, the rest.
  private static let kinds = 4
  private static let linesAbove = 8
  private static let linesBelow = 6
  /// Of lines that are no running text, and may say when an article was published among other things.
  private static let maximumNotice = 600
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
      if title == nil, (start..<text.lowerBound).contains(index) { return .aboveText }
      if index > text.upperBound, index - text.upperBound <= Self.linesBelow { return .belowText }
      return .far
    }
    for time in page.times where time.block < page.blocks.count {
      guard let date = PageDate.parse(time.value, inVietnam: inVietnam) else { continue }
      var place = place(of: time.block, isNamed: true)
      if place == .far { place = .farTime }
      if isOut(time.block) {
        guard !finder.isComment(time.block) else { continue }
        let isAside = title != nil && place == .underHeadline
        place = isAside ? .asideHeadline : time.block >= start ? .outTime : .out
      }
      add(date, place, kind: 0)
    }
    addStated(page.times.lazy.filter(\.isPublication).map(\.value), inVietnam: inVietnam)
    for index in page.blocks.indices {
      let block = page.blocks[index]
      let isOutside = isOut(index)
      let isText = block.prose > 0 && !isOutside
      let digits = Self.digits(in: block, of: page, isText: isText)
      guard digits > 0 else { continue }
      let isNamed = block.hints.contains(.date) || Self.isLabelled(index, in: page)
      guard digits >= 4 || isNamed else { continue }
      if isOutside, finder.isComment(index) { continue }
      let line = DatedLine(page.string(block))
      let date = line.date ?? (isNamed ? Self.sheet(at: index, in: page) : nil)
      guard let date else { continue }
      if isOutside {
        if line.isOfChange { add(date, .change, kind: 1) }
        let isNear = index >= start || place(of: index, isNamed: true) == .aboveHeadline
        if isNamed && isNear || line.isNotice { add(date, .out, kind: 1) }
        continue
      }
      var place = place(of: index, isNamed: isNamed)
      if line.isOfChange, place == .far { place = .change }
      // A headline that names a day is about it.
      let isLast = line.isOfChange || finder.isTitle(index)
      if place == .underHeadline, block.prose > 0 || finder.isTitle(index) { place = .leadingText }
      add(date, place, kind: isLast ? 3 : block.prose > 0 ? 2 : 1)
    }
    let words = page.string(page.blocks[text.lowerBound]).prefix(80)
    if let date = DateSearch.first(in: words) { add(date, .firstWords, kind: 0) }
    addDateline(page, text)
  }

  /// Adds the one day that elements say is that of publication.
  private mutating func addStated(_ values: some Sequence<String>, inVietnam: Bool) {
    let dates = values.compactMap { PageDate.parse($0, inVietnam: inVietnam) }
    guard let date = dates.first, dates.allSatisfy({ $0.iso == date.iso }) else { return }
    add(date, .stated, kind: 0)
  }

  /// Adds a day that one of the first paragraphs begins with: `27.1.2022 - Bei der …`.
  private mutating func addDateline(_ page: PageContent, _ text: ClosedRange<Int>) {
    for block in page.blocks[text].prefix(Self.datelines) where block.prose > 0 {
      let words = page.string(block).prefix(Self.datelineLength)
      guard words.first?.isNumber == true, let date = DateSearch.first(in: words) else { continue }
      add(date, .firstWords, kind: 1)
    }
  }

  private static let (datelines, datelineLength) = (5, 14)

  private mutating func add(_ date: ArticleDate, _ place: Place, kind: Int) {
    let key = place.rawValue * Self.kinds + kind
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
  private static func digits(
    in block: PageBlock, of page: PageContent, isText: Bool
  ) -> Int {
    guard block.text.count <= (isText ? DatedLine.maximumLength : maximumNotice) else { return 0 }
    return page.text[block.text].count { $0 &- 0x30 < 10 }
  }
}
