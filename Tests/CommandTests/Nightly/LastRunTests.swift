import Foundation
import SystemPackage
import Testing

/// `status` tells a monitor how the last run went.
@Suite struct LastRunTests {
  private func setAge(_ workspace: Workspace, hours: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -hours * 3600)],
      ofItemAtPath: workspace("Index/last-run").string)
  }

  @Test(arguments: [
    (1.0, "2", Int32(0), "60 min ago"), (3, "2", 1, "3 h ago"),
    (72, "100", 0, "3 days ago"), (-5, "2", 1, "one of the clocks is wrong"),
  ])
  func ageIsCompared(_ hours: Double, _ limit: String, _ status: Int32, _ words: String) throws {
    let workspace = try Workspace()
    try setAge(workspace, hours: hours)
    let outcome = try workspace.run("status", "--max-age", limit)
    #expect(outcome.status == status)
    #expect((outcome.text + outcome.errors).contains(words), "\(outcome.text)\(outcome.errors)")
    #expect(outcome.errorLines.count == (status == 0 ? 0 : 1))
  }

  @Test func aFailedRunIsTold() throws {
    let workspace = try Workspace()
    #expect(try workspace.run("status", "--max-age", "1").status == 0)
    for name in Samples.all.keys { workspace.remove("articles/\(name)") }
    #expect(try workspace.run("index", "--rebuild").status == 2)
    let outcome = try workspace.run("status", "--max-age", "1")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("the last run failed"))
    struct Status: Decodable {
      struct Run: Decodable { var error: String?, ageSeconds: Int }
      var lastRun: Run?
    }
    let json = try JSONAnswer.decode(Status.self, try workspace.run("status", "--json").output)
    #expect(json.lastRun?.error?.contains("--allow-mass-removal") == true)
  }

  @Test func anIndexWithoutAMemoryIsTold() throws {
    let workspace = try Workspace()
    workspace.remove("Index/last-run")
    #expect(try workspace.run("status").status == 0)
    let outcome = try workspace.run("status", "--max-age", "1")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("no run is remembered"))
  }
}
