import VietnameseText

/// How much of one text's tokens are in another, each counted as often as it occurs in both.
struct TokenOverlap {
  /// The share of the found tokens that should have been, and of those that should, the found.
  let precision: Double
  let recall: Double

  init(found: String, gold: String) {
    let (found, gold) = (Self.counts(of: found), Self.counts(of: gold))
    let common = found.reduce(0) { $0 + min($1.value, gold[$1.key] ?? 0) }
    precision = Self.share(common, of: found)
    recall = Self.share(common, of: gold)
  }

  private static func share(_ common: Int, of counts: [String: Int]) -> Double {
    let total = counts.values.reduce(0, +)
    return total == 0 ? 0 : Double(common) / Double(total)
  }

  private static func counts(of text: String) -> [String: Int] {
    let list = TokenList(of: text)
    return list.tokens.reduce(into: [:]) { $0[list.exact($1), default: 0] += 1 }
  }
}
