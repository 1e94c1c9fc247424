import ArticleReading
import Platform
import SystemPackage

/// The abbreviations an index folder is searched with: those of its own `abbreviations.tsv`, or the
/// built-in ones without.
///
/// The file is read when it is first needed and again when it has changed; looking costs one system
/// call. Whatever is wrong with it is a notice, never a failed search.
struct AbbreviationFile {
  static let name = "abbreviations.tsv"
  /// Lines that are told one by one.
  static let maximumNotices = 20
  /// Bytes of a table that is read.
  static let maximumSize = 1 << 20

  /// The table in use; empty before the first look at the file.
  private(set) var table = AbbreviationTable.empty
  /// What is wrong with the file.
  private(set) var notices: [AbbreviationNotice] = []
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

  init(_ folder: IndexFolder) { path = folder.path.appending(Self.name) }

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

  private func read() -> (AbbreviationTable, [AbbreviationNotice]) {
    let bytes: [UInt8]
    do {
      bytes = try FileReading.bytes(of: path, size: 1 << 14, limit: Self.maximumSize)
    } catch {
      return (.builtIn, [.unreadable(path, reason: "\(error)")])
    }
    if bytes.elementsEqual(AbbreviationRows.text.utf8) { return (.builtIn, []) }
    guard let text = try? TextDecoding.decode(bytes) else {
      return (.builtIn, [.noText(path)])
    }
    let (table, problems) = AbbreviationTable.parse(text)
    var notices = problems.prefix(Self.maximumNotices).map {
      AbbreviationNotice.line(path, $0.line, $0.flaw)
    }
    if problems.count > notices.count {
      notices.append(.moreLines(path, problems.count - notices.count))
    }
    return (table, notices)
  }
}
