import ArgumentParser
import ArticleIndex

/// The program: finds the command, runs it, and turns how it ended into an exit status.
@main
struct Mucluc: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mucluc",
    abstract: "Full-text search for folders of Vietnamese news articles, with or without accents.",
    discussion: """
      Exit status: 0 done or found, 1 nothing found, 2 wrong usage or fatal error, 3 done but some \
      files could not be read, 75 another writer holds the index, 130 or 143 stopped by a signal.
      """,
    version: Version.current,
    subcommands: [
      IndexCommand.self, SearchCommand.self, ShowCommand.self, SimilarCommand.self,
      StatusCommand.self, ExplainCommand.self, ForgetCommand.self, CompactCommand.self,
      CheckCommand.self,
      QueryHelp.self,
    ]
  )

  static func main() {
    Console.keepBrokenPipesQuiet()
    guard let arguments = ProgramArguments.texts else {
      Console.complain(ErrorMessages.noArguments)
      Console.end(ExitStatus.failure.rawValue)
    }
    do {
      var command = try command(QueryArguments.joined(arguments))
      try command.run()
    } catch {
      Console.end(report(error).rawValue)
    }
  }

  /// The command that the arguments call for.
  ///
  /// `search` is parsed by itself, because setting up all commands takes half as long again. If that
  /// fails (a mistake, a call for help), the full parser says why.
  private static func command(_ arguments: [String]) throws -> any ParsableCommand {
    if arguments.first == SearchCommand.configuration.commandName,
      let search = try? SearchCommand.parse(Array(arguments.dropFirst()))
    {
      return search
    }
    return try parseAsRoot(arguments)
  }

  /// Reports `error`.
  ///
  /// - Returns: how the program ends.
  static func report(_ error: any Error) -> ExitStatus {
    switch error {
    case let error as IndexError:
      Console.complain(ErrorMessages.line(error))
      if error.code == .interrupted, let status = Interruption.status { return status }
      return ExitStatus(error)
    case let code as ExitCode: return ExitStatus(rawValue: code.rawValue) ?? .failure
    case is BrokenPipe: return .success
    default: return reportParsed(error)
    }
  }

  /// Reports what the argument parser throws, which includes help and the version. Anything else is one
  /// line.
  private static func reportParsed(_ error: any Error) -> ExitStatus {
    switch exitCode(for: error) {
    case .success:
      do {
        try Console.standardOutput.write(fullMessage(for: error) + "\n")
        return .success
      } catch {
        return report(error)
      }
    case .validationFailure: Console.complain(fullMessage(for: error), isPlain: true)
    default: Console.complain("\(error)")
    }
    return .failure
  }
}

/// How the program ends; scripts rely on it.
enum ExitStatus: Int32 {
  case success = 0
  case nothingFound = 1
  case failure = 2
  case someFilesFailed = 3
  /// EX_TEMPFAIL: try again later.
  case locked = 75
  /// SIGINT, as a shell reports it.
  case interrupted = 130
  /// SIGTERM, as a shell reports it.
  case terminated = 143

  init(_ error: IndexError) { self = error.code == .locked ? .locked : .failure }

  var exitCode: ExitCode { ExitCode(rawValue) }
}
