import Foundation
import TestSupport
import Testing

/// The libraries are guests in any program: they do not print, end it, look at its environment or its
/// arguments, install handlers, or speak of the program that comes with them.
struct LibraryRulesTests {
  static let libraries = [
    "ArticleIndex", "ArticleReading", "CXapian", "Platform", "VietnameseText",
  ]

  /// What belongs to the program, with what a library would do that uses it.
  private static let hosts: [(names: Set<String>, does: String)] = [
    (
      [
        "print", "debugPrint", "dump", "puts", "fputs", "putchar", "printf", "fprintf", "vprintf",
        "vfprintf", "stdout", "stderr", "cout", "cerr",
      ], "prints"
    ),
    (["exit", "_exit", "_Exit", "quick_exit", "abort", "fatalError"], "ends the program"),
    (
      ["getenv", "secure_getenv", "setenv", "unsetenv", "putenv", "environ", "ProcessInfo"],
      "has to do with the environment"
    ),
    (["CommandLine"], "reads the program's arguments"),
    (
      [
        "signal", "sigaction", "sigprocmask", "pthread_sigmask", "set_terminate", "atexit",
        "on_exit",
      ], "installs a handler"
    ),
    (["umask", "chdir", "fchdir", "setlocale", "setrlimit"], "changes the process"),
  ]

  /// Those that are no functions.
  private static let variables: Set = [
    "stdout", "stderr", "cout", "cerr", "environ", "ProcessInfo", "CommandLine",
  ]

  /// What is wrong with a line of a library.
  static func flaws(in line: SourceText.Line) -> [String] {
    var flaws: [String] = []
    // A member of something else may be called anything.
    for match in line.code.matches(of: /(?:^|[^.\w])([A-Za-z_]\w*)(\(?)/) {
      let (name, isCalled) = (String(match.output.1), !match.output.2.isEmpty)
      guard isCalled || variables.contains(name) else { continue }
      for host in hosts where host.names.contains(name) { flaws.append("\(name) \(host.does)") }
    }
    for literal in line.literals {
      // Keys of the metadata begin so, and stay.
      let text = literal.replacing(/^mucluc\.[a-z]+$/, with: "")
      if text.lowercased().contains("mucluc") {
        flaws.append("\"\(literal)\" names the program")
      }
      if text.contains(/(^|\s)--[a-z]/) { flaws.append("\"\(literal)\" names an option") }
    }
    return flaws
  }

  @Test(arguments: libraries)
  func aLibraryLeavesItsHostAlone(library: String) throws {
    let sources = PackageFiles.root.appending(path: "Sources")
    let files = SourceText.files(below: sources.appending(path: library))
    #expect(!files.isEmpty)
    for file in files {
      let text = SourceText(
        try String(contentsOf: file, encoding: .utf8), isSwift: file.pathExtension == "swift")
      let name = file.path.dropFirst(PackageFiles.root.path.count + 1)
      #expect(text.isComplete, "\(name) was not understood")
      for line in text.lines {
        for flaw in Self.flaws(in: line) { Issue.record("\(name):\(line.number): \(flaw)") }
      }
    }
  }

  /// The test itself can fail, and does not fail for nothing.
  @Test(arguments: [
    ("print(1)", ["print prints"]), ("  exit(0)", ["exit ends the program"]),
    ("Darwin.x; getenv(\"HOME\")", ["getenv has to do with the environment"]),
    ("std::set_terminate(f);", ["set_terminate installs a handler"]),
    ("throw e(\"run mucluc\")", ["\"run mucluc\" names the program"]),
    ("remedy: \"with --index\"", ["\"with --index\" names an option"]),
    ("\"a \\(exit(1)) b\"", ["exit ends the program"]),
    ("let key = \"mucluc.schema\"", []), ("// print(1) \"mucluc\"", []),
    ("case .signal: \"--\"", []),
    ("case exited(let signal): signal", []), ("/* exit(1) /* */ print(2) */ printer.print(x)", []),
    ("\"exit(1) print(2)\"", []), ("#\"a \" exit(1) \"#", []),
  ])
  func flawsAreSeen(_ code: String, _ flaws: [String]) {
    let text = SourceText(code, isSwift: true)
    #expect(text.isComplete)
    #expect(text.lines.flatMap(Self.flaws) == flaws)
  }
}
