/// A query as it was understood: what stands between the text a user types and the plan.
///
/// `mucluc explain` prints it, and tests compare it.
public indirect enum QueryNode: Sendable, Equatable {
  /// One word or number.
  case word(QueryWord)
  /// Words in exactly this order, from quotation marks.
  case phrase([QueryWord])
  /// All of these.
  case all([QueryNode])

  /// The words below this node, in the order typed.
  public var words: [QueryWord] {
    switch self {
    case .word(let word): [word]
    case .phrase(let words): words
    case .all(let nodes): nodes.flatMap(\.words)
    }
  }
}

/// One word of a query.
public struct QueryWord: Sendable, Hashable {
  /// What every spelling of the word shares: `vinh`.
  public var folded: String
  /// The canonical spelling with marks (`vĩnh`), nil if it was typed without.
  public var exact: String?
  /// Whether it stands beside the word before it, so that the two may form a Vietnamese word.
  public var followsDirectly: Bool
  /// Whether a sentence ends before it in the query, so that in a phrase one may end there too.
  public var beginsSentence: Bool

  public init(
    folded: String, exact: String?, followsDirectly: Bool, beginsSentence: Bool = false
  ) {
    self.folded = folded
    self.exact = exact
    self.followsDirectly = followsDirectly
    self.beginsSentence = beginsSentence
  }
}

extension QueryNode: CustomStringConvertible {
  /// An s-expression: `(all vĩnh phúc (phrase chuyển đổi số))`.
  public var description: String {
    switch self {
    case .word(let word): word.exact ?? word.folded
    case .phrase(let words):
      "(phrase \(words.map { $0.exact ?? $0.folded }.joined(separator: " ")))"
    case .all(let nodes): "(all\(nodes.map { " \($0)" }.joined()))"
    }
  }
}
