/// Reads one article from a web page.
struct HTMLReader {
  private let furniture: FurnitureTable
  /// What the user says the encoding is.
  private let encoding: TextEncoding?

  init(furniture: FurnitureTable = .builtIn, encoding: TextEncoding? = nil) {
    (self.furniture, self.encoding) = (furniture, encoding)
  }

  /// Reads a whole page.
  func read(_ bytes: [UInt8]) throws(ReadingError) -> ReadArticle {
    throw ReadingError(.binary, reason: "HTML is not read yet")
  }

  /// The paragraphs of a piece of HTML that is all article: the body of a feed's item, say.
  static func paragraphs(ofFragment html: String) -> [String] { [html] }
}
