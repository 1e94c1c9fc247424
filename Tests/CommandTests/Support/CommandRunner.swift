import Foundation

/// Runs the built program as a user runs it.
struct CommandRunner {
  /// How a run ended.
  struct Outcome {
    var status: Int32
    var output: Data
    var errors: String

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }
    /// The lines of standard output.
    var lines: [String] { text.split(separator: "\n").map(String.init) }
    /// The lines of standard error.
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
  }

  /// The program, which is built into the same folder as the tests.
  static var program: URL {
    Bundle.main.bundleURL.appendingPathComponent("mucluc")
  }

  /// The working folder of the runs.
  var folder: URL
  var environment: [String: String] = [:]
  /// A program that runs the program, with its arguments: `setpriv` and the like.
  var launcher: [String] = []

  /// Runs `mucluc` with `arguments`, `input` on its standard input.
  func run(_ arguments: [String], input: String = "") throws -> Outcome {
    try run(arguments, input: Data(input.utf8))
  }

  /// Runs `mucluc` with `arguments`, the bytes `input` on its standard input.
  func run(_ arguments: [String], input: Data) throws -> Outcome {
    // Files, not pipes: nothing can block, however much is written.
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("mucluc-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let files = ["in", "out", "err"].map { place.appendingPathComponent($0) }
    try input.write(to: files[0])
    try Data().write(to: files[1])
    try Data().write(to: files[2])
    let process = process(arguments)
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.exitStatus,
      output: try Data(contentsOf: files[1]),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }

  /// Runs a line of `sh` in which `mucluc` is the program: pipes, arguments that are not UTF-8.
  func shell(_ line: String) throws -> Outcome {
    var runner = self
    runner.launcher = ["/bin/sh", "-c", "mucluc() { \"$0\" \"$@\"; }; \(line)"]
    return try runner.run([])
  }

  /// The process, set up but for its streams.
  func process(_ arguments: [String]) -> Process {
    let process = Process()
    let words = launcher + [Self.program.path] + arguments
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
      .merging(SanitizerOptions.environment) { $1 }.merging(environment) { $1 }
    return process
  }
}

extension Process {
  /// The exit status as a shell reports it.
  var exitStatus: Int32 {
    terminationReason == .exit ? terminationStatus : 128 + terminationStatus
  }
}
