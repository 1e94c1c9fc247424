import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A run that is talked to while it goes on: a line in, a line out.
final class LiveCommand {
  private let process: Process
  private let input = Pipe()
  private let output = Pipe()
  private let errors = Pipe()
  private var pending: [UInt8] = []

  init(_ runner: CommandRunner, _ arguments: String...) throws {
    process = runner.process(arguments)
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    // Writing to a program that has ended is an error here, not the end of the tests.
    signal(SIGPIPE, SIG_IGN)
    try process.run()
  }

  deinit { if process.isRunning { process.terminate() } }

  /// Sends a line and returns the line that answers it.
  func ask(_ line: String) throws -> String {
    try input.fileHandleForWriting.write(contentsOf: Data("\(line)\n".utf8))
    return try #require(readLine(), "no answer to \(line)")
  }

  /// Sends a line that the program may no longer read.
  func tell(_ line: String) {
    try? input.fileHandleForWriting.write(contentsOf: Data("\(line)\n".utf8))
  }

  /// Asks a query of `search --batch`.
  func search(_ query: String) throws -> BatchObject {
    try JSONAnswer.decode(BatchObject.self, Data(try ask(query).utf8))
  }

  /// Closes standard input and waits for the end.
  func finish() throws -> CommandRunner.Outcome {
    try input.fileHandleForWriting.close()
    var rest = Data(pending)
    rest += try output.fileHandleForReading.readToEnd() ?? Data()
    let complaints = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return CommandRunner.Outcome(
      status: process.exitStatus, output: rest,
      errors: String(decoding: complaints, as: UTF8.self))
  }

  /// The next line of standard output; nil at its end or after 30 seconds.
  private func readLine() -> String? {
    let file = output.fileHandleForReading.fileDescriptor
    while true {
      if let end = pending.firstIndex(of: 0x0A) {
        defer { pending.removeSubrange(...end) }
        return String(decoding: pending[..<end], as: UTF8.self)
      }
      var request = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 30_000) > 0 else { return nil }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(file, &buffer, buffer.count)
      guard count > 0 else { return nil }
      pending += buffer[..<count]
    }
  }
}
