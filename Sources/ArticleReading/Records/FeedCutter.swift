import CLibXML2

/// Cuts the items of an RSS 2.0, RSS 1.0 (RDF) or Atom feed.
///
/// Each child of an item is a field under its local name, or `prefix:name` if it is of a vocabulary
/// that none of the formats uses (`media:title` is no title of the item); elements inside it are kept
/// as markup where text may have some (`content`), else only a name or title in it counts. An Atom
/// link to the page itself gives `link`. The title of the feed is the field `channel` of every item.
///
/// Of WordPress's export, which is RSS, posts and pages that were published are items. Other XML is given to
/// ``XMLItemCutter``, and sitemaps to ``SitemapCutter``.
///
/// Entities that the document declares itself are never expanded: an item that uses one is a
/// failure.
struct FeedCutter: RecordCutter {
  /// The longest item, in bytes of text.
  let limit: Int
  private var reader: FeedReader?
  private var kind: Kind?
  private var channel = ""
  private var number = 0
  private let fields: RecordFields?
  private var items: XMLItemCutter?
  private var sitemap: SitemapCutter?

  private enum Kind { case rss, rdf, atom }

  init(fields: RecordFields? = nil, limit: Int) { (self.fields, self.limit) = (fields, limit) }

  mutating func next(from stream: ByteStream) throws(ReadingError) -> RecordSource.Item? {
    let reader = try reader(for: stream)
    while true {
      if items != nil { return try items?.next(from: reader) }
      if sitemap != nil { return try sitemap?.next(from: reader) }
      guard try reader.advance() else { break }
      guard reader.isStart else { continue }
      guard let kind else {
        begin(reader.localName)
        continue
      }
      if reader.localName == (kind == .atom ? "entry" : "item") {
        if let item = try item(reader) { return item }
        continue
      }
      if channel.isEmpty, reader.localName == "title", reader.depth == (kind == .atom ? 1 : 2) {
        var text = FeedText(limit: limit)
        try reader.readContent(into: &text, keepsMarkup: false)
        channel = text.value
      }
    }
    guard kind != nil else { throw ReadingError(.notAFeed) }
    return nil
  }

  private mutating func reader(for stream: ByteStream) throws(ReadingError) -> FeedReader {
    if let reader { return reader }
    let made = try FeedReader(stream)
    reader = made
    return made
  }

  private mutating func begin(_ root: String) {
    switch root {
    case "rss": kind = .rss
    case "RDF": kind = .rdf
    case "feed": kind = .atom
    case "urlset", "sitemapindex": sitemap = SitemapCutter(limit: limit)
    default: items = XMLItemCutter(root: root, fields: fields, limit: limit)
    }
  }

  /// Reads an item to its end; nil for one that was not published.
  private mutating func item(_ reader: FeedReader) throws(ReadingError) -> RecordSource.Item? {
    number += 1
    var fields: [RawRecord.Field] = []
    var budget = FeedText(limit: limit)
    let depth = reader.depth
    if !reader.isEmptyElement {
      while try reader.advance(), reader.depth > depth {
        guard reader.isStart else { continue }
        guard let name = Self.fieldName(of: reader) else {
          var ignored = FeedText(limit: 0)
          try reader.readContent(into: &ignored, keepsMarkup: false)
          continue
        }
        let value = Self.attributeValue(of: name, reader)
        budget.begin(value ?? "")
        try reader.readContent(into: &budget, keepsMarkup: Self.mayHoldMarkup.contains(name))
        if fields.count == Self.maximumFields { budget.discard() }
        if !budget.value.isEmpty, !budget.isTooLong {
          fields.append(RawRecord.Field(name: name, value: budget.value))
        }
      }
    }
    let position = RecordPosition.item(number)
    if let entity = budget.entity {
      let error = ReadingError(.ownEntity(name: entity))
      return .bad(RecordFailure(position: position, error: error))
    }
    if budget.isTooLong {
      let error = ReadingError(.recordTooLong(limit: limit))
      return .bad(RecordFailure(position: position, error: error))
    }
    guard WordPressPost.isPublished(fields) else { return nil }
    fields = WordPressPost.cleaned(fields)
    if !channel.isEmpty { fields.append(RawRecord.Field(name: "channel", value: channel)) }
    return .record(RawRecord(content: .fields(fields), position: position))
  }

  /// What Atom says in attributes.
  private static func attributeValue(of name: String, _ reader: FeedReader) -> String? {
    switch name {
    case "link": reader.attribute("href")
    case "category": reader.attribute("label") ?? reader.attribute("term")
    default: nil
    }
  }

  /// Items of more are taken for too long.
  private static let maximumFields = 4096
  private static let mayHoldMarkup: Set<String> = [
    "content", "encoded", "excerpt", "description", "summary", "title",
  ]

  /// The vocabularies whose local names are fields: RSS, Atom, content, Dublin Core.
  private static let vocabularies: Set<String> = [
    "", "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "http://purl.org/rss/1.0/",
    "http://purl.org/rss/1.0/modules/content/", "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/", "http://backend.userland.com/rss2",
  ]
  /// WordPress's, by version.
  private static let excerpts = "http://wordpress.org/export/"

  /// The field that an element of an item is; nil for a link to something else.
  private static func fieldName(of reader: FeedReader) -> String? {
    let name = reader.localName
    if name == "link", reader.attribute("href") != nil {
      return ["alternate", nil].contains(reader.attribute("rel")) ? name : nil
    }
    if name == "encoded", reader.namespace.hasPrefix(excerpts) { return "excerpt" }
    guard let prefix = reader.prefix, !vocabularies.contains(reader.namespace) else { return name }
    return "\(prefix):\(name)"
  }
}
