public import ArticleReading
public import SystemPackage

/// Brings an index up to date with folders of articles.
///
/// ```swift
/// let indexer = ArticleIndexer(index: IndexFolder("Index"))
/// let report = try indexer.run(folders: ["/srv/news"])
/// ```
///
/// One run at a time per index (a second gets `locked`); readers are not disturbed. A new index is
/// built beside and switched to when it is complete (``FreshBuild``); an existing one is updated in
/// place, committed by accumulated bytes (``IncrementalUpdate``). Not for use from several threads.
///
/// On a disk that is full or fails, a commit of libxapian 1.4 may end the process by std::terminate
/// instead of an error, as it writes values in a destructor. The index is then as the last commit left
/// it. A program that must survive this runs the indexer in a child process, or has a terminate handler
/// that ends it in its own way.
public struct ArticleIndexer: Sendable {
  /// How a run behaves.
  public struct Options: Sendable {
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

    public init() {}
  }

  /// The index.
  public let index: IndexFolder
  public var options: Options
  /// Told from time to time how far the run is; from any thread, one call at a time.
  public var onProgress: (@Sendable (IndexProgress) -> Void)?
  /// Asked between files whether to stop; from any thread. A run that stops throws `interrupted`, and
  /// the index is as its last commit left it.
  public var shouldStop: (@Sendable () -> Bool)?

  public init(index: IndexFolder, options: Options = Options()) {
    (self.index, self.options) = (index, options)
  }

  /// Indexes `folders`, which are remembered; without any, all folders remembered.
  ///
  /// New and changed files are read, articles whose file is gone from these folders are removed. A
  /// file that cannot be read costs no other file; it is named in the report.
  ///
  /// - Throws: ``IndexError``; the index is then as the last commit left it.
  public func run(folders: [FilePath]) throws(IndexError) -> IndexReport {
    let start = ContinuousClock.now
    let roots = try Self.resolve(folders)
    try index.checkPlace()
    try checkPlaces(of: roots)
    if folders.isEmpty {
      guard try index.currentGeneration() != nil else {
        throw IndexError(
          .missing, subject: index.path.string, reason: "there is no index here",
          remedy: "make one with: mucluc index FOLDER --index \(index.path.string)")
      }
    }
    try index.create()
    let lock = try WriterLock(index, wait: options.wait)
    defer { _ = lock }
    do {
      var report = try write(roots)
      let elapsed = ContinuousClock.now - start
      report.seconds =
        Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
      report.failures.sort { $0.path.string < $1.path.string }
      LastRun(report).write(to: index)
      return report
    } catch {
      LastRun(error).write(to: index)
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
        self, generation: 1, base: .nothing(roots), furniture: furniture, report: report
      ).run()
    }
    guard options.rebuilds else {
      report.generation = current
      var update = try IncrementalUpdate(
        self, generation: current, roots: roots, furniture: furniture, report: report)
      do {
        return try update.run()
      } catch {
        throw error.withSpace(
          of: index, needed: Double(update.pendingBytes) * DiskSpace.peakPerByteOfFiles)
      }
    }
    let base = try FreshBuild.Base(replacing: current, of: index, roots: roots)
    report.generation = current + 1
    report = try FreshBuild(
      self, generation: report.generation, base: base, furniture: furniture, report: report
    ).run()
    index.removeLeftovers(keeping: report.generation)
    return report
  }

  /// - Throws: `interrupted` if the run is to stop.
  func checkForStop() throws(IndexError) {
    guard shouldStop?() == true else { return }
    throw IndexError(
      .interrupted, subject: index.path.string,
      reason: "the run was stopped; what had been committed is in the index",
      remedy: "run it again to finish")
  }

  /// Absolute paths without links, none twice and none inside another.
  private static func resolve(_ folders: [FilePath]) throws(IndexError) -> [FilePath] {
    var roots: [FilePath] = []
    for folder in folders {
      guard let resolved = folder.resolved else {
        throw IndexError(
          .missing, subject: folder.string, reason: "there is no such folder",
          remedy: "check the path")
      }
      roots.append(resolved)
    }
    return FolderList(roots).roots
  }

  /// Refuses folders inside the index folder: nothing in it is taken for an article.
  private func checkPlaces(of roots: [FilePath]) throws(IndexError) {
    guard let ownFolder = index.path.resolved else { return }
    for root in roots where root.isInside(ownFolder) {
      throw IndexError(
        .invalidArgument, subject: root.string,
        reason: "is inside the index folder, where no articles are looked for",
        remedy: "name another index folder with --index")
    }
  }

  /// Opens the database of a generation; like ``WriterLock``, waits for another program's lock.
  func openWriter(_ generation: Int) throws(IndexError) -> StoreWriter {
    let deadline = ContinuousClock.now + options.wait
    while true {
      do {
        return try StoreWriter(at: index.generation(generation), mode: .existing)
      } catch {
        switch error.code {
        case .missing: throw index.goneError(generation)
        case .locked where ContinuousClock.now < deadline: pauseForLock()
        case .locked: throw WriterLock.error(index, waited: options.wait)
        default: throw error
        }
      }
    }
  }

  /// Walks the roots; what cannot be listed goes into the report.
  ///
  /// - Parameter areRemembered: the roots were not named by the user but remembered by the index; one
  ///   that is missing then costs the others nothing.
  func listFiles(
    in roots: [FilePath], areRemembered: Bool, _ report: inout IndexReport
  ) throws(IndexError) -> [FolderWalker.File] {
    var files: [FolderWalker.File] = []
    var failures: [IndexReport.Failure] = []
    var passedOver: [String: Int] = [:]
    let ownFolder = index.path.resolved ?? index.path
    for root in roots {
      let holdsOwnFolder = ownFolder.isInside(root)
      do throws(Errno) {
        try FolderWalker(skippedMarker: IndexFolder.stubName).walk(root) { failure in
          failures.append(
            IndexReport.Failure(path: failure.path, cause: .cannotBeListed(failure.error)))
        } _: { file in
          guard !holdsOwnFolder || !file.path.isInside(ownFolder) else { return }
          if FileKind(file.path) != nil {
            files.append(file)
          } else {
            passedOver[FileKind.reportedExtension(file.path), default: 0] += 1
          }
        }
      } catch {
        let error = Self.error(listing: root, error)
        guard areRemembered else { throw error }
        failures.append(IndexReport.Failure(path: root, cause: .lostFolder(error)))
      }
    }
    report.failures += failures
    report.passedOver.merge(passedOver, uniquingKeysWith: +)
    report.folders = roots
    return files
  }

  /// Why a folder of articles cannot be listed.
  static func error(listing root: FilePath, _ errno: Errno) -> IndexError {
    switch errno {
    case .noSuchFileOrDirectory:
      IndexError(
        .missing, subject: root.description, reason: "there is no such folder",
        remedy: "check the path")
    case .notDirectory:
      IndexError(
        .invalidArgument, subject: root.description, reason: "is a file, not a folder",
        remedy: "name the folder it is in")
    default:
      IndexError(
        .permission, subject: root.description, reason: "cannot be listed: \(errno)",
        remedy: "check its permissions")
    }
  }
}

/// The folders an index covers.
struct FolderList: Equatable {
  /// Absolute, sorted, none inside another.
  private(set) var roots: [FilePath] = []

  init(_ folders: [FilePath]) {
    for folder in folders { insert(folder) }
  }

  /// Adds a folder unless it is covered; drops those it covers.
  mutating func insert(_ folder: FilePath) {
    guard !roots.contains(where: { folder.isInside($0) }) else { return }
    roots.removeAll { $0.isInside(folder) }
    roots.append(folder)
    roots.sort { $0.string < $1.string }
  }

  /// For the index's metadata.
  var encoded: [UInt8] {
    var record = LineRecord()
    for root in roots { record.append("folder", root.platformBytes) }
    return record.bytes
  }

  init(encoded: [UInt8]) {
    var folders: [FilePath] = []
    _ = LineRecord.read(encoded) { key, value in
      if key == "folder" { folders.append(FilePath(platformBytes: value)) }
    }
    self.init(folders)
  }
}
