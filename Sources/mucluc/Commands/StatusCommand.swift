import ArgumentParser
import ArticleIndex

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tell what the index holds.")

  @Option(help: .index) var index = IndexFolder.usual
  @Flag(help: "Print a JSON object.")
  var json = false
  @Option(
    help: ArgumentHelp(
      "For a monitor: exit status 1 unless the last run finished at most this long ago.",
      valueName: "hours"))
  var maxAge: Double?

  func validate() throws {
    guard maxAge.map({ $0 > 0 && $0 < 1e6 }) ?? true else {
      throw ValidationError(UsageMessages.maxAge)
    }
  }

  func run() throws {
    let status = try SearchIndex(at: index).status()
    let lastRun = LastRun(of: index)
    let age = lastRun.map { Console.secondsSince1970 - $0.ended }
    if json {
      try Console.standardOutput.write(status.json(lastRun: lastRun, age: age).line)
    } else {
      try Console.standardOutput.write(RunMessages.status(status, lastRun, age: age))
    }
    guard let maxAge else { return }
    let limit = Int(maxAge * 3600)
    if let problem = RunMessages.problem(lastRun, age: age, limit: limit) {
      Console.complain("\(index.path.string): \(problem)")
      throw ExitStatus.nothingFound.exitCode
    }
  }
}
