public import ArticleReading

/// How a run behaves.
public struct IndexingOptions: Sendable {
  /// How long to wait for another writer.
  public var wait: Duration = .zero
  /// Files over this many bytes are not read but named as failed.
  public var maximumFileSize = 64 << 20
  /// How the files of the folders named are read from now on; nil for as before. Files already
  /// indexed that would be read differently are read again.
  public var reading: ReadingOptions?
  /// Build a new generation from the sources and switch to it, instead of updating the one in use.
  /// The folders are those named and those remembered.
  public var rebuilds = false
  /// Remove articles even if that is more than half of a folder's.
  public var allowsMassRemoval = false
  /// Threads that read and analyze when an index is built anew.
  public var workers = 2
  /// Documents of one throw-away database when an index is built anew, at most.
  package var documentsPerPart = 10_000
  /// Bytes of articles after which an update commits: bounds memory, however large the run.
  var bytesPerCommit = 8 << 20
  /// Bytes of files in one part of a new index, at most, unless one file is larger.
  package var bytesPerPart = 32 << 20

  /// The usual behaviour.
  public init() {}
}
