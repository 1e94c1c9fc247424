import ArticleReading
public import SystemPackage

/// What an index holds.
public struct IndexStatus: Sendable, Equatable {
  /// The index folder.
  public var path: FilePath
  /// The generation in use; nil if the stub names other databases.
  public var generation: Int?
  /// How many articles.
  public var articles: Int
  /// Words of an average article, those of the title counted by their weight.
  public var averageLength: Double
  /// The folders it covers.
  public var folders: [FilePath]
  /// Bytes of the database's files; nil where they are elsewhere.
  public var diskBytes: Int?
  public var schemaVersion: Int
  public var analyzer: String
  /// The Xapian library in use.
  public var xapianVersion: String
}

extension SearchIndex {
  /// Describes the index.
  public func status() throws(IndexError) -> IndexStatus {
    let generation = try? folder.currentGeneration()
    let folder = folder
    return try read { reader throws(IndexError) in
      let counts = try reader.counts()
      let folders = FolderList(encoded: try reader.metadata(Schema.Metadata.folders))
      return IndexStatus(
        path: folder.path, generation: generation, articles: Int(counts.documents),
        averageLength: counts.averageLength, folders: folders.roots,
        diskBytes: generation.map { FolderWalker.bytes(below: folder.generation($0)) },
        schemaVersion: Schema.version, analyzer: Schema.analyzerFingerprint,
        xapianVersion: StoreMaintenance.libraryVersion)
    }
  }
}
