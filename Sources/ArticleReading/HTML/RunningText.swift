/// How much running text a page holds, and which of it is shown.
///
/// Text that is not shown counts only where it is most of what there is: behind a paywall, or in a
/// page that a script puts together. Lines of a site's imprint are none, and in a page without any,
/// short lines are taken for it.
extension PageContent {
  /// Fills in ``PageBlock/prose``, and takes out the blocks that are not shown.
  mutating func measureText() {
    measureProse()
    settleHidden()
  }

  /// Hidden text is looked at from so many bytes on.
  private static let leastHidden = 300
  /// A page that shows more running text than this, in bytes, hides none of the article.
  private static let teaser = 1500

  private mutating func measureProse() {
    for index in blocks.indices {
      let block = blocks[index]
      let isCaption = block.traits.contains(.caption)
      blocks[index].prose = isCaption ? 0 : BlockShape.prose(block, in: text)
    }
    if blocks.allSatisfy({ $0.prose == 0 }) { measureCaptions() }
    pardonMarked()
    dropImprint()
    if blocks.allSatisfy({ $0.prose == 0 }) { measureShortLines() }
  }

  /// Takes captions for running text in a page that has no other: a figure that is never closed holds all
  /// that follows.
  private mutating func measureCaptions() {
    for index in blocks.indices { blocks[index].prose = BlockShape.prose(blocks[index], in: text) }
    guard blocks.contains(where: { $0.prose > 0 }) else { return }
    for index in blocks.indices { blocks[index].traits.remove(.caption) }
  }

  /// Marks nothing as furniture by the name of one element where that would be nearly all running text: it
  /// was never closed.
  private mutating func pardonMarked() {
    var (all, marked) = (0, 0)
    for block in blocks {
      all += block.prose
      if block.traits.contains(.furniture) { marked += block.prose }
    }
    guard marked * 5 > all * 4 else { return }
    for index in blocks.indices { blocks[index].traits.remove(.furniture) }
  }

  /// Takes no line for running text that names a site's licence and how to reach it: one stands at the
  /// foot of every Vietnamese page, in no box that says so.
  private mutating func dropImprint() {
    for index in blocks.indices.suffix(Self.imprintBlocks) where blocks[index].prose > 0 {
      guard text[blocks[index].text].count(where: { $0 &- 0x30 < 10 }) >= Self.imprintDigits else {
        continue
      }
      let line = foldedLine(string(blocks[index])[...])
      guard line.contains("giay phep"), Self.imprintWords.contains(where: line.contains) else {
        continue
      }
      blocks[index].prose = 0
      blocks[index].traits.insert(.furniture)
    }
  }

  private static let imprintBlocks = 12
  /// Those of a number of a licence or a telephone.
  private static let imprintDigits = 5
  private static let imprintWords = [
    "toa soan", "tong bien tap", "dien thoai", "ban quyen", "hotline", "email", "tru so",
  ]

  /// Takes short lines for running text in a page that has none, if there are enough of them.
  private mutating func measureShortLines() {
    let lengths = blocks.map { block in
      let isText = block.heading == 0 && !block.isLink && block.traits.isEmpty
      return isText && block.text.count >= Self.leastLine ? block.text.count : 0
    }
    guard lengths.reduce(0, +) >= Self.leastText else { return }
    for (index, length) in lengths.enumerated() { blocks[index].prose = length }
  }

  private static let leastLine = 15
  private static let leastText = 100

  /// Takes out what is not shown, unless it is the article: then the box with most of it stays.
  private mutating func settleHidden() {
    var shown = 0
    var hidden: [Int: Int] = [:]
    for block in blocks where block.prose > 0 && !isFixture(block.container) {
      if block.traits.contains(.hidden) {
        hidden[hiddenBox(block.container), default: 0] += block.prose
      } else {
        shown += block.prose
      }
    }
    let most = hidden.max { ($0.value, $1.key) < ($1.value, $0.key) }
    let article = most.flatMap { box, prose in
      shown <= Self.teaser && prose - copied(in: box) > max(shown, Self.leastHidden) ? box : nil
    }
    var kept: [PageBlock] = []
    kept.reserveCapacity(blocks.count)
    var time = 0
    for (index, block) in blocks.enumerated() {
      while time < times.count, times[time].block <= index {
        times[time].block = kept.count
        time += 1
      }
      if block.traits.contains(.hidden), article.map({ $0 != hiddenBox(block.container) }) ?? true {
        containers[block.container].blocks -= 1
      } else {
        kept.append(block)
      }
    }
    blocks = kept
    for (index, container) in containers.enumerated()
    where container.isHidden && hiddenBox(index) != article {
      containers[container.parent].children -= 1
    }
  }

  /// How much of a hidden box's running text the page shows as well.
  private func copied(in box: Int) -> Int {
    let shown = Set(
      blocks.lazy.filter { $0.prose > 0 && !$0.traits.contains(.hidden) }.map { text[$0.text] })
    return blocks.reduce(0) { sum, block in
      let isCopy =
        block.prose > 0 && block.traits.contains(.hidden) && hiddenBox(block.container) == box
        && shown.contains(text[block.text])
      return sum + (isCopy ? block.prose : 0)
    }
  }

  /// The outermost container that is hidden around one that is, or itself.
  private func hiddenBox(_ container: Int) -> Int {
    var box = container
    while box > 0, containers[box].isHidden,
      containers[containers[box].parent].isHidden
    {
      box = containers[box].parent
    }
    return box
  }

  /// Whether the container or one around it has the name of a fixture.
  private func isFixture(_ container: Int) -> Bool {
    var container = container
    while container > 0 {
      if containers[container].isFixture { return true }
      container = containers[container].parent
    }
    return false
  }
}
