/// What the head of a page and its elements with `itemprop` say about the article.
struct PageMetadata {
  private(set) var values: [Key: String] = [:]

  enum Key {
    case openGraphTitle, title, published, author, section, siteName, openGraphURL, canonicalURL
  }

  /// Longer values, in bytes, are not taken.
  private static let maximumLength = 2048

  /// Takes the first value that is not empty; entities are decoded already.
  mutating func set(_ key: Key, _ value: UnsafePointer<UInt8>) {
    guard values[key] == nil else { return }
    var length = 0
    while length <= Self.maximumLength, value[length] != 0 { length += 1 }
    guard length <= Self.maximumLength else { return }
    let bytes = UnsafeBufferPointer(start: value, count: length)
    set(key, String(decoding: bytes, as: UTF8.self))
  }

  mutating func set(_ key: Key, _ value: String) {
    guard values[key] == nil else { return }
    let value = SpaceScanner.collapsed(value)
    if !value.isEmpty { values[key] = value }
  }

  /// The field that a `<meta name=… property=… itemprop=…>` holds.
  static func key(named name: NameHash) -> Key? { keys[name] }

  private static let keys = NameTable<Key>([
    (.openGraphTitle, "og:title twitter:title dc.title"),
    (
      .published,
      """
      article:published_time og:published_time datepublished pubdate publishdate publish_date
      date dc.date dc.date.issued dcterms.issued dcterms.created sailthru.date
      article:published published_time
      """
    ),
    (.author, "author article:author dc.creator dcterms.creator dable:author"),
    (.section, "article:section section"),
    (.siteName, "og:site_name application-name dc.publisher"),
    (.openGraphURL, "og:url"),
  ])
}
