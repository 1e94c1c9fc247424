/// What a query finds that asks for less: never searched in its place, only offered with its number.
public struct LooserQuery {
  let context: SearchContext

  /// How a query can ask for less.
  public enum Change: Sendable, Equatable {
    /// It is read less strictly.
    case reading(ReadingKind)
    /// The words in quotation marks may stand anywhere.
    case withoutQuotationMarks
    /// What `=` requires may be spelt otherwise.
    case anySpelling
    /// Fields and dates are left out.
    case withoutFields
    /// Nothing is excluded.
    case withoutExclusions
  }

  /// A looser query and how many articles it has.
  public struct Offer: Sendable, Equatable {
    public var change: Change
    /// At least so many if it is not exact.
    public var total: Int
    public var totalIsExact: Bool

    public init(change: Change, total: Int, totalIsExact: Bool) {
      (self.change, self.total, self.totalIsExact) = (change, total, totalIsExact)
    }
  }

  private var plan: QueryPlan { context.plan }

  /// The next reading that has more articles; where nothing answers the query, the least change that
  /// has any.
  func offer(
    _ answer: Ladder.Rung?, _ rest: ArraySlice<Ladder.Rung>
  ) throws(IndexError) -> Offer? {
    if let answer {
      // What a long query has is told by its order, not by numbers.
      guard plan.isShort else { return nil }
      return try Ladder.next(after: answer, rest).map {
        Offer(
          change: .reading($0.kind), total: $0.total.count, totalIsExact: $0.total.isExact)
      }
    }
    var node = plan.node
    for (change, loosen) in Self.changes {
      let looser = loosen(node)
      guard looser != node, looser != .all([]) else { continue }
      node = looser
      let accents = change == .anySpelling ? AccentMode.ignore : plan.accents
      let other = QueryPlan(
        node, accents: accents, fields: plan.fields, expansions: plan.expansions)
      let total = try Matching(context: context.with(other)).total()
      if total.count > 0 {
        return Offer(change: change, total: total.count, totalIsExact: total.isExact)
      }
    }
    return nil
  }

  private static var changes: [(Change, (QueryNode) -> QueryNode)] {
    [
      (.withoutQuotationMarks, \.withoutPhrases), (.anySpelling, \.inAnySpelling),
      (.withoutExclusions, { $0.without { if case .not = $0 { true } else { false } } }),
      (
        .withoutFields,
        {
          $0.without {
            switch $0 {
            case .field, .dates: true
            default: false
            }
          }
        }
      ),
    ]
  }

  /// The words and phrases, each required, that no article has, as typed.
  func missing() throws(IndexError) -> [String] {
    var missing: [String] = []
    for condition in plan.read(.loosest).condition.conjuncts {
      guard let label = Self.label(condition), !missing.contains(label) else { continue }
      let total = try Matching(context: context.with(plan.requiring(condition))).total()
      if total.count == 0 { missing.append(label) }
    }
    return missing
  }

  private static func label(_ condition: QueryCondition) -> String? {
    func text(_ word: PlannedToken) -> String { word.exact ?? word.folded }
    switch condition {
    case .word(let word): return text(word)
    case .phrase(let phrase):
      return phrase.isJoined
        ? phrase.members.map { ($0.sign ?? "") + text($0.token) }.joined()
        : "\"\(phrase.tokens.map(text).joined(separator: " "))\""
    case .prefix(let word): return text(word) + "*"
    case .compound, .field, .dates, .all, .any, .not: return nil
    }
  }
}

extension QueryNode {
  /// The same with the words of phrases in any order, but for phrases that are excluded.
  fileprivate var withoutPhrases: QueryNode {
    switch self {
    case .phrase(let words): .all(words.map { .word($0) })
    case .all(let nodes):
      .all(
        nodes.map(\.withoutPhrases).flatMap { node in
          if case .all(let inner) = node { inner } else { [node] }
        })
    case .any(let nodes): .any(nodes.map(\.withoutPhrases))
    case .word, .prefix, .field, .dates, .not: self
    }
  }

  /// The same with no word that must be spelt as typed.
  fileprivate var inAnySpelling: QueryNode {
    func loosened(_ word: QueryToken) -> QueryToken {
      var word = word
      word.accents = nil
      return word
    }
    switch self {
    case .word(let word): return .word(loosened(word))
    case .prefix(let word): return .prefix(loosened(word))
    case .phrase(let words): return .phrase(words.map(loosened))
    case .field(let field, let words): return .field(field, words.map(loosened))
    case .all(let nodes): return .all(nodes.map(\.inAnySpelling))
    case .any(let nodes): return .any(nodes.map(\.inAnySpelling))
    case .dates, .not: return self
    }
  }

  /// The same without some of what it requires.
  fileprivate func without(_ isDropped: (QueryNode) -> Bool) -> QueryNode {
    guard case .all(let nodes) = self else { return isDropped(self) ? .all([]) : self }
    return .all(nodes.filter { !isDropped($0) })
  }
}
