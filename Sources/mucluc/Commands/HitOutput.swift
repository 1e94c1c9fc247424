import ArgumentParser
import ArticleIndex
import ArticleReading
import SystemPackage

/// The form in which hits are printed.
struct HitOutput: ParsableArguments {
  @Flag(help: "Print one JSON object a hit and a summary.")
  var json = false
  @Flag(help: "Print paths only.")
  var paths = false
  @Flag(name: [.customShort("0"), .customLong("null")], help: "With --paths: end each with NUL.")
  var endsWithNUL = false
  @Flag(help: "Print copies of a story as hits of their own.")
  var noCollapse = false
  @Option(help: "Use colour: auto, always, never.")
  var color: ColorChoice = .auto

  func validate() throws {
    guard !json || !paths else { throw ValidationError(UsageMessages.jsonOrPaths) }
    guard !endsWithNUL || paths else { throw ValidationError(UsageMessages.nullWithoutPaths) }
  }

  /// What prints to standard output.
  var printer: any HitPrinter {
    let output = Console.standardOutput
    if json { return JSONPrinter() }
    if paths { return PathPrinter(endsWithNUL: endsWithNUL, isForTerminal: output.isTerminal) }
    return HumanPrinter(
      columns: max(20, min(output.columns, 100)), usesColor: color.isOn(for: output),
      currentFolder: FilePath(".").resolved, drawsFacets: output.isTerminal)
  }
}
