import CLibXML2

/// Parses markup with libxml2 and lends out the tree.
///
/// The parser repairs what it can, loads nothing, and never prints. It goes no deeper than 256
/// elements: what a page holds from there on is not seen. Each call has a parser of its own, so any
/// number may run at once.
enum HTMLTree {
  /// Calls `body` with the document's root element, which lives as long as the call; returns nil if
  /// there is none.
  ///
  /// - Throws: ``ReadingError`` with code `unreadable` where there is no memory for a parser.
  static func withRoot<Result>(
    of markup: [UInt8], _ body: (xmlNodePtr) -> Result
  ) throws(ReadingError) -> Result? {
    LibXML.makeReady()
    guard markup.count <= Int(Int32.max) else { return nil }
    guard let context = htmlNewParserCtxt() else {
      throw ReadingError(.outOfMemory)
    }
    defer { htmlFreeParserCtxt(context) }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
    let document = markup.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        htmlCtxtReadMemory(
          context, chars.baseAddress, Int32(chars.count), nil, "UTF-8", Int32(options))
      }
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else { return nil }
    return body(root)
  }

  /// Calls `enter` and `leave` for elements and `text` for the text between them, in the order of
  /// the page. `enter` returns whether to go into the element; only then `leave` follows.
  ///
  /// A loop along the tree's own pointers, so depth costs no stack.
  static func walk(
    _ root: xmlNodePtr, enter: (xmlNodePtr) -> Bool, leave: () -> Void,
    text: (UnsafePointer<UInt8>) -> Void
  ) {
    var node = root
    while true {
      var goesDown = false
      switch node.pointee.type {
      case XML_ELEMENT_NODE:
        goesDown = enter(node)
      case XML_TEXT_NODE:
        if let content = node.pointee.content { text(content) }
      default: break
      }
      if goesDown, let child = node.pointee.children {
        node = child
        continue
      }
      if goesDown { leave() }
      while node.pointee.next == nil || node == root {
        guard node != root, let parent = node.pointee.parent else { return }
        node = parent
        leave()
      }
      guard let next = node.pointee.next else { return }
      node = next
    }
  }
}

/// The attributes of an element, read without copies.
struct HTMLAttributes: Sequence, IteratorProtocol {
  private var attribute: UnsafeMutablePointer<xmlAttr>?

  init(of node: xmlNodePtr) {
    attribute = node.pointee.properties
  }

  /// The next name and value, both C strings that live as long as the tree.
  mutating func next() -> (name: NameHash, value: UnsafePointer<UInt8>)? {
    while let current = attribute {
      attribute = current.pointee.next
      guard let name = current.pointee.name,
        let value = current.pointee.children?.pointee.content
      else { continue }
      return (NameHash(name), UnsafePointer(value))
    }
    return nil
  }
}
