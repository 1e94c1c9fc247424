import CJSON

/// Makes an article of a record: the second half of reading a dump, on any thread.
///
/// Which value is which part of the article is told by its name (``RecordFields``); what its text holds
/// by ``RecordText``. A reader holds nothing mutable and may be used from many threads at once; simdjson's
/// buffers belong to the thread (CJSON.h).
struct RecordReader: Sendable {
  private let meanings: [String: RecordFields.Meaning]
  private let furniture: FurnitureTable

  init(fields: RecordFields = RecordFields(), furniture: FurnitureTable = .builtIn) {
    meanings = fields.meanings
    self.furniture = furniture
  }

  /// Reads one record.
  ///
  /// - Throws: ``ReadingError`` for what is no JSON object, and for a record without title and text.
  func read(_ record: RawRecord) throws(ReadingError) -> ReadArticle {
    var values = RecordValues(meanings: meanings)
    switch record.content {
    case .json(let bytes):
      try Self.parse(bytes, into: &values)
    case .fields(let fields):
      for field in fields { values.take(name: field.name, field.value) }
    case .member: throw ReadingError(.notAnObject)
    }
    var read = ReadArticle(article: try article(of: values))
    if read.article.date == nil { read.unreadNames = values.unread }
    return read
  }

  private func article(of values: RecordValues) throws(ReadingError) -> Article {
    var article = Article(title: try RecordText.line(TextValue.sound(values.title)))
    var ledes = try RecordText.paragraphs(
      values.all(.lede).flatMap(TextValue.texts), furniture: furniture)
    var body = try RecordText.paragraphs(
      values.all(.body).flatMap(TextValue.texts), furniture: furniture)
    if article.title.isEmpty, body.count == 1, let only = body.first,
      only.utf8.count <= Self.longestTitle,
      ledes.contains(where: { $0.utf8.count > only.utf8.count })
    {
      // A headline that is called text, above a summary.
      (article.title, body, ledes) = (only, ledes, [])
    }
    guard !article.title.isEmpty || !ledes.isEmpty || !body.isEmpty else {
      throw ReadingError(.recordWithoutText)
    }
    (article.lede, article.paragraphs) = Self.parted(lede: ledes, body: body)
    if article.title.isEmpty, let first = body.first ?? ledes.first {
      article.title = TitleExcerpt.of(first[...])
    }
    article.date = values.all(.date).lazy.compactMap { TimestampParser.parse($0) }.first
    article.author = try RecordText.names(values.all(.author).map(TextValue.sound))
    var sections: [String] = []
    for text in values.all(.section) { sections.append(try RecordText.line(TextValue.sound(text))) }
    article.takeSections(SectionNames.names(in: sections.filter { $0 != article.title }))
    article.source = try Self.first(values, .source)
    article.url = try Self.first(values, .url)
    article.date = article.date ?? article.url.flatMap(PageDate.inAddress)
    article.recordID = try Self.first(values, .id)
    return article
  }

  /// In bytes.
  private static let longestTitle = 300

  /// Lede and body, without the lede at the body's start.
  ///
  /// A lede that is the cut start of the body (`… […]`) tells nothing. Without a lede the body's first
  /// paragraph is it, if others follow.
  private static func parted(
    lede: [String], body: [String]
  ) -> (lede: String, paragraphs: [String]) {
    var paragraphs = body.isEmpty ? lede : body
    let text = RecordText.withoutEllipsis(lede.joined(separator: " "))
    guard let first = paragraphs.first else { return ("", []) }
    if body.isEmpty || text.isEmpty || (first.hasPrefix(text) && first != text) {
      let isLead = paragraphs.count > 1
      return (isLead ? paragraphs.removeFirst() : "", paragraphs)
    }
    if body.count >= lede.count, Array(body.prefix(lede.count)) == lede {
      paragraphs.removeFirst(lede.count)
    }
    return paragraphs.isEmpty
      ? ("", lede) : (lede.joined(separator: " "), paragraphs)
  }

  private static func first(
    _ values: RecordValues, _ part: RecordFields.Part
  ) throws(ReadingError) -> String? {
    for text in values.all(part) {
      let line = try RecordText.line(TextValue.sound(text))
      if !line.isEmpty, part == .id || !RecordText.isNothing(line) { return line }
    }
    return nil
  }

  private static func parse(
    _ bytes: [UInt8], into values: inout RecordValues
  ) throws(ReadingError) {
    var reason: UnsafePointer<CChar>?
    let status = withUnsafeMutablePointer(to: &values) { values in
      bytes.withUnsafeBufferPointer {
        cj_read_object($0.baseAddress, $0.count, onField, values, &reason)
      }
    }
    switch status {
    case .CJ_OK: return
    case .CJ_NOT_OBJECT: throw ReadingError(.notAnObject)
    default: throw ReadingError(.invalidJSON(detail: reason.map { String(cString: $0) } ?? ""))
    }
  }

  private static let onField: cj_field = { context, name, nameLength, value, valueLength, isFirst in
    context?.assumingMemoryBound(to: RecordValues.self).pointee.add(
      name: UnsafeRawBufferPointer(start: name, count: nameLength),
      value: UnsafeRawBufferPointer(start: value, count: valueLength), isFirst: isFirst != 0)
  }
}

extension ReadArticle {
  /// What the record is known by from run to run: its id, else its URL; nil if it has neither.
  package var recordKey: [UInt8]? {
    guard let key = article.recordID ?? article.url, !key.isEmpty else { return nil }
    return Array(key.utf8)
  }
}
