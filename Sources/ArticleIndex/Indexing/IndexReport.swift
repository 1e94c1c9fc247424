public import ArticleReading
public import SystemPackage

/// What an indexing run did.
public struct IndexReport: Sendable, Equatable {
  /// A file that could not be indexed.
  public struct Failure: Sendable, Equatable {
    /// Why it could not be indexed.
    public enum Cause: Sendable, Equatable {
      /// The file, or the rest of it, cannot be read.
      case reading(ReadingError)
      /// A record of the file cannot be read; where it stands.
      case record(RecordPosition, ReadingError)
      /// So many more records of the file cannot be read.
      case moreRecords(Int)
      /// The file holds no articles any more; so many that it held are kept.
      case emptied(kept: Int)
      /// The folder cannot be listed.
      case cannotBeListed(Errno)
      /// A folder that the index remembers cannot be read; its articles are kept.
      case folderKept(IndexError.Cause)
      /// More than half of a folder's articles are gone, so they are kept.
      case mostlyGone(gone: Int, known: Int)
    }

    public var path: FilePath
    public var cause: Cause

    public init(path: FilePath, cause: Cause) { (self.path, self.cause) = (path, cause) }

    /// How many failures this one stands for.
    public var count: Int {
      if case .moreRecords(let count) = cause { count } else { 1 }
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
  /// Articles added or updated in this run that were converted from another encoding than UTF-8.
  public internal(set) var converted: [TextEncoding: Int] = [:]
  /// Articles added or updated in this run that have no date.
  public internal(set) var undated = 0
  /// Files left out because a program to read them is not installed. What the index held of them it
  /// still holds.
  public internal(set) var missingConverters: [ReadingError.MissingConverter: Int] = [:]
  /// Bytes of files read.
  public internal(set) var bytes = 0
  /// Wall-clock time.
  public internal(set) var seconds = 0.0
  /// The generation of the index that holds the result.
  public internal(set) var generation = 0
  /// Articles in the index afterwards.
  public internal(set) var total = 0
  /// The folders this run looked at.
  public internal(set) var folders: [FilePath] = []

  public init() {}

  /// Files and records that could not be read.
  public var failed: Int { failures.reduce(0) { $0 + $1.count } }

  /// Counts what an article brought along.
  mutating func count(_ facts: ArticleFacts) {
    if let encoding = facts.convertedFrom { converted[encoding, default: 0] += 1 }
    if !facts.hasDate { undated += 1 }
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
