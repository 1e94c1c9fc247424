import Platform
import SystemPackage

/// A program of others that turns a format into text on its standard output.
struct ConverterTool: Sendable, Equatable {
  /// The program's file name.
  let name: String
  /// The Debian package it comes in.
  let package: String
  /// The arguments before and behind the file's path.
  let before: [String]
  var behind: [String] = []

  /// poppler's; in reading order, one form feed behind each page.
  static let pdfToText = Self(
    name: "pdftotext", package: "poppler-utils", before: ["-enc", "UTF-8", "-eol", "unix"],
    behind: ["-"])
  static let pdfInfo = Self(
    name: "pdfinfo", package: "poppler-utils", before: ["-enc", "UTF-8"])
  static let antiword = Self(
    name: "antiword", package: "antiword", before: ["-m", "UTF-8.txt", "-w", "0"])
  static let catdoc = Self(name: "catdoc", package: "catdoc", before: ["-w", "-d", "utf-8"])
}

/// Finds the programs and runs them.
struct Converters: Sendable {
  /// Where programs are looked for, in order.
  var directories: [FilePath] = ["/usr/local/bin", "/usr/bin", "/bin"]
  var process = ChildProcess()
  /// What they may take for all documents of a file; nil for a file that is one document.
  var time: ConversionTime?

  /// Where a program is; nil if it is not installed.
  func locate(_ tool: ConverterTool) -> FilePath? {
    directories.lazy.map { $0.appending(tool.name) }
      .first { path in path.withPlatformString { access($0, X_OK) } == 0 }
  }

  /// The first of the programs that is installed.
  ///
  /// - Throws: ``ReadingError`` naming the first of them and its package if none is.
  func first(
    of tools: [ConverterTool], for format: String
  ) throws(ReadingError) -> (tool: ConverterTool, program: FilePath) {
    for tool in tools {
      if let program = locate(tool) { return (tool, program) }
    }
    let tool = tools[0]
    throw ReadingError(
      .missingConverter(.init(format: format, tool: tool.name, package: tool.package)))
  }

  /// What a program prints for a file, with its message if it failed.
  ///
  /// - Parameter path: absolute, so that no name is taken for an option.
  /// - Throws: ``ReadingError`` if it could not be run or went over a limit.
  func run(
    _ tool: ConverterTool, _ program: FilePath, on path: FilePath
  ) throws(ReadingError) -> ChildProcess.Result {
    let arguments =
      tool.before.map { Array($0.utf8) } + [Self.anchored(path)]
      + tool.behind.map { Array($0.utf8) }
    if let time, time.isSpent {
      throw ReadingError(.converter(tool: tool.name, .tookTooLongInAll(seconds: time.seconds)))
    }
    let start = ContinuousClock.now
    defer { time?.spend(ContinuousClock.now - start) }
    let result: ChildProcess.Result
    do {
      result = try process.run(program, arguments)
    } catch {
      throw ReadingError(.converter(tool: tool.name, .cannotStart(error)))
    }
    let fault: ReadingError.ConverterFault
    switch result.outcome {
    case .exited: return result
    case .timedOut: fault = .tookTooLong(seconds: process.limits.wallSeconds)
    case .tooMuchOutput: fault = .tooMuchText(limit: process.limits.outputBytes)
    case .signalled(let signal): fault = .endedBySignal(signal)
    }
    throw ReadingError(.converter(tool: tool.name, fault))
  }

  /// The error for a program that ended by itself and said no.
  static func failure(_ tool: ConverterTool, _ result: ChildProcess.Result) -> ReadingError {
    let message = oneLine(String(decoding: result.message, as: UTF8.self))
    let fault: ReadingError.ConverterFault
    if !message.isEmpty {
      fault = .said(message)
    } else if case .exited(let code?) = result.outcome {
      fault = .failed(status: code)
    } else {
      fault = .noText
    }
    return ReadingError(.converter(tool: tool.name, fault))
  }

  /// Calls `body` with a file of some content: converters read files, not memory.
  ///
  /// - Parameter path: the file that the content was read from; nil if it is in none. One of another size
  ///   was compressed, or has just changed.
  /// - Throws: ``ReadingError`` as `body` does, or if there is no such file and none can be made.
  static func withFile<Result>(
    _ path: FilePath?, of bytes: [UInt8],
    _ body: (FilePath) throws(ReadingError) -> Result
  ) throws(ReadingError) -> Result {
    if let path, try size(of: path) == bytes.count { return try body(path) }
    return try ScratchFile(bytes).withPath(body)
  }

  private static func size(of path: FilePath) throws(ReadingError) -> Int64 {
    do {
      let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking])
      return try file.closeAfter { try file.seek(offset: 0, from: .end) }
    } catch {
      throw ReadingError(.fileGone)
    }
  }

  /// The path as bytes, `./` before a relative one.
  private static func anchored(_ path: FilePath) -> [UInt8] {
    path.isAbsolute ? path.platformBytes : Array("./".utf8) + path.platformBytes
  }
}
