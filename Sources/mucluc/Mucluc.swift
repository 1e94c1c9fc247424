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
      files could not be read, 75 another writer holds the index.
      """,
    version: "0.1.0",
    subcommands: [
      IndexCommand.self, SearchCommand.self, ShowCommand.self, StatusCommand.self,
      ExplainCommand.self,
    ]
  )

  static func main() {
    Console.keepBrokenPipesQuiet()
    do {
      var command = try parseAsRoot(WordArguments.joined(CommandLine.arguments.dropFirst()))
      try command.run()
    } catch let error as IndexError {
      Console.complain(error.description)
      Console.end(ExitStatus(error).rawValue)
    } catch let status as ExitCode {
      Console.end(status.rawValue)
    } catch is BrokenPipe {
      Console.end(ExitStatus.success.rawValue)
    } catch {
      let message = fullMessage(for: error)
      guard exitCode(for: error) == .success else {
        Console.complain(message, isPlain: true)
        Console.end(ExitStatus.failure.rawValue)
      }
      // --help and --version arrive as errors too.
      try? Console.standardOutput.write(message + "\n")
    }
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

  init(_ error: IndexError) { self = error.code == .locked ? .locked : .failure }

  var exitCode: ExitCode { ExitCode(rawValue) }
}
