import Foundation
import Testing

/// Running the program where /proc is empty.
private enum EmptyProc {
  static let launcher = [
    "/usr/bin/unshare", "--mount", "/bin/sh", "-c",
    "mount -t tmpfs none /proc && exec \"$0\" \"$@\"",
  ]

  /// Whether this user may mount anything.
  static let isPossible: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: launcher[0])
    process.arguments = launcher.dropFirst() + ["/bin/true"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()
}

/// Containers and jails do not all mount /proc, which Swift's `CommandLine` reads.
@Suite(.enabled(if: EmptyProc.isPossible, "this user may not mount anything"))
struct WithoutProcTests {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    workspace.runner.launcher = EmptyProc.launcher
  }

  @Test func commandsDoWhatTheyAreToldTo() throws {
    let hits = try workspace.run("search", "--paths", "khánh thành cầu")
    #expect(hits.text == workspace("articles/bridge.txt").string + "\n")
    #expect(hits.status == 0)
    #expect(try workspace.run("status").text.contains("articles        3\n"))
    #expect(try workspace.run("search", "--count", "zzzz").status == 1)
    let index = try workspace.index("--rebuild")
    #expect(index.counts == [3, 0, 0, 0, 0])
  }

  @Test func wrongUsageIsStatus2() throws {
    let outcome = try workspace.run("nonsense")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
  }
}
