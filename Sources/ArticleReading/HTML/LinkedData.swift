/// What a page's JSON-LD (schema.org) says of the article.
///
/// The scan does not check the JSON: it skips strings as strings and counts brackets, which is all
/// that objects, arrays and `@graph` need, and templates do print broken JSON. Of the objects that
/// describe something dated, the article is the one with an article's type; one without a type comes
/// next, a page last. Comments, lists of other articles, sites and videos are not looked at. Linear in
/// the size of the scripts.
struct LinkedData {
  /// Whether an object says that it is an article.
  private(set) var isArticle = false
  private(set) var datePublished: String?
  private(set) var dateModified: String?
  /// All who are named, in order.
  private(set) var authors: [String] = []
  private(set) var sections: [String] = []
  private(set) var headline: String?
  /// The whole text, where it is given; may hold markup.
  private(set) var body: String?
  /// The names in a breadcrumb list, in order.
  private(set) var breadcrumb: [String] = []

  init(_ scripts: [[UInt8]]) {
    var reader = LinkedObjects()
    for script in scripts { reader.read(script) }
    let objects = reader.objects
    breadcrumb = Self.breadcrumb(in: objects)
    guard let article = Self.article(in: objects) else { return }
    let it = objects[article]
    isArticle = it.isArticle
    datePublished = it.first("datePublished") ?? it.first("dateCreated")
    dateModified = it.first("dateModified")
    headline = it.first("headline")
    sections = it.all("articleSection")
    body = it.body.map { JSONText.text($0, keepsLines: true) }
    authors = Self.authors(of: article, in: objects)
  }

  private static func article(in objects: [LinkedObject]) -> Int? {
    var best: (rank: Int, index: Int)?
    for (index, object) in objects.enumerated() {
      guard let rank = object.rank, rank > best?.rank ?? 0 else { continue }
      best = (rank, index)
    }
    return best?.index
  }

  private static func authors(of article: Int, in objects: [LinkedObject]) -> [String] {
    var names = objects[article].all("author")
    var byID: [String: String] = [:]
    for object in objects {
      if let id = object.first("@id"), let name = object.first("name") { byID[id] = name }
    }
    for object in objects where object.parent == article && object.key == "author" {
      let name = object.first("name") ?? object.first("@id").flatMap { byID[$0] }
      if let name, names.count < maximumNames, !names.contains(name) { names.append(name) }
    }
    return names
  }

  private static let maximumNames = 20

  private static func breadcrumb(in objects: [LinkedObject]) -> [String] {
    var names: [String] = []
    for object in objects where object.isInBreadcrumb && names.count < maximumNames {
      if let name = object.first("name") { names.append(name) }
    }
    return names
  }
}

/// One object of JSON-LD: the values of the keys that are looked at.
struct LinkedObject {
  /// The object around it, and the key that it is a value of there.
  let parent: Int?
  let key: String
  /// Whether it belongs to something else that the page shows: a comment, a list.
  let isAside: Bool
  let isInBreadcrumb: Bool
  var types: [String] = []
  private var values: [String: [String]] = [:]
  fileprivate(set) var body: ArraySlice<UInt8>?

  fileprivate init(parent: Int?, key: String, isAside: Bool, isInBreadcrumb: Bool) {
    (self.parent, self.key) = (parent, key)
    (self.isAside, self.isInBreadcrumb) = (isAside, isInBreadcrumb)
  }

  func first(_ key: String) -> String? { values[key]?.first }
  func all(_ key: String) -> [String] { values[key] ?? [] }

  fileprivate mutating func add(_ value: ArraySlice<UInt8>, for key: String) {
    switch key {
    case "@type":
      if types.count < Self.maximumValues { types.append(JSONText.text(value)) }
    case "articleBody": body = body ?? value
    default:
      guard values[key]?.count ?? 0 < Self.maximumValues else { return }
      let text = JSONText.text(value)
      if !text.allSatisfy(\.isWhitespace) { values[key, default: []].append(text) }
    }
  }

  private static let maximumValues = 12

  /// How sure it is that the object is the article; nil if it is not.
  fileprivate var rank: Int? {
    guard !isAside else { return nil }
    let isDated = values["datePublished"] != nil || values["headline"] != nil
    if isArticle { return isDated ? 5 : 4 }
    guard isDated else { return nil }
    if types.isEmpty { return 3 }
    if types.contains(where: { $0.hasSuffix("Page") || $0 == "Event" }) { return 2 }
    return types.contains { $0.hasSuffix("Object") } ? 1 : nil
  }

  fileprivate var isArticle: Bool { types.contains(where: Self.isArticle) }

  private static func isArticle(_ type: String) -> Bool {
    type.hasSuffix("Article") || type.hasSuffix("Posting") || type.hasSuffix("Report")
      || type == "Recipe" || type == "CreativeWork" || type == "Review"
  }
}

/// Cuts scripts into objects.
private struct LinkedObjects {
  private(set) var objects: [LinkedObject] = []

  /// Nesting is followed so far; what is deeper belongs to the object there.
  private static let maximumDepth = 64
  private static let maximumObjects = 4000
  private static let maximumValue = 2000

  private static let keys: Set<String> = [
    "@type", "@id", "datePublished", "dateModified", "dateCreated", "headline", "name", "author",
    "articleSection", "articleBody",
  ]
  /// What these hold is not the page's article.
  private static let asides: Set<String> = [
    "comment", "comments", "itemListElement", "hasPart", "isPartOf", "mentions", "citation",
    "review", "publisher", "video", "image", "about", "associatedMedia", "subjectOf",
    "suggestedAnswer",
    "acceptedAnswer", "isBasedOn", "itemReviewed", "potentialAction",
  ]

  /// An open bracket.
  private struct Frame {
    let key: String
    let object: Int?
  }

  mutating func read(_ script: [UInt8]) {
    var frames: [Frame] = []
    var depth = 0
    var key = ""
    var index = 0
    while index < script.count {
      switch script[index] {
      case 0x7B, 0x5B:
        if frames.count < Self.maximumDepth {
          frames.append(open(isObject: script[index] == 0x7B, key, in: frames.last))
        } else {
          depth += 1
        }
        index += 1
      case 0x7D, 0x5D:
        if depth > 0 {
          depth -= 1
        } else {
          key = frames.popLast()?.key ?? ""
        }
        index += 1
      case 0x22:
        let end = JSONText.endOfString(script, from: index + 1)
        let content = script[min(index + 1, end)..<end]
        index = min(end + 1, script.count)
        if JSONText.isKey(script, at: index) {
          key = content.count <= 40 ? String(decoding: content, as: UTF8.self) : ""
        } else if let object = frames.last?.object, Self.keys.contains(key),
          content.count <= Self.maximumValue || key == "articleBody"
        {
          objects[object].add(content, for: key)
        }
      default: index += 1
      }
    }
  }

  private mutating func open(isObject: Bool, _ key: String, in outer: Frame?) -> Frame {
    guard isObject, objects.count < Self.maximumObjects else {
      return Frame(key: key, object: outer?.object)
    }
    let parent = outer?.object
    let around = parent.map { objects[$0] }
    objects.append(
      LinkedObject(
        parent: parent, key: key,
        isAside: around?.isAside == true || Self.asides.contains(key)
          || around?.types.contains("Comment") == true,
        isInBreadcrumb: around?.isInBreadcrumb == true
          || (key == "itemListElement" && around?.types.contains("ItemList") != true)))
    return Frame(key: key, object: objects.count - 1)
  }
}

/// Strings as JSON writes them.
enum JSONText {
  /// The offset of the quotation mark that ends a string, or the end.
  static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x22 { index += bytes[index] == 0x5C ? 2 : 1 }
    return min(index, bytes.count)
  }

  /// Whether what ended before `start` is a key.
  static func isKey(_ bytes: [UInt8], at start: Int) -> Bool {
    var index = start
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    return index < bytes.count && bytes[index] == 0x3A
  }

  /// The text of a string, escapes resolved; an impossible escape becomes U+FFFD. White space is
  /// spaces, unless `keepsLines`.
  static func text(_ bytes: ArraySlice<UInt8>, keepsLines: Bool = false) -> String {
    guard bytes.contains(0x5C) else { return String(decoding: bytes, as: UTF8.self) }
    var result = ""
    var plain: [UInt8] = []
    var units: [UInt16] = []
    func flush() {
      result += String(decoding: plain, as: UTF8.self) + String(decoding: units, as: UTF16.self)
      plain.removeAll()
      units.removeAll()
    }
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == 0x5C, let escape = rest.popFirst() else {
        if !units.isEmpty { flush() }
        plain.append(byte)
        continue
      }
      if escape == 0x75,
        let unit = UInt16(String(decoding: rest.prefix(4), as: UTF8.self), radix: 16)
      {
        if !plain.isEmpty { flush() }
        units.append(unit)
        rest = rest.dropFirst(4)
        continue
      }
      if !units.isEmpty { flush() }
      switch escape {
      case 0x6E where keepsLines, 0x72 where keepsLines: plain.append(0x0A)
      case 0x6E, 0x74, 0x72, 0x62, 0x66: plain.append(0x20)
      default: plain.append(escape)
      }
    }
    flush()
    return result
  }
}
