/// What takes bytes and is fuzzed, by the name of its folder in `Tests/Fuzz/Cases`: the query parser
/// and the analyzer.
enum Fuzzed: String, CaseIterable {
  case query, analyzer

  /// Takes `bytes` whole. Names a promise that does not hold, nil if there is none.
  func check(_ bytes: [UInt8]) -> String? {
    switch self {
    case .query: FuzzedQuery.check(bytes)
    case .analyzer: FuzzedText.check(bytes)
    }
  }
}
