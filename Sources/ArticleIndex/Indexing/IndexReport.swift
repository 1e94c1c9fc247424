public import ArticleReading
public import SystemPackage

/// What an indexing run did.
public struct IndexReport: Sendable, Equatable {
  /// A file, folder or record that could not be indexed.
  public struct Failure: Sendable, Equatable {
    /// The file or folder.
    public var path: FilePath
    /// The record of the file that failed; nil for the file or folder itself.
    public var record: RecordPosition?
    /// Why.
    public var cause: Cause
    /// How many failures this one stands for.
    public var count: Int

    /// Why something could not be indexed. An update keeps what the index held of it; a rebuild does not.
    public enum Cause: Sendable, Equatable {
      /// It cannot be read.
      case reading(ReadingError)
      /// The article has more different words than one document may.
      case tooManyWords
      /// The article cannot be made a document.
      case storing(IndexError)
      /// The folder, below one of those that are indexed, cannot be listed.
      case cannotBeListed(Errno)
      /// The folder, one of those that are indexed, cannot be listed.
      case lostFolder(IndexError)
      /// More than half of the folder's articles are gone, so they are kept.
      case mostlyGone(gone: Int, known: Int)
      /// The file of many articles holds none any more.
      case emptied(kept: Int)
      /// As many more records of the file cannot be read as ``Failure/count`` says.
      case moreRecords
    }

    /// Makes a failure.
    public init(path: FilePath, record: RecordPosition? = nil, cause: Cause, count: Int = 1) {
      (self.path, self.record, self.cause, self.count) = (path, record, cause, count)
    }
  }

  /// Articles new to the index.
  public internal(set) var added = 0
  /// Articles whose file changed.
  public internal(set) var updated = 0
  /// Articles whose file is gone.
  public internal(set) var removed = 0
  /// Articles left as they were.
  public internal(set) var unchanged = 0
  /// Files and records that could not be read, by path. What the index held of them it still holds.
  public internal(set) var failures: [Failure] = []
  /// Files of other kinds that were passed over, by file name extension (lower case, no dot).
  public internal(set) var passedOver: [String: Int] = [:]
  /// Files that are no articles though they are of a kind that is read: home pages, lists, error pages,
  /// frames of a saved page.
  public internal(set) var notArticles = 0
  /// Articles added or updated in this run that were converted from another encoding than UTF-8.
  public internal(set) var converted: [TextEncoding: Int] = [:]
  /// Articles added or updated in this run that have no date.
  public internal(set) var undated = 0
  /// The names of values in records that have no date and of which no part of an article was made: how many
  /// of the records have them.
  public internal(set) var unreadNames: [String: Int] = [:]
  /// Files left out because a program to read them is not installed, by that program. What the index
  /// held of them it still holds.
  public internal(set) var missingConverters: [ReadingError.MissingConverter: Int] = [:]
  /// Bytes of files read.
  public internal(set) var bytes = 0
  /// Wall-clock time.
  public internal(set) var seconds = 0.0
  /// The generation of the index that holds the result.
  public internal(set) var generation = 0
  /// Whether Xapian itself wrote the tables, slowly, as its format is not the one that is known here.
  public internal(set) var isWrittenByXapian = false
  /// Articles in the index afterwards.
  public internal(set) var total = 0
  /// The folders this run looked at.
  public internal(set) var folders: [FilePath] = []

  init() {}

  /// Files and records that could not be read.
  public var failed: Int { failures.reduce(0) { $0 + $1.count } }

  /// Adds what a part of the run has read.
  mutating func add(_ part: IndexReport) {
    unchanged += part.unchanged
    bytes += part.bytes
    undated += part.undated
    converted.merge(part.converted, uniquingKeysWith: +)
    unreadNames.merge(part.unreadNames, uniquingKeysWith: +)
  }

  /// Counts what an article brought along.
  mutating func count(_ facts: ArticleFacts) {
    if let encoding = facts.convertedFrom { converted[encoding, default: 0] += 1 }
    if !facts.hasDate { undated += 1 }
    for name in facts.unreadNames {
      guard unreadNames.count < Self.mostNames || unreadNames[name] != nil else { continue }
      unreadNames[name, default: 0] += 1
    }
  }

  private static let mostNames = 100
}

extension IndexReport.Failure.Cause {
  /// Whether nothing failed: there is no article in the file.
  var isNotAnArticle: Bool {
    if case .reading(let error) = self { error.code == .notAnArticle } else { false }
  }
}

extension LastRun {
  /// A run that finished.
  init(_ report: IndexReport) {
    self.init()
    (added, updated, removed) = (report.added, report.updated, report.removed)
    (unchanged, failed) = (report.unchanged, report.failed)
    (bytes, seconds) = (report.bytes, report.seconds)
  }
}

/// How far a run is, for a progress display.
public struct IndexProgress: Sendable {
  /// Files dealt with so far.
  public var done: Int
  /// Files to deal with.
  public var total: Int
  /// Whether the files are done and the index is being put together.
  public var isFinishing: Bool
}
