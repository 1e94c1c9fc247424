package import SystemPackage

/// Reads articles of every kind, as a folder's options have it: the one place that knows all readers.
///
/// One per thread: the reader of records keeps a parser.
package struct ArticleReader: ~Copyable {
  private let options: ReadingOptions
  private let plainText: PlainTextReader
  private let html: HTMLReader
  private let office: OfficeReader
  private var records: RecordReader

  package init(options: ReadingOptions = ReadingOptions(), furniture: FurnitureTable = .builtIn) {
    self.options = options
    plainText = PlainTextReader(furniture: furniture)
    html = HTMLReader(furniture: furniture, encoding: options.encoding)
    office = OfficeReader(furniture: furniture, encoding: options.encoding)
    records = RecordReader(fields: options.fields, furniture: furniture)
  }

  /// Reads the content of a file that is one article.
  package func read(
    _ bytes: [UInt8], of path: FilePath, as format: FileKind.Format
  ) throws(ReadingError) -> ReadArticle {
    switch format {
    case .html: return try html.read(bytes)
    case .office(let format): return try office.read(bytes, path: path, format: format)
    case .plainText, .records:
      if PageSniffer.isPage(bytes) { return try html.read(bytes) }
      let decoded = try TextDecoding.decode(bytes, as: options.encoding)
      return ReadArticle(
        article: try plainText.article(from: decoded.text), encoding: decoded.encoding)
    }
  }

  /// Reads one record of a dump or feed.
  package mutating func read(_ record: RawRecord) throws(ReadingError) -> ReadArticle {
    try records.read(record)
  }
}

/// Tells a web page that was saved under a name of text, or none.
enum PageSniffer {
  /// Whether the content begins as a page does.
  static func isPage(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(512).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    let lower = start.prefix(14).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return lower.starts(with: "<!doctype html".utf8) || lower.starts(with: "<html".utf8)
  }
}

/// An article as a reader made it, and the encoding it was found in.
package struct ReadArticle: Equatable {
  package var article: Article
  /// ``TextEncoding/utf8`` where nothing had to be converted.
  package var encoding: TextEncoding = .utf8
}

/// How the files of a folder are read where they do not tell it themselves.
public struct ReadingOptions: Sendable, Equatable {
  /// The encoding of all text, whatever it looks like; nil to tell it file by file.
  public var encoding: TextEncoding?
  /// What the values of records are called.
  package var fields = RecordFields()

  public init(encoding: TextEncoding? = nil) { self.encoding = encoding }

  /// - Parameter map: `PART=NAME` assignments, such as `title=tieu_de`.
  /// - Throws: ``ReadingError`` naming the assignment that is none.
  public init(encoding: TextEncoding?, map: [String]) throws(ReadingError) {
    self.encoding = encoding
    fields = try RecordFields(assignments: map)
  }
}
