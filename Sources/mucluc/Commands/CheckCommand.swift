import ArgumentParser
import ArticleIndex
import ArticleReading
import SystemPackage

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Verify the index: its files, its version, and its terms against the text it stores.",
    discussion: """
      Exit status: 0 if all is well, 2 if something is wrong; each finding is one line that says what \
      to do. An index can be searched and updated while it is checked; an update that overtakes the \
      check makes it start again.
      """
  )

  @Option(help: .index) var index = IndexFolder.usual
  @Flag(help: "Compare the terms of every article with its text, not of a sample.")
  var full = false
  @Flag(help: "Print one JSON object.")
  var json = false
  @Flag(help: ArgumentHelp("Check here, not in a process of its own.", visibility: .hidden))
  var inProcess = false

  func run() throws {
    if inProcess { return try checkHere() }
    guard let program = FilePath("/proc/self/exe").resolved else {
      Console.complain(ErrorMessages.noProgram)
      throw ExitStatus.failure.exitCode
    }
    let outcome = try CheckProcess(index, program: program, arguments: arguments).run()
    try Console.standardOutput.write(outcome.output)
    if !outcome.messages.isEmpty { try Console.standardError.write(outcome.messages) }
    if let failure = outcome.failure {
      if json {
        try Console.standardOutput.write(IndexCheck.json(failure).line)
      } else {
        Console.complain(ErrorMessages.line(failure))
      }
    }
    guard outcome.status == 0 else { throw ExitCode(Int32(clamping: outcome.status)) }
  }

  /// The arguments of the separate process.
  private var arguments: [[UInt8]] {
    let words =
      ["check", "--in-process"] + (full ? ["--full"] : []) + (json ? ["--json"] : []) + ["--index"]
    let path = index.path
    return words.map { Array($0.utf8) } + [(path.resolved ?? path).platformBytes]
  }

  private func checkHere() throws {
    let report = try IndexCheck(index).run(isFull: full)
    if json {
      try Console.standardOutput.write(report.json(of: index.path).line)
    } else if report.findings.isEmpty {
      try Console.standardOutput.write(RunMessages.noError(report) + "\n")
    }
    for finding in report.findings where !json {
      Console.complain(ErrorMessages.line(finding, in: index.path))
    }
    if !report.findings.isEmpty { throw ExitStatus.failure.exitCode }
  }
}
