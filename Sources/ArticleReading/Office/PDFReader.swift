import SystemPackage

/// Reads one article from a PDF by poppler's `pdftotext`, and `pdfinfo` for what the text leaves open.
struct PDFReader: Sendable {
  var furniture = FurnitureTable.builtIn
  /// What the user says the text is in, where its letters may be so.
  var encoding: TextEncoding?
  var converters = Converters()

  /// Reads a whole file, which lies at `path` too; nil if it lies nowhere.
  func read(_ bytes: [UInt8], path: FilePath?) throws(ReadingError) -> ReadArticle {
    guard !bytes.isEmpty else { throw ReadingError(.emptyFile) }
    guard Self.hasMagic(bytes) else { throw ReadingError(.wrongFormat(.pdf)) }
    return try Converters.withFile(path, of: bytes) { path throws(ReadingError) in
      try article(path)
    }
  }

  private func article(_ path: FilePath) throws(ReadingError) -> ReadArticle {
    let (tool, program) = try converters.first(of: [.pdfToText], for: "PDF")
    let result = try converters.run(tool, program, on: path)
    guard result.outcome == .exited(0) || result.outcome == .exited(nil) else {
      throw Self.refusal(result.message) ?? Converters.failure(tool, result)
    }
    let printed = PrintedText.mended(
      String(decoding: result.output, as: UTF8.self), given: encoding)
    let text = PDFPages(printed.text).text()
    guard text.contains(where: { $0.isLetter }) else {
      throw ReadingError(.scannedPages)
    }
    let makes = OfficeArticle(furniture: furniture)
    let article = try makes.article(from: text, OfficeMetadata())
    guard article.author == nil else {
      return ReadArticle(article: article, encoding: printed.encoding)
    }
    let fuller = try makes.article(from: text, metadata(path))
    return ReadArticle(article: fuller, encoding: printed.encoding)
  }

  /// `%PDF-` has to stand in the first 1024 bytes: some mailers put lines before it.
  private static func hasMagic(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(1024)
    let magic = Array("%PDF-".utf8)
    return start.indices.contains { start[$0...].starts(with: magic) }
  }

  /// The failures that have a name.
  private static func refusal(_ message: [UInt8]) -> ReadingError? {
    let message = String(decoding: message, as: UTF8.self)
    if message.contains("Incorrect password") {
      return ReadingError(.needsPassword)
    }
    if message.contains("not allowed") {
      return ReadingError(.copyingNotAllowed)
    }
    return nil
  }

  /// What the file says of itself; empty if `pdfinfo` cannot tell.
  private func metadata(_ path: FilePath) -> OfficeMetadata {
    guard let program = converters.locate(.pdfInfo) else { return OfficeMetadata() }
    do {
      let result = try converters.run(.pdfInfo, program, on: path)
      guard result.outcome == .exited(0) else { return OfficeMetadata() }
      return Self.metadata(info: String(decoding: result.output, as: UTF8.self))
    } catch {
      return OfficeMetadata()
    }
  }

  /// Reads `pdfinfo`'s lines: `Title:           Khai hội`.
  ///
  /// The day of making is left out: of a document that was converted later, it is that later day.
  static func metadata(info: String) -> OfficeMetadata {
    var metadata = OfficeMetadata()
    for line in info.split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop(while: \.isWhitespace)
      guard !value.isEmpty else { continue }
      switch line[..<colon] {
      case "Title": metadata.title = String(value)
      case "Author": metadata.creators = [String(value)]
      default: break
      }
    }
    return metadata
  }
}
