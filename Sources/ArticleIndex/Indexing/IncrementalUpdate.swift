import ArticleReading
import SystemPackage

/// Brings an existing generation up to date, in place, touching only what changed.
struct IncrementalUpdate: ~Copyable {
  let run: IndexRun
  private let reader: StoreReader
  let writer: StoreWriter
  private let roots: [FilePath]
  private let areRemembered: Bool
  private var folders: FolderList
  var manifest: Manifest
  var containers: ContainerStates
  let rules: ReadingRules
  var report: IndexReport
  var failures = FailureLog()
  /// Bytes of the articles that the next commit will write.
  private(set) var pendingBytes = 0
  /// By root: articles that are new in this run.
  private var newArticles: [Int]
  /// What the index knew before this run.
  private let known: Memory
  private let furniture: FurnitureTable
  /// The table of furniture is another than at the last run: every file is read again.
  private let readsAll: Bool

  /// What an index remembers of the runs before, besides its documents.
  private struct Memory {
    var folders: FolderList
    var containers: ContainerStates
    var rules: ReadingRules
    var furniture: [UInt8]

    init(_ reader: StoreReader) throws(IndexError) {
      folders = FolderList(encoded: try reader.metadata(Schema.Metadata.folders))
      containers = ContainerStates(encoded: try reader.metadata(Schema.Metadata.containers))
      rules = ReadingRules(encoded: try reader.metadata(Schema.Metadata.reading))
      furniture = try reader.metadata(Schema.Metadata.furniture)
    }
  }

  /// - Parameter roots: the folders to look at; empty for all the index remembers.
  init(
    _ run: IndexRun, generation: Int, roots: [FilePath], furniture: FurnitureTable,
    report: IndexReport
  ) throws(IndexError) {
    let database = run.index.generation(generation)
    let reader: StoreReader
    do {
      reader = try StoreReader(at: database)
    } catch {
      throw error.code == .missing ? run.index.goneError(generation) : error
    }
    try IndexIdentity.check(reader, path: run.index.path.string)
    let known = try Memory(reader)
    var folders = known.folders
    for root in roots { folders.insert(root) }
    let visited = roots.isEmpty ? folders.roots : roots
    var rules = known.rules
    if let reading = run.options.reading {
      for root in visited { rules.set(reading, for: root) }
    }
    let manifest = try Manifest(reader)
    let writer = try run.openWriter(generation)
    self.run = run
    self.roots = visited
    newArticles = [Int](repeating: 0, count: visited.count)
    areRemembered = roots.isEmpty
    self.folders = folders
    self.known = known
    self.rules = rules
    self.furniture = furniture
    readsAll = known.furniture != furniture.fingerprint
    containers = known.containers
    self.report = report
    self.reader = reader
    self.manifest = manifest
    self.writer = writer
  }

  /// Brings the generation up to date.
  mutating func update() throws(IndexError) -> IndexReport {
    let files = try run.listFiles(
      in: roots, areRemembered: areRemembered, rules: rules, &report)
    var intake = FileIntake(
      maximumFileSize: run.options.maximumFileSize, furniture: furniture, rules: rules)
    for (index, file) in files.enumerated() {
      try run.checkForStop()
      let before = report.added
      try take(file, &intake)
      if report.added > before { count(report.added - before, newIn: file.path) }
      if index % 64 == 63 {
        run.onProgress?(
          IndexProgress(done: index + 1, total: files.count, isFinishing: false))
      }
    }
    run.onProgress?(IndexProgress(done: files.count, total: files.count, isFinishing: true))
    try removeVanished(files)
    try remember()
    // Without a change Xapian writes nothing, so that a quiet night overtakes no reader.
    try writer.commit()
    try reader.reopen()
    report.total = Int(try reader.counts().documents)
    failures.complete(&report)
    return report
  }

  /// Writes what changed of what the next run has to know.
  private func remember() throws(IndexError) {
    if folders != known.folders {
      try writer.setMetadata(Schema.Metadata.folders, folders.encoded)
    }
    if containers != known.containers {
      try writer.setMetadata(Schema.Metadata.containers, containers.encoded)
    }
    if rules != known.rules {
      try writer.setMetadata(Schema.Metadata.reading, rules.encoded)
    }
    if readsAll, areAllFolders {
      try writer.setMetadata(Schema.Metadata.furniture, furniture.fingerprint)
    }
  }

  private mutating func take(
    _ file: SourceFile, _ intake: inout FileIntake
  ) throws(IndexError) {
    let entry = manifest.see(file.path)
    let rulesChanged = rules != known.rules && rules[file.path] != known.rules[file.path]
    let readsAgain = readsAll || rulesChanged
    if !readsAgain {
      if let state = containers[file.path], state.isSame(as: file.state) {
        report.unchanged += manifest.records(of: file.path).count
        return
      }
      if let entry, entry.state.isSame(as: file.state) {
        report.unchanged += 1
        return
      }
    }
    if case .records(let format) = file.kind.format {
      return try takeRecords(of: file, format, readsAgain: readsAgain, &intake)
    }
    switch intake.take(file, known: readsAgain ? nil : entry?.state) {
    case .document(let facts, let bytes):
      try writer.put(&intake.document, id: entry?.id)
      if entry == nil { report.added += 1 } else { report.updated += 1 }
      report.bytes += bytes
      report.count(facts)
      try commitIfDue(bytes)
    case .sameContent(let state, let bytes):
      // Touched, not changed: remember the new time so that the next run need not read it again.
      if let entry {
        try writer.setValue(entry.id, slot: Schema.Slot.fileState, state.encoded)
      }
      report.unchanged += 1
      report.bytes += bytes
    case .failed(let cause):
      failures.add(file.path, cause)
      // An article was there; now it is known that there is none.
      if let entry, cause.isNotAnArticle {
        try writer.remove(entry.id)
        report.removed += 1
      }
    }
  }

  private mutating func count(_ articles: Int, newIn file: FilePath) {
    for (index, root) in roots.enumerated() where file.isInside(root) {
      newArticles[index] += articles
    }
  }

  /// Whether this run looks at every folder of the index.
  private var areAllFolders: Bool {
    folders.roots.allSatisfy { folder in roots.contains { folder.isInside($0) } }
  }

  /// Notes a change to a document of `bytes`.
  mutating func commitIfDue(_ bytes: Int) throws(IndexError) {
    pendingBytes += bytes
    guard pendingBytes >= run.options.bytesPerCommit else { return }
    try writer.commit()
    pendingBytes = 0
  }

  private mutating func removeVanished(_ files: [SourceFile]) throws(IndexError) {
    try reader.reopen()
    let unseen = try manifest.unseen(in: roots, reader)
    guard !unseen.isEmpty else { return }
    try keepMostlyGone(unseen)
    // A folder that could not be listed has lost nothing: what is below it stays.
    let unlisted = report.failures.map(\.path)
    for document in unseen {
      try run.checkForStop()
      if unlisted.contains(where: { document.path.isInside($0) }) {
        report.unchanged += 1
        continue
      }
      try writer.remove(document.id)
      containers[document.path] = nil
      report.removed += 1
      try commitIfDue(document.size)
    }
  }

  /// A folder that would be left with less than half of its articles is more likely a disk that is not
  /// mounted than one whose articles were deleted: it counts as one that cannot be read, unless the
  /// user says otherwise. Articles that moved are no loss: as many are new.
  private mutating func keepMostlyGone(_ unseen: [Manifest.Unseen]) throws(IndexError) {
    guard !run.options.allowsMassRemoval else { return }
    let known = try manifest.counts(in: roots, reader)
    for (index, (root, known)) in zip(roots, known).enumerated() {
      let gone = unseen.count { $0.path.isInside(root) }
      guard (gone - newArticles[index]) * 2 > known,
        !report.failures.contains(where: { root.isInside($0.path) })
      else {
        continue
      }
      report.failures.append(
        IndexReport.Failure(path: root, cause: .mostlyGone(gone: gone, known: known)))
    }
  }
}
