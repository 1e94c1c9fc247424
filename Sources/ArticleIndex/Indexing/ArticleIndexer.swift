import ArticleReading
public import SystemPackage

/// Brings an index up to date with folders of articles.
///
/// ```swift
/// let indexer = ArticleIndexer(index: IndexFolder("Index"))
/// let report = try indexer.run(folders: ["/srv/news"])
/// print("\(report.added) articles are new")
/// ```
///
/// One run at a time per index (a second gets `locked`); readers are not disturbed. A run that finds
/// changes writes a new generation beside the one in use and switches to it when it is complete: until
/// then, and after any error, the index is as it was. Not for use from several threads.
public struct ArticleIndexer: Sendable {
  /// The index.
  public let index: IndexFolder
  /// How a run behaves.
  public var options: IndexingOptions
  /// Told from time to time how far the run is; from any thread, one call at a time.
  public var onProgress: (@Sendable (IndexProgress) -> Void)?
  /// How ``LastRun/error`` tells of a failed run: a program says it in its own words.
  public var describe: @Sendable (IndexError) -> String = { $0.description }
  /// Asked between files whether to stop; from any thread. A run that stops throws `interrupted`, and
  /// the index is as it was.
  public var shouldStop: (@Sendable () -> Bool)?

  /// An indexer of a folder, which need not exist yet.
  public init(index: IndexFolder, options: IndexingOptions = IndexingOptions()) {
    (self.index, self.options) = (index, options)
  }

  /// Indexes `folders`, which are remembered; without any, all folders remembered.
  ///
  /// New and changed files are read, articles whose file is gone from these folders are removed. A
  /// file that cannot be read costs no other file; it is named in the report.
  ///
  /// - Throws: ``IndexError``; the index is then as it was.
  public func run(folders: [FilePath]) throws(IndexError) -> IndexReport {
    let roots = try Self.resolve(folders)
    try index.checkPlace()
    try checkPlaces(of: roots)
    if folders.isEmpty {
      guard try index.currentGeneration() != nil else {
        throw IndexError(.noIndex, subject: index.path.string)
      }
    }
    return try locked { () throws(IndexError) in try write(roots) }
  }

  /// Does `work` while no other writer can, and remembers how it ended.
  func locked(
    _ work: () throws(IndexError) -> IndexReport
  ) throws(IndexError) -> IndexReport {
    let start = ContinuousClock.now
    try index.create()
    let lock = try WriterLock(index, wait: options.wait)
    defer { _ = lock }
    do {
      var report = try work()
      let elapsed = ContinuousClock.now - start
      report.seconds =
        Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
      report.failures.sort { $0.path.string < $1.path.string }
      LastRun(report).write(to: index)
      return report
    } catch {
      var error = error
      // What is damaged is named by the folder to build anew, not by a database in it.
      if error.code == .corrupt { error.subject = index.path.string }
      LastRun(failure: describe(error)).write(to: index)
      throw error
    }
  }

  /// The run itself, under the lock.
  private func write(_ roots: [FilePath]) throws(IndexError) -> IndexReport {
    let known = try options.rebuilds ? knownForRebuild(roots) : knownForUpdate()
    let update = IndexUpdate(run, known: known, named: roots, furniture: try index.furniture())
    let report = try update.update()
    index.removeLeftovers(keeping: report.generation)
    return report
  }

  /// What an update starts from: nothing if there is no index yet.
  func knownForUpdate() throws(IndexError) -> KnownIndex {
    let current = try index.currentGeneration()
    index.removeLeftovers(keeping: current)
    guard let current else { return KnownIndex() }
    return try KnownIndex(updating: current, of: index)
  }

  private func knownForRebuild(_ roots: [FilePath]) throws(IndexError) -> KnownIndex {
    let current = try index.currentGeneration()
    index.removeLeftovers(keeping: current)
    guard let current else { return KnownIndex() }
    return try KnownIndex(rebuilding: current, of: index, roots: roots)
  }

  /// What a run of this indexer needs to know.
  var run: IndexRun {
    IndexRun(index: index, options: options, onProgress: onProgress, shouldStop: shouldStop)
  }

  /// Absolute paths without links, none twice and none inside another.
  private static func resolve(_ folders: [FilePath]) throws(IndexError) -> [FilePath] {
    var roots: [FilePath] = []
    for folder in folders {
      guard let resolved = folder.resolved else {
        throw IndexError(.noSuchFolder, subject: folder.string)
      }
      roots.append(resolved)
    }
    return FolderList(roots).roots
  }

  /// Refuses folders inside the index folder: nothing in it is taken for an article.
  private func checkPlaces(of roots: [FilePath]) throws(IndexError) {
    guard let ownFolder = index.path.resolved else { return }
    for root in roots where root.isInside(ownFolder) {
      throw IndexError(.insideIndexFolder, subject: root.string)
    }
  }
}
