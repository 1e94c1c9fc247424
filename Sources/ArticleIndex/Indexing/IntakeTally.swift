import ArticleReading
package import SystemPackage

/// What the files of a folder come to before anything is written: read and analyzed. What
/// measurements need of these stages.
package struct IntakeTally: Sendable, Equatable {
  /// Bytes of files, of records where a file holds many.
  package var bytes = 0
  package var documents = 0
  /// Bytes of the documents as they are gathered: text and terms.
  package var documentBytes = 0
  package var failures = 0

  /// Takes every file of a folder up to its terms, on this thread.
  ///
  /// - Throws: ``IndexError`` if the folder cannot be listed.
  package init(of folder: FilePath) throws(IndexError) {
    var files: [SourceFile] = []
    do throws(Errno) {
      try FolderWalker().walk(folder) { _ in
      } _: {
        if let kind = FileKind($0.path) { files.append(SourceFile($0, kind)) }
      }
    } catch {
      throw IndexRun.error(listing: folder, error)
    }
    let options = IndexingOptions()
    var cursor = WorkCursor(
      files.map { ReadingTask(file: $0) }, documents: options.documentsPerRun,
      bytes: options.bytesPerRun, maximumRecordBytes: options.maximumFileSize)
    var intake = FileIntake(maximumFileSize: options.maximumFileSize)
    while let batch = cursor.nextBatch() {
      failures += batch.failures.count
      for item in batch.items {
        if case .document(_, let size) = intake.take(item) {
          bytes += size
          documents += 1
        } else {
          failures += 1
        }
      }
      documentBytes += intake.takeRun().bytes
    }
  }
}
