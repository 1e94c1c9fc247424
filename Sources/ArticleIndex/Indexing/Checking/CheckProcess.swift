import ArticleReading
public import SystemPackage

/// Checks an index in a process of its own, because damaged files can crash or hang what reads them.
public struct CheckProcess {
  /// How the check ended.
  public struct Outcome {
    /// The exit status of the program; 2 if it did not come to an end of its own.
    public var status: Int
    /// What it printed on standard output.
    public var output: [UInt8]
    /// What it printed on standard error, the first 4 KiB.
    public var messages: [UInt8]
    /// What is to be said if the process did not come to an end of its own.
    public var failure: IndexError?
  }

  /// A sanitizer reserves terabytes of address space, and writes a file when a program starts.
  #if SANITIZED
    private static let isSanitized = true
  #else
    private static let isSanitized = false
  #endif

  private let folder: IndexFolder
  private let program: FilePath
  private let arguments: [[UInt8]]

  /// - Parameters:
  ///   - folder: the folder of the index.
  ///   - program: one that checks that index by ``IndexCheck``.
  ///   - arguments: those to give it, in bytes: paths need not be UTF-8.
  public init(_ folder: IndexFolder, program: FilePath, arguments: [[UInt8]]) {
    (self.folder, self.program, self.arguments) = (folder, program, arguments)
  }

  /// Waits for the end of the check, or ends it when reading takes far too long.
  ///
  /// - Throws: ``IndexError`` if the program cannot be started.
  public func run() throws(IndexError) -> Outcome {
    let path = folder.path.resolved ?? folder.path
    // As long as reading the files takes on a slow disk, and a minute.
    let seconds = 60 + FolderWalker.bytes(below: path) / 2_000_000
    var process = ChildProcess()
    process.limits = ChildProcess.Limits(
      wallSeconds: seconds, cpuSeconds: seconds,
      memoryBytes: Self.isSanitized ? .max : 8 << 30, mayWriteFiles: Self.isSanitized)
    let result: ChildProcess.Result
    do {
      result = try process.run(program, arguments)
    } catch {
      throw IndexError(.checkNotStarted(error), subject: path.string)
    }
    var outcome = Outcome(status: 2, output: result.output, messages: result.message)
    switch result.outcome {
    case .exited(let status?): outcome.status = status
    case .exited(nil), .tooMuchOutput: outcome.failure = damaged(.checkFailed)
    case .signalled(let number): outcome.failure = damaged(.readingCrashed(signal: number))
    case .timedOut: outcome.failure = damaged(.readingHung(seconds: seconds))
    }
    return outcome
  }

  private func damaged(_ cause: IndexError.Cause) -> IndexError {
    IndexError(cause, subject: folder.path.string)
  }
}
