import CLibXML2

/// The text of an element as it is gathered, within the limit of its item.
struct FeedText {
  private(set) var value = ""
  /// What may still come.
  private var budget: Int
  private(set) var isTooLong = false
  /// An entity that was met.
  var entity: String?

  init(limit: Int) { budget = limit }

  /// Begins the text of the next element, with what its attributes say.
  mutating func begin(_ text: String) {
    value = ""
    append(text)
  }

  mutating func append(_ text: String) {
    budget -= text.utf8.count
    guard budget >= 0 else { return discard() }
    value += text
  }

  /// Keeps nothing of the item from here on.
  mutating func discard() { (isTooLong, budget, value) = (true, 0, "") }
}

/// libxml2's streaming reader over a ``ByteStream``: memory is bounded by what one node holds, which
/// libxml2 limits (10 MB of text, 256 levels).
///
/// Nothing is fetched and no DTD loaded; entities are not expanded in text, and in attributes within
/// libxml2's bounds. Nothing is printed. One thread at a time.
final class FeedReader {
  private let input: XMLInput
  private let reader: xmlTextReaderPtr

  init(_ stream: ByteStream) throws(ReadingError) {
    LibXML.makeReady()
    input = XMLInput(stream)
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let made = xmlReaderForIO(
      XMLInput.read, nil, Unmanaged.passUnretained(input).toOpaque(), nil, nil, Int32(options))
    guard let made else {
      throw input.failure ?? ReadingError(.notXML)
    }
    reader = made
    xmlTextReaderSetStructuredErrorHandler(reader, { _, _ in }, nil)
  }

  deinit { xmlFreeTextReader(reader) }

  /// Goes to the next node; false at the end of the document.
  ///
  /// - Throws: ``ReadingError`` if the rest is not well-formed or cannot be read. libxml2 parses half a
  ///   kilobyte at once, and what stands in there before the fault is lost too.
  func advance() throws(ReadingError) -> Bool {
    let result = xmlTextReaderRead(reader)
    // libxml2 takes bytes that cannot be had for the end, and may find the document well-formed.
    if let failure = input.failure { throw failure }
    guard result >= 0 else { throw notWellFormed }
    if isStart { input.isPastProlog = true }
    return result > 0
  }

  var depth: Int { Int(xmlTextReaderDepth(reader)) }
  /// Whether the node is an element's end tag.
  var isEnd: Bool { type == XML_READER_TYPE_END_ELEMENT }
  /// The text that the node is; nil if it is none.
  var text: String? {
    switch type {
    case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_SIGNIFICANT_WHITESPACE,
      XML_READER_TYPE_WHITESPACE:
      Self.string(xmlTextReaderConstValue(reader))
    default: nil
    }
  }
  /// The name of the entity that the node is; nil if it is none.
  var entity: String? { type == XML_READER_TYPE_ENTITY_REFERENCE ? localName : nil }
  /// Whether the node is an element's start tag.
  var isStart: Bool { type == XML_READER_TYPE_ELEMENT }
  /// `<name/>`, which no end tag follows.
  var isEmptyElement: Bool { xmlTextReaderIsEmptyElement(reader) == 1 }
  var localName: String { Self.string(xmlTextReaderConstLocalName(reader)) ?? "" }
  var prefix: String? { Self.string(xmlTextReaderConstPrefix(reader)) }
  var namespace: String { Self.string(xmlTextReaderConstNamespaceUri(reader)) ?? "" }

  func attribute(_ name: String) -> String? {
    guard xmlTextReaderMoveToAttribute(reader, name) == 1 else { return nil }
    defer { xmlTextReaderMoveToElement(reader) }
    return Self.string(xmlTextReaderConstValue(reader))
  }

  /// Gathers an element's text up to its end tag.
  ///
  /// - Parameter keepsMarkup: whether elements inside are kept as tags; else the text of a `name` or
  ///   `title` directly inside counts and no other element's.
  func readContent(into text: inout FeedText, keepsMarkup: Bool) throws(ReadingError) {
    guard !isEmptyElement else { return }
    let start = depth
    let escapes = keepsMarkup && attribute("type") == "xhtml"
    var isInName = false
    while try advance(), depth > start {
      switch type {
      case XML_READER_TYPE_ELEMENT:
        if keepsMarkup {
          text.append(startTag)
        } else if depth == start + 1, ["name", "title"].contains(localName), text.value.isEmpty {
          isInName = !isEmptyElement
        }
      case XML_READER_TYPE_END_ELEMENT:
        if keepsMarkup { text.append("</\(localName)>") }
        if depth == start + 1 { isInName = false }
      case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_SIGNIFICANT_WHITESPACE,
        XML_READER_TYPE_WHITESPACE:
        guard keepsMarkup || depth == start + 1 || isInName else { break }
        guard let value = Self.string(xmlTextReaderConstValue(reader)) else { break }
        if !keepsMarkup, depth == start + 1, value.allSatisfy(\.isWhitespace) { break }
        text.append(escapes ? Self.escaped(value) : value)
      case XML_READER_TYPE_ENTITY_REFERENCE:
        text.entity = text.entity ?? localName
      default: break
      }
    }
  }

  /// The start tag with the attribute that says what an element is for.
  private var startTag: String {
    let end = isEmptyElement ? "/>" : ">"
    guard let use = attribute("class") else { return "<\(localName)\(end)" }
    return "<\(localName) class=\"\(Self.escaped(use))\"\(end)"
  }

  private var type: xmlReaderTypes {
    xmlReaderTypes(rawValue: UInt32(bitPattern: xmlTextReaderNodeType(reader)))
  }

  private var notWellFormed: ReadingError {
    let line = xmlTextReaderGetParserLineNumber(reader)
    guard let error = xmlGetLastError(), let message = error.pointee.message else {
      return ReadingError(.invalidXML(line: Int(line), detail: nil))
    }
    let words = String(cString: message).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ").prefix(120)
    return ReadingError(.invalidXML(line: Int(line), detail: String(words)))
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x22 }) else { return text }
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String? {
    text.map { String(cString: $0) }
  }
}
