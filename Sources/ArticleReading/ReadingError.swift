/// Why one file could not be read as an article: a code to act on and a few words to print.
///
/// It does not know the file's name; whoever opened the file adds it. One unreadable file is a line
/// in the report of a run, never the end of it.
///
/// ```swift
/// do {
///   article = try PlainTextReader().read(bytes)
/// } catch {
///   print("\(path): \(error)")  // a.txt: invalid UTF-8 at byte 1204
/// }
/// ```
public struct ReadingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kinds of failure a caller can tell apart.
  public enum Code: String, Sendable, CaseIterable {
    /// There is nothing but white space, or nothing at all.
    case empty
    /// The bytes are not text.
    case binary
    /// The bytes are not UTF-8, nor convincingly text in another encoding; ``ReadingError/byteOffset`` says where that shows first.
    case invalidUTF8
    /// The text is in an encoding that is recognised but not read: UTF-32, UTF-16 in dumps.
    case unsupportedEncoding
    /// The file is over ``TextDecoding/maximumBytes``, or what it holds is over another limit.
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
    /// The file is none of articles, for all its name says: XML that is no feed.
    case otherKind
    /// The file can be read only with a password.
    case encrypted
    /// A program that reads the format is not installed; ``ReadingError/missingConverter`` says which.
    case missingConverter
    /// An assignment of a field to a part of an article (`title=ten_bai`) says nothing.
    case invalidMapping
  }

  /// What kind of failure it is.
  public let code: Code
  /// What went wrong, in a few words and without the file's name.
  public let reason: String
  /// The offset in the file of the first byte at fault, where there is one.
  public let byteOffset: Int?
  /// The program that would have read the file, with code ``Code/missingConverter``.
  public let missingConverter: MissingConverter?

  /// A program that is not installed, so that one line can stand for all the files that need it.
  public struct MissingConverter: Sendable, Hashable {
    /// The format as people call it: `PDF`.
    public let format: String
    /// The program's name: `pdftotext`.
    public let tool: String
    /// The Debian package it is in: `poppler-utils`.
    public let package: String
  }

  /// Makes an error; `reason` is one line without a full stop.
  public init(_ code: Code, reason: String, byteOffset: Int? = nil) {
    self.code = code
    self.reason = reason
    self.byteOffset = byteOffset
    missingConverter = nil
  }

  /// Says that a program is missing and which package to install.
  init(missing converter: MissingConverter) {
    code = .missingConverter
    reason =
      "\(converter.format) needs \(converter.tool): install \(converter.package)"
    byteOffset = nil
    missingConverter = converter
  }

  /// The ``reason``, which already names the offset.
  public var description: String { reason }
}
