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
/// One run at a time per index (a second gets `locked`); readers are not disturbed. A new index is
/// built beside and switched to when it is complete; an existing one is updated in place, committed
/// whenever enough bytes have accumulated. Not for use from several threads.
///
/// On a disk that is full or fails, a commit of libxapian 1.4 may end the process by std::terminate
/// instead of an error, as it writes values in a destructor. The index is then as the last commit left
/// it. A program that must survive this runs the indexer in a child process, or has a terminate handler
/// that ends it in its own way.
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
  /// the index is as its last commit left it.
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
  /// - Throws: ``IndexError``; the index is then as the last commit left it.
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
    let current = try index.currentGeneration()
    index.removeLeftovers(keeping: current)
    let furniture = try index.furniture()
    var report = IndexReport()
    guard let current else {
      report.generation = 1
      return try FreshBuild(
        run, generation: 1, base: .nothing(roots), furniture: furniture, report: report
      ).build()
    }
    guard options.rebuilds else {
      report.generation = current
      var update = try IncrementalUpdate(
        run, generation: current, roots: roots, furniture: furniture, report: report)
      do {
        return try update.update()
      } catch {
        throw error.withSpace(
          of: index, needed: Double(update.pendingBytes) * DiskSpace.peakPerByteOfFiles)
      }
    }
    let base = try FreshBuild.Base(replacing: current, of: index, roots: roots)
    report.generation = current + 1
    report = try FreshBuild(
      run, generation: report.generation, base: base, furniture: furniture, report: report
    ).build()
    index.removeLeftovers(keeping: report.generation)
    return report
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
