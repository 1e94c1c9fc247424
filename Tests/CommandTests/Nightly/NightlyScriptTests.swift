import Foundation
import Testing

/// The files of Samples/nightly, run as they are.
@Suite struct NightlyScriptTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("../../../Samples/nightly").standardized

  private func nightly(
    _ workspace: Workspace, _ arguments: [String] = [], _ environment: [String: String] = [:]
  ) throws -> CommandRunner.Outcome {
    let process = workspace.runner.process([])
    process.executableURL = Self.folder.appendingPathComponent("mucluc-nightly")
    process.arguments = arguments
    process.environment = [
      "PATH": "/usr/bin:/bin", "MUCLUC": CommandRunner.program.path,
      "MUCLUC_INDEX": workspace("Index").string, "MUCLUC_WAIT": "0",
    ].merging(SanitizerOptions.environment) { $1 }.merging(environment) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaints = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return CommandRunner.Outcome(
      status: process.exitStatus, output: text,
      errors: String(decoding: complaints, as: UTF8.self))
  }

  private func reports(_ workspace: Workspace) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: workspace("Index/reports").string)
      .filter { $0.hasSuffix(".json") }.sorted()
  }

  @Test func aGoodRunIsOneLineAndAReport() throws {
    let workspace = try Workspace()
    try workspace.write("Chợ nổi Cái Răng\n", to: "articles/cho.txt")
    let outcome = try nightly(workspace)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.lines.count == 1)
    #expect(outcome.text.contains("1 added, 0 updated, 0 removed, 3 unchanged; 4 articles"))
    let name = try #require(try reports(workspace).first)
    let report = try JSONAnswer.decode(
      IndexRun.Report.self,
      try Data(contentsOf: URL(fileURLWithPath: workspace("Index/reports/\(name)").string)))
    #expect(report.added == 1)
  }

  @Test func theHookIsToldOfFailures() throws {
    let workspace = try Workspace()
    try workspace.write("#!/bin/sh\necho \"told $1\"\n", to: "hook")
    try workspace.setPermissions(0o755, of: "hook")
    let hook = ["MUCLUC_ON_FAILURE": workspace("hook").string]
    let missing = try nightly(workspace, [workspace("nowhere").string], hook)
    #expect(missing.status == 2)
    #expect(missing.text == "told 2\n")
    #expect(missing.errors.contains("there is no such folder"))
    #expect(try reports(workspace).count == 1)
    try workspace.write([0xFF, 0x00, 0x01], to: workspace("articles/bad.docx"))
    let partly = try nightly(workspace, [], hook)
    #expect(partly.status == 3)
    #expect(partly.text.contains("1 failed"))
    #expect(partly.text.contains("told 3"))
    try workspace.expectUnharmed()
  }

  @Test func onlySoManyReportsAreKept() throws {
    let workspace = try Workspace()
    try workspace.makeFolder("Index/reports")
    for year in 2001...2009 {
      try workspace.write("{}\n", to: "Index/reports/\(year)0101T020000Z.json")
    }
    #expect(try nightly(workspace, [], ["MUCLUC_KEEP": "4"]).status == 0)
    let kept = try reports(workspace)
    #expect(kept.count == 4)
    #expect(
      kept.prefix(3) == [
        "20070101T020000Z.json", "20080101T020000Z.json",
        "20090101T020000Z.json",
      ])
  }

  @Test func aSettingThatIsNoNumberCostsNoRun() throws {
    let workspace = try Workspace()
    let outcome = try nightly(workspace, [], ["MUCLUC_KEEP": "abc"])
    #expect(outcome.status == 0)
    #expect(
      outcome.errorLines == ["mucluc-nightly: MUCLUC_KEEP=abc is no number, so 60 reports are kept"]
    )
    #expect(try reports(workspace).count == 1)
  }

  /// As many as fit into a second or two: none takes the place of another.
  @Test func everyRunHasAReport() throws {
    let workspace = try Workspace()
    for _ in 0..<6 { #expect(try nightly(workspace).status == 0) }
    #expect(try reports(workspace).count == 6)
  }

  @Test func theNamesOfFilesSayNothing() throws {
    let workspace = try Workspace()
    try workspace.write([0xFF, 0x00], to: workspace("articles/a\",\"added\":99,\"b.txt"))
    try workspace.write([0xFF, 0x00], to: workspace("articles/last run 1 s ago: 99 added.txt"))
    let outcome = try nightly(workspace)
    #expect(outcome.status == 3)
    #expect(
      outcome.text.contains(": 0 added, 0 updated, 0 removed, 3 unchanged, 2 failed; 3 articles;"))
  }

  /// What the hook leaves running does not keep the next run away.
  @Test func aHookThatGoesOnHoldsNoLock() throws {
    let workspace = try Workspace()
    try workspace.write(
      "#!/bin/sh\nsleep 60 >/dev/null 2>&1 &\necho $! >\"$(dirname \"$0\")/pid\"\n", to: "hook")
    try workspace.setPermissions(0o755, of: "hook")
    let hook = ["MUCLUC_ON_FAILURE": workspace("hook").string]
    try workspace.write([0xFF, 0x00], to: workspace("articles/bad.txt"))
    #expect(try nightly(workspace, [], hook).status == 3)
    #expect(try nightly(workspace, [], hook).status == 3)
    let child = try String(contentsOfFile: workspace("pid").string, encoding: .utf8)
    kill(try #require(pid_t(child.trimmingCharacters(in: .whitespacesAndNewlines))), SIGKILL)
  }

  @Test func theStatusOfALockedIndexIsPassedOn() throws {
    let workspace = try Workspace()
    let lock = try LockHolder(workspace)
    #expect(try nightly(workspace).status == 75)
    withExtendedLifetime(lock) {}
  }

  /// systemd's own checker, where there is one.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze")))
  func theUnitsAreValid() throws {
    let workspace = try Workspace(isIndexed: false)
    for name in ["mucluc-nightly.service", "mucluc-nightly.timer"] {
      let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
      try workspace.write(
        text.replacing("/usr/local/bin/mucluc-nightly", with: "/bin/true"), to: name)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/systemd-analyze")
    process.arguments =
      ["verify"]
      + ["service", "timer"].map {
        workspace("mucluc-nightly.\($0)").string
      }
    let messages = Pipe()
    process.standardError = messages
    try process.run()
    let text = messages.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.exitStatus == 0)
    #expect(String(decoding: text, as: UTF8.self) == "")
  }
}
