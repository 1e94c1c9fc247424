import SystemPackage
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// Batches of plain files; containers are in `ContainerTests`, on real files.
struct WorkCursorTests {
  @Test(
    arguments: [
      ([], []),
      ([1, 1, 1], [2, 1]),
      ([1, 1, 1, 1], [2, 2]),
      ([60, 60, 1], [1, 2]),
      ([500], [1]),
      ([1, 500, 1], [1, 1, 1]),
    ] as [([UInt64], [Int])])
  func batchesAreBoundedByDocumentsAndBytes(sizes: [UInt64], expected: [Int]) {
    let files = sizes.enumerated().map {
      ReadingTask(
        file: SourceFile(
          path: FilePath("/\($0.offset).txt"), state: FileState(size: $0.element, modified: 0),
          kind: .plainText))
    }
    var cursor = WorkCursor(files, documents: 2, bytes: 100, maximumRecordBytes: 1000)
    var counts: [Int] = []
    while let batch = cursor.nextBatch() {
      #expect(batch.number == counts.count)
      counts.append(batch.items.count)
    }
    #expect(counts == expected)
  }
}
