import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex
@testable import ArticleReading

struct ManifestTests {
  /// A reader of an index of empty documents with these paths.
  private func reader(_ paths: [FilePath], _ folder: TemporaryFolder) throws -> StoreReader {
    var run = PostingRun()
    for (index, path) in paths.enumerated() {
      let state = FileState(size: UInt64(index), modified: Int64(index), contentHash: 9)
      if index % 3 != 2 { run.setValue(state.encoded, slot: Schema.Slot.fileState) }
      run.setValue(path.platformBytes, slot: Schema.Slot.path)
      try run.finishDocument(data: [])
    }
    return try StoreReader(at: makeStore(at: folder("db"), run))
  }

  @Test func seenAndUnseen() throws {
    let folder = try TemporaryFolder()
    let odd = FilePath(platformBytes: [0x2F, 0x61, 0x2F, 0xFF])
    let reader = try reader(["/a/1", "/a/2", "/a/3", "/ab/4", "/b/5", odd], folder)
    var manifest = try Manifest(reader)
    #expect(manifest.see("/a/2")?.id == 2)
    #expect(manifest.see("/a/2")?.state == FileState(size: 1, modified: 1, contentHash: 9))
    #expect(manifest.see("/a/3")?.state == FileState(size: 0, modified: 0), "an unknown state")
    #expect(manifest.see("/a") == nil)
    #expect(manifest.see("/a/2/") != nil, "the same path")
    #expect(manifest.unseen(in: ["/a"]).flatMap(\.numbers).sorted() == [1, 6])
    #expect(manifest.unseen(in: ["/a", "/b"]).flatMap(\.numbers).sorted() == [1, 5, 6])
    #expect(manifest.unseen(in: ["/"]).flatMap(\.numbers).sorted() == [1, 4, 5, 6])
    #expect(manifest.unseen(in: []).flatMap(\.numbers).sorted() == [])
    #expect(manifest.see(odd)?.id == 6)
    #expect(manifest.unseen(in: ["/a"]).flatMap(\.numbers).sorted() == [1])
  }

  @Test func emptyIndex() throws {
    let folder = try TemporaryFolder()
    let reader = try reader([], folder)
    var manifest = try Manifest(reader)
    #expect(manifest.see("/a") == nil)
    #expect(manifest.unseen(in: ["/"]).flatMap(\.numbers).sorted() == [])
  }
}
