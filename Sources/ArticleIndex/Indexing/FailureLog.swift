import ArticleReading
import SystemPackage

/// Collects what could not be read, so that a dump of a million bad lines is a handful of lines.
struct FailureLog {
  /// Records of one file that are named one by one.
  static let namedRecords = 10

  private var failures: [IndexReport.Failure] = []
  /// Records that failed, by file.
  private var records: [FilePath: Int] = [:]
  /// Files whose converter is not installed, by that converter.
  private(set) var missingConverters: [ReadingError.MissingConverter: Int] = [:]
  /// Files that turned out to be no articles, by extension.
  private(set) var passedOver: [String: Int] = [:]
  /// Files that hold no article though they are of a kind that is read.
  private(set) var notArticles = 0
  /// Files of which anything failed.
  private(set) var failedFiles: Set<FilePath> = []

  /// A file that could not be read, or not to its end.
  mutating func add(_ path: FilePath, _ cause: IndexReport.Failure.Cause) {
    if cause.isNotAnArticle {
      notArticles += 1
      return
    }
    if case .reading(let error) = cause {
      if let converter = error.missingConverter {
        missingConverters[converter, default: 0] += 1
        return
      }
      if error.code == .otherKind {
        passedOver[FileKind.reportedExtension(path), default: 0] += 1
        return
      }
    }
    failedFiles.insert(path)
    failures.append(IndexReport.Failure(path: path, cause: cause))
  }

  /// A record that could not be read.
  mutating func add(
    _ path: FilePath, _ position: RecordPosition, _ cause: IndexReport.Failure.Cause
  ) {
    failedFiles.insert(path)
    let count = records[path, default: 0] + 1
    records[path] = count
    guard count <= Self.namedRecords else { return }
    failures.append(IndexReport.Failure(path: path, record: position, cause: cause))
  }

  /// Adds what is here to a report.
  func complete(_ report: inout IndexReport) {
    report.failures += all
    report.missingConverters = missingConverters
    report.notArticles += notArticles
    report.passedOver.merge(passedOver, uniquingKeysWith: +)
  }

  /// Everything, with a line for what was not named.
  private var all: [IndexReport.Failure] {
    failures
      + records.compactMap { path, count in
        let more = count - Self.namedRecords
        guard more > 0 else { return nil }
        return IndexReport.Failure(path: path, cause: .moreRecords, count: more)
      }
  }
}
