public import ArticleReading

/// How a run behaves.
public struct IndexingOptions: Sendable {
  /// How long to wait for another writer.
  public var wait: Duration = .zero
  /// Files over this many bytes are not read but named as failed.
  public var maximumFileSize = 64 << 20
  /// The rest of a file of many is given up where nothing came of it for so many seconds.
  public var maximumSeconds = 30
  /// How the files of the folders named are read from now on; nil for as before. Files already
  /// indexed that would be read differently are read again.
  public var reading: ReadingOptions?
  /// Build a new generation from the sources and switch to it, instead of updating the one in use.
  /// The folders are those named and those remembered.
  public var rebuilds = false
  /// Remove articles even if that is more than half of a folder's.
  public var allowsMassRemoval = false
  /// Let everybody read the index who may read its folder. Else, where an article is in a file that not
  /// everybody may read, the index is for its owner alone.
  public var isShared = false
  /// Threads that read and analyze.
  public var workers = 2
  /// Documents that a worker gathers before it sorts and writes them, at most.
  package var documentsPerRun = 10_000
  /// Bytes of files that a worker gathers, at most, unless one file is larger.
  package var bytesPerRun = 32 << 20
  /// Who writes the tables.
  package var tables = GenerationWriter.Tables.own

  /// The usual behaviour.
  public init() {}
}
