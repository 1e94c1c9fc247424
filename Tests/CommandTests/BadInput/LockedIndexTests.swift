import SystemPackage
import Testing

@testable import ArticleIndex
@testable import ArticleReading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An index that another writer holds: status 75, and readers do not notice.
@Suite struct LockedIndexTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  static let waits = [[], ["--wait", "0"], ["--wait", "0.2"]]

  @Test(arguments: waits)
  func theFolderIsLockedByAnotherRun(wait: [String]) throws {
    let file = try FileDescriptor.open(
      workspace("Index/.writer-lock"), .readWrite, options: .closeOnExec)
    #expect(flock(file.rawValue, LOCK_EX | LOCK_NB) == 0)
    try expectLocked(wait)
    try file.close()
    #expect(try workspace.index().counts == [0, 0, 0, 3, 0])
  }

  @Test func aLockFreedWhileWaitingIsTaken() throws {
    let file = try FileDescriptor.open(
      workspace("Index/.writer-lock"), .readWrite, options: .closeOnExec)
    #expect(flock(file.rawValue, LOCK_EX | LOCK_NB) == 0)
    let command = try LiveCommand(workspace.runner, "index", "--wait", "60")
    try file.close()
    let outcome = try command.finish()
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    try workspace.expectUnharmed()
  }

  @Test func aSecondFirstRunIsLockedToo() throws {
    let workspace = try Workspace(isIndexed: false)
    try workspace.makeFolder("Index")
    let file = try FileDescriptor.open(
      workspace("Index/.writer-lock"), .readWrite, options: [.create, .closeOnExec],
      permissions: .ownerReadWrite)
    #expect(flock(file.rawValue, LOCK_EX | LOCK_NB) == 0)
    #expect(try workspace.run("index", "articles").status == 75)
    try file.close()
    #expect(try workspace.index("articles").counts == [3, 0, 0, 0, 0])
    try workspace.expectUnharmed()
  }

  @Test(arguments: ["-1", "nan", "soon", "inf"])
  func aWaitThatIsNoTimeIsWrongUsage(seconds: String) throws {
    #expect(try workspace.run("index", "--wait=\(seconds)").status == 2)
  }

  private func expectLocked(_ wait: [String]) throws {
    try workspace.write("Tin mới\n\nCó gì lạ.\n", to: "articles/new.txt")
    let remedy =
      wait == ["--wait", "0.2"]
      ? "run again when it has ended" : "wait for it to end, or give --wait SECONDS"
    for arguments in [["index", "articles"], ["index"], ["index", "--json"]] {
      let outcome = try workspace.runner.run(arguments + wait)
      #expect(outcome.status == 75)
      #expect(outcome.output.isEmpty)
      #expect(
        outcome.errorLines == [
          "mucluc: Index: another writer holds the index (\(remedy))"
        ])
    }
    workspace.remove("articles/new.txt")
    try workspace.expectUnharmed()
  }
}
