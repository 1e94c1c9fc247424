import ArgumentParser
import ArticleIndex

extension SearchCommand {
  /// A search whose arguments are words and the options that most searches have, read without the
  /// argument parser, which takes longer for them than many a search; nil for anything else, be it
  /// meant or a mistake.
  ///
  /// What it reads it must read as the parser does: `PlainSearchTests` compares the two.
  static func plain(_ arguments: [String]) -> SearchCommand? {
    guard arguments.first == configuration.commandName else { return nil }
    var (location, output) = (IndexLocation(), HitOutput())
    (output.json, output.paths, output.endsWithNUL) = (false, false, false)
    (output.noCollapse, output.color) = (false, .auto)
    location.index = nil
    var search = SearchCommand()
    (search.accents, search.sort, search.recency) = (.prefer, .relevance, 0)
    (search.limit, search.offset, search.facets) = (10, 0, FacetFields())
    (search.count, search.batch) = (false, false)
    var words: [String] = []
    var seen: Set<String> = []
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-") || argument.isEmpty else {
        words.append(argument)
        continue
      }
      guard seen.insert(argument).inserted else { return nil }
      switch argument {
      case "--json": output.json = true
      case "--paths": output.paths = true
      case "--count": search.count = true
      case "--batch": search.batch = true
      case "--index":
        guard let value = rest.popFirst(), !value.isEmpty, !value.hasPrefix("-") else { return nil }
        location.index = value
      case "--limit":
        guard let value = rest.popFirst().flatMap({ Int($0) }), value >= 0 else { return nil }
        search.limit = value
      default: return nil
      }
    }
    (search.location, search.output, search.query) = (location, output, words)
    guard (try? output.validate()) != nil, (try? search.validate()) != nil else { return nil }
    return search
  }
}
