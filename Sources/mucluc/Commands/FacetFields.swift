import ArgumentParser
import ArticleIndex

/// The fields of `--facets`, commas between them.
struct FacetFields: ExpressibleByArgument, Equatable {
  var fields: [FacetField] = []

  init() {}

  init?(argument: String) {
    for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let field = FacetField(rawValue: String(name)) else { return nil }
      if !fields.contains(field) { fields.append(field) }
    }
  }

  var defaultValueDescription: String { "none" }
}
