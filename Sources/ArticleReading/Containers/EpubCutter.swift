/// Cuts an e-book into its chapters: an issue of a paper has an article in each.
///
/// The package document names the book, who made it and when, and which documents are read in a row;
/// without one every page in the archive is a chapter. Covers, tables of contents and the like have
/// hardly any text, and are passed over.
struct EpubCutter: RecordCutter {
  /// A page of fewer bytes of text is no chapter.
  private static let leastText = 200

  private let rules: MemberRecords.Rules
  private var archive: ZipArchive?
  private var package = EpubPackage()
  private var hasChapter = false

  init(_ rules: MemberRecords.Rules) { self.rules = rules }

  mutating func next(from stream: ByteStream) throws(ReadingError) -> RecordSource.Item? {
    let archive = try archive(of: stream)
    while !archive.isLost, let entry = try archive.next() {
      guard MemberRecords.kind(of: entry.name)?.format == .html, package.holds(entry.name) else {
        continue
      }
      do throws(ReadingError) {
        let content = try archive.content(of: entry, limit: rules.limit)
        guard Self.hasText(content) else { continue }
        hasChapter = true
        var member = Member(content, as: .html)
        member.said = package.said
        member.said.recordID = entry.name
        return .record(RawRecord(content: .member(member), position: .member(entry.name, nil)))
      } catch {
        if case .expandsTooFar = error.cause { throw error }
        hasChapter = true
        if let item = MemberRecords.failure(entry.name, error) { return item }
      }
    }
    guard hasChapter else { throw ReadingError(.noTextInDocument) }
    return nil
  }

  private mutating func archive(of stream: ByteStream) throws(ReadingError) -> ZipArchive {
    if let archive { return archive }
    let budget = rules.budget ?? ExpansionBudget(size: stream.rawCount)
    let first = try ZipArchive(stream, budget: budget, limit: rules.limit)
    while let entry = try first.next() {
      guard entry.name.hasSuffix(".opf") else { continue }
      let content = try first.content(of: entry, limit: rules.limit)
      package = EpubPackage(content, path: entry.name)
      break
    }
    let made = try first.again()
    archive = made
    return made
  }

  /// Whether there is text to speak of outside of tags.
  private static func hasText(_ page: [UInt8]) -> Bool {
    var isInTag = false
    var count = 0
    for byte in page {
      switch byte {
      case 0x3C: isInTag = true
      case 0x3E: isInTag = false
      case 0x21... where !isInTag: count += 1
      default: break
      }
      if count >= leastText { return true }
    }
    return false
  }
}

/// The package document of an e-book: what it is called, and its chapters.
struct EpubPackage: XMLVisitor {
  /// What the book says of every chapter.
  private(set) var said = Article(title: "")
  /// The paths of the documents that are read in a row; nil if the book does not say.
  private var chapters: Set<String>?

  /// The folder of the package document, with a slash behind it.
  private let folder: String
  private var paths: [String: String] = [:]
  private var spine: [String] = []
  private var value = ""

  init() { folder = "" }

  /// Reads the document; one that cannot be read says nothing.
  init(_ bytes: [UInt8], path: String) {
    folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    do {
      try XMLWalk.walk(bytes, part: path, &self)
    } catch {
      return
    }
    let known = spine.compactMap { paths[$0] }
    if !known.isEmpty { chapters = Set(known) }
  }

  func holds(_ path: String) -> Bool { chapters?.contains(path) ?? true }

  mutating func start(_ element: borrowing XMLElement) {
    value = ""
    switch element.name {
    case "item":
      guard let id = element.attribute("id"), let href = element.attribute("href") else { return }
      if element.attribute("properties")?.contains("nav") == true { return }
      paths[id] = Self.joined(folder, PercentEncoding.decoded(href))
    case "itemref":
      if let id = element.attribute("idref") { spine.append(id) }
    default: break
    }
  }

  mutating func text(_ text: String) {
    if value.utf8.count < 4096 { value += text }
  }

  mutating func end(_ element: borrowing XMLElement) {
    let text = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    value = ""
    guard !text.isEmpty else { return }
    switch element.name {
    case "title": said.source = said.source ?? text
    case "creator": said.author = said.author ?? text
    case "date": said.date = said.date ?? TimestampParser.parse(text)
    default: break
    }
  }

  /// The path of a reference from a folder: `OEBPS/` and `../a.xhtml` are `a.xhtml`.
  private static func joined(_ folder: String, _ reference: String) -> String {
    var parts = folder.split(separator: "/")
    for part in reference.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

/// `%20` and the like in addresses.
enum PercentEncoding {
  /// The text with what is encoded decoded, if that gives UTF-8; else as it is.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(0x25) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x25, index + 2 < bytes.count, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(validating: result, as: UTF8.self) ?? text
  }

  /// The value of a hexadecimal digit.
  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
