package import SystemPackage

/// The formats of files that hold many articles.
package enum RecordFormat: Sendable, CaseIterable {
  /// An array of objects, one object, objects one after the other, or an object around an array.
  case json
  /// An object a line.
  case jsonLines
  /// Rows under a header, parted by commas, semicolons or tabs, whichever the header has most of.
  case csv
  /// Rows under a header, parted by tabs.
  case tsv
  /// RSS 2.0, RSS 1.0 (RDF) or Atom.
  case feed
  /// A zip archive of any files.
  case zip
  /// An e-book.
  case epub
  /// A workbook of Excel.
  case workbook
  /// A mail, or a mailbox of them.
  case mail
  /// A page that a browser saved as one file.
  case savedPage
  /// What a crawler kept of what servers answered.
  case webArchive
  /// A dump of a database.
  case sql

  /// The format of files whose names end so, in lower case.
  package init?(extension ending: String) {
    switch ending {
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonLines
    case "csv": self = .csv
    case "tsv": self = .tsv
    case "rss", "atom", "rdf", "xml": self = .feed
    case "zip": self = .zip
    case "epub": self = .epub
    case "xlsx", "xlsm": self = .workbook
    case "eml", "mbox", "mbx": self = .mail
    case "mht", "mhtml": self = .savedPage
    case "warc": self = .webArchive
    case "sql": self = .sql
    default: return nil
    }
  }
}

extension RecordFormat {
  private static let maximumHead = 64 << 10

  /// The format of a file that is called a text and is a table: what Excel calls `Unicode text`, UTF-16 with
  /// tabs between the columns, of which there is a title and a text.
  package init?(ofText bytes: [UInt8], _ fields: RecordFields) {
    guard let converter = bytes.withUnsafeBytes({ UTF16Converter(ofText: $0) }) else { return nil }
    let head = bytes.prefix(Self.maximumHead).withUnsafeBytes {
      Array(converter.convert($0, isLast: true))
    }
    let line = String(decoding: head.prefix { $0 != 0x0A }, as: UTF8.self)
    let names = line.split(separator: "\t").map { String($0.trimmingSpaces()) }
    guard names.count > 1, fields.hasTitleAndText(in: names) else { return nil }
    self = .tsv
  }

  /// Whether the file is text of which the cutter asks for UTF-8.
  fileprivate var isText: Bool {
    switch self {
    case .json, .jsonLines, .csv, .tsv, .sql: true
    case .feed, .zip, .epub, .workbook, .mail, .savedPage, .webArchive: false
    }
  }
}

/// A record that could not be read; those after it can.
public struct RecordFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where the record is.
  public let position: RecordPosition
  /// Why it could not be read.
  public let error: ReadingError

  /// For debugging: `line(7): recordTooLong(limit: 67108864)`.
  public var description: String { "\(position): \(error)" }
}

/// Cuts the records out of a file, one after the other, in bounded memory.
///
/// One thread at a time.
package final class RecordSource {
  /// What is found next.
  package enum Item: Equatable {
    case record(RawRecord)
    case bad(RecordFailure)
  }

  /// How many seconds it may take until the next record, unless told otherwise: a thousand times what the
  /// longest ones need.
  package static let maximumSeconds = 30

  private let stream: ByteStream
  private let patience: Duration
  private var cutter: any RecordCutter
  private var hasEnded = false

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - followsLinks: false for what was found in a folder.
  ///   - fields: what values are called; a table without a title or text among its columns is none
  ///     of articles; nil to take any table.
  ///   - maximumRecordBytes: a longer record is passed over (``Item/bad(_:)``).
  ///   - maximumSeconds: the rest of the file is lost if nothing came of it for so long.
  ///   - chunkBytes: how much is read at once; the records do not depend on it.
  /// - Throws: ``ReadingError`` if the file cannot be opened or decompressed, or is in UTF-16.
  package convenience init(
    path: FilePath, format: RecordFormat, isCompressed: Bool, followsLinks: Bool = true,
    fields: RecordFields? = nil, maximumRecordBytes: Int,
    maximumSeconds: Int = RecordSource.maximumSeconds, chunkBytes: Int = ByteStream.chunkBytes
  ) throws(ReadingError) {
    try self.init(
      ByteStream(
        path: path, isCompressed: isCompressed, followsLinks: followsLinks, chunkBytes: chunkBytes),
      format: format,
      MemberRecords.Rules(fields: fields, limit: maximumRecordBytes, seconds: maximumSeconds))
  }

  /// Begins to cut what a stream holds, which is given to it alone.
  init(
    _ stream: ByteStream, format: RecordFormat, _ rules: MemberRecords.Rules
  ) throws(ReadingError) {
    self.stream = stream
    patience = .seconds(rules.seconds)
    let (fields, limit) = (rules.fields, rules.limit)
    switch format {
    case .json: cutter = JSONCutter(fields: fields, limit: limit)
    case .jsonLines: cutter = LineCutter(limit: limit)
    case .csv: cutter = try TableCutter(delimiter: nil, fields: fields, limit: limit)
    case .tsv: cutter = try TableCutter(delimiter: 0x09, fields: fields, limit: limit)
    case .feed: cutter = FeedCutter(fields: fields, limit: limit)
    case .zip: cutter = ZipCutter(rules)
    case .epub: cutter = EpubCutter(rules)
    case .workbook: cutter = WorkbookCutter(rules)
    case .mail: cutter = MailCutter(rules)
    case .savedPage: cutter = SavedPageCutter(rules)
    case .webArchive: cutter = WebArchiveCutter(rules)
    case .sql: cutter = SQLCutter(fields: fields, limit: limit)
    }
    if format.isText { stream.convertsUTF16 = true }
  }

  /// The next record or failure; nil at the end.
  ///
  /// - Throws: ``ReadingError`` if the rest of the file is lost; the next call returns nil.
  package func next() throws(ReadingError) -> Item? {
    guard !hasEnded else { return nil }
    do {
      stream.limitTime(to: patience)
      let item = try cutter.next(from: stream)
      hasEnded = item == nil
      return item
    } catch {
      hasEnded = true
      throw error
    }
  }

  /// Bytes read so far, after decompression.
  package var bytesRead: Int { stream.bytesRead }
}

/// Cuts one format's records out of a stream that is given to it alone.
protocol RecordCutter {
  /// The next record or failure; nil at the end.
  mutating func next(from stream: ByteStream) throws(ReadingError) -> RecordSource.Item?
}

extension ByteOrderMark {
  /// Removes UTF-8's from the start of the text.
  ///
  /// - Throws: ``ReadingError`` for UTF-16 and UTF-32, whose bytes no cutter understands.
  static func remove(from start: inout [UInt8]) throws(ReadingError) {
    switch ByteOrderMark(of: start) {
    case nil: break
    case .utf8: start.removeFirst(3)
    case .utf16, .utf32: throw ReadingError(.wideEncodingInDump)
    }
  }
}
