public import ArgumentParser
public import ArticleIndex
import SystemPackage

/// `--index`, which every command has.
extension IndexFolder: ExpressibleByArgument {
  /// The folder where no other is named.
  static var usual: IndexFolder {
    IndexFolder(FilePath(Console.environment("MUCLUC_INDEX") ?? "Index"))
  }

  public init?(argument: String) { self.init(ProgramArguments.path(argument)) }

  public var defaultValueDescription: String { "$MUCLUC_INDEX, else Index" }
}

extension ArgumentHelp {
  static let index = ArgumentHelp("The index folder.", valueName: "folder")
}

/// When to use colour.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// Whether to colour what goes to `stream`. `NO_COLOR` (no-color.org) turns `auto` off.
  func isOn(for stream: OutputStream) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      stream.isTerminal && Console.environment("NO_COLOR") == nil
        && Console.environment("TERM") != "dumb"
    }
  }
}

extension AccentMode: ExpressibleByArgument {}

/// Whether syllables that are one word must stand side by side.
enum WordMode: String, ExpressibleByArgument, CaseIterable {
  case on, off
}

extension SearchRequest.Sort: ExpressibleByArgument {
  /// `-` reverses an order, as in many APIs.
  public init?(argument: String) {
    switch argument {
    case "relevance": self = .relevance
    case "date": self = .oldestFirst
    case "-date": self = .newestFirst
    default: return nil
    }
  }

  public var defaultValueDescription: String {
    switch self {
    case .relevance: "relevance"
    case .oldestFirst: "date"
    case .newestFirst: "-date"
    }
  }

  public static var allValueStrings: [String] { allCases.map(\.defaultValueDescription) }
}

/// The fields of `--facets`, separated by commas.
struct FacetFields: ExpressibleByArgument {
  private(set) var fields: [FacetField] = []

  init?(argument: String) {
    for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let field = FacetField(rawValue: String(name)) else { return nil }
      if !fields.contains(field) { fields.append(field) }
    }
  }
}
