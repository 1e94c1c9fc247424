public import SystemPackage

/// Reads articles from files of every kind that is known, or from their bytes.
///
/// ```swift
/// func printTitles(of path: FilePath) throws(ReadingError) {
///   let articles = try ArticleReader().articles(in: path)
///   while let result = try articles.next() {
///     switch result {
///     case .success(let read): print(read.article.date?.iso ?? "no date", read.article.title)
///     case .failure(let failure): print("left out:", failure)
///     }
///   }
/// }
/// ```
///
/// The end of a file's name says how it is read. A reader is a value that may be used from many threads
/// at once; what it returns belongs to one thread at a time.
public struct ArticleReader: Sendable {
  /// The most bytes that are read of one article, unless a reader is made for fewer: 64 MiB.
  public static let maximumBytes = TextDecoding.maximumBytes

  private let options: ReadingOptions
  private let limit: Int
  private let plainText: PlainTextReader
  private let html: HTMLReader
  private let office: OfficeReader
  private let records: RecordReader
  private let furniture: FurnitureTable

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - options: what the files do not tell themselves.
  ///   - furniture: the lines that are dropped.
  ///   - maximumBytes: how many bytes, decompressed, a file of one article or a record may have; from 1
  ///     to ``maximumBytes``.
  public init(
    options: ReadingOptions = ReadingOptions(), furniture: FurnitureTable = .builtIn,
    maximumBytes: Int = ArticleReader.maximumBytes
  ) {
    self.options = options
    self.furniture = furniture
    limit = min(max(maximumBytes, 1), Self.maximumBytes)
    plainText = PlainTextReader(furniture: furniture, readsAllPages: options.readsAllPages)
    html = HTMLReader(
      furniture: furniture, encoding: options.encoding, readsAllPages: options.readsAllPages)
    office = OfficeReader(furniture: furniture, encoding: options.encoding)
    records = RecordReader(fields: options.fields, furniture: furniture)
  }

  /// Whether files of a name like this are read: told from its end, without a look at the file.
  public static func reads(_ path: FilePath) -> Bool { FileKind(path) != nil }

  /// The articles in a file.
  ///
  /// A file of one article is read at once. Of a file of many only the beginning is; the rest follows as
  /// ``ArticleStream/next()`` asks for it, in bounded memory.
  ///
  /// - Throws: ``ReadingError`` if the file cannot be read, or is none of articles.
  public func articles(in path: FilePath) throws(ReadingError) -> ArticleStream {
    let kind = try Self.kind(of: path)
    if case .records(let format) = kind.format {
      let stream = try ByteStream(path: path, isCompressed: kind.isCompressed)
      return try articles(in: stream, format)
    }
    return try articles(
      in: content(of: path, isCompressed: kind.isCompressed), of: path, as: kind.format)
  }

  private func content(
    of path: FilePath, isCompressed: Bool
  ) throws(ReadingError) -> [UInt8] {
    if isCompressed { return try ByteStream.bytes(ofCompressed: path, limit: limit) }
    do {
      return try FileReading.bytes(of: path, size: 1 << 16, limit: limit)
    } catch Errno.fileTooLarge {
      throw ReadingError(.contentTooLarge(limit: limit))
    } catch {
      throw ReadingError(.system(error))
    }
  }

  /// The articles in the content of a file that is not on a disk: an upload, an answer from a server.
  ///
  /// ```swift
  /// func titles(inFeed feed: [UInt8]) throws(ReadingError) -> [String] {
  ///   let articles = try ArticleReader().articles(in: feed, named: "news.rss")
  ///   var titles: [String] = []
  ///   while let result = try articles.next() {
  ///     if case .success(let read) = result { titles.append(read.article.title) }
  ///   }
  ///   return titles
  /// }
  /// ```
  ///
  /// PDF and old Word files are read by programs that want a file; for their bytes one is made in the
  /// temporary folder, without a name.
  ///
  /// - Parameters:
  ///   - bytes: the whole content, compressed if the name says so.
  ///   - name: what a file with this content would be called. No such file is looked for.
  /// - Throws: ``ReadingError`` if the content cannot be read, or is none of articles.
  public func articles(
    in bytes: [UInt8], named name: FilePath
  ) throws(ReadingError) -> ArticleStream {
    let kind = try Self.kind(of: name)
    if case .records(let format) = kind.format {
      return try articles(in: ByteStream(bytes, isCompressed: kind.isCompressed), format)
    }
    let content =
      kind.isCompressed ? try ByteStream(bytes, isCompressed: true).rest(limit: limit) : bytes
    guard content.count <= limit else { throw ReadingError(.contentTooLarge(limit: limit)) }
    return try articles(in: content, of: nil, as: kind.format)
  }

  private func articles(
    in content: [UInt8], of path: FilePath?, as format: FileKind.Format
  ) throws(ReadingError) -> ArticleStream {
    if format == .plainText, let table = RecordFormat(ofText: content, options.fields) {
      return try articles(in: ByteStream(content, isCompressed: false), table)
    }
    return ArticleStream(try read(content, of: path, as: format))
  }

  private func articles(
    in stream: ByteStream, _ format: RecordFormat
  ) throws(ReadingError) -> ArticleStream {
    let source = try RecordSource(
      stream, format: format, MemberRecords.Rules(fields: options.fields, limit: limit))
    return ArticleStream(source, self)
  }

  private static func kind(of path: FilePath) throws(ReadingError) -> FileKind {
    guard let kind = FileKind(path) else {
      throw ReadingError(.unknownKind(extension: FileKind.ending(of: path)))
    }
    return kind
  }

  /// Reads the content of a file that is one article.
  ///
  /// - Parameter path: the file that has just this content; nil if none has.
  package func read(
    _ bytes: [UInt8], of path: FilePath?, as format: FileKind.Format
  ) throws(ReadingError) -> ReadArticle {
    switch format {
    case .html: return try html.read(bytes)
    case .page:
      guard PageSniffer.isPage(bytes) else {
        throw ReadingError(.unknownKind(extension: path.flatMap(FileKind.ending)))
      }
      return try html.read(bytes)
    case .markdown:
      let decoded = try TextDecoding.decode(bytes, as: options.encoding)
      let article = try MarkdownReader(furniture: furniture).article(from: decoded.text)
      return ReadArticle(article: article, encoding: decoded.encoding)
    case .office(let format): return try office.read(bytes, path: path, format: format)
    case .plainText, .records:
      if PageSniffer.isPage(bytes) { return try html.read(bytes) }
      let decoded = try TextDecoding.decode(bytes, as: options.encoding)
      return ReadArticle(
        article: try plainText.article(from: decoded.text), encoding: decoded.encoding)
    }
  }

  /// Reads one record of a dump or feed.
  package func read(_ record: RawRecord) throws(ReadingError) -> ReadArticle {
    var read: ReadArticle
    if case .member(let member) = record.content {
      read = try self.read(member)
    } else {
      read = try records.read(record)
    }
    if let key = record.key {
      if read.article.url == nil, key.contains("://") { read.article.url = key }
      if read.article.recordID == nil { read.article.recordID = key }
    }
    if let container = record.container {
      read.article.recordID = read.article.recordID.map { "\(container)/\($0)" }
    }
    return read
  }

  private func read(_ member: Member) throws(ReadingError) -> ReadArticle {
    var read: ReadArticle
    if let charset = member.charset, member.format == .html,
      let encoding = TextEncoding(label: charset)
    {
      // What is declared is believed if the bytes may be so; what the page itself declares counts less.
      let text = try TextDecoding.decode(
        member.bytes, as: options.encoding, declared: encoding)
      read = try HTMLReader(furniture: furniture, encoding: .utf8).read(Array(text.text.utf8))
      read.encoding = text.encoding
    } else if case .office(let format) = member.format {
      var office = office
      office.converters.time = member.conversions
      read = try office.read(member.bytes, path: nil, format: format)
    } else {
      read = try self.read(member.bytes, of: nil, as: member.format)
    }
    member.complete(&read.article)
    return read
  }
}

/// The articles of one file, one after the other.
///
/// One thread at a time. The file is open as long as the stream lives.
public final class ArticleStream {
  private enum Source {
    case article(ReadArticle)
    case records(RecordSource, ArticleReader)
    case ended
  }

  private var source: Source

  fileprivate init(_ article: ReadArticle) { source = .article(article) }

  fileprivate init(_ records: RecordSource, _ reader: ArticleReader) {
    source = .records(records, reader)
  }

  /// The next article, or why a record is none; nil at the end.
  ///
  /// - Throws: ``ReadingError`` if the rest of the file is lost; what came before is good, and the next
  ///   call returns nil.
  public func next() throws(ReadingError) -> Result<ReadArticle, RecordFailure>? {
    switch source {
    case .article(let article):
      source = .ended
      return .success(article)
    case .records(let records, let reader):
      switch try records.next() {
      case .record(let record):
        do {
          return .success(try reader.read(record))
        } catch {
          return .failure(RecordFailure(position: record.position, error: error))
        }
      case .bad(let failure): return .failure(failure)
      case nil: return nil
      }
    case .ended: return nil
    }
  }
}

/// An article as it was read, and the encoding it was found in.
public struct ReadArticle: Sendable, Equatable {
  /// The article.
  public var article: Article
  /// The encoding that the text was converted from; ``TextEncoding/utf8`` where it was not.
  public var encoding: TextEncoding = .utf8
  /// Of a record without a date: the names of its values that mean nothing, the first of them.
  package var unreadNames: [String] = []

  package init(article: Article, encoding: TextEncoding = .utf8) {
    (self.article, self.encoding) = (article, encoding)
  }
}

/// How files are read where they do not tell it themselves.
public struct ReadingOptions: Sendable, Equatable {
  /// The encoding of all text, whatever it looks like; nil to tell it file by file.
  public var encoding: TextEncoding?
  /// What the values of records are called.
  public var fields: RecordFields
  /// Whether pages are read that are no articles: home pages, lists, error pages.
  public var readsAllPages: Bool

  /// Makes options.
  public init(
    encoding: TextEncoding? = nil, fields: RecordFields = RecordFields(),
    readsAllPages: Bool = false
  ) {
    (self.encoding, self.fields, self.readsAllPages) = (encoding, fields, readsAllPages)
  }
}
