/// Cuts the entries of a sitemap for news: a title, a day and an address each. A sitemap of nothing but
/// addresses is none of articles.
struct SitemapCutter {
  private var number = 0
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  mutating func next(from reader: FeedReader) throws(ReadingError) -> RecordSource.Item? {
    while try reader.advance() {
      guard reader.isStart, reader.localName == "url", !reader.isEmptyElement else { continue }
      let depth = reader.depth
      var fields: [RawRecord.Field] = []
      var text = FeedText(limit: limit)
      while try reader.advance(), reader.depth > depth {
        guard reader.isStart, let name = Self.name(of: reader) else { continue }
        text.begin("")
        try reader.readContent(into: &text, keepsMarkup: false)
        if !text.value.isEmpty { fields.append(RawRecord.Field(name: name, value: text.value)) }
      }
      guard fields.contains(where: { $0.name == "title" }) else { continue }
      number += 1
      let position = RecordPosition.item(number)
      if let entity = text.entity {
        return .bad(
          RecordFailure(position: position, error: ReadingError(.ownEntity(name: entity))))
      }
      guard !text.isTooLong else {
        let error = ReadingError(.recordTooLong(limit: limit))
        return .bad(RecordFailure(position: position, error: error))
      }
      return .record(RawRecord(content: .fields(fields), position: position))
    }
    guard number > 0 else { throw ReadingError(.notAFeed) }
    return nil
  }

  /// The part of an article that an element of an entry is: those of Google's vocabulary, and the address.
  private static func name(of reader: FeedReader) -> String? {
    switch reader.localName {
    case "loc" where reader.prefix == nil: "url"
    case "title" where reader.namespace.contains("news"): "title"
    case "publication_date": "date"
    case "name" where reader.namespace.contains("news"): "source"
    default: nil
    }
  }
}
