/// Reads one article from a .docx: a zip archive of XML parts (ECMA-376, transitional or strict).
struct DocxReader: Sendable {
  var furniture = FurnitureTable.builtIn

  /// Reads a whole file.
  ///
  /// - Throws: ``ReadingError`` if it is no .docx, is damaged or encrypted, or holds no text.
  func read(_ bytes: [UInt8]) throws(ReadingError) -> ReadArticle {
    let main = "word/document.xml"
    let members = try OfficeArchive.members(
      [main, "word/styles.xml", "docProps/core.xml"], of: bytes, format: .docx)
    guard let document = members[main] else {
      throw ReadingError(.missingPart(name: main, .docx))
    }
    var styles = DocxStyles()
    if let part = members["word/styles.xml"] {
      try XMLWalk.walk(part, part: "word/styles.xml", &styles)
    }
    var body = DocxBody(styles: styles)
    try XMLWalk.walk(document, part: main, &body)
    return try OfficeArticle(furniture: furniture).article(
      of: body.text, OfficeMetadataVisitor.read(members["docProps/core.xml"]))
  }
}

/// The zip archives that office files are.
enum OfficeArchive {
  /// What Word 97–2003 files begin with, and encrypted .docx files too: a compound file.
  static let compoundFileMagic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// The members of those names, by name.
  static func members(
    _ names: Set<String>, of bytes: [UInt8], format: ReadingError.DocumentFormat
  ) throws(ReadingError) -> [String: [UInt8]] {
    if bytes.starts(with: compoundFileMagic) {
      throw ReadingError(.encryptedOrOldWord(format))
    }
    return try ZipEntryReader().members(names, of: bytes)
  }
}
