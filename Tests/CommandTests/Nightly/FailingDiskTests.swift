import Foundation
import SystemPackage
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// Disks that are full or broken, for real: one line, the index as the last commit left it, and the next
/// run completes the work. `Tests/Reliability/failing-disk.sh` and `disk-full.sh` do it at length.
@Suite struct FailingDiskTests {
  struct Operation: CustomTestStringConvertible {
    var arguments: [String]
    var isFirst = false
    var testDescription: String { (isFirst ? "first " : "") + arguments.joined(separator: " ") }
  }

  static let operations = [
    Operation(arguments: ["index", "articles"], isFirst: true),
    Operation(arguments: ["index"]),
    Operation(arguments: ["index", "--rebuild"]),
    Operation(arguments: ["compact"]),
  ]
  static let errors: [(Int32, String)] = [
    (28, "No space left on device"), (5, "Input/output error"),
  ]

  /// So many articles that every table has several blocks.
  private func workspace(_ operation: Operation) throws -> Workspace {
    let workspace = try Workspace(isIndexed: false)
    for number in 1...40 {
      let text = "Tin số \(number)\n\nNước sông \(number * 7919) lên cao, bà con gặt chạy lũ.\n"
      try workspace.write(text, to: "articles/\(number).txt")
    }
    if !operation.isFirst { #expect(try workspace.index("articles").status == 0) }
    try workspace.write("Chợ nổi Cái Răng\n\nThuyền bè tấp nập.\n", to: "articles/market.txt")
    return workspace
  }

  @Test(
    .disabled(if: FailingDisk.library == nil, Comment(rawValue: FailingDisk.reason)),
    arguments: operations, errors)
  func nothingIsLost(operation: Operation, error: (Int32, String)) throws {
    let trial = try workspace(operation)
    let calls = try trial.countCalls("write", under: "Index", operation.arguments)
    #expect(calls > 5)
    for moment in 0..<3 {
      let workspace = try workspace(operation)
      let failing = workspace.runner(
        "write", under: "Index",
        ["FAIL_AT": "\(1 + moment * (calls - 1) / 3)", "FAIL_ERRNO": "\(error.0)"])
      let outcome = try failing.run(operation.arguments)
      #expect(outcome.status == 2)
      #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
      #expect(outcome.errors.contains(error.1), "\(outcome.errors)")
      if operation.isFirst {
        #expect(!FileManager.default.fileExists(atPath: workspace("Index/XAPIANDB").string))
      } else {
        #expect(try workspace.run("check", "--full").status == 0)
        try workspace.expectUnharmed(articles: 43)
      }
      #expect(try workspace.runner.run(operation.arguments).status == 0)
      #expect(try workspace.index().status == 0)
      let hits = try workspace.search("cho noi cai rang").hits
      #expect(hits.first?.path == workspace("articles/market.txt").string)
      try workspace.expectUnharmed(articles: 44)
    }
  }

  /// Whether there is room is asked before anything is read, where there is a generation, and before it is
  /// written in any case.
  @Test(
    .disabled(if: FailingDisk.library == nil, Comment(rawValue: FailingDisk.reason)),
    arguments: operations)
  func noRoomIsSaidInOneLine(operation: Operation) throws {
    let workspace = try workspace(operation)
    let narrow = workspace.runner("read", under: "", ["FAIL_FREE": "8192"])
    let outcome = try narrow.run(operation.arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("the disk is full"), "\(outcome.errors)")
    #expect(outcome.errors.contains("0.0 MB are free"), "\(outcome.errors)")
    let generations = try FileManager.default.contentsOfDirectory(atPath: workspace("Index").string)
      .filter { $0.hasPrefix("generation-") }
    #expect(generations.count == (operation.isFirst ? 0 : 1))
    #expect(try workspace.runner.run(operation.arguments).status == 0)
    #expect(try workspace.index().status == 0)
    try workspace.expectUnharmed(articles: 44)
  }

  /// At every moment, with paths so long that a good part of what is written are values.
  @Test(
    .disabled(if: FailingDisk.library == nil, Comment(rawValue: FailingDisk.reason)),
    arguments: errors)
  func nothingAborts(error: (Int32, String)) throws {
    let workspace = try Workspace([:], isIndexed: false)
    let deep = "articles" + String(repeating: "/" + String(repeating: "a", count: 250), count: 3)
    try workspace.makeFolder(deep)
    for number in 1...40 {
      try workspace.write("Tin số \(number)\n\nNước lên cao.\n", to: "\(deep)/\(number).txt")
    }
    let arguments = ["index", "articles"]
    let calls = try workspace.countCalls("write", under: "Index", arguments)
    for (moment, isLasting) in (3..<7).flatMap({ [($0, true), ($0, false)] }) {
      workspace.remove("Index")
      let failing = workspace.runner(
        "write", under: "Index",
        [
          "FAIL_AT": "\(moment * calls / 20)", "FAIL_TIMES": isLasting ? "" : "1",
          "FAIL_ERRNO": "\(error.0)",
        ])
      let outcome = try failing.run(arguments)
      #expect(outcome.status == 2, "\(moment)")
      #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
      #expect(outcome.errors.contains(error.1), "\(outcome.errors)")
      if isLasting { continue }
      let remembered = LastRun(of: IndexFolder(workspace("Index")))?.error ?? "nothing"
      #expect(remembered.contains(error.1), "\(moment): \(remembered)")
    }
  }

  /// A run whose failure cannot be noted does not leave the note of an old one that went well.
  @Test(.disabled(if: FailingDisk.library == nil, Comment(rawValue: FailingDisk.reason)))
  func aMonitorIsNotMisled() throws {
    let workspace = try workspace(Self.operations[1])
    #expect(try workspace.run("status", "--max-age", "1").status == 0)
    let failing = workspace.runner("write", under: "Index", ["FAIL_AT": "1", "FAIL_ERRNO": "28"])
    #expect(try failing.run(["index"]).status == 2)
    let monitor = try workspace.run("status", "--max-age", "1")
    #expect(monitor.status == 1)
    #expect(monitor.errors.contains("no run is remembered"), "\(monitor.errors)")
  }

  /// A source that cannot be read costs no other one.
  @Test(.disabled(if: FailingDisk.library == nil, Comment(rawValue: FailingDisk.reason)))
  func aBrokenSourceIsNamed() throws {
    let workspace = try Workspace()
    for name in Samples.all.keys { try workspace.touch("articles/\(name)") }
    let failing = workspace.runner("read", under: "articles/bridge.txt", ["FAIL_AT": "1"])
    let outcome = try failing.run(["index"])
    #expect(outcome.status == 3)
    #expect(
      outcome.errorLines == [
        "mucluc: \(workspace("articles/bridge.txt")): cannot be read: Input/output error"
      ])
    try workspace.expectUnharmed()
  }

  @Test(.disabled(if: FailingDisk.library == nil, Comment(rawValue: FailingDisk.reason)))
  func aSearchOnABrokenDiskIsOneLine() throws {
    let workspace = try Workspace()
    for moment in 1...12 {
      let failing = workspace.runner("read", under: "Index", ["FAIL_AT": "\(moment)"])
      let outcome = try failing.run(["search", "khanh thanh cau"])
      if outcome.status == 0 { continue }
      #expect(outcome.status == 2)
      #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
    }
  }

  /// A disk of 600 kB, and what is said of it.
  @Test(.disabled(if: MountingShell.launcher == nil, Comment(rawValue: MountingShell.reason)))
  func aFullDiskSaysWhatIsFreeAndNeeded() throws {
    let workspace = try workspace(Self.operations[0])
    try workspace.makeFolder("disk")
    let outcome = try workspace.runner.mountingShell(
      """
      mount -t tmpfs -o size=64k tmpfs disk
      status=0
      mucluc index articles --index disk/index || status=$?
      ls -A disk/index
      exit $status
      """)
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
    #expect(
      outcome.errors.contains(
        /^mucluc: disk\/index: the disk is full: .*No space left on device.*free some space: 0\.0 MB are free/
      ), "\(outcome.errors)")
    #expect(outcome.errors.contains("the index is as it was"))
    // What was begun is cleared, so that the room is there again.
    #expect(!outcome.text.contains("generation"), "\(outcome.text)")
  }
}
