import SystemPackage

/// Brings an existing generation up to date, in place, touching only what changed.
struct IncrementalUpdate: ~Copyable {
  private let indexer: ArticleIndexer
  private let reader: StoreReader
  private let writer: StoreWriter
  private let roots: [FilePath]
  private let areRemembered: Bool
  private var folders: FolderList
  private var manifest: Manifest
  private var report: IndexReport
  private var pendingBytes = 0
  private let knownFolders: FolderList
  private let furniture: FurnitureTable
  /// The table of furniture is another than at the last run: every file is read again.
  private let readsAll: Bool

  /// - Parameter roots: the folders to look at; empty for all the index remembers.
  init(
    _ indexer: ArticleIndexer, generation: Int, roots: [FilePath], furniture: FurnitureTable,
    report: IndexReport
  ) throws(IndexError) {
    let database = indexer.index.generation(generation)
    let reader: StoreReader
    do {
      reader = try StoreReader(at: database)
    } catch {
      throw error.code == .missing ? indexer.index.goneError(generation) : error
    }
    try IndexIdentity.check(reader, path: indexer.index.path.string)
    let knownFolders = FolderList(encoded: try reader.metadata(Schema.Metadata.folders))
    var folders = knownFolders
    for root in roots { folders.insert(root) }
    let readsAll = try reader.metadata(Schema.Metadata.furniture) != furniture.fingerprint
    let manifest = try Manifest(reader)
    let writer = try indexer.openWriter(generation)
    self.indexer = indexer
    self.roots = roots.isEmpty ? folders.roots : roots
    areRemembered = roots.isEmpty
    self.folders = folders
    self.knownFolders = knownFolders
    self.furniture = furniture
    self.readsAll = readsAll
    self.report = report
    self.reader = reader
    self.manifest = manifest
    self.writer = writer
  }

  mutating func run() throws(IndexError) -> IndexReport {
    let files = try indexer.listFiles(in: roots, areRemembered: areRemembered, &report)
    var intake = FileIntake(
      maximumFileSize: indexer.options.maximumFileSize, furniture: furniture)
    for (index, file) in files.enumerated() {
      try take(file, &intake)
      if index % 64 == 63 {
        indexer.onProgress?(
          IndexProgress(done: index + 1, total: files.count, isFinishing: false))
      }
    }
    indexer.onProgress?(IndexProgress(done: files.count, total: files.count, isFinishing: true))
    try removeVanished(files)
    if folders != knownFolders {
      try writer.setMetadata(Schema.Metadata.folders, folders.encoded)
    }
    if readsAll, areAllFolders {
      try writer.setMetadata(Schema.Metadata.furniture, furniture.fingerprint)
    }
    // Without a change Xapian writes nothing, so that a quiet night overtakes no reader.
    try writer.commit()
    try reader.reopen()
    report.total = Int(try reader.counts().documents)
    return report
  }

  private mutating func take(
    _ file: FolderWalker.File, _ intake: inout FileIntake
  ) throws(IndexError) {
    let known = manifest.see(file.path)
    if let known, !readsAll, known.state.size == file.state.size,
      known.state.modified == file.state.modified
    {
      report.unchanged += 1
      return
    }
    switch intake.take(file, known: readsAll ? nil : known?.state) {
    case .document(let bytes):
      try writer.put(&intake.document, id: known?.id)
      if known == nil { report.added += 1 } else { report.updated += 1 }
      report.bytes += bytes
      try commitIfDue(bytes)
    case .sameContent(let state, let bytes):
      // Touched, not changed: remember the new time so that the next run need not read it again.
      if let known {
        try writer.setValue(known.id, slot: Schema.Slot.fileState, state.encoded)
      }
      report.unchanged += 1
      report.bytes += bytes
    case .failed(let reason):
      report.failures.append(IndexReport.Failure(path: file.path, reason: reason))
    }
  }

  /// Whether this run looks at every folder of the index.
  private var areAllFolders: Bool {
    folders.roots.allSatisfy { folder in roots.contains { folder.isInside($0) } }
  }

  /// Notes a change to a document of `bytes`.
  private mutating func commitIfDue(_ bytes: Int) throws(IndexError) {
    pendingBytes += bytes
    guard pendingBytes >= indexer.options.bytesPerCommit else { return }
    try writer.commit()
    pendingBytes = 0
  }

  private mutating func removeVanished(_ files: [FolderWalker.File]) throws(IndexError) {
    try reader.reopen()
    let unseen = try manifest.unseen(in: roots, reader)
    guard !unseen.isEmpty else { return }
    keepEmptyRoots(files, unseen)
    // A folder that could not be listed has lost nothing: what is below it stays.
    let unlisted = report.failures.map(\.path)
    for document in unseen {
      if unlisted.contains(where: { document.path.isInside($0) }) {
        report.unchanged += 1
        continue
      }
      try writer.remove(document.id)
      report.removed += 1
      try commitIfDue(document.size)
    }
  }

  /// A remembered folder that is there and empty is more likely a disk that is not mounted than one
  /// whose articles were all deleted: it counts as one that cannot be read. Named by the user, it is
  /// believed.
  private mutating func keepEmptyRoots(
    _ files: [FolderWalker.File], _ unseen: [Manifest.Unseen]
  ) {
    guard areRemembered else { return }
    for root in roots
    where !files.contains(where: { $0.path.isInside(root) })
      && unseen.contains(where: { $0.path.isInside(root) })
      && !report.failures.contains(where: { root.isInside($0.path) })
    {
      report.failures.append(
        IndexReport.Failure(
          path: root,
          reason: "is empty; its articles are kept (if they are gone for good: mucluc index FOLDER)"
        )
      )
    }
  }
}
