import Platform
package import SystemPackage

/// Runs one program on a file and takes what it prints, within bounds of time, memory and output.
///
/// The program gets no input, a fixed environment, no core dump, and no file it could write to; it
/// leads a process group of its own that is killed as a whole on any excess, and is always reaped.
/// Nothing is shared between runs, so many threads may run programs at once.
package struct ChildProcess: Sendable {
  /// What a run may take.
  package struct Limits: Sendable {
    /// Of the wall clock.
    package var wallSeconds: Int
    /// Of processor time.
    package var cpuSeconds: Int
    /// Of address space, in bytes; `Int.max` for no limit.
    package var memoryBytes: Int
    /// Of what is printed, in bytes; a long article is some 50,000.
    package var outputBytes: Int
    /// Whether files can be written.
    package var mayWriteFiles: Bool

    package init(
      wallSeconds: Int = 120, cpuSeconds: Int = 60, memoryBytes: Int = 1 << 30,
      outputBytes: Int = 16 << 20, mayWriteFiles: Bool = false
    ) {
      self.wallSeconds = wallSeconds
      self.cpuSeconds = cpuSeconds
      self.memoryBytes = memoryBytes
      self.outputBytes = outputBytes
      self.mayWriteFiles = mayWriteFiles
    }
  }

  /// How a run ended.
  package enum Outcome: Equatable {
    /// By itself, with this status; nil if something else in the process reaped it.
    case exited(Int?)
    /// By a signal that was not ours: a crash, or over its processor time.
    case signalled(Int)
    /// Killed for taking too long.
    case timedOut
    /// Killed for printing too much.
    case tooMuchOutput
  }

  package struct Result {
    package var outcome: Outcome
    package var output: [UInt8] = []
    /// The first bytes of what it printed on standard error, at most 4 KiB.
    package var message: [UInt8] = []
  }

  package var limits = Limits()

  package init(limits: Limits = Limits()) { self.limits = limits }

  private static let messageBytes = 4096
  /// `sh` sets the limits and becomes the program: no other process is there meanwhile.
  private static let launcher =
    "{ ulimit -c 0; ulimit -v $1; ulimit -t $2; ulimit -f $3; } 2>&-; shift 3; exec \"$@\""
  private static let environment = [
    "LC_ALL=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/",
  ]

  /// Runs a program to its end or to a limit.
  ///
  /// - Parameter arguments: those behind the program's name.
  /// - Throws: `Errno` if it cannot be started.
  package func run(_ program: FilePath, _ arguments: [[UInt8]]) throws(Errno) -> Result {
    let output = try Pipe()
    let errors = try Pipe()
    let process = try Self.spawn(
      program, arguments, limits, output: output.writeEnd, errors: errors.writeEnd)
    output.closeWriteEnd()
    errors.closeWriteEnd()
    var result = Result(outcome: .exited(nil))
    let deadline = ContinuousClock.now + .seconds(limits.wallSeconds)
    let excess = collect(from: output, errors, until: deadline, into: &result)
    result.outcome = Self.reap(process, excess: excess, deadline: deadline)
    return result
  }

  /// Reads both pipes to their ends; returns why that was given up, nil if it was not.
  private func collect(
    from output: Pipe, _ errors: Pipe, until deadline: ContinuousClock.Instant,
    into result: inout Result
  ) -> Outcome? {
    var pipes = [
      pollfd(fd: output.readEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    // poll(2) passes over descriptors below zero: how a pipe at its end is marked.
    while pipes.contains(where: { $0.fd >= 0 }) {
      let left = deadline - ContinuousClock.now
      guard left > .zero else { return .timedOut }
      let milliseconds = Int32(min(left.components.seconds, 3600) * 1000 + 100)
      guard poll(&pipes, nfds_t(pipes.count), milliseconds) >= 0 || errno == EINTR else {
        return .timedOut
      }
      for index in pipes.indices where pipes[index].fd >= 0 && pipes[index].revents != 0 {
        let count = read(pipes[index].fd, &chunk, chunk.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          pipes[index].fd = -1
        } else if index == 0 {
          guard result.output.count + count <= limits.outputBytes else { return .tooMuchOutput }
          result.output += chunk[..<count]
        } else {
          result.message += chunk[..<count].prefix(Self.messageBytes - result.message.count)
        }
        pipes[index].revents = 0
      }
    }
    return nil
  }

  /// Waits for the process, killing its group first if there was an excess or the deadline passes.
  private static func reap(
    _ process: pid_t, excess: Outcome?, deadline: ContinuousClock.Instant
  ) -> Outcome {
    var excess = excess
    var status: Int32 = 0
    var pause: Int32 = 1
    while excess == nil {
      let reaped = waitpid(process, &status, WNOHANG)
      if reaped == process { return outcome(of: status) }
      if reaped < 0, errno != EINTR { return .exited(nil) }
      // It has closed its output, so it is about to end; if not, the deadline ends it.
      if ContinuousClock.now > deadline { excess = .timedOut }
      poll(nil, 0, pause)
      pause = min(pause * 2, 50)
    }
    kill(-process, SIGKILL)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return excess ?? outcome(of: status)
  }

  /// `WIFEXITED` and its kin, which are macros that Swift does not see.
  private static func outcome(of status: Int32) -> Outcome {
    status & 0x7F == 0 ? .exited(Int(status >> 8 & 0xFF)) : .signalled(Int(status & 0x7F))
  }

  private static func spawn(
    _ program: FilePath, _ arguments: [[UInt8]], _ limits: Limits, output: Int32, errors: Int32
  ) throws(Errno) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    // A program that outlives us shall end when it prints, even if we ignore SIGPIPE.
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let memory = limits.memoryBytes == .max ? "unlimited" : "\(limits.memoryBytes >> 10)"
    let files = limits.mayWriteFiles ? "unlimited" : "0"
    let words =
      ["sh", "-c", launcher, "sh", memory, "\(limits.cpuSeconds)", files]
      .map { Array($0.utf8) } + [program.platformBytes] + arguments
    var process: pid_t = 0
    let status = withCStrings(words) { words in
      withCStrings(environment.map { Array($0.utf8) }) { environment in
        posix_spawn(&process, "/bin/sh", &actions, &attributes, words, environment)
      }
    }
    guard status == 0 else { throw Errno(rawValue: status) }
    return process
  }

  /// Calls `body` with a NULL-ended array of NUL-ended strings.
  private static func withCStrings<Value>(
    _ strings: [[UInt8]], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Value
  ) -> Value {
    let pointers = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
      capacity: strings.count + 1)
    for (index, string) in strings.enumerated() {
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: string.count + 1)
      for (index, byte) in string.enumerated() { copy[index] = CChar(bitPattern: byte) }
      copy[string.count] = 0
      pointers[index] = copy
    }
    pointers[strings.count] = nil
    defer {
      for index in strings.indices { pointers[index]?.deallocate() }
      pointers.deallocate()
    }
    return body(pointers)
  }
}

/// A pipe that no program started meanwhile by another thread inherits, closed at the end of its life.
///
/// Made as a pair of sockets: `pipe2(2)` is a GNU extension that Swift does not see, and without it
/// there is a moment in which the ends are inherited, and then whoever has them keeps us waiting.
private final class Pipe {
  let readEnd: Int32
  private(set) var writeEnd: Int32

  init() throws(Errno) {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, closingStreamSocket, 0, &ends) == 0 else { throw lastErrno() }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  func closeWriteEnd() {
    close(writeEnd)
    writeEnd = -1
  }

  deinit {
    close(readEnd)
    if writeEnd >= 0 { close(writeEnd) }
  }
}
