public import SystemPackage

/// Why a file could not be read, or a record of it: a cause with its data, for a program to act on and
/// to word in its user's language.
///
/// The error does not know the file's name; whoever opened the file does. It stops nothing else.
///
/// ```swift
/// func whatToDo(about error: ReadingError) -> String {
///   switch error.cause {
///   case .missingConverter(let converter): "install \(converter.package)"
///   case .invalidUTF8(let offset?): "look at byte \(offset)"
///   default: error.code.rawValue
///   }
/// }
/// ```
public struct ReadingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What exactly went wrong.
  public let cause: Cause

  /// Makes an error of its cause.
  public init(_ cause: Cause) { self.cause = cause }

  /// What kind of failure it is.
  public var code: Code { cause.code }

  /// The offset in the file of the first byte at fault, where there is one.
  public var byteOffset: Int? {
    if case .invalidUTF8(let offset) = cause { offset } else { nil }
  }

  /// The program that would have read the file, with code ``Code/missingConverter``.
  public var missingConverter: MissingConverter? {
    if case .missingConverter(let converter) = cause { converter } else { nil }
  }

  /// The cause as Swift prints it, for debugging: `invalidUTF8(at: Optional(1204))`.
  public var description: String { String(describing: cause) }
}

extension ReadingError {
  /// The kinds of failure a caller can tell apart.
  public enum Code: String, Sendable, CaseIterable {
    /// There is no text.
    case empty
    /// The bytes are not text.
    case binary
    /// The bytes are not UTF-8, nor convincingly text in another encoding; ``ReadingError/byteOffset``
    /// says where that shows first.
    case invalidUTF8
    /// The text is in an encoding that is recognised but not read: UTF-32, UTF-16 in dumps.
    case unsupportedEncoding
    /// The file is over ``ArticleReader/maximumBytes``, or what it holds is over another limit.
    case tooLarge
    /// A table of furniture has a line that is no row.
    case malformedTable
    /// The operating system would not give the bytes, or the library that reads them.
    case unreadable
    /// A compressed file is cut short or its data is wrong.
    case damaged
    /// The file is not what its format asks for: another format by that name, or text that is not JSON,
    /// CSV or a feed.
    case malformed
    /// The file is none of articles: a kind that is not read, or XML that is no feed.
    case otherKind
    /// There is text, but no article: a home page, a list, an error page.
    case notAnArticle
    /// The file can be read only with a password.
    case encrypted
    /// A program that reads the format is not installed; ``ReadingError/missingConverter`` says which.
    case missingConverter
    /// An assignment of a field to a part of an article (`title=ten_bai`) says nothing.
    case invalidMapping
  }

  /// A program that is not installed, so that one line can stand for all the files that need it.
  public struct MissingConverter: Sendable, Hashable {
    /// The format as people call it: `PDF`.
    public let format: String
    /// The program's name: `pdftotext`.
    public let tool: String
    /// The Debian package it is in: `poppler-utils`.
    public let package: String
  }
}

extension ReadingError {
  /// What exactly went wrong, with what there is to know of it.
  ///
  /// A `detail` is what another library or program said, in its own words. Lines and items count from 1,
  /// offsets from 0; sizes are bytes. Later versions may know more causes, so a `switch` over them wants
  /// a `default`.
  public enum Cause: Sendable, Hashable {
    // The file and its bytes.
    /// The system would not give the bytes.
    case system(Errno)
    /// The file is larger than may be read.
    case fileTooLarge(bytes: UInt64, limit: Int)
    /// What was handed over is larger than may be read.
    case contentTooLarge(limit: Int)
    /// The file's name says that it is nothing that is read. The extension is in lower case; nil where
    /// there is none.
    case unknownKind(extension: String?)
    /// There is not one byte.
    case emptyFile
    /// There is no more memory.
    case outOfMemory
    /// A library of the system is not there.
    case missingLibrary(name: String, detail: String)

    // Text.
    /// White space and nothing else.
    case onlyWhiteSpace
    /// There are NUL bytes, which text has not.
    case nulBytes
    /// There are more control characters than text has.
    case controlCharacters
    /// A sequence that UTF-8 does not know; the offset is that of its first byte in the file, nil for a
    /// record.
    case invalidUTF8(at: Int?)
    /// UTF-32 is not read.
    case utf32
    /// A row of a table of furniture is none.
    case malformedFurniture(line: Int)

    // Compressed files.
    /// The content is compressed by none of the programs that are known.
    case notCompressed
    /// The content is compressed more than once.
    case compressedTwice
    /// The compressed data is cut short or wrong.
    case damagedCompression(detail: String?)
    /// It expands to more than so many times its size.
    case expandsTooFar(factor: Int)
    /// It expands to more bytes than may be read.
    case expansionTooLarge(limit: Int)

    // Dumps and feeds.
    /// A record is longer than may be read.
    case recordTooLong(limit: Int)
    /// Nothing came of the file for longer than it may take.
    case tookTooLong(seconds: Int)
    /// UTF-32 is not read in dumps.
    case wideEncodingInDump
    /// A record has neither a title nor text.
    case recordWithoutText
    /// Where an object should stand there is something else.
    case notAnObject
    /// There is no object in the file.
    case noObject
    /// A record is no JSON.
    case invalidJSON(detail: String)
    /// The file ends inside an object.
    case jsonEndsInside(item: Int)
    /// The file ends before the array or object around the records does.
    case jsonEndsBehind(item: Int)
    /// The parser of tables does not start.
    case tableParserFails
    /// The parser of tables gave up.
    case invalidTable(line: Int, detail: String?)
    /// A quoted field that begins in this line never ends.
    case openQuote(line: Int)
    /// The names of the columns are not UTF-8.
    case invalidHeader(line: Int)
    /// No column is a title or text.
    case noTextColumn
    /// XML, but no feed and nothing else with articles in it.
    case notAFeed
    /// The file is no XML at all.
    case notXML
    /// The XML of a feed is not well-formed.
    case invalidXML(line: Int, detail: String?)
    /// An element has more attributes than are read.
    case tooManyAttributes(limit: Int)
    /// An item uses an entity that the feed declares itself; none is expanded.
    case ownEntity(name: String)
    /// No table in a dump of a database has articles in it.
    case noTableOfArticles

    // Containers.
    /// No file in an archive is of a kind that is read.
    case nothingReadableInside
    /// No part of a saved page is a page.
    case noPageInside
    /// A record of a web archive does not begin as one, or says no length.
    case invalidWebArchive
    /// The file ends inside a record.
    case endsInsideRecord(item: Int)
    /// A page in a web archive is compressed in a way that is not read.
    case unknownContentEncoding(name: String)

    // Web pages.
    /// A page, or HTML in a record, has more tags than are read.
    case tooManyTags(limit: Int)
    /// The page has no article in it.
    case noArticleInPage
    /// The page or text is another than an article's; ``ReadingOptions/readsAllPages`` has it read.
    case notAnArticle(OtherPage)

    // Documents.
    /// The content is none of this format.
    case wrongFormat(DocumentFormat)
    /// The document has no part of this name, so it is none of the format.
    case missingPart(name: String, DocumentFormat)
    /// What is wrong with a part of a document that is XML.
    case invalidPart(name: String, PartFault)
    /// A part unpacks to more than may be read.
    case partTooLarge(name: String, limit: Int)
    /// A part is packed in a way that documents are not.
    case unusualPacking(name: String)
    /// There are more files in the archive that a document is than are read.
    case tooManyParts(limit: Int)
    /// The archive that a document is, is damaged.
    case damagedArchive(detail: String?)
    /// Groups nest deeper than they may.
    case nestsTooDeep(limit: Int)
    /// There is no text in the document.
    case noTextInDocument
    /// There are only pictures in a PDF.
    case scannedPages
    /// The document is encrypted.
    case encrypted
    /// The document is encrypted, or a Word document of before 2007.
    case encryptedOrOldWord(DocumentFormat)
    /// The document opens with a password.
    case needsPassword
    /// The document's author does not allow copying its text.
    case copyingNotAllowed

    // Programs that read a format.
    /// No program that reads the format is installed.
    case missingConverter(MissingConverter)
    /// A program failed.
    case converter(tool: String, ConverterFault)
    /// The format's program reads files, and these bytes are in none: they were compressed, handed over or
    /// a part of another file, and `/proc`, through which they could be read, is not mounted.
    case notAPlainFile
    /// The file is not there any more.
    case fileGone

    // Options.
    /// An assignment of a field says nothing.
    case invalidMapping(assignment: String, MappingFault)
  }

  /// What a page is that is no article's.
  public enum OtherPage: Sendable, Hashable {
    /// The first page of a site.
    case home
    /// A list of articles: a section, a tag, an author, what was searched for.
    case list
    /// What a server sends where there is no page, or where it does not answer.
    case error
    /// A text of a site for machines: `robots.txt`, `ads.txt`.
    case siteFile
  }

  /// A format of documents.
  public enum DocumentFormat: Sendable, Hashable {
    /// Word 2007 and later.
    case docx
    /// OpenDocument text.
    case odt
    /// Rich Text Format.
    case rtf
    /// PDF.
    case pdf
    /// Word before 2007.
    case word
    /// Excel 2007 and later.
    case xlsx
    /// The archive that .docx and .odt are.
    case zip
  }

  /// What is wrong with a part of a document.
  public enum PartFault: Sendable, Hashable {
    /// There is nothing in it.
    case empty
    /// It is larger than may be read.
    case tooLarge
    /// It took longer than it may.
    case tookTooLong(seconds: Int)
    /// It is not well-formed XML.
    case notWellFormed(line: Int)
    /// It has a document type, which documents never have.
    case documentType
    /// It declares another encoding than UTF-8 and UTF-16.
    case otherEncoding
    /// It has an element with more attributes than are read.
    case tooManyAttributes
  }

  /// How a program that reads a format failed.
  public enum ConverterFault: Sendable, Hashable {
    /// The system would not start it.
    case cannotStart(Errno)
    /// It took longer than it may.
    case tookTooLong(seconds: Int)
    /// Programs had taken longer already than they may for all documents of a file.
    case tookTooLongInAll(seconds: Int)
    /// It printed more bytes than it may.
    case tooMuchText(limit: Int)
    /// A signal ended it: a crash, or over its time or memory.
    case endedBySignal(Int)
    /// What it printed as it failed.
    case said(String)
    /// It failed and printed nothing.
    case failed(status: Int)
    /// It gave neither text nor a status.
    case noText
  }

  /// What is wrong with an assignment of a field.
  public enum MappingFault: Error, Sendable, Hashable {
    /// There is no `=` in it.
    case noEqualsSign
    /// What is before the `=` is no part of an article.
    case unknownPart(String)
    /// There is nothing behind the `=`.
    case noName
  }
}

extension ReadingError.Cause {
  /// The kind of failure that it is.
  var code: ReadingError.Code {
    switch self {
    case .system, .outOfMemory, .missingLibrary, .tableParserFails: .unreadable
    case .fileTooLarge, .contentTooLarge, .expandsTooFar, .expansionTooLarge, .recordTooLong,
      .tookTooLong, .tooManyTags, .tooManyAttributes, .partTooLarge, .tooManyParts:
      .tooLarge
    case .invalidPart(_, .tooLarge), .invalidPart(_, .tookTooLong): .tooLarge
    case .converter(_, .tookTooLong), .converter(_, .tookTooLongInAll), .converter(_, .tooMuchText):
      .tooLarge
    case .unknownKind, .notAFeed, .noTableOfArticles, .nothingReadableInside: .otherKind
    case .emptyFile, .onlyWhiteSpace, .recordWithoutText, .noObject, .noArticleInPage,
      .noTextInDocument, .scannedPages, .noPageInside:
      .empty
    case .nulBytes, .controlCharacters: .binary
    case .invalidUTF8, .invalidHeader: .invalidUTF8
    case .utf32, .wideEncodingInDump: .unsupportedEncoding
    case .malformedFurniture: .malformedTable
    case .notCompressed, .compressedTwice, .damagedCompression, .endsInsideRecord: .damaged
    case .notAnObject, .invalidJSON, .jsonEndsInside, .jsonEndsBehind, .invalidTable, .openQuote,
      .noTextColumn, .invalidWebArchive, .unknownContentEncoding, .notXML, .invalidXML, .ownEntity,
      .wrongFormat, .missingPart, .invalidPart,
      .unusualPacking, .damagedArchive, .nestsTooDeep, .converter, .notAPlainFile, .fileGone:
      .malformed
    case .notAnArticle: .notAnArticle
    case .encrypted, .encryptedOrOldWord, .needsPassword, .copyingNotAllowed: .encrypted
    case .missingConverter: .missingConverter
    case .invalidMapping: .invalidMapping
    }
  }
}
