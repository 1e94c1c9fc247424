import ArticleReading
import SystemPackage

/// What an index knows before a run: what it is brought up to date from.
struct KnownIndex {
  /// The generation in use; nil for none.
  var generation: Int?
  /// The generation whose articles stay as far as their files do; nil if all are read again.
  var previous: FilePath?
  var folders = FolderList([])
  var containers = ContainerStates()
  var rules = ReadingRules()
  /// ``FurnitureTable/fingerprint`` of the table that the articles were read with.
  var furniture: [UInt8] = []
  var dictionary = TextDictionary.none
  var manifest = Manifest()
  /// Articles in the generation in use; 0 if that cannot be told.
  var articles = 0
  /// Articles that no folder has, to be taken over where nothing else is.
  var handedOver: HandedOverArticles?

  /// A first index.
  init() {}

  /// What an update starts from.
  init(updating generation: Int, of index: IndexFolder) throws(IndexError) {
    let database = index.generation(generation)
    let reader: StoreReader
    do {
      reader = try StoreReader(at: database)
    } catch {
      throw error.code == .missing ? index.goneError(generation) : error
    }
    try IndexIdentity.check(reader, path: index.path.string)
    (self.generation, previous) = (generation, database)
    try read(reader)
    containers = ContainerStates(encoded: try reader.metadata(Schema.Metadata.containers))
    furniture = try reader.metadata(Schema.Metadata.furniture)
    dictionary = try reader.dictionary()
    manifest = try Manifest(reader)
  }

  /// What a rebuild keeps of a generation, which may be damaged or of another version: as long as its
  /// notes can be read they count, and where they cannot, the folders have to be named.
  ///
  /// - Parameter roots: the folders named by the user, besides those remembered.
  init(
    rebuilding generation: Int, of index: IndexFolder, roots: [FilePath]
  ) throws(IndexError) {
    self.generation = generation
    do {
      let reader = try StoreReader(at: index.generation(generation))
      try read(reader)
      let articles = try HandedOverArticles(reader)
      if !articles.isEmpty { handedOver = articles }
    } catch {
      guard roots.isEmpty else { return }
      throw IndexError(.foldersUnknown(error.cause), subject: index.path.string)
    }
    guard !roots.isEmpty || !folders.roots.isEmpty || handedOver != nil else {
      throw IndexError(.noFolders, subject: index.path.string)
    }
  }

  private mutating func read(_ reader: StoreReader) throws(IndexError) {
    folders = FolderList(encoded: try reader.metadata(Schema.Metadata.folders))
    rules = ReadingRules(encoded: try reader.metadata(Schema.Metadata.reading))
    articles = Int(try reader.counts().documents)
  }
}
