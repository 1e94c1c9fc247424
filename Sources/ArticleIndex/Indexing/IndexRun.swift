import ArticleReading
import SystemPackage

/// What one run of an ``ArticleIndexer`` knows: the index, its options, and whom to tell.
///
/// It goes into whatever does a part of the run; what was done comes out as an ``IndexReport``.
struct IndexRun: Sendable {
  let index: IndexFolder
  let options: IndexingOptions
  /// Told how far the run is; from any thread, one call at a time.
  var onProgress: (@Sendable (IndexProgress) -> Void)?
  /// Asked whether to stop; from any thread.
  var shouldStop: (@Sendable () -> Bool)?

  /// - Throws: `interrupted` if the run is to stop.
  func checkForStop() throws(IndexError) {
    guard shouldStop?() == true else { return }
    throw IndexError(.stopped, subject: index.path.string)
  }

  /// Walks the roots; what cannot be listed goes into the report.
  ///
  /// - Parameter areRemembered: the roots were not named by the user but remembered by the index; one
  ///   that is missing then costs the others nothing.
  func listFiles(
    in roots: [FilePath], areRemembered: Bool, rules: ReadingRules, _ report: inout IndexReport
  ) throws(IndexError) -> [SourceFile] {
    var files: [SourceFile] = []
    var failures: [IndexReport.Failure] = []
    var passedOver: [String: Int] = [:]
    var notArticles = 0
    let ownFolder = index.path.resolved ?? index.path
    for root in roots {
      let holdsOwnFolder = ownFolder.isInside(root)
      do throws(Errno) {
        try FolderWalker(skippedMarker: IndexFolder.stubName).walk(root) { failure in
          failures.append(
            IndexReport.Failure(path: failure.path, cause: .cannotBeListed(failure.error)))
        } _: { file in
          guard !holdsOwnFolder || !file.path.isInside(ownFolder) else { return }
          if let kind = FileKind(file.path) {
            if file.isPartOfPage, !rules[file.path].readsAllPages {
              notArticles += 1
              return
            }
            files.append(SourceFile(file, kind))
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
    let copies = MirrorName.copies(among: files.map(\.path))
    if !copies.isEmpty {
      for index in copies {
        passedOver[FileKind.reportedExtension(files[index].path), default: 0] += 1
      }
      files = files.indices.filter { !copies.contains($0) }.map { files[$0] }
    }
    report.failures += failures
    report.passedOver.merge(passedOver, uniquingKeysWith: +)
    report.notArticles += notArticles
    report.folders = roots
    return files
  }

  /// Why a folder of articles cannot be listed.
  static func error(listing root: FilePath, _ errno: Errno) -> IndexError {
    switch errno {
    case .noSuchFileOrDirectory: IndexError(.noSuchFolder, subject: root.description)
    case .notDirectory: IndexError(.isFile, subject: root.description)
    default: IndexError(.cannotBeListed(errno), subject: root.description)
    }
  }
}

/// A file of articles as it was found, and what it is to be read as.
struct SourceFile: Sendable {
  var path: FilePath
  var state: FileState
  var kind: FileKind
  /// Whether its path may lead through links.
  var followsLinks = false
  /// Whether everybody may read it.
  var isPublic = true

  init(path: FilePath, state: FileState, kind: FileKind) {
    (self.path, self.state, self.kind) = (path, state, kind)
  }

  init(_ file: FolderWalker.File, _ kind: FileKind) {
    self.init(path: file.path, state: file.state, kind: kind)
    (followsLinks, isPublic) = (file.followsLinks, file.isPublic)
  }
}
