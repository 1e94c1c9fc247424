import ArticleReading
public import SystemPackage

extension ArticleIndexer {
  /// Forgets a folder: its articles leave the index, and no later run looks there.
  ///
  /// ```swift
  /// let report = try ArticleIndexer(index: IndexFolder("Index")).forget("/srv/old-news")
  /// print("\(report.removed) articles are gone")
  /// ```
  ///
  /// - Parameter folder: one of those that the index remembers (``IndexStatus/folders``); it need not
  ///   be there any more.
  /// - Throws: ``IndexError``; the index is then as it was.
  public func forget(_ folder: FilePath) throws(IndexError) -> IndexReport {
    guard try index.currentGeneration() != nil else {
      throw IndexError(.noIndex, subject: index.path.string)
    }
    return try locked { () throws(IndexError) in
      let known = try knownForUpdate()
      let names = [folder, folder.resolved].compactMap(\.self)
      guard let root = known.folders.roots.first(where: names.contains) else {
        let folders = known.folders.roots.map(\.string)
        throw IndexError(.notRemembered(folders: folders), subject: folder.string)
      }
      return try remove(root, from: known)
    }
  }

  private func remove(
    _ root: FilePath, from known: KnownIndex
  ) throws(IndexError) -> IndexReport {
    var left = known
    left.folders.remove(root)
    left.rules.remove(root)
    var draft = GenerationDraft(run, after: known)
    for file in known.manifest.unseen(in: [root]) {
      draft.writer.removed.formUnion(file.numbers)
      left.containers[file.path] = nil
    }
    draft.setMetadata(as: left)
    do {
      try draft.publish()
    } catch {
      throw error.withSpace(of: index, needed: nil)
    }
    var report = IndexReport()
    report.removed = draft.writer.removed.count
    report.total = known.articles - report.removed
    report.generation = draft.number
    index.removeLeftovers(keeping: draft.number)
    return report
  }
}
