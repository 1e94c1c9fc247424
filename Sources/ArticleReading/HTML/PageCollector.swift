import CLibXML2

/// Turns a tree into a ``PageContent`` in one walk.
///
/// What an element says is inherited by what is in it, so there is a frame for each open element
/// (at most 256). A block ends where an element that parts paragraphs begins or ends, at two line
/// breaks in a row, and at one line break behind the end of a sentence or where bold begins or ends:
/// pages of old have their paragraphs that way. Other single line breaks are spaces.
struct PageCollector {
  private(set) var page = PageContent()
  private var frames: [Frame] = [Frame(container: 0)]
  private var block: PageBlock?
  private var isDecoded = false
  /// Line breaks and white space since the last letter.
  private var breaks = 0
  private var hasSpace = false
  /// Whether the last word is bold.
  private var wasBold = false
  /// Numbers elements that part paragraphs, and the one the last image was in.
  private var paragraphs = 0
  private var imageParagraph = -1

  /// What holds inside an open element.
  private struct Frame {
    var container: Int
    var element = PageElement.inline
    var isLink = false
    var isBold = false
    var heading: UInt8 = 0
    var traits: PageBlock.Traits = []
    var hints: ClassHints = []
    var font: FontEncoding?
    var partsParagraphs = false
    /// The innermost element that parts paragraphs; 0 in one that is a container.
    var paragraph = 0
  }

  /// Reads the page under `root`.
  ///
  /// - Parameters:
  ///   - size: bytes of the page, roughly.
  ///   - isDecoded: the text is Vietnamese already, so that of its fonts only the case counts.
  static func collect(_ root: xmlNodePtr, size: Int, isDecoded: Bool = false) -> PageContent {
    var collector = PageCollector()
    collector.isDecoded = isDecoded
    collector.page.text.reserveCapacity(size / 2)
    withUnsafeMutablePointer(to: &collector) { collector in
      HTMLTree.walk(
        root, enter: { collector.pointee.enter($0) }, leave: { collector.pointee.leave() },
        text: { collector.pointee.append($0) })
    }
    collector.endBlock()
    return collector.page
  }

  // MARK: - Elements

  private mutating func enter(_ node: xmlNodePtr) -> Bool {
    guard let name = node.pointee.name else { return false }
    let element = PageElement.named(NameHash(name))
    switch element {
    case .ignored: return false
    case .meta:
      readMeta(node)
      return false
    case .linkRelation:
      readLink(node)
      return false
    case .lineBreak:
      addLineBreak()
      return false
    case .image:
      addImage()
      return false
    default: break
    }
    var frame = frames[frames.count - 1]
    frame.element = element
    var hints: ClassHints = []
    if let attributes = ElementAttributes(node) {
      if attributes.isHidden, element != .body, element != .root {
        guard element.partsParagraphs else { return false }
        frame.traits.insert(.hidden)
      }
      // What the whole page is called says nothing of its text.
      hints = element == .body || element == .root ? [] : attributes.hints
      if let font = attributes.font { frame.font = font.encoding }
      if let value = attributes.content ?? attributes.dateTime {
        if let key = attributes.metadata, !key.isDate { page.metadata.set(key, value) }
        if element == .time || attributes.metadata?.isDate == true { addTime(value, attributes) }
      }
      if attributes.isBody { hints.insert(.body) }
    }
    open(element, hints, &frame)
    frames.append(frame)
    return true
  }

  private mutating func open(
    _ element: PageElement, _ hints: ClassHints, _ frame: inout Frame
  ) {
    // A span of its own for an author or a date is set apart by style.
    frame.partsParagraphs =
      element.partsParagraphs || !hints.isDisjoint(with: .fields)
      || (element == .link && frame.hints.contains(.breadcrumb))
    if frame.partsParagraphs { endBlock() }
    if element.partsParagraphs {
      paragraphs += 1
      frame.paragraph = element.isContainer ? 0 : paragraphs
    }
    switch element {
    case .bold: frame.isBold = true
    case .link: frame.isLink = true
    case .caption: frame.traits.insert(.caption)
    case .figure: frame.traits.insert(.caption)
    case .heading1: frame.heading = 1
    case .heading2: frame.heading = 2
    case .heading3: frame.heading = 3
    case .heading4: frame.heading = 4
    default: break
    }
    if element.isContainer {
      page.containers[frame.container].children += 1
      page.containers.append(
        PageContainer(parent: frame.container, element: element, hints: hints))
      frame.container = page.containers.count - 1
      page.containers[frame.container].isHidden = frame.traits.contains(.hidden)
      frame.hints = frame.hints.intersection(.inherited)
    } else if element.partsParagraphs {
      if hints.contains(.furniture) { frame.traits.insert(.furniture) }
      if hints.contains(.image) { frame.traits.insert(.caption) }
    }
    if hints.contains(.caption) { frame.traits.insert(.caption) }
    frame.hints.formUnion(hints)
  }

  private mutating func leave() {
    guard let frame = frames.popLast() else { return }
    if frame.partsParagraphs { endBlock() }
  }

  /// Takes down a date that an element holds for machines, unless it is of a change.
  private mutating func addTime(
    _ value: UnsafePointer<UInt8>, _ attributes: ElementAttributes
  ) {
    if attributes.metadata == .modified {
      page.metadata.set(.modified, value)
    } else if page.times.count < Self.maximumTimes {
      page.times.append(
        PageContent.Time(
          block: page.blocks.count, value: String(cString: value),
          isPublication: attributes.metadata == .published))
    }
  }

  private static let maximumTimes = 200

  private mutating func addImage() {
    let frame = frames[frames.count - 1]
    page.containers[frame.container].hasImage = true
    if frame.paragraph > 0 { imageParagraph = frame.paragraph }
  }

  private mutating func readMeta(_ node: xmlNodePtr) {
    guard let attributes = ElementAttributes(node), let value = attributes.content else { return }
    if let key = attributes.metadata {
      page.metadata.set(key, value)
    } else if CText.isTimestamp(value) {
      page.metadata.set(.unnamedTime, value)
    }
  }

  private mutating func readLink(_ node: xmlNodePtr) {
    guard let attributes = ElementAttributes(node), attributes.isCanonical,
      let value = attributes.target
    else { return }
    page.metadata.set(.canonicalURL, value)
  }

  // MARK: - Text

  private mutating func addLineBreak() {
    breaks += 1
    hasSpace = true
    guard block != nil else { return }
    if breaks >= 2 || TextEnd.isSentence(page.text) { endBlock() }
  }

  private mutating func append(_ content: UnsafePointer<UInt8>) {
    let frame = frames[frames.count - 1]
    if frame.element == .title {
      page.metadata.set(.title, content)
      return
    }
    if let font = frame.font {
      var text = String(cString: content)
      if !isDecoded {
        text = font.decode(text)
        page.fontEncoding = font.encoding
      } else if font.isCapitals {
        text = text.uppercased()
      }
      text.withUTF8 { appendBytes($0, in: frame) }
      return
    }
    var length = 0
    while content[length] != 0 { length += 1 }
    appendBytes(UnsafeBufferPointer(start: content, count: length), in: frame)
  }

  private mutating func appendBytes(_ bytes: UnsafeBufferPointer<UInt8>, in frame: Frame) {
    var index = 0
    while index < bytes.count {
      let space = SpaceScanner.length(bytes, at: index)
      if space > 0 {
        hasSpace = true
        index += space
        continue
      }
      let start = index
      repeat { index += 1 } while index < bytes.count && SpaceScanner.length(bytes, at: index) == 0
      appendWord(UnsafeBufferPointer(rebasing: bytes[start..<index]), in: frame)
    }
  }

  private mutating func appendWord(_ word: UnsafeBufferPointer<UInt8>, in frame: Frame) {
    // A line break where bold begins or ends parts a headline from what is under it.
    if breaks > 0, frame.isBold != wasBold { endBlock() }
    (breaks, wasBold) = (0, frame.isBold)
    let before = page.text.count
    if block == nil {
      block = PageBlock(
        text: before..<before, container: frame.container, heading: frame.heading,
        traits: frame.traits, hints: frame.hints)
      if frame.paragraph > 0, frame.paragraph == imageParagraph {
        block?.traits.insert(.besideImage)
      }
    } else if hasSpace {
      page.text.append(0x20)
    }
    hasSpace = false
    page.text.append(contentsOf: word)
    let added = page.text.count - before
    if frame.isLink { block?.linkBytes += added }
    if frame.isBold { block?.boldBytes += added }
  }

  private mutating func endBlock() {
    (breaks, hasSpace) = (0, false)
    guard var ended = block else { return }
    block = nil
    ended.text = ended.text.lowerBound..<page.text.count
    page.text.append(0x0A)
    page.containers[ended.container].blocks += 1
    page.blocks.append(ended)
  }
}
