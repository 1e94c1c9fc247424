/// Finds the container that holds the article.
///
/// Running text (``BlockShape``) counts for the container it stands in, half as much for the one
/// around it, a quarter for the next. So a container with many paragraphs directly in it wins over
/// one around everything, and over lists of comments, each in a box of its own. Text in furniture
/// counts a tenth, text in elements named as a body double.
///
/// A container that holds the headline is never furniture, whatever it is called.
struct BodyFinder {
  private(set) var page: PageContent
  /// By container: the last one in it, the running text in it however deep, and its score.
  private(set) var lastInside: [Int] = []
  private(set) var scores: [Double] = []
  private var local: [Double] = []
  /// By container: whether it or one around it is furniture.
  private(set) var isFurniture: [Bool] = []
  /// The blocks that are the headline, in order.
  private(set) var titles: [Int] = []

  private static let decay = 0.5
  private static let furnitureWeight = 0.1
  /// How much of the article's score a neighbour has to have to be part of it.
  private static let neighbourShare = 0.25

  /// - Parameter headlines: what the head of the page says the title is, the site's name behind it
  ///   or not.
  init(_ page: PageContent, headlines: [String]) {
    self.page = page
    findTitles(headlines.map { Array($0.utf8) })
    addUp()
    score()
  }

  /// The container of the article; nil if there is no running text.
  func find() -> Int? {
    var best = 0
    // The first of equals, which is the outermost; a parent always scores less than its only child.
    for container in scores.indices where scores[container] > scores[best] { best = container }
    guard scores[best] > 0 else { return nil }
    // A broken tree or a template may part an article over neighbours.
    while page.containers[best].parent >= 0 {
      let parent = page.containers[best].parent
      let least = scores[best] * Self.neighbourShare
      let siblings = scores.indices[(parent + 1)...lastInside[parent]].contains { other in
        other != best && page.containers[other].parent == parent && scores[other] >= least
          && !isComments(other)
      }
      guard siblings || local[parent] >= least else { break }
      best = parent
    }
    return best
  }

  /// Whether block `index` lies in a container, however deep.
  func contains(_ container: Int, _ index: Int) -> Bool {
    (container...lastInside[container]).contains(page.blocks[index].container)
  }

  private func isComments(_ container: Int) -> Bool {
    page.containers[container].hints.contains(.comments)
  }

  private mutating func findTitles(_ headlines: [[UInt8]]) {
    for index in page.blocks.indices {
      let block = page.blocks[index]
      guard block.text.count <= 500 else { continue }
      let matches = block.text.count >= 15 && headlines.contains { headline in
        let text = page.text[block.text]
        return headline.starts(with: text) || (text.starts(with: headline) && headline.count >= 15)
      }
      if (block.heading == 1 && (matches || !block.isLink)) || (matches && !block.isLink) {
        titles.append(index)
        page.containers[block.container].hasTitle = true
      }
    }
  }

  /// Sums text and links up the containers; a container's index is greater than its parent's.
  private mutating func addUp() {
    lastInside = Array(page.containers.indices)
    for index in page.blocks.indices {
      let block = page.blocks[index]
      let isCaption = block.traits.contains(.caption)
      page.blocks[index].prose = isCaption ? 0 : BlockShape.prose(block, in: page.text)
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

  private mutating func score() {
    let count = page.containers.count
    isFurniture = [Bool](repeating: false, count: count)
    var weights = [Double](repeating: 1, count: count)
    for index in page.containers.indices {
      let container = page.containers[index]
      let parent = container.parent
      isFurniture[index] = container.isFurniture || (parent >= 0 && isFurniture[parent])
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
      scores[page.containers[index].parent] += scores[index] * Self.decay
    }
  }

  /// The container a block counts for: a container with one block is a paragraph, and counts for
  /// the one around it.
  private func home(of block: PageBlock) -> Int {
    let container = page.containers[block.container]
    guard container.blocks == 1, container.children == 0, container.parent >= 0 else {
      return block.container
    }
    return container.parent
  }
}
