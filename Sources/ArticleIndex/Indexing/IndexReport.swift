public import SystemPackage

/// What an indexing run did.
public struct IndexReport: Sendable, Equatable {
  /// A file that could not be indexed.
  public struct Failure: Sendable, Equatable {
    public var path: FilePath
    /// Why, in a few words.
    public var reason: String

    public init(path: FilePath, reason: String) {
      (self.path, self.reason) = (path, reason)
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
  /// Files that could not be read, by path. What the index held of them it still holds.
  public internal(set) var failures: [Failure] = []
  /// Files of other kinds that were passed over, by file name extension (lower case, no dot).
  public internal(set) var passedOver: [String: Int] = [:]
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

  /// Files that could not be read.
  public var failed: Int { failures.count }
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
