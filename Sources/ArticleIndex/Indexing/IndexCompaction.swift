import ArticleReading

/// Numbers the articles of an index anew.
extension IndexFolder {
  /// What ``compact(wait:shouldStop:)`` did.
  public struct CompactionReport: Sendable, Equatable {
    /// Bytes of the index's files before.
    public var bytesBefore: Int
    /// Bytes of the index's files now.
    public var bytesAfter: Int
    /// The generation that is in use now.
    public var generation: Int
  }

  /// Writes the current generation anew, its articles numbered without gaps; readers are not
  /// disturbed. Needs room for both on the disk. An update never needs it: it writes as tightly.
  ///
  /// - Parameters:
  ///   - wait: how long to wait for another writer.
  ///   - shouldStop: asked now and then, from any thread.
  /// - Throws: ``IndexError``, `interrupted` if it was to stop; the index is then as it was.
  public func compact(
    wait: Duration = .zero, shouldStop: (@Sendable () -> Bool)? = nil
  ) throws(IndexError) -> CompactionReport {
    guard try currentGeneration() != nil else { throw IndexError(.noIndex, subject: path.string) }
    let lock = try WriterLock(self, wait: wait)
    defer { _ = lock }
    guard let current = try currentGeneration() else {
      throw IndexError(.noIndex, subject: path.string)
    }
    removeLeftovers(keeping: current)
    let before = FolderWalker.bytes(below: generation(current))
    var draft: GenerationDraft
    do {
      let known = try KnownIndex(updating: current, of: self)
      draft = GenerationDraft(
        IndexRun(index: self, options: IndexingOptions(), shouldStop: shouldStop), after: known)
      draft.writer.renumbers = true
      draft.setMetadata(as: known)
      try draft.publish()
    } catch {
      if error.code == .corrupt { throw IndexError(error.cause, subject: path.string) }
      throw error.withSpace(of: self, needed: Double(before))
    }
    let report = CompactionReport(
      bytesBefore: before, bytesAfter: FolderWalker.bytes(below: generation(draft.number)),
      generation: draft.number)
    removeLeftovers(keeping: draft.number)
    return report
  }
}
