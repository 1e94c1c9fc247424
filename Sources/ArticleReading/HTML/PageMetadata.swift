/// What the head of a page and its elements with `itemprop` say about the article.
struct PageMetadata {
  private(set) var values: [Key: String] = [:]

  enum Key {
    case openGraphTitle, title, published, created, modified, author, section, siteName,
      openGraphURL
    case canonicalURL
    /// A time that stands in an element of the head whose name says nothing.
    case unnamedTime
    /// What the page says it is: `article`, `website`.
    case type

    var isDate: Bool { self == .published || self == .created || self == .modified }
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

  /// The date that an element with such an `itemprop` holds.
  static func date(named name: NameHash) -> Key? { dates[name] }

  private static let dates = NameTable<Key>([
    (.published, "datepublished"), (.created, "datecreated"),
    (.modified, "datemodified dateupdate"),
  ])

  private static let keys = NameTable<Key>([
    (.openGraphTitle, "og:title twitter:title dc.title"),
    (
      .published,
      """
      article:published_time og:published_time datepublished pubdate publishdate publish_date
      publish-date publication_date publication-date publicationdate dc.date.issued dcterms.issued
      sailthru.date article:published article:published:time article:published_date published_time
      published og:article:published_time og:pubdate og:publish_date rnews:datepublished
      cxenseparse:recs:publishtime cxenseparse:publishtime parsely-pub-date bt:pubdate vr:published_time
      its_publication article_date_original date_published citation_publication_date citation_date
      prism.publicationdate displaydate dc.date.published article.published datelive
      """
    ),
    (
      .created,
      """
      date dc.date dc.created dc.date.created dcterms.created dcterms.date created datecreated
      schema:datecreated creation_date date_created article:created releasedate release_date
      dateposted content_create_date article.created og:release_date
      """
    ),
    (
      .modified,
      """
      article:modified_time article:modified og:updated_time last-modified lastmod datemodified
      dc.modified dcterms.modified dc.date.modified revised modified dateupdate last_updated_date
      article:modified:time
      """
    ),
    (.author, "author article:author dc.creator dcterms.creator dable:author"),
    (.section, "article:section section"),
    (.siteName, "og:site_name application-name dc.publisher"),
    (.openGraphURL, "og:url"), (.type, "og:type"),
  ])
}
