import Foundation
import Testing

@testable import ArticleIndex

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// SIGINT and SIGTERM: the run stops within a second, the index is whole, the status says why.
@Suite struct SignalTests {
  /// So many that no run is over before the signal comes.
  private static let articles = 600

  private func workspace(isIndexed: Bool) throws -> Workspace {
    let workspace = try Workspace(isIndexed: isIndexed)
    for number in 1...Self.articles {
      let text = "Tin số \(number)\n\n" + String(repeating: "Nước sông lên cao. ", count: 60)
      try workspace.write(text + "\n", to: "articles/\(number).txt")
    }
    return workspace
  }

  /// Starts a run, sends the signal once the run has begun, and returns status and seconds.
  private func stop(
    _ workspace: Workspace, _ number: Int32, _ arguments: [String], begun: String,
    runner: CommandRunner? = nil
  ) throws -> (status: Int32, seconds: Double, errors: String) {
    let process = (runner ?? workspace.runner).process(arguments)
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let deadline = ContinuousClock.now + .seconds(60)
    while access(workspace(begun).string, F_OK) != 0, ContinuousClock.now < deadline {
      sched_yield()
    }
    let start = ContinuousClock.now
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    let took = ContinuousClock.now - start
    let message = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    return (process.exitStatus, took / .seconds(1), message)
  }

  @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func aFirstRunStopsAndLeavesNothing(_ number: Int32, _ status: Int32) throws {
    let workspace = try workspace(isIndexed: false)
    let run = try stop(
      workspace, number, ["index", "articles"], begun: "Index/generation-000001.building")
    #expect(run.status == status, "\(run.errors)")
    #expect(run.seconds < 5)
    #expect(try workspace.run("search", "lua").status == 2)
    #expect(try workspace.index("articles").report.added == Self.articles + 3)
  }

  @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func aRebuildStopsAndTheOldGenerationStays(_ number: Int32, _ status: Int32) throws {
    let workspace = try workspace(isIndexed: true)
    let run = try stop(
      workspace, number, ["index", "--rebuild"], begun: "Index/generation-000002.building")
    #expect(run.status == status, "\(run.errors)")
    #expect(run.seconds < 5)
    #expect(try workspace.run("check").status == 0)
    #expect(try workspace.index().report.generation == 2)
  }

  /// The disk is slow, so that it takes long.
  @Test(
    .disabled(if: FailingDisk.library == nil, Comment(rawValue: FailingDisk.reason)),
    arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func aCompactStopsAndTheOldGenerationStays(_ number: Int32, _ status: Int32) throws {
    let workspace = try workspace(isIndexed: true)
    #expect(try workspace.index().report.added == Self.articles)
    let slow = workspace.runner(
      "write", under: "Index/generation-000003", ["FAIL_DELAY": "500"])
    let run = try stop(
      workspace, number, ["compact"], begun: "Index/generation-000003", runner: slow)
    #expect(run.status == status, "\(run.errors)")
    #expect(run.seconds < 5)
    #expect(try workspace.run("check", "--full").status == 0)
    #expect(try workspace.articleCount() == Self.articles + 3)
    #expect(try workspace.run("compact").status == 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: workspace("Index").string)
    #expect(left.filter { $0.hasPrefix("generation") } == ["generation-000003"])
    #expect(try workspace.index().counts == [0, 0, 0, Self.articles + 3, 0])
  }
}
