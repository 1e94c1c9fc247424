import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex

struct WriterLockTests {
  let folder: TemporaryFolder
  let index: IndexFolder

  init() throws {
    folder = try TemporaryFolder()
    index = IndexFolder(folder.path)
  }

  private func tryLock(wait: Duration = .zero) -> IndexError.Code? {
    code { _ = try WriterLock(index, wait: wait) }
  }

  @Test func oneAtATime() throws {
    do {
      let lock = try WriterLock(index, wait: .zero)
      #expect(tryLock() == .locked)
      #expect(tryLock(wait: .milliseconds(60)) == .locked)
      _ = consume lock
    }
    #expect(tryLock() == nil)
    #expect(tryLock() == nil, "the file stays, the lock does not")
  }

  @Test func aRunTakesTheLockAndLetsGo() throws {
    let articles = try TemporaryFolder()
    try articles.write("Khai hội\n\nSáng nay.\n", to: "tin.txt")
    let indexer = ArticleIndexer(index: index)
    do {
      let lock = try WriterLock(index, wait: .zero)
      #expect(code { _ = try indexer.run(folders: [articles.path]) } == .locked)
      #expect(try index.currentGeneration() == nil)
      _ = consume lock
    }
    _ = try indexer.run(folders: [articles.path])
    #expect(tryLock() == nil)
  }

  @Test func waitingEndsWithTheOther() async throws {
    let index = index
    let lock = try WriterLock(index, wait: .zero)
    let waiter = Task.detached { code { _ = try WriterLock(index, wait: .seconds(600)) } }
    await Task.yield()
    _ = consume lock
    #expect(await waiter.value == nil)
  }

  @Test func noFolder() {
    #expect(code { _ = try WriterLock(IndexFolder(folder("absent")), wait: .zero) } == .missing)
  }
}
