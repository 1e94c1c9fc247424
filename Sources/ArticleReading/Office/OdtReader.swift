/// Reads one article from an .odt: a zip archive of XML parts (OASIS OpenDocument 1.0 to 1.3).
struct OdtReader: Sendable {
  var furniture = FurnitureTable.builtIn

  /// Reads a whole file.
  ///
  /// - Throws: ``ReadingError`` if it is no .odt, is damaged or encrypted, or holds no text.
  func read(_ bytes: [UInt8]) throws(ReadingError) -> ReadArticle {
    let members = try OfficeArchive.members(
      ["content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"], of: bytes, format: .odt)
    // An encrypted document's parts are noise under their usual names.
    if ManifestVisitor.saysEncrypted(members["META-INF/manifest.xml"]) {
      throw ReadingError(.encrypted)
    }
    guard let content = members["content.xml"] else {
      throw ReadingError(.missingPart(name: "content.xml", .odt))
    }
    var sheet = OdtStyleSheet()
    if let part = members["styles.xml"] {
      try XMLWalk.walk(part, part: "styles.xml", &sheet)
    }
    var body = OdtBody(styles: sheet.styles)
    try XMLWalk.walk(content, part: "content.xml", &body)
    return try OfficeArticle(furniture: furniture).article(
      of: body.text, OfficeMetadataVisitor.read(members["meta.xml"]))
  }
}

/// Tells from an .odt's manifest whether its parts are encrypted.
private struct ManifestVisitor: XMLVisitor {
  private var isEncrypted = false

  /// A manifest that cannot be read says nothing: OpenOffice 2 gave it a document type.
  static func saysEncrypted(_ manifest: [UInt8]?) -> Bool {
    guard let manifest else { return false }
    var visitor = ManifestVisitor()
    do {
      try XMLWalk.walk(manifest, part: "META-INF/manifest.xml", &visitor)
    } catch {
      return false
    }
    return visitor.isEncrypted
  }

  mutating func start(_ element: borrowing XMLElement) {
    if element.name == "encryption-data" { isEncrypted = true }
  }
  mutating func end(_ element: borrowing XMLElement) {}
  mutating func text(_ text: String) {}
}
