import ArticleReading

/// Packs an index tightly: after many small updates it is smaller and faster to search.
extension IndexFolder {
  /// What ``compact(wait:)`` did.
  public struct CompactionReport: Sendable, Equatable {
    /// Bytes of the index's files before.
    public var bytesBefore: Int
    /// Bytes of the index's files now.
    public var bytesAfter: Int
    /// The generation that is in use now.
    public var generation: Int
  }

  /// Writes the current generation anew, packed, and switches to it; readers are not disturbed. Needs
  /// room for both on the disk.
  ///
  /// - Parameter wait: how long to wait for another writer.
  /// - Throws: ``IndexError``; the index is then as it was.
  public func compact(wait: Duration = .zero) throws(IndexError) -> CompactionReport {
    guard try currentGeneration() != nil else { throw IndexError(.noIndex, subject: path.string) }
    let lock = try WriterLock(self, wait: wait)
    defer { _ = lock }
    guard let current = try currentGeneration() else {
      throw IndexError(.noIndex, subject: path.string)
    }
    removeLeftovers(keeping: current)
    let (old, new) = (generation(current), generation(current + 1))
    do {
      try IndexIdentity.check(try StoreReader(at: old), path: path.string)
      try StoreMaintenance.compact([old], into: new, full: true)
      try switchTo(current + 1)
    } catch {
      removeTree(new)
      if error.code == .missing { throw goneError(current) }
      if error.code == .corrupt { throw IndexError(error.cause, subject: path.string) }
      throw error.withSpace(of: self, needed: Double(FolderWalker.bytes(below: old)))
    }
    let report = CompactionReport(
      bytesBefore: FolderWalker.bytes(below: old), bytesAfter: FolderWalker.bytes(below: new),
      generation: current + 1)
    removeLeftovers(keeping: current + 1)
    return report
  }
}
