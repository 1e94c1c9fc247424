public import ArticleReading
public import SystemPackage

/// An article as an index keeps it: its text in one piece, and what is known of it.
///
/// ``text`` is title, lede and paragraphs in order, separated by blank lines; the offsets that
/// searches report (`matches`) are UTF-8 byte offsets in it. A hit needs no source file.
public struct StoredArticle: Sendable, Equatable {
  /// The file it was read from, as the file system spells it.
  public var path: FilePath
  /// Title, lede and body.
  public var text: String
  /// UTF-8 bytes of the title at the start of ``text``.
  public var titleLength: Int
  /// UTF-8 byte range of the lede in ``text``; empty if there is none.
  public var ledeRange: Range<Int>
  /// When it was published, if known.
  public var date: ArticleDate?
  /// Whether the date is told from a weak sign.
  public var isDateInferred = false
  /// Who wrote it, as printed.
  public var author: String?
  /// The section or column it appeared in.
  public var section: String?
  /// Further sections it appeared in.
  public var furtherSections: [String] = []
  /// The publication it is credited to.
  public var source: String?
  /// Where it was published.
  public var url: String?
  /// The record's own id in its source.
  public var recordID: String?
  /// The number of a document of the state.
  public var number: String?

  /// Puts an article's text together.
  public init(_ article: Article, path: FilePath) {
    self.path = path
    var text = article.title
    text.reserveCapacity(
      article.paragraphs.reduce(text.utf8.count + article.lede.utf8.count + 2) {
        $0 + $1.utf8.count + 2
      })
    titleLength = text.utf8.count
    ledeRange = titleLength..<titleLength
    if !article.lede.isEmpty {
      if !text.isEmpty { text += "\n\n" }
      let start = text.utf8.count
      text += article.lede
      ledeRange = start..<text.utf8.count
    }
    for paragraph in article.paragraphs {
      if !text.isEmpty { text += "\n\n" }
      text += paragraph
    }
    text.makeContiguousUTF8()
    self.text = text
    date = article.date
    author = article.author
    section = article.section
    source = article.source
    url = article.url
    recordID = article.recordID
    furtherSections = article.furtherSections
    isDateInferred = article.isDateInferred
    number = article.number
  }

  /// The headline.
  public var title: String { slice(0..<titleLength) }
  /// All its sections, the first one first.
  public var sections: [String] { (section.map { [$0] } ?? []) + furtherSections }
  /// The sapo; may be empty.
  public var lede: String { slice(ledeRange) }

  private func slice(_ range: Range<Int>) -> String {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return String(text[start..<utf8.index(start, offsetBy: range.count)])
  }
}

extension StoredArticle {
  /// The document data: a ``LineRecord``, an empty line, the text.
  func encoded() -> [UInt8] {
    var record = LineRecord()
    record.append("path", path.platformBytes)
    record.append("title-length", "\(titleLength)")
    record.append("lede", "\(ledeRange.lowerBound) \(ledeRange.upperBound)")
    record.append("date", date?.sortKey)
    record.append("author", author)
    if isDateInferred { record.append("date-inferred", "yes") }
    record.append("section", section)
    for section in furtherSections { record.append("further-section", section) }
    record.append("source", source)
    record.append("url", url)
    record.append("id", recordID)
    record.append("number", number)
    var bytes = record.bytes
    bytes.reserveCapacity(bytes.count + 1 + text.utf8.count)
    bytes.append(0x0A)
    bytes.append(contentsOf: text.utf8)
    return bytes
  }

  /// Reads document data back.
  ///
  /// - Throws: ``IndexError`` with code `corrupt` if it is not what `encoded()` wrote.
  init(encoded bytes: [UInt8], id: UInt32) throws(IndexError) {
    path = ""
    titleLength = -1
    ledeRange = 0..<0
    text = ""
    var fields: [String: [UInt8]] = [:]
    var furtherSections: [String] = []
    let bodyStart = LineRecord.read(bytes) {
      if $0 == "further-section" {
        furtherSections.append(String(decoding: $1, as: UTF8.self))
      } else {
        fields[$0] = $1
      }
    }
    func string(_ key: String) -> String? {
      fields[key].map { String(decoding: $0, as: UTF8.self) }
    }

    text = String(decoding: bytes[bodyStart...], as: UTF8.self)
    let count = text.utf8.count
    let lede = string("lede")?.split(separator: " ").compactMap { Int($0) } ?? []
    guard let titleLength = string("title-length").flatMap({ Int($0) }),
      (0...count).contains(titleLength), lede.count == 2, lede[0] <= lede[1], lede[0] >= 0,
      lede[1] <= count, let path = fields["path"]
    else {
      throw IndexError(.unreadableArticle, subject: "document \(id)")
    }
    self.path = FilePath(platformBytes: path)
    self.titleLength = titleLength
    ledeRange = lede[0]..<lede[1]
    date = string("date").flatMap { ArticleDate(sortKey: $0) }
    author = string("author")
    section = string("section")
    source = string("source")
    url = string("url")
    recordID = string("id")
    number = string("number")
    isDateInferred = fields["date-inferred"] != nil
    self.furtherSections = furtherSections
  }
}

extension ArticleDate {
  /// Reads ``sortKey`` back; nil if it is none.
  init?(sortKey: String) {
    let digits = sortKey.utf8.map { Int($0) - 0x30 }
    guard digits.count == 8 || digits.count == 12, digits.allSatisfy({ (0...9).contains($0) })
    else { return nil }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    let hasTime = digits.count == 12
    self.init(
      year: number(0..<4), month: number(4..<6), day: number(6..<8),
      hour: hasTime ? number(8..<10) : nil, minute: hasTime ? number(10..<12) : nil)
  }
}
