/// Cuts the articles of XML that is no feed: one that fills the document, or any number of them in it.
///
/// An element is an article if elements in it are called as parts of one: `<article><title>…`, `<row><field
/// name="tieu_de">…`. Elements that merely hold others are looked into, and what stands beside an
/// article's parts in boxes of its own (`<meta><date>…`) belongs to it. What is called a title alone is no
/// article, as any XML has names in it.
struct XMLItemCutter {
  /// Elements that may hold articles although a body may be called so.
  private static let boxes: Set<String> = [
    "article", "story", "document", "doc", "detail", "message", "text", "body", "html",
  ]
  private static let maximumFields = 4096
  private static let maximumDepth = 32
  /// A text without a title is an article if it has so many words.
  private static let leastWords = 30

  /// An element that is open.
  private struct Frame {
    var name: String
    var depth: Int
    var fields: [RawRecord.Field] = []
    var text = ""
    /// Bytes that may still be added.
    var room: Int
    var isTooLong = false
    var entity: String?
    /// Whether there was an article in it.
    var hasArticle = false

    mutating func add(_ field: RawRecord.Field) {
      room -= field.name.utf8.count + field.value.utf8.count
      guard room >= 0, fields.count < XMLItemCutter.maximumFields else { return discard() }
      fields.append(field)
    }

    mutating func add(_ more: String) {
      room -= more.utf8.count
      guard room >= 0 else { return discard() }
      text += more
    }

    mutating func discard() { (isTooLong, fields, text, room) = (true, [], "", 0) }
  }

  private let limit: Int
  private let fields: RecordFields
  private let meanings: [String: RecordFields.Meaning]
  private var frames: [Frame]
  private var number = 0
  private var hasArticle = false

  /// - Parameter root: the name of the element that the document is.
  init(root: String, fields: RecordFields?, limit: Int) {
    self.limit = limit
    self.fields = fields ?? RecordFields()
    meanings = self.fields.meanings
    frames = [Frame(name: root, depth: 0, room: limit)]
  }

  /// The next article; nil at the end.
  ///
  /// - Throws: ``ReadingError``, also if there is none in the document.
  mutating func next(from reader: FeedReader) throws(ReadingError) -> RecordSource.Item? {
    while !frames.isEmpty {
      guard try reader.advance() else {
        frames = []
        break
      }
      if reader.isStart {
        try start(reader)
      } else if let text = reader.text {
        frames[frames.count - 1].add(text)
      } else if let entity = reader.entity {
        frames[frames.count - 1].entity = entity
      } else if reader.isEnd, let frame = frames.last, reader.depth == frame.depth {
        frames.removeLast()
        if let item = end(frame) { return item }
      }
    }
    guard hasArticle else { throw ReadingError(.notAFeed) }
    return nil
  }

  private mutating func start(_ reader: FeedReader) throws(ReadingError) {
    let name =
      reader.attribute("name").flatMap {
        ["field", "column", "col", "value", "property", "str", "date", "arr"].contains(
          reader.localName)
          ? $0 : nil
      } ?? reader.localName
    let key = RecordFields.key(name)
    let isKnown = meanings[key] != nil
    if reader.isEmptyElement {
      if let value = reader.attribute("content") ?? reader.attribute("value") {
        let name = reader.attribute("property") ?? reader.attribute("name") ?? name
        frames[frames.count - 1].add(RawRecord.Field(name: name, value: value))
      }
      return
    }
    let isBox = Self.boxes.contains(name.lowercased()) && meanings[key]?.rank != 0
    guard isKnown && !isBox || frames.count >= Self.maximumDepth else {
      frames.append(Frame(name: name, depth: reader.depth, room: frames[frames.count - 1].room))
      return
    }
    var text = FeedText(limit: frames[frames.count - 1].room)
    try reader.readContent(into: &text, keepsMarkup: true)
    if let entity = text.entity { frames[frames.count - 1].entity = entity }
    if text.isTooLong {
      frames[frames.count - 1].discard()
    } else if text.value.utf8.contains(where: { $0 > 0x20 }) {
      frames[frames.count - 1].add(RawRecord.Field(name: name, value: text.value))
    }
  }

  /// What an element is now that it has ended: an article, or a value or a box of its parent.
  private mutating func end(_ frame: Frame) -> RecordSource.Item? {
    if frame.isTooLong {
      return frame.hasArticle ? nil : failure(.recordTooLong(limit: limit))
    }
    if isArticle(frame.fields), !hasTitleAround {
      if let entity = frame.entity { return failure(.ownEntity(name: entity)) }
      return .record(RawRecord(content: .fields(frame.fields), position: place()))
    }
    guard let parent = frames.indices.last else { return nil }
    frames[parent].entity = frames[parent].entity ?? frame.entity
    if frame.hasArticle {
      frames[parent].hasArticle = true
    } else if frame.fields.isEmpty {
      let text = frame.text.split(whereSeparator: \.isNewline).map { $0.trimmingSpaces() }
        .filter { !$0.isEmpty }.joined(separator: "\n")
      guard !text.isEmpty else { return nil }
      if Self.isProse(frame.name) {
        // A paragraph of the text around it.
        frames[parent].add("\n\(text)\n")
      } else {
        frames[parent].add(RawRecord.Field(name: frame.name, value: text))
      }
    } else {
      for field in frame.fields { frames[parent].add(field) }
    }
    return nil
  }

  private mutating func failure(_ cause: ReadingError.Cause) -> RecordSource.Item {
    .bad(RecordFailure(position: place(), error: ReadingError(cause)))
  }

  /// Where the article is that was just found.
  private mutating func place() -> RecordPosition {
    number += 1
    hasArticle = true
    if let parent = frames.indices.last { frames[parent].hasArticle = true }
    return .item(number)
  }

  private static func isProse(_ name: String) -> Bool {
    ["p", "para", "paragraph", "div", "span", "b", "i", "em", "strong", "br", "a"]
      .contains(name.lowercased())
  }

  /// Whether an element around has a title already: what is in it is about something else. That of the whole
  /// document may be what a collection is called, if there is no text with it.
  private var hasTitleAround: Bool {
    frames.contains { frame in
      let parts = frame.fields.map { meanings[RecordFields.key($0.name)]?.part }
      return parts.contains(.title) && (frame.depth > 0 || parts.contains(.body))
    }
  }

  private func isArticle(_ values: [RawRecord.Field]) -> Bool {
    var (hasTitle, hasText, hasLongText) = (false, false, false)
    for field in values {
      switch meanings[RecordFields.key(field.name)]?.part {
      case .title: hasTitle = hasTitle || fields.hasText(in: [field.name])
      case .lede, .body:
        hasText = true
        hasLongText = hasLongText || LineShape.wordCount(field.value[...]) >= Self.leastWords
      case nil:
        hasLongText = hasLongText || LineShape.wordCount(field.value[...]) >= Self.leastWords
      default: break
      }
    }
    return (hasTitle && hasText) || hasLongText
  }
}
