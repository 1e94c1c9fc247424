/// Finds the container that holds the article.
///
/// Running text (``BlockShape``) counts for the container it stands in, half as much for the one
/// around it, a quarter for the next. So a container with many paragraphs directly in it wins over
/// one around everything, and over lists of comments, each in a box of its own. A container around
/// one thing only is seen through. Text in furniture counts a tenth, text in elements named as a
/// body double.
///
/// Furniture are containers that say so (``PageContainer/isFurniture``), and boxes with a heading of
/// the ``FurnitureTable`` (`Ý kiến bạn đọc`). One that holds the headline never is, nor one that
/// holds most of the page's running text, unless its name is a fixture's (``ClassHints/fixture``).
struct BodyFinder {
  private(set) var page: PageContent
  /// By container: the last one in it, however deep, and its score.
  private(set) var lastInside: [Int] = []
  private(set) var scores: [Double] = []
  private var local: [Double] = []
  /// By container: whether it is furniture itself, and whether it or one around it is.
  private(set) var isFurnitureItself: [Bool] = []
  private(set) var isFurniture: [Bool] = []
  /// By container: the first block of running text directly in it; `Int.max` without one.
  private(set) var firstProse: [Int] = []
  /// The blocks that are the headline, in order.
  private(set) var titles: [Int] = []
  private var titleSet: Set<Int> = []
  /// Those of them that the head of the page says too.
  private var saidTitles: Set<Int> = []

  private static let decay = 0.5
  /// Longer blocks, in bytes, head no box.
  private static let maximumHeading = 80
  private static let furnitureWeight = 0.1
  /// What may stand behind the headline in its element, in bytes; a paragraph may begin with its words.
  private static let maximumExtra = 40
  /// How much of the article's running text what stands beside it has to have to be part of it.
  private static let neighbourShare = 0.25
  /// How much of the most running text in one place has to stand around the headline for the article to be
  /// sought there.
  private static let headlineShare = 0.25

  /// - Parameter headlines: what the head of the page says the title is, the site's name behind it
  ///   or not.
  init(_ page: PageContent, headlines: [String], table: FurnitureTable) {
    self.page = page
    self.page.measureText()
    findTitles(headlines.flatMap { PageTitle.parts(of: $0) }.map { Array($0.utf8) })
    addUp()
    markFurniture(table)
    score()
  }

  /// The container of the article; nil if there is no running text.
  func find() -> Int? {
    var best = 0
    // The first of equals, which is the outermost; a parent always scores less than its only child.
    for container in scores.indices where scores[container] > scores[best] { best = container }
    guard scores[best] > 0 else { return nil }
    return withNeighbours(nearHeadline(best))
  }

  /// The best container in the smallest one around the page's headline that has running text to
  /// speak of: what follows below may be another article, even a longer one.
  private func nearHeadline(_ best: Int) -> Int {
    guard let saidTitle = saidTitles.min() else { return best }
    var around = page.blocks[saidTitle].container
    let least = Double(page.containers[best].prose) * Self.headlineShare
    while Double(page.containers[around].prose) < least, page.containers[around].parent >= 0 {
      around = page.containers[around].parent
    }
    let inside = around...lastInside[around]
    if inside.contains(best) || (best...lastInside[best]).contains(around) { return best }
    return inside.max { scores[$0] < scores[$1] || (scores[$0] == scores[$1] && $0 > $1) } ?? best
  }

  /// A broken tree or a template may part an article over neighbours, at any distance: the
  /// innermost container is taken around which hardly any running text stands that goes on like
  /// the article's. One paragraph goes on only right beside it; further off it is a footer.
  private func withNeighbours(_ best: Int) -> Int {
    var region = best
    var inner = best
    while page.containers[inner].parent >= 0 {
      let outer = page.containers[inner].parent
      // What stands directly in it, and what goes on in other boxes.
      var (prose, count) = (page.containers[outer].prose, page.containers[outer].paragraphs)
      for child in children(of: outer) where child == inner || !continues(child) {
        prose -= page.containers[child].prose
        count -= page.containers[child].paragraphs
      }
      let isEnough = Double(prose) >= Double(page.containers[region].prose) * Self.neighbourShare
      if prose > 0, isEnough, inner == region || count >= 2 { region = outer }
      inner = outer
    }
    return region
  }

  /// Whether what stands in a container may be more of the article beside it: not furniture, not a
  /// list of teasers, not an article with a headline of its own.
  private func continues(_ container: Int) -> Bool {
    let it = page.containers[container]
    return it.prose > 0 && !isFurniture[container] && !isForeign(container)
      && it.linkBytes * 5 < it.textBytes
  }

  /// The containers directly in one.
  private func children(of container: Int) -> some Sequence<Int> {
    sequence(first: container + 1) { lastInside[$0] + 1 }.prefix { $0 <= lastInside[container] }
  }

  /// Whether block `index` lies in a container, however deep.
  func contains(_ container: Int, _ index: Int) -> Bool {
    (container...lastInside[container]).contains(page.blocks[index].container)
  }

  private mutating func findTitles(_ headlines: [[UInt8]]) {
    for index in page.blocks.indices {
      let block = page.blocks[index]
      guard block.text.count <= 500 else { continue }
      let matches =
        block.text.count >= 15
        && headlines.contains { headline in
          let text = page.text[block.text]
          return headline.count >= 15
            && (headline.starts(with: text)
              || (text.count <= headline.count + Self.maximumExtra && text.starts(with: headline)))
        }
      let isHeadline = block.heading == 1 ? matches || !block.isLink : matches && !block.isLink
      // The site's name may be a heading, a link, and part of the title.
      if isHeadline, !(matches && PageTitle.isSite(foldedLine(page.string(block)[...]))) {
        titles.append(index)
        titleSet.insert(index)
        page.containers[block.container].titles += 1
        if matches {
          saidTitles.insert(index)
          page.containers[block.container].saidTitles += 1
        }
      }
    }
  }

  /// Sums text and links up the containers; a container's index is greater than its parent's.
  private mutating func addUp() {
    lastInside = Array(page.containers.indices)
    firstProse = [Int](repeating: Int.max, count: page.containers.count)
    for (index, block) in page.blocks.enumerated() {
      if block.prose > 0 {
        firstProse[block.container] = min(firstProse[block.container], index)
      }
      page.containers[block.container].textBytes += block.text.count
      page.containers[block.container].linkBytes += block.linkBytes
      page.containers[block.container].prose += block.prose
      page.containers[block.container].paragraphs += block.prose > 0 ? 1 : 0
      page.containers[block.container].range.formUnion(index)
    }
    for index in page.containers.indices.dropFirst().reversed() {
      let container = page.containers[index]
      let parent = container.parent
      page.containers[parent].textBytes += container.textBytes
      page.containers[parent].linkBytes += container.linkBytes
      page.containers[parent].prose += container.prose
      page.containers[parent].paragraphs += container.paragraphs
      page.containers[parent].range.formUnion(container.range)
      if container.element == .article || container.hints.contains(.body) {
        page.containers[index].holdsArticle = true
      }
      if page.containers[index].holdsArticle { page.containers[parent].holdsArticle = true }
      if container.hasImage { page.containers[parent].hasImage = true }
      page.containers[parent].titles += container.titles
      page.containers[parent].saidTitles += container.saidTitles
      lastInside[parent] = max(lastInside[parent], lastInside[index])
    }
  }

  /// Marks what is furniture by name, and boxes by their headings.
  private mutating func markFurniture(_ table: FurnitureTable) {
    isFurnitureItself = page.containers.map { container in
      container.isFurniture && !(container.element == .header && isInArticle(container))
    }
    isFurniture = isFurnitureItself
    inheritFurniture()
    pardonMostOfText()
    isFurniture = isFurnitureItself
    inheritFurniture()
    for index in page.blocks.indices {
      let block = page.blocks[index]
      guard block.prose == 0, block.text.count <= Self.maximumHeading,
        !isFurniture[block.container], !block.isLink || block.heading > 0,
        let kind = table.row(for: page.string(block)[...])?.kind, kind == .list || kind == .tail
      else { continue }
      let box = box(of: block)
      // A heading opens its box; in the middle of a text it is for `BodyLines` to judge.
      if box > 0, !page.containers[box].hasTitle, index - page.containers[box].range.lowerBound <= 1
      {
        isFurniture[box] = true
      }
    }
    inheritFurniture()
  }

  /// Whether a container stands in an article: its header is not the page's then.
  private func isInArticle(_ container: PageContainer) -> Bool {
    var parent = container.parent
    while parent >= 0 {
      if page.containers[parent].element == .article { return true }
      parent = page.containers[parent].parent
    }
    return false
  }

  /// What is called furniture and holds most of the running text, or twice what is outside all
  /// furniture, is not.
  private mutating func pardonMostOfText() {
    let all = page.containers[0].prose
    let outside = page.blocks.reduce(0) { $0 + (isFurniture[$1.container] ? 0 : $1.prose) }
    for index in page.containers.indices where isFurnitureItself[index] {
      let container = page.containers[index]
      if !container.isFixture, container.prose > min(all / 2, outside * 2) {
        isFurnitureItself[index] = false
      }
    }
  }

  /// What is in furniture is furniture.
  private mutating func inheritFurniture() {
    for index in page.containers.indices.dropFirst()
    where isFurniture[page.containers[index].parent] && !page.containers[index].hasTitle {
      isFurniture[index] = true
    }
  }

  /// Whether a block is a reader's.
  func isComment(_ index: Int) -> Bool {
    var container = page.blocks[index].container
    while container >= 0 {
      let it = page.containers[container]
      if it.hints.contains(.comments), !it.hasTitle { return true }
      container = page.containers[container].parent
    }
    return false
  }

  /// Whether a block is a headline, and whether the head of the page says it too.
  func isTitle(_ index: Int) -> Bool { titleSet.contains(index) }
  func isSaidTitle(_ index: Int) -> Bool { saidTitles.contains(index) }

  /// Whether a container is an article of its own beside the page's: it is one or holds one, has a headline that
  /// the head of the page does not say, and the page's stands elsewhere.
  func isForeign(_ container: Int) -> Bool {
    let it = page.containers[container]
    return !saidTitles.isEmpty && it.hasTitle && it.saidTitles == 0
      && it.holdsArticle
  }

  /// The container that a heading is a heading of: one that holds more than it.
  func box(of block: PageBlock) -> Int {
    var container = block.container
    while container > 0, page.containers[container].textBytes <= block.text.count + 20 {
      container = page.containers[container].parent
    }
    return container
  }

  private mutating func score() {
    let count = page.containers.count
    var weights = [Double](repeating: 1, count: count)
    for index in page.containers.indices {
      let container = page.containers[index]
      let parent = container.parent
      let own = container.hints.contains(.body) ? 2.0 : container.element == .article ? 1.5 : 1
      weights[index] = max(own, parent >= 0 ? weights[parent] : 1)
    }
    local = [Double](repeating: 0, count: count)
    for block in page.blocks where block.prose > 0 {
      let isFurniture = isFurniture[block.container] || block.traits.contains(.furniture)
      let weight = isFurniture ? Self.furnitureWeight : weights[block.container]
      local[home(of: block)] += Double(block.prose) * weight
    }
    scores = local
    for index in page.containers.indices.dropFirst().reversed() {
      let share = isWrapper(index) ? 1 : Self.decay
      scores[page.containers[index].parent] += scores[index] * share
    }
  }

  /// The container a block counts for, wrappers seen through.
  private func home(of block: PageBlock) -> Int {
    var container = block.container
    while isWrapper(container), page.containers[container].parent >= 0 {
      container = page.containers[container].parent
    }
    return container
  }

  /// Whether it is around one paragraph or one container only.
  private func isWrapper(_ container: Int) -> Bool {
    page.containers[container].blocks + page.containers[container].children == 1
  }
}

extension Range<Int> {
  /// Makes the range reach to another, or just to a number.
  fileprivate mutating func formUnion(_ other: Self) {
    guard !other.isEmpty else { return }
    self =
      isEmpty
      ? other : Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }

  fileprivate mutating func formUnion(_ number: Int) { formUnion(number..<number + 1) }
}
