/// Finds out what the fields and prefixes of a query stand for in an index.
///
/// A section, source or number is the one of that name, else every one whose name holds the words side
/// by side; an author is every one whose name does, as articles have several authors.
struct QueryResolver {
  let accents: AccentMode
  let reader: StoreReader
  private(set) var fields: [FieldQuery: FieldMatch] = [:]
  /// By the prefix of terms: the most frequent terms that begin so, which a score is made of.
  private(set) var expansions: [Term: [Term]] = [:]
  /// One for each name that nothing in the index has.
  private(set) var notices: [SearchNotice] = []

  /// Names looked at for one field of a query at most.
  static let maximumNames = 100_000
  /// Names that one field of a query stands for at most, the first ones.
  static let maximumMatches = 1000
  /// Similar names told in a notice.
  private static let namesToTell = 3

  /// Terms of a prefix looked at, and those of them that score.
  static let maximumExpansions = (looked: 20_000, scored: 64)

  init(_ reader: StoreReader, _ accents: AccentMode) {
    (self.reader, self.accents) = (reader, accents)
  }

  /// Resolves every field and prefix below `node`.
  mutating func resolve(_ node: QueryNode) throws(IndexError) {
    switch node {
    case .word, .phrase, .dates: break
    case .prefix(let word):
      let prefix = PlannedToken(word, accents).requiredTerm
      if expansions[prefix] == nil { expansions[prefix] = try expand(prefix) }
    case .all(let nodes), .any(let nodes):
      for node in nodes { try resolve(node) }
    case .not(let node): try resolve(node)
    case .field(let field, let words):
      let query = FieldQuery(field: field, tokens: words)
      if field != .title, fields[query] == nil { fields[query] = try match(query) }
    }
  }

  private func expand(_ prefix: Term) throws(IndexError) -> [Term] {
    let terms = try reader.allTerms(prefix: prefix, limit: Self.maximumExpansions.looked)
    let order = terms.indices.sorted { (terms[$1].frequency, $0) < (terms[$0].frequency, $1) }
    return order.prefix(Self.maximumExpansions.scored).map { Term(terms[$0].term) }
  }

  private mutating func match(_ query: FieldQuery) throws(IndexError) -> FieldMatch {
    let whole = FieldMatch(query)
    guard case .any(let terms) = whole.articles, let term = terms.first,
      let prefix = query.field.prefix
    else { return whole }
    let isThere = try (reader.frequencies([term]).first ?? 0) > 0
    switch query.field {
    case .title: return whole
    case .url:
      if isThere { return whole }
      if try reader.allTerms(prefix: term, limit: 1).isEmpty {
        notices.append(.unknownPlace(query.name))
      }
      return FieldMatch(field: .url, articles: .prefix(term))
    case .section, .source, .number:
      if isThere { return whole }
    case .author: break
    }
    return try names(of: query, prefix.utf8Bytes)
  }

  /// The names that hold the words side by side.
  private mutating func names(
    of query: FieldQuery, _ prefix: UnsafeBufferPointer<UInt8>
  ) throws(IndexError) -> FieldMatch {
    let wanted = " \(query.name) "
    let words = Set(query.tokens.map(\.folded))
    var found: [Term] = []
    var similar: [(name: String, shared: Int, frequency: UInt32)] = []
    var looked = 0
    try reader.forEachTerm(prefix: prefix) { bytes, frequency in
      looked += 1
      let name = String(decoding: bytes.dropFirst(prefix.count), as: UTF8.self)
      if " \(name) ".contains(wanted) {
        found.append(Term(bytes))
      } else if found.isEmpty {
        let shared = name.split(separator: " ").count { words.contains(String($0)) }
        if shared > 0 { similar.append((name, shared, frequency)) }
      }
      return looked < Self.maximumNames && found.count < Self.maximumMatches
    }
    if found.isEmpty {
      similar.sort { ($0.shared, $0.frequency) > ($1.shared, $1.frequency) }
      notices.append(
        .unknownName(
          query.field, query.name, similar: similar.prefix(Self.namesToTell).map(\.name)))
    }
    return FieldMatch(field: query.field, articles: .any(found))
  }
}
