import CLibXML2

/// What takes the parts of an XML document as they come.
protocol XMLVisitor {
  /// An element begins; ``end(_:)`` follows for each, also where it is empty.
  mutating func start(_ element: borrowing XMLElement)
  mutating func end(_ element: borrowing XMLElement)
  /// Character data, white space included; one piece of text may come in several.
  mutating func text(_ text: String)
}

/// The element that an ``XMLWalk`` stands at; valid only during the call it is handed to.
struct XMLElement: ~Copyable {
  fileprivate let reader: xmlTextReaderPtr
  /// Without the prefix: `p`.
  let name: String
  /// What stands before the colon as the document spells it: `w`; nil if nothing does.
  let prefix: String?

  fileprivate init(reader: xmlTextReaderPtr) {
    self.reader = reader
    name = Self.string(xmlTextReaderConstLocalName(reader)) ?? ""
    prefix = Self.string(xmlTextReaderConstPrefix(reader))
  }

  /// The name of the namespace, nil for none.
  var namespace: String? { Self.string(xmlTextReaderConstNamespaceUri(reader)) }

  /// The value of the attribute of that local name, whatever its prefix.
  func attribute(_ name: String) -> String? {
    guard xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return nil }
    defer { xmlTextReaderMoveToElement(reader) }
    repeat {
      if Self.string(xmlTextReaderConstLocalName(reader)) == name {
        return Self.string(xmlTextReaderConstValue(reader))
      }
    } while xmlTextReaderMoveToNextAttribute(reader) == 1
    return nil
  }

  fileprivate static func string(_ text: UnsafePointer<xmlChar>?) -> String? {
    text.map { String(cString: $0) }
  }
}

/// Reads an XML document from memory in one pass, holding one path of elements and no tree.
///
/// Nothing is fetched, no entity is expanded, and what ``XMLScreen`` refuses is not even parsed.
/// libxml2's own bounds stay on: 256 levels, 10 MB a piece of text. There are documents it takes
/// forever for all the same (thousands of namespaces in force), hence ``maximumSeconds``. Its
/// messages go nowhere but into the error. May be used from many threads.
enum XMLWalk {
  /// The longest a part may take: a hundred times what the largest one does.
  static let maximumSeconds = 30

  /// Hands the parts of a document to a visitor.
  ///
  /// - Parameter part: what the document is called in an error.
  /// - Throws: ``ReadingError`` where the document is not well formed; the visitor has had the part
  ///   before.
  static func walk(
    _ bytes: [UInt8], part: String, _ visitor: inout some XMLVisitor
  ) throws(ReadingError) {
    guard bytes.count <= Int(Int32.max) else {
      throw ReadingError(.invalidPart(name: part, .tooLarge))
    }
    LibXML.makeReady()
    let screen = XMLScreen(bytes)
    if let refusal = screen.refusal {
      throw ReadingError(.invalidPart(name: part, refusal))
    }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let fault = bytes.withUnsafeBytes { buffer -> ReadingError.PartFault? in
      // libxml2 reads in place: the buffer outlives the reader.
      let base = buffer.bindMemory(to: CChar.self).baseAddress
      guard let base,
        let reader = xmlReaderForMemory(
          base + screen.markLength, Int32(buffer.count - screen.markLength), nil,
          screen.encoding, Int32(options))
      else { return .empty }
      defer { xmlFreeTextReader(reader) }
      return walk(reader, &visitor)
    }
    if let fault { throw ReadingError(.invalidPart(name: part, fault)) }
  }

  private static func walk(
    _ reader: xmlTextReaderPtr, _ visitor: inout some XMLVisitor
  ) -> ReadingError.PartFault? {
    // Without a handler of its own the reader prints a few kinds of errors all the same.
    xmlTextReaderSetStructuredErrorHandler(reader, { _, _ in }, nil)
    let deadline = ContinuousClock.now + .seconds(maximumSeconds)
    var nodes = 0
    while true {
      nodes += 1
      if nodes & 0xFF == 0, ContinuousClock.now > deadline {
        return .tookTooLong(seconds: maximumSeconds)
      }
      let status = xmlTextReaderRead(reader)
      if status == 0 { return nil }
      guard status == 1 else {
        return .notWellFormed(line: Int(xmlTextReaderGetParserLineNumber(reader)))
      }
      switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT.rawValue:
        let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
        visitor.start(XMLElement(reader: reader))
        if isEmpty { visitor.end(XMLElement(reader: reader)) }
      case XML_READER_TYPE_END_ELEMENT.rawValue:
        visitor.end(XMLElement(reader: reader))
      case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
        XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
        if let text = XMLElement.string(xmlTextReaderConstValue(reader)) { visitor.text(text) }
      case XML_READER_TYPE_DOCUMENT_TYPE.rawValue:
        return .documentType
      default: break
      }
    }
  }
}
