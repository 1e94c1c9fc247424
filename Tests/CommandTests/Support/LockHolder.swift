import SystemPackage

@testable import ArticleIndex

/// Holds an index as another writer would, for as long as it lives.
final class LockHolder {
  private let lock: WriterLock

  init(_ workspace: Workspace) throws {
    lock = try WriterLock(IndexFolder(workspace("Index")), wait: .zero)
  }
}
