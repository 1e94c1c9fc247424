import ArticleReading
import SystemPackage

/// Collects what could not be read, so that a dump of a million bad lines is a handful of lines.
struct FailureLog {
  /// Records of one file that are named one by one.
  static let namedRecords = 10

  private var failures: [IndexReport.Failure] = []
  /// Records that failed in ways that are not named, by file.
  private var records: [FilePath: Int] = [:]
  /// Where in ``failures`` the records of a file are that failed in one way.
  private var alike: [FilePath: [IndexReport.Failure.Cause.Kind: Int]] = [:]
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
    if cause.isNotAnArticle {
      notArticles += 1
      return
    }
    if case .reading(let error) = cause, error.code == .otherKind {
      passedOver[FileKind.reportedExtension(path), default: 0] += 1
      return
    }
    failedFiles.insert(path)
    if let kind = cause.kind {
      if let known = alike[path]?[kind] {
        failures[known].count += 1
        return
      }
      guard alike[path, default: [:]].count < Self.namedRecords else {
        records[path, default: 0] += 1
        return
      }
      alike[path, default: [:]][kind] = failures.count
    }
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
        IndexReport.Failure(path: path, cause: .moreRecords, count: count)
      }
  }
}

extension IndexReport.Failure.Cause {
  /// What failures of records have in common that are told as one.
  fileprivate enum Kind: Hashable {
    case reading(ReadingError)
    case tooManyWords
    case storing(IndexError.Code)
  }

  /// Nil for what is no failure of a record.
  fileprivate var kind: Kind? {
    switch self {
    case .reading(let error): .reading(error)
    case .tooManyWords: .tooManyWords
    case .storing(let error): .storing(error.code)
    case .cannotBeListed, .lostFolder, .mostlyGone, .emptied, .moreRecords: nil
    }
  }
}
