import CLibXML2

/// What the attributes of one element say; pointers live as long as the tree.
struct ElementAttributes {
  /// A font named by the element; ``encoding`` is nil for one that shows letters as encoded.
  struct Font {
    var encoding: FontEncoding?
  }

  private(set) var hints: ClassHints = []
  private(set) var isHidden = false
  private(set) var font: Font?
  private(set) var metadata: PageMetadata.Key?
  private(set) var content: UnsafePointer<UInt8>?
  private(set) var dateTime: UnsafePointer<UInt8>?
  private(set) var target: UnsafePointer<UInt8>?
  private(set) var isCanonical = false
  /// `itemprop="articleBody"`.
  private(set) var isBody = false

  /// Nil for an element without attributes.
  init?(_ node: xmlNodePtr) {
    guard node.pointee.properties != nil else { return nil }
    var attributes = HTMLAttributes(of: node)
    while let (name, value) = attributes.next() {
      switch name {
      case Names.class, Names.id: hints.formUnion(ClassHints.of(value))
      case Names.style: readStyle(value)
      case Names.face: font = Font(encoding: Self.encoding(ofFonts: value, from: 0))
      case Names.hidden: isHidden = true
      case Names.role:
        if Self.fixtures.contains(NameHash(value)) { hints.formUnion([.furniture, .fixture]) }
      case Names.ariaHidden: isHidden = isHidden || NameHash(value) == Names.true
      case Names.property, Names.name:
        metadata = metadata ?? PageMetadata.key(named: NameHash(value))
      case Names.itemprop:
        let property = NameHash(value)
        metadata = metadata ?? PageMetadata.date(named: property)
        isBody = property == Names.articleBody
        if property == Names.author { hints.insert(.author) }
      case Names.content: content = value
      case Names.datetime: dateTime = value
      case Names.title:
        // `<abbr title="2022-07-08">`; of other elements it is not kept.
        if value[0] &- 0x30 < 10 { dateTime = dateTime ?? value }
      case Names.href: target = value
      case Names.rel:
        isCanonical = NameHash(value) == Names.canonical
        if NameHash(value) == Names.author { hints.insert(.author) }
      default: break
      }
    }
  }

  /// `display: none` and `visibility: hidden` hide, `font-family` names a font.
  private mutating func readStyle(_ value: UnsafePointer<UInt8>) {
    let says = { (property: StaticString, word: StaticString) in
      CText.find(property, in: value).map { CText.isValue(word, in: value, after: $0) } == true
    }
    isHidden = isHidden || says("display", "none") || says("visibility", "hidden")
    if let family = CText.find("font-family", in: value) {
      font = Font(encoding: Self.encoding(ofFonts: value, from: family))
    }
  }

  /// Of the first font in a list such as `.VnTime, Arial`.
  ///
  /// The fonts concerned all have `vn` or `vps` in their names; others cost no string.
  private static func encoding(ofFonts list: UnsafePointer<UInt8>, from start: Int) -> FontEncoding?
  {
    var name: [UInt8] = []
    var hasMark = false
    var index = start
    while list[index] != 0, list[index] != 0x2C, list[index] != 0x3B, name.count < 64 {
      let byte = list[index]
      hasMark = hasMark || byte | 0x20 == 0x76
      if byte != 0x22, byte != 0x27, byte != 0x3A, byte != 0x20 || !name.isEmpty {
        name.append(byte)
      }
      index += 1
    }
    guard hasMark else { return nil }
    while name.last == 0x20 { name.removeLast() }
    return FontEncoding(fontName: String(decoding: name, as: UTF8.self))
  }

  /// The roles of what is not the page's matter.
  private static let fixtures = NameTable(
    "navigation complementary contentinfo dialog alertdialog search menu menubar")

  private enum Names {
    static let role = NameHash("role")
    static let `class` = NameHash("class")
    static let id = NameHash("id")
    static let style = NameHash("style")
    static let face = NameHash("face")
    static let hidden = NameHash("hidden")
    static let ariaHidden = NameHash("aria-hidden")
    static let property = NameHash("property")
    static let name = NameHash("name")
    static let itemprop = NameHash("itemprop")
    static let content = NameHash("content")
    static let datetime = NameHash("datetime")
    static let title = NameHash("title")
    static let href = NameHash("href")
    static let rel = NameHash("rel")
    static let `true` = NameHash("true")
    static let canonical = NameHash("canonical")
    static let author = NameHash("author")
    static let articleBody = NameHash("articlebody")
  }
}

/// Searches in C strings, ASCII case ignored.
enum CText {
  /// Whether a text begins as `2022-07-08T10` does.
  static func isTimestamp(_ text: UnsafePointer<UInt8>) -> Bool {
    for (offset, sign) in "0000-00-00T00".utf8.enumerated() {
      let fits = sign == 0x30 ? text[offset] &- 0x30 < 10 : text[offset] == sign
      guard fits else { return false }
    }
    return true
  }

  /// The offset behind the first occurrence of a word in lower case.
  static func find(_ word: StaticString, in text: UnsafePointer<UInt8>) -> Int? {
    var start = 0
    while text[start] != 0 {
      if let end = match(word, in: text, at: start) { return end }
      start += 1
    }
    return nil
  }

  /// Whether `: word` stands at an offset.
  static func isValue(
    _ word: StaticString, in text: UnsafePointer<UInt8>, after offset: Int
  ) -> Bool {
    var index = offset
    while text[index] == 0x20 || text[index] == 0x3A { index += 1 }
    return match(word, in: text, at: index) != nil
  }

  private static func match(
    _ word: StaticString, in text: UnsafePointer<UInt8>, at start: Int
  ) -> Int? {
    for offset in 0..<word.utf8CodeUnitCount {
      let byte = text[start + offset]
      guard byte != 0, byte | 0x20 == word.utf8Start[offset] | 0x20 else { return nil }
    }
    return start + word.utf8CodeUnitCount
  }
}
