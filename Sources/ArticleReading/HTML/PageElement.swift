/// What the reader wants to know of an element by its name.
enum PageElement: UInt8 {
  /// Goes on in the line: `span`, and everything unknown.
  case inline
  case bold, link, font, lineBreak, image, time
  case title, meta, linkRelation
  /// Parts paragraphs, holds text: `p`, `li`.
  case block
  case heading1, heading2, heading3, heading4
  case caption
  /// Holds blocks: `div`, `td`, `article`.
  case container
  /// Holds blocks that are hardly ever an article's.
  case navigation, header
  case figure
  case list
  case article
  case body
  /// Parts paragraphs and has no part in anything else: `tr`.
  case transparentBlock
  /// `html` and `head`.
  case root
  /// Its content is no text of the page.
  case ignored

  /// Whether text before and after belongs to different paragraphs.
  var partsParagraphs: Bool {
    switch self {
    case .inline, .bold, .link, .font, .lineBreak, .image, .time, .title, .meta, .linkRelation:
      false
    default: true
    }
  }

  /// Whether blocks are counted by it.
  var isContainer: Bool {
    switch self {
    case .container, .navigation, .header, .figure, .list, .article, .body: true
    default: false
    }
  }

  static func named(_ hash: NameHash) -> PageElement { table[hash] ?? .inline }

  private static let table = NameTable<PageElement>([
    (.bold, "b strong"), (.link, "a"), (.font, "font"), (.lineBreak, "br"),
    (.image, "img amp-img picture"), (.time, "time abbr"), (.title, "title"), (.meta, "meta"),
    (.linkRelation, "link"),
    (.block, "p li dd dt pre address summary legend h5 h6 hr"),
    (.heading1, "h1"), (.heading2, "h2"), (.heading3, "h3"), (.heading4, "h4"),
    (.caption, "figcaption caption"),
    (.container, "div td th table section blockquote form fieldset details center dl main"),
    (.navigation, "nav footer aside menu"), (.header, "header"), (.figure, "figure"),
    (.list, "ul ol"), (.article, "article"), (.body, "body"),
    (.transparentBlock, "tr tbody thead tfoot"), (.root, "html head"),
    (.ignored, "button select textarea option input script style noscript iframe svg template"),
  ])
}
