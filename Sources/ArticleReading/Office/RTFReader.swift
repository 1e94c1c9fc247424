/// Reads one article from an RTF file; no program is needed for that.
struct RTFReader: Sendable {
  var furniture = FurnitureTable.builtIn
  /// What the user says bytes over 7F are in, where no font says it.
  var encoding: TextEncoding?

  /// What every RTF file begins with.
  static let magic = Array("{\\rtf".utf8)

  /// Reads a whole file; one that is cut off gives the text it still has.
  ///
  /// - Throws: ``ReadingError`` if it is no RTF, nests too deep, or holds no text.
  func read(_ bytes: [UInt8]) throws(ReadingError) -> ReadArticle {
    guard bytes.starts(with: Self.magic) else {
      throw ReadingError(bytes.isEmpty ? .emptyFile : .wrongFormat(.rtf))
    }
    var body = RTFBody(encoding: encoding)
    try body.read(RTFTokenizer(bytes))
    var read = try OfficeArticle(furniture: furniture).article(of: body.text, body.metadata)
    read.encoding = body.encoding
    return read
  }
}
