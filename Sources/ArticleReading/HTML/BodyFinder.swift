/// Finds the container that holds the article.
///
/// Running text (``BlockShape``) counts for the container it stands in, half as much for the one
/// around it, a quarter for the next. So a container with many paragraphs directly in it wins over
/// one around everything, and over lists of comments, each in a box of its own. A container around
/// one thing only is seen through. Text in furniture counts a tenth, text in elements named as a
/// body double.
///
/// Furniture are containers that say so (``PageContainer/isFurniture``), and boxes with a heading of
/// the ``FurnitureTable`` (`Ý kiến bạn đọc`). One that holds the headline never is.
struct BodyFinder {
  private(set) var page: PageContent
  /// By container: the last one in it, the running text in it however deep, and its score.
  private(set) var lastInside: [Int] = []
  private(set) var scores: [Double] = []
  private var local: [Double] = []
  /// By container: whether it or one around it is furniture.
  private(set) var isFurniture: [Bool] = []
  /// By container: the first block of running text directly in it; `Int.max` without one.
  private(set) var firstProse: [Int] = []
  /// The blocks that are the headline, in order.
  private(set) var titles: [Int] = []

  private static let decay = 0.5
  /// Longer blocks, in bytes, head no box.
  private static let maximumHeading = 80
  private static let furnitureWeight = 0.1
  /// How much of the article's score a neighbour has to have to be part of it.
  private static let neighbourShare = 0.25

  /// - Parameter headlines: what the head of the page says the title is, the site's name behind it
  ///   or not.
  init(_ page: PageContent, headlines: [String], table: FurnitureTable) {
    self.page = page
    findTitles(headlines.flatMap(PageTitle.parts).map { Array($0.utf8) })
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
    return withNeighbours(best)
  }

  /// A broken tree or a template may part an article over neighbours: the container around them
  /// is taken if as much running text stands directly in it, or in another container beside.
  private func withNeighbours(_ best: Int) -> Int {
    let least = scores[best] * Self.neighbourShare
    var region = best
    var inner = best
    while page.containers[inner].parent >= 0 {
      let outer = page.containers[inner].parent
      let isNear = inner == region
      let hasNeighbour =
        isNear
        && scores.indices[(outer + 1)...lastInside[outer]].contains {
          $0 != inner && page.containers[$0].parent == outer && scores[$0] >= least
            && !isFurniture[$0]
        }
      if hasNeighbour || local[outer] >= least { region = outer }
      inner = outer
    }
    return region
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
            && (headline.starts(with: text) || text.starts(with: headline))
        }
      let isHeadline = block.heading == 1 ? matches || !block.isLink : matches && !block.isLink
      // The site's name may be a heading, a link, and part of the title.
      if isHeadline, !(matches && PageTitle.isSite(foldedLine(page.string(block)[...]))) {
        titles.append(index)
        page.containers[block.container].hasTitle = true
      }
    }
  }

  /// Sums text and links up the containers; a container's index is greater than its parent's.
  private mutating func addUp() {
    lastInside = Array(page.containers.indices)
    firstProse = [Int](repeating: Int.max, count: page.containers.count)
    for index in page.blocks.indices {
      let block = page.blocks[index]
      let isCaption = block.traits.contains(.caption)
      page.blocks[index].prose = isCaption ? 0 : BlockShape.prose(block, in: page.text)
      if page.blocks[index].prose > 0 {
        firstProse[block.container] = min(firstProse[block.container], index)
      }
      page.containers[block.container].textBytes += block.text.count
      page.containers[block.container].linkBytes += block.linkBytes
    }
    for index in page.containers.indices.dropFirst().reversed() {
      let container = page.containers[index]
      let parent = container.parent
      page.containers[parent].textBytes += container.textBytes
      page.containers[parent].linkBytes += container.linkBytes
      if container.hasImage { page.containers[parent].hasImage = true }
      if container.hasTitle { page.containers[parent].hasTitle = true }
      lastInside[parent] = max(lastInside[parent], lastInside[index])
    }
  }

  /// Marks what is furniture by name, and boxes by their headings.
  private mutating func markFurniture(_ table: FurnitureTable) {
    isFurniture = page.containers.map(\.isFurniture)
    inheritFurniture()
    var firstBlocks = [Int](repeating: Int.max, count: page.containers.count)
    for index in page.blocks.indices.reversed() {
      firstBlocks[page.blocks[index].container] = index
    }
    for index in page.containers.indices.dropFirst().reversed() {
      let parent = page.containers[index].parent
      firstBlocks[parent] = min(firstBlocks[parent], firstBlocks[index])
    }
    for index in page.blocks.indices {
      let block = page.blocks[index]
      guard block.prose == 0, block.text.count <= Self.maximumHeading,
        !isFurniture[block.container], !block.isLink || block.heading > 0,
        let kind = table.row(for: page.string(block)[...])?.kind, kind == .list || kind == .tail
      else { continue }
      let box = box(of: block)
      // A heading opens its box; in the middle of a text it is for `BodyLines` to judge.
      if box > 0, !page.containers[box].hasTitle, index - firstBlocks[box] <= 1 {
        isFurniture[box] = true
      }
    }
    inheritFurniture()
  }

  /// What is in furniture is furniture.
  private mutating func inheritFurniture() {
    for index in page.containers.indices.dropFirst()
    where isFurniture[page.containers[index].parent] && !page.containers[index].hasTitle {
      isFurniture[index] = true
    }
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
