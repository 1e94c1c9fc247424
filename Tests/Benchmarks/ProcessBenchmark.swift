import ArgumentParser
import Foundation

/// How long whole processes take: from their start to their end, all output written.
struct ProcessBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "process",
    abstract: "Time processes, from start to last byte, by the clock and by the processor.",
    discussion: """
      The programs take turns, query by query, so that noise meets all alike; a first round, for the \
      page cache, is not counted. Each is started directly, without a shell.

        benchmarks process true 'mucluc search --index Index {}' 'rg -i -l {} /srv/news'
      """)

  @Argument(help: "Programs with their arguments, parted by spaces; {} stands for the query.")
  var programs: [String]
  @Option(help: "A file of queries, one a line.")
  var queries = "Tests/Benchmarks/queries.txt"
  @Option(help: "How often each query is asked.")
  var rounds = 1
  @Flag(help: "Print tab-separated values: program, four times in ms, and failures.")
  var tsv = false

  func run() throws {
    let texts = try String(contentsOfFile: queries, encoding: .utf8).split(separator: "\n")
      .map(String.init)
    guard !texts.isEmpty else { throw ValidationError("no queries in \(queries)") }
    var runs = programs.map { ProgramRuns(words: $0.split(separator: " ").map(String.init)) }
    for round in 0...max(1, rounds) {
      for text in texts {
        for index in runs.indices { try runs[index].run(text, isCounted: round > 0) }
      }
    }
    if !tsv {
      print("| program | median ms | 95% | processor, median ms | 95% | failed |")
      print("|---|---|---|---|---|---|")
    }
    for run in runs {
      let name = run.words.joined(separator: " ")
      let fields = [name] + run.figures + ["\(run.failed)"]
      print(tsv ? fields.joined(separator: "\t") : "| \(fields.joined(separator: " | ")) |")
    }
  }
}

/// One program, run again and again.
struct ProgramRuns {
  let words: [String]
  /// Runs that ended otherwise than with status 0 or 1 (nothing found).
  private(set) var failed = 0
  private var wall: [Double] = []
  private var processor: [Double] = []

  init(words: [String]) { self.words = words }

  /// Median and 95th percentile of both clocks, in milliseconds.
  var figures: [String] {
    [wall, processor].flatMap { times in
      let sorted = times.sorted()
      return [sorted[sorted.count / 2], sorted[sorted.count * 95 / 100]].map {
        String(format: "%.2f", $0)
      }
    }
  }

  /// Runs it once, output to nowhere.
  mutating func run(_ query: String, isCounted: Bool) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let arguments = words.map { strdup($0 == "{}" ? query : $0) } + [nil]
    let environment = Self.environment.map { strdup($0) } + [nil]
    defer { for string in arguments + environment { free(string) } }
    let clock = ContinuousClock()
    let start = clock.now
    var process: pid_t = 0
    guard posix_spawnp(&process, words[0], &actions, nil, arguments, environment) == 0 else {
      throw ValidationError("cannot start \(words[0])")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    let took = clock.now - start
    guard isCounted else { return }
    if status & 0x7F != 0 || status >> 8 & 0xFF > 1 { failed += 1 }
    wall.append(Double(took.components.attoseconds) / 1e15 + Double(took.components.seconds) * 1e3)
    processor.append(Self.milliseconds(usage.ru_utime) + Self.milliseconds(usage.ru_stime))
  }

  private static let environment = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }

  private static func milliseconds(_ time: timeval) -> Double {
    Double(time.tv_sec) * 1e3 + Double(time.tv_usec) / 1e3
  }
}
