import SystemPackage

extension FreshBuild {
  /// What a new generation starts from: the folders, and what the one before knew of them.
  struct Base {
    /// The folders the user named.
    var named: [FilePath]
    /// All folders to read.
    var folders: FolderList
    var rules = ReadingRules()
    /// Articles of the generation to be replaced; 0 if that cannot be told.
    var articles = 0
    /// The generation whose articles that were handed over by id are to be taken over.
    var previous: FilePath?

    /// A first index.
    static func nothing(_ roots: [FilePath]) -> Base {
      Base(named: roots, folders: FolderList(roots))
    }
  }
}

extension FreshBuild.Base {
  /// What a rebuild keeps of `generation`, which may be damaged or of another version: as long as its
  /// notes can be read they count, and where they cannot, the folders have to be named.
  ///
  /// - Parameter roots: the folders named by the user, besides those remembered.
  init(
    replacing generation: Int, of index: IndexFolder, roots: [FilePath]
  ) throws(IndexError) {
    self = .nothing(roots)
    do {
      let reader = try StoreReader(at: index.generation(generation))
      let remembered = FolderList(encoded: try reader.metadata(Schema.Metadata.folders))
      for root in remembered.roots { folders.insert(root) }
      rules = ReadingRules(encoded: try reader.metadata(Schema.Metadata.reading))
      articles = Int(try reader.counts().documents)
      if try HandedOverArticles(reader).isEmpty == false { previous = index.generation(generation) }
    } catch {
      guard roots.isEmpty else { return }
      throw IndexError(.foldersUnknown(error.cause), subject: index.path.string)
    }
    guard !folders.roots.isEmpty || previous != nil else {
      throw IndexError(.noFolders, subject: index.path.string)
    }
  }
}
