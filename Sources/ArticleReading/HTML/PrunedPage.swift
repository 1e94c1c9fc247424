/// A page's markup cut down to what an article may be told from, before it is parsed.
///
/// Half of a page and more is script, style and attributes. They are dropped here in one pass, so
/// the parser gets less and makes a smaller tree; and since every tag is written anew, it meets no
/// tag with a million attributes (libxml2 compares each with all before). What is kept of a tag are
/// the attributes of ``attributes``. The text between tags is copied as it is.
struct PrunedPage {
  /// More tags than this, end tags not counted, are refused: one costs some 500 bytes in all, a long page has 10,000.
  static let maximumTags = 250_000

  /// What is left, UTF-8.
  private(set) var markup: [UInt8] = []
  /// The contents of the scripts of type `application/ld+json`.
  private(set) var linkedData: [[UInt8]] = []

  private var tags = 0
  /// Endings that do not occur any more, so that they are not sought again.
  private var hasCommentEnd = true
  private var unclosedRawElements: [NameHash] = []

  /// - Throws: ``ReadingError`` of code `tooLarge` for a page of too many tags.
  init(_ page: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
    markup.reserveCapacity(page.count / 2 + 64)
    var cursor = MarkupCursor(page)
    while true {
      append(cursor.takeText())
      guard !cursor.isAtEnd else { return }
      guard let next = cursor.peek(1) else { return }
      if next == 0x21 {
        skipDeclaration(&cursor)
      } else if next == 0x3F {
        cursor.skip(through: 0x3E)
      } else if MarkupCursor.isLetter(next) {
        try takeTag(&cursor)
      } else if next == 0x2F, let letter = cursor.peek(2), MarkupCursor.isLetter(letter) {
        takeEndTag(&cursor)
      } else if next == 0x2F {
        cursor.skip(through: 0x3E)
      } else {
        try countTag()
        markup.append(contentsOf: "&lt;".utf8)
        cursor.position += 1
      }
    }
  }

  private mutating func skipDeclaration(_ cursor: inout MarkupCursor) {
    guard cursor.peek(2) == 0x2D, cursor.peek(3) == 0x2D else {
      cursor.skip(through: 0x3E)
      return
    }
    if hasCommentEnd, let end = cursor.end(of: "-->", from: cursor.position + 2) {
      cursor.position = end
    } else {
      hasCommentEnd = false
      cursor.skip(through: 0x3E)
    }
  }

  private mutating func countTag() throws(ReadingError) {
    tags += 1
    if tags > Self.maximumTags {
      throw ReadingError(.tooManyTags(limit: Self.maximumTags))
    }
  }

  private mutating func takeEndTag(_ cursor: inout MarkupCursor) {
    cursor.position += 2
    let name = cursor.takeName()
    cursor.skip(through: 0x3E)
    let hash = NameHash(name)
    guard !Self.plainElements.contains(hash), !Self.rawElements.contains(hash) else { return }
    markup.append(contentsOf: "</".utf8)
    append(name)
    markup.append(0x3E)
  }

  private mutating func takeTag(_ cursor: inout MarkupCursor) throws(ReadingError) {
    try countTag()
    cursor.position += 1
    let name = cursor.takeName()
    let hash = NameHash(name)
    let isRaw = Self.rawElements.contains(hash)
    let isDropped = isRaw || Self.plainElements.contains(hash)
    var isLinkedData = false
    if !isDropped {
      markup.append(0x3C)
      append(name)
    }
    while let (attribute, value) = cursor.takeAttribute() {
      if isRaw {
        isLinkedData = isLinkedData || MarkupCursor.contains("ld+json", in: value)
      } else if !isDropped,
        Self.attributes.contains(NameHash(attribute))
          || (hash == Self.abbreviation && NameHash(attribute) == Self.title)
      {
        append(attribute, value)
      }
    }
    if !isDropped { markup.append(0x3E) }
    guard isRaw, !unclosedRawElements.contains(hash) else { return }
    guard let content = cursor.takeRawContent(endingAt: name) else {
      unclosedRawElements.append(hash)
      // As in browsers, the rest of the page is script then.
      if Self.codeElements.contains(hash) { cursor.skipToEnd() }
      return
    }
    if isLinkedData { linkedData.append(Array(content)) }
  }

  private mutating func append(
    _ attribute: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>
  ) {
    let quote: UInt8 = value.contains(0x22) ? 0x27 : 0x22
    guard !value.contains(quote), value.count <= Self.maximumValue else { return }
    markup.append(0x20)
    append(attribute)
    markup.append(0x3D)
    markup.append(quote)
    append(value)
    markup.append(quote)
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    markup.append(contentsOf: bytes)
  }

  /// Longer values, in bytes, say nothing that is looked for.
  private static let maximumValue = 4096

  /// The attributes that are kept.
  private static let attributes = NameTable(
    "class id style face hidden aria-hidden role property name itemprop content rel href datetime")

  /// The element whose title may be a date for machines.
  private static let abbreviation = NameHash("abbr")
  private static let title = NameHash("title")

  /// Elements that change only how text looks.
  private static let plainElements = NameTable(
    "i em u s small big sub sup tt wbr nobr mark acronym cite q o:p ins del label bdi bdo")

  private static let codeElements = NameTable("script style")

  /// Elements dropped with all they hold.
  private static let rawElements = NameTable(
    "script style noscript iframe svg template textarea select object video audio canvas math"
      + " button amp-analytics amp-ad")
}
