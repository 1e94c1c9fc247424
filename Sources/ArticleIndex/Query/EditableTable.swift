import ArticleReading
import Platform
public import SystemPackage

/// A table that an index folder may have of its own.
protocol EditableTable {
  /// The name of its file in an index folder.
  static var fileName: String { get }
  /// No rows.
  static var empty: Self { get }
  /// The rows the library has.
  static var builtIn: Self { get }

  /// Whether a file holds nothing but the built-in rows.
  static func isBuiltIn(_ text: [UInt8]) -> Bool
  static func parse(_ text: String) -> (table: Self, problems: [TableProblem])
}

/// A line that is none of its table's, counted from 1.
struct TableProblem: Sendable, Equatable {
  let line: Int
  let flaw: TableNotice.Flaw
}

/// The table an index folder is searched with: its own, or the built-in one without.
///
/// The file is read when it is first needed and again when it has changed; looking costs one system
/// call. Whatever is wrong with it is a notice, never a failed search.
struct TableFile<Table: EditableTable> {
  /// Lines that are told one by one.
  private var maximumNotices: Int { 20 }
  /// Bytes of a table that is read.
  private var maximumSize: Int { 4 << 20 }

  /// The table in use; empty before the first look at the file.
  private(set) var table = Table.empty
  /// What is wrong with the file.
  private(set) var notices: [TableNotice] = []
  private let path: FilePath
  /// The file read last; nil before the first look.
  private var state: State?

  private enum State: Equatable {
    case missing
    case found(Identity)
  }

  private struct Identity: Equatable {
    var device, inode: UInt64
    var size, seconds, nanoseconds: Int
  }

  init(_ folder: IndexFolder) { path = folder.path.appending(Table.fileName) }

  /// Reads the file if it is another than last time.
  mutating func refresh() {
    let found = currentState
    guard found != state else { return }
    state = found
    (table, notices) = found == .missing ? (.builtIn, []) : read()
  }

  private var currentState: State {
    var status = stat()
    guard path.withPlatformString({ stat($0, &status) }) == 0 else { return .missing }
    return .found(
      Identity(
        device: UInt64(status.st_dev), inode: UInt64(status.st_ino), size: Int(status.st_size),
        seconds: Int(status.st_mtim.tv_sec), nanoseconds: Int(status.st_mtim.tv_nsec)))
  }

  private func read() -> (Table, [TableNotice]) {
    let bytes: [UInt8]
    do {
      bytes = try FileReading.bytes(of: path, size: 1 << 14, limit: maximumSize)
    } catch {
      return (.builtIn, [.unreadable(path, reason: "\(error)")])
    }
    if Table.isBuiltIn(bytes) { return (.builtIn, []) }
    guard let text = try? TextDecoding.decode(bytes) else {
      return (.builtIn, [.noText(path)])
    }
    let (table, problems) = Table.parse(text)
    var notices = problems.prefix(maximumNotices).map {
      TableNotice.line(path, $0.line, $0.flaw)
    }
    if problems.count > notices.count {
      notices.append(.moreLines(path, problems.count - notices.count))
    }
    return (table, notices)
  }
}

/// What is wrong with a table of an index folder.
///
/// A program words it in its user's language.
public enum TableNotice: Sendable, Equatable {
  /// The file cannot be read; the built-in table is used.
  case unreadable(FilePath, reason: String)
  /// The file is no text; the built-in table is used.
  case noText(FilePath)
  /// A line, counted from 1, is left out.
  case line(FilePath, Int, Flaw)
  /// So many more lines are left out.
  case moreLines(FilePath, Int)

  /// Why a line is no entry.
  public enum Flaw: Error, Equatable {
    /// There is no tab, or more than one, in a table of abbreviations.
    case columns
    /// There is no word on one side of the tab or of a bar.
    case noWord
    /// There are more than so many words.
    case tooManyWords(maximum: Int)
    /// An abbreviation is a single letter.
    case oneLetter
    /// A word of a table of words is a single syllable.
    case oneSyllable
    /// What is behind a word is not one or two numbers.
    case numbers
    /// The table has more than so many entries; this one and those after it are left out.
    case tooManyEntries(maximum: Int)
  }
}
