extension SearchSettings {
  private static let command = "search"

  /// A search from the program's arguments without a look at the other commands, which would take
  /// half as long again; nil for anything else, mistakes and calls for help among it: those are for
  /// the whole parser.
  static func wellFormed(_ arguments: [String]) -> SearchSettings? {
    guard arguments.first == command else { return nil }
    return plain(arguments) ?? (try? SearchCommand.parse(Array(arguments.dropFirst())))?.settings
  }

  /// A search whose arguments are words and the options that most searches have, read without the
  /// argument parser, which takes longer for them than many a search; nil for anything else, be it
  /// meant or a mistake.
  ///
  /// What it reads it must read as the parser does: `PlainSearchTests` compares the two.
  static func plain(_ arguments: [String]) -> SearchSettings? {
    guard arguments.first == command else { return nil }
    var settings = SearchSettings()
    var seen: Set<String> = []
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-") || argument.isEmpty else {
        settings.query.append(argument)
        continue
      }
      guard seen.insert(argument).inserted else { return nil }
      switch argument {
      case "--json": settings.output.json = true
      case "--paths": settings.output.paths = true
      case "--count": settings.count = true
      case "--batch": settings.batch = true
      case "--index":
        guard let value = rest.popFirst(), !value.isEmpty, !value.hasPrefix("-") else { return nil }
        settings.index = value
      case "--limit":
        guard let value = rest.popFirst().flatMap({ Int($0) }), value >= 0 else { return nil }
        settings.limit = value
      default: return nil
      }
    }
    guard (try? settings.validate()) != nil else { return nil }
    return settings
  }
}
