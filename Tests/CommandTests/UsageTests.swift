import Foundation
import Testing

/// The program as a whole: help, version, wrong usage.
@Suite struct UsageTests {
  let runner = CommandRunner(folder: FileManager.default.temporaryDirectory)

  @Test(arguments: [["--help"], ["help"], ["search", "--help"], ["index", "-h"]])
  func helpGoesToStandardOutput(arguments: [String]) throws {
    let outcome = try runner.run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("USAGE"))
    #expect(outcome.errors.isEmpty)
  }

  @Test(arguments: [
    ["nonsense"], ["search"], ["search", "--limit", "-1", "x"],
    ["search", "--json", "--paths", "x"],
    ["search", "-0", "x"], ["search", "--frobnicate", "x"], ["search", "-x", "y"], ["--frobnicate"],
    ["search", "--limit"], ["search", "--color", "red", "x"], ["search", "--count", "--json", "x"],
    ["show"], ["show", "1", "2"], ["status", "x"], ["explain"], ["index", "--wait", "soon", "."],
    ["search", "--batch", "--paths"], ["index", "--wait", "-1", "."],
    ["search", "--accents", "maybe", "x"],
  ])
  func wrongUsageIsStatus2(arguments: [String]) throws {
    let outcome = try runner.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.first?.hasPrefix("Error: ") == true)
    #expect(outcome.errors.contains("--help"))
  }

  /// The changelog's newest heading is the version.
  @Test func theChangelogKnowsTheVersion() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let changelog = try String(
      contentsOf: root.appendingPathComponent(".github/CHANGELOG.md"), encoding: .utf8)
    let heading = try #require(changelog.split(separator: "\n").first { $0.hasPrefix("## ") })
    #expect(try runner.run(["--version"]).text == heading.dropFirst(3) + "\n")
  }
}
