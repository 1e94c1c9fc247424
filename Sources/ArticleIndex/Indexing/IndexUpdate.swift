import ArticleReading
import SystemPackage

/// One run over folders: reads what is new or changed, and writes the next generation of what was and
/// what is read. A first index, an update and a rebuild differ in what is known before, nothing else.
///
/// Without a change nothing is written.
struct IndexUpdate {
  private let run: IndexRun
  private let known: KnownIndex
  /// The folders to look at.
  private let roots: [FilePath]
  /// The roots were not named by the user.
  private let areRemembered: Bool
  private let furniture: FurnitureTable
  private let folders: FolderList
  private let rules: ReadingRules
  private var containers: ContainerStates
  private var manifest: Manifest
  private var draft: GenerationDraft
  private var report = IndexReport()
  private var failures = FailureLog()
  /// By root: articles that are new in this run.
  private var newArticles: [Int]

  /// - Parameter named: the folders the user named; empty for all the index remembers.
  init(
    _ run: IndexRun, known: KnownIndex, named: [FilePath], furniture: FurnitureTable
  ) {
    var folders = known.folders
    for root in named { folders.insert(root) }
    // A rebuild reads all folders again.
    let readsAll = named.isEmpty || known.previous == nil
    roots = readsAll ? folders.roots : named
    areRemembered = named.isEmpty
    var rules = known.rules
    if let reading = run.options.reading {
      for root in named.isEmpty ? roots : named { rules.set(reading, for: root) }
    }
    (self.run, self.known, self.folders, self.rules) = (run, known, folders, rules)
    self.furniture = furniture
    containers = known.containers
    manifest = known.manifest
    draft = GenerationDraft(run, after: known)
    newArticles = [Int](repeating: 0, count: roots.count)
  }

  /// Brings the index up to date.
  consuming func update() throws(IndexError) -> IndexReport {
    let files = try run.listFiles(in: roots, areRemembered: areRemembered, rules: rules, &report)
    draft.isPrivate = isPrivate(files)
    let tasks = filesToRead(files)
    if !tasks.isEmpty || known.handedOver != nil { try draft.open() }
    do {
      try read(tasks)
      run.onProgress?(IndexProgress(done: files.count, total: files.count, isFinishing: true))
      try removeVanished()
      try takeOver()
      try checkForMassRemoval()
      try publish()
    } catch {
      draft.close()
      throw error.withSpace(of: run.index, needed: nil)
    }
    draft.close()
    failures.complete(&report)
    return report
  }

  /// Whether the index is for its owner alone: some article is not for everybody. What was so stays so as
  /// long as not all folders are looked at.
  private func isPrivate(_ files: [SourceFile]) -> Bool {
    guard !run.options.isShared else { return false }
    return files.contains { !$0.isPublic } || (draft.isPrivate && !looksAtAll)
  }

  private var looksAtAll: Bool {
    folders.roots.allSatisfy { folder in roots.contains { folder.isInside($0) } }
  }

  // MARK: What is read

  /// The files whose articles are not known to be unchanged.
  private mutating func filesToRead(_ files: [SourceFile]) -> [ReadingTask] {
    let isOtherFurniture = known.previous != nil && known.furniture != furniture.fingerprint
    var tasks: [ReadingTask] = []
    for file in files {
      let entry = manifest.see(file.path)
      let readsAgain = isOtherFurniture || rules[file.path] != known.rules[file.path]
      if !readsAgain {
        if let state = containers[file.path], state.isSame(as: file.state) {
          report.unchanged += manifest.records(of: file.path).count
          continue
        }
        if let entry, entry.state.isSame(as: file.state) {
          report.unchanged += 1
          continue
        }
      }
      tasks.append(
        ReadingTask(
          file: file, entry: entry, records: manifest.records(of: file.path),
          readsAgain: readsAgain))
    }
    return tasks
  }

  private mutating func read(_ tasks: [ReadingTask]) throws(IndexError) {
    guard !tasks.isEmpty else { return }
    if known.dictionary == .none {
      let samples = TextSamples(of: tasks, run.options, furniture: furniture, rules: rules)
      draft.setDictionary(samples.dictionary)
    }
    let pool = IntakePool(run, draft, furniture: furniture, rules: rules)
    let result = try pool.read(tasks)
    draft.writer.runs = result.runs
    report.add(result.report)
    failures = result.failures
    for change in result.changes { settle(change) }
    for container in result.containers {
      settle(container, result.newRecords[container.file.path] ?? [])
    }
  }

  /// Takes account of a file that is one article, or of a record whose content was known.
  private mutating func settle(_ change: IntakePool.Change) {
    switch change {
    case .article(let path, let replaced, let records):
      draft.writer.removed.formUnion(records)
      report.removed += records.count
      containers[path] = nil
      if let replaced {
        draft.writer.removed.insert(replaced)
        report.updated += 1
      } else {
        add(1, newIn: path)
      }
    case .gone(let number):
      draft.writer.removed.insert(number)
      report.removed += 1
    case .touched(let number, let state):
      // Touched, not changed: the new time is kept so that the next run need not read it again.
      draft.writer.values[Schema.Slot.fileState, default: [:]][number] = state.encoded
      report.unchanged += 1
    }
  }

  /// Takes account of a file of many articles: what was in it and is not any more is removed.
  ///
  /// A file that could not be read to its end, or of which a record could not be read, loses nothing:
  /// what was not met stays, and the next run reads the file again.
  private mutating func settle(_ container: WorkCursor.Container, _ newRecords: [UInt64]) {
    let path = container.file.path
    var known = container.known
    for key in newRecords {
      if let replaced = known.take(key: key) {
        draft.writer.removed.insert(replaced)
        report.updated += 1
      } else {
        add(1, newIn: path)
      }
    }
    let left = known.unused
    if container.found == 0, !left.isEmpty, !failures.failedFiles.contains(path) {
      failures.add(path, .emptied(kept: left.count))
    }
    guard container.isWhole, !failures.failedFiles.contains(path) else {
      report.unchanged += left.count
      containers[path] = nil
      return
    }
    draft.writer.removed.formUnion(left)
    report.removed += left.count
    containers[path] = container.file.state
  }

  private mutating func add(_ count: Int, newIn path: FilePath) {
    report.added += count
    for (index, root) in roots.enumerated() where path.isInside(root) {
      newArticles[index] += count
    }
  }

  // MARK: What is gone

  private mutating func removeVanished() throws(IndexError) {
    let unseen = manifest.unseen(in: roots)
    guard !unseen.isEmpty else { return }
    keepMostlyGone(unseen)
    // A folder that could not be listed has lost nothing: what is below it stays.
    let unlisted = report.failures.map(\.path)
    for file in unseen {
      if unlisted.contains(where: { file.path.isInside($0) }) {
        report.unchanged += file.numbers.count
        continue
      }
      draft.writer.removed.formUnion(file.numbers)
      containers[file.path] = nil
      report.removed += file.numbers.count
    }
  }

  /// A folder that would be left with less than half of its articles is more likely a disk that is not
  /// mounted than one whose articles were deleted: it counts as one that cannot be read, unless the
  /// user says otherwise. Articles that moved are no loss: as many are new.
  private mutating func keepMostlyGone(_ unseen: [Manifest.Unseen]) {
    guard !run.options.allowsMassRemoval else { return }
    for (index, (root, known)) in zip(roots, manifest.counts(in: roots)).enumerated() {
      let gone = unseen.reduce(0) { $0 + ($1.path.isInside(root) ? $1.numbers.count : 0) }
      guard (gone - newArticles[index]) * 2 > known,
        !report.failures.contains(where: { root.isInside($0.path) })
      else {
        continue
      }
      report.failures.append(
        IndexReport.Failure(path: root, cause: .mostlyGone(gone: gone, known: known)))
    }
  }

  /// Refuses a rebuild to less than half the articles.
  private func checkForMassRemoval() throws(IndexError) {
    let left = report.added + report.unchanged
    guard known.previous == nil, !run.options.allowsMassRemoval, left * 2 < known.articles else {
      return
    }
    throw IndexError(
      .massRemoval(left: left, before: known.articles), subject: run.index.path.string)
  }

  // MARK: Writing

  /// Takes over the articles that no folder has.
  private mutating func takeOver() throws(IndexError) {
    guard let articles = known.handedOver else { return }
    report.unchanged += articles.count
    try articles.write(into: &draft, documents: run.options.documentsPerRun)
  }

  private mutating func publish() throws(IndexError) {
    let furniture = looksAtAll ? furniture.fingerprint : known.furniture
    let isSame =
      known.previous != nil && draft.isEmpty && folders == known.folders
      && containers == known.containers && rules == known.rules && furniture == known.furniture
    report.total = report.added + report.updated + report.unchanged
    if known.previous != nil {
      report.total = known.articles - draft.writer.removed.count + report.added + report.updated
    }
    report.generation = isSame ? known.generation ?? 0 : draft.number
    if isSame {
      // Permissions may have changed where nothing else has.
      if let generation = known.generation {
        try run.index.setAccess(of: generation, isPrivate: draft.isPrivate)
      }
      return
    }
    draft.setMetadata(
      folders: folders, containers: containers, rules: rules, furniture: furniture)
    try run.checkForStop()
    report.isWrittenByXapian = try draft.publish() == .xapian
  }
}
