/// A run of text that nothing parts: a paragraph, an item of a list, a heading, a button's words.
struct PageBlock {
  /// What the elements around it say.
  struct Traits: OptionSet {
    let rawValue: UInt8
    /// In an element that is furniture by its name and is no container: `<p class="tags">`.
    static let furniture = Traits(rawValue: 1)
    static let caption = Traits(rawValue: 2)
    /// Behind an image in the same paragraph.
    static let besideImage = Traits(rawValue: 4)
    /// In an element that is not shown.
    static let hidden = Traits(rawValue: 8)
  }

  /// Where the text lies in the page's text; white space is single spaces, none at the ends.
  var text: Range<Int>
  /// How many of its bytes are links' or bold.
  var linkBytes = 0
  var boldBytes = 0
  /// The innermost container, an index into ``PageContent/containers``.
  var container: Int
  /// 1…4 for `h1`…`h4`, else 0.
  var heading: UInt8 = 0
  var traits: Traits = []
  var hints: ClassHints = []
  /// How much running text it is; see ``BlockShape``.
  var prose = 0

  /// Whether nearly all of it is links.
  var isLink: Bool { linkBytes * 10 > text.count * 8 }
}

/// An element that holds blocks.
struct PageContainer {
  /// The container around it; -1 for the outermost.
  var parent: Int
  var element: PageElement
  var hints: ClassHints
  /// Blocks whose innermost container it is, and containers directly in it.
  var blocks = 0
  var children = 0
  /// Whether an image is in it, however deep.
  var hasImage = false
  /// How many headlines are in it, however deep, and how many of them the head of the page says too.
  var titles = 0
  var saidTitles = 0
  var hasTitle: Bool { titles > 0 }
  /// Whether it is named an article or the text of one, or one that is lies in it.
  var holdsArticle = false
  /// Whether it says that it is not shown.
  var isHidden = false
  /// Bytes of text and of links in it, however deep.
  var textBytes = 0
  var linkBytes = 0
  /// Running text in it, however deep, in bytes and in blocks.
  var prose = 0
  var paragraphs = 0
  /// Its blocks, however deep.
  var range = 0..<0

  /// Whether it says that it is no part of the article; not so if the headline is in it.
  var isFurniture: Bool {
    guard !hasTitle, element != .body, element != .article else { return false }
    if element == .navigation || element == .header { return true }
    return hints.contains(.furniture)
  }

  /// Whether it is a part of every page whatever it holds: a menu, a footer.
  var isFixture: Bool { element == .navigation || hints.contains(.fixture) }
}

/// A page as blocks of text in containers, in reading order, and what its head says.
struct PageContent {
  /// The text of all blocks, UTF-8.
  var text: [UInt8] = []
  var blocks: [PageBlock] = []
  var containers: [PageContainer] = [
    PageContainer(parent: -1, element: .body, hints: [])
  ]
  var metadata = PageMetadata()
  /// A date for machines in an element.
  struct Time {
    /// The block that it stands in or before.
    var block: Int
    var value: String
    /// Whether it says that it is the day of publication.
    var isPublication: Bool
  }

  var times: [Time] = []
  /// What text was converted from because its font said so.
  var fontEncoding: TextEncoding?

  /// Whether its text is Vietnamese, told from the letters that hardly another language has.
  var isVietnamese: Bool {
    let sample = text.prefix(20_000)
    var letters = 0
    var previous: UInt8 = 0
    for byte in sample {
      if previous == 0xE1 && (byte == 0xBA || byte == 0xBB) || previous == 0xCC { letters += 1 }
      previous = byte
    }
    return letters * 100 > sample.count
  }

  /// The text of a block.
  func string(_ block: PageBlock) -> String {
    String(decoding: text[block.text], as: UTF8.self)
  }
}
