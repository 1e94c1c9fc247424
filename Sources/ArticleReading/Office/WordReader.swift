import SystemPackage

/// Reads one article from a .doc (Word 6 to 2003) by antiword or catdoc.
///
/// Not every file of that name is one: RTF, .docx and web pages saved as .doc are told by their
/// first bytes and read as what they are.
struct WordReader: Sendable {
  var furniture = FurnitureTable.builtIn
  var encoding: TextEncoding?
  var converters = Converters()

  /// What Word 2 and 6 for DOS began with.
  private static let oldMagics: [[UInt8]] = [[0xDB, 0xA5], [0x31, 0xBE], [0xFE, 0x37]]

  /// Reads a whole file, which lies at `path` too; nil if it lies nowhere.
  func read(_ bytes: [UInt8], path: FilePath?) throws(ReadingError) -> ReadArticle {
    guard !bytes.isEmpty else { throw ReadingError(.emptyFile) }
    if bytes.starts(with: RTFReader.magic) {
      return try RTFReader(furniture: furniture, encoding: encoding).read(bytes)
    }
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) {
      return try DocxReader(furniture: furniture).read(bytes)
    }
    if Self.isPage(bytes) {
      return try HTMLReader(furniture: furniture, encoding: encoding).read(bytes)
    }
    guard
      bytes.starts(with: OfficeArchive.compoundFileMagic)
        || Self.oldMagics.contains(where: bytes.starts)
    else { throw ReadingError(.wrongFormat(.word)) }
    return try Converters.withFile(path, of: bytes) { path throws(ReadingError) in
      try article(path)
    }
  }

  private func article(_ path: FilePath) throws(ReadingError) -> ReadArticle {
    let tools = [ConverterTool.antiword, .catdoc]
    var (tool, program) = try converters.first(of: tools, for: ".doc")
    var result = try converters.run(tool, program, on: path)
    // antiword refuses files that catdoc reads, Word 95's among them.
    if result.outcome != .exited(0), tool == .antiword, let other = converters.locate(.catdoc) {
      (tool, program) = (.catdoc, other)
      result = try converters.run(tool, program, on: path)
    }
    guard result.outcome == .exited(0) || result.outcome == .exited(nil) else {
      throw Converters.failure(tool, result)
    }
    let printed = PrintedText.mended(
      String(decoding: result.output, as: UTF8.self), given: encoding)
    let text = printed.text
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw ReadingError(.noTextInDocument)
    }
    let article = try OfficeArticle(furniture: furniture).article(
      from: WordText(text).text, OfficeMetadata())
    return ReadArticle(article: article, encoding: printed.encoding)
  }

  private static func isPage(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(1024).drop { $0 <= 0x20 || $0 >= 0x80 }
    guard start.first == 0x3C else { return false }
    let text = String(decoding: start, as: UTF8.self).lowercased()
    return text.hasPrefix("<!doctype html") || text.contains("<html")
  }
}
