/// A piece of a query, as ``QueryLexer`` cuts it.
enum QueryLexeme: Equatable {
  /// What stands together without white space: words and prefixes (`TP.HCM`, `QĐ-UB*`), a phrase, a
  /// field or dates.
  case item([QueryNode])
  /// Excludes the item or group that follows.
  case minus
  /// `OR` or `|`.
  case or
  /// `AND`, which is what white space means too.
  case and
  /// A parenthesis that has a partner.
  case open, close

  /// Whether an operand begins with it.
  var beginsOperand: Bool {
    switch self {
    case .item, .minus, .open: true
    case .or, .and, .close: false
    }
  }
}

/// Puts lexemes together as a tree: `OR` binds tighter than white space, as in web search.
///
/// Recursion is as deep as parentheses nest, which ``QueryBrackets/maximumDepth`` bounds.
struct QueryTreeBuilder {
  private let lexemes: [QueryLexeme]
  private var index = 0
  /// An `OR` had nothing to join.
  private(set) var hasLooseOr = false

  init(_ lexemes: [QueryLexeme]) { self.lexemes = lexemes }

  /// The tree of all lexemes; `.all([])` if there is none.
  mutating func build() -> QueryNode {
    var parts: [QueryNode] = []
    while index < lexemes.count {
      parts += group()
      index += 1  // Past a closing parenthesis that opened nothing here.
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// Parts that must all be there, up to a closing parenthesis or the end.
  private mutating func group() -> [QueryNode] {
    var parts: [QueryNode] = []
    var joins = false
    while index < lexemes.count {
      switch lexemes[index] {
      case .close: return Self.flattened(parts)
      case .and: index += 1
      case .or:
        index += 1
        let hasOperands =
          !parts.isEmpty && !joins && index < lexemes.count && lexemes[index].beginsOperand
        if hasOperands { joins = true } else { hasLooseOr = true }
      case .item, .minus, .open:
        let operand = self.operand()
        guard !operand.isEmpty else { continue }
        if joins, let left = parts.popLast() {
          parts.append(Self.any(left, operand.count == 1 ? operand[0] : .all(operand)))
        } else if index < lexemes.count, lexemes[index] == .or, operand.count > 1 {
          // What `OR` joins stays together.
          parts.append(.all(operand))
        } else {
          parts += operand
        }
        joins = false
      }
    }
    return Self.flattened(parts)
  }

  /// The parts with those of an `all` among them in its place.
  private static func flattened(_ parts: [QueryNode]) -> [QueryNode] {
    parts.flatMap { part in
      if case .all(let inner) = part { inner } else { [part] }
    }
  }

  /// One item or group, or what a minus makes of it; empty if there is nothing in it.
  private mutating func operand() -> [QueryNode] {
    let lexeme = lexemes[index]
    index += 1
    switch lexeme {
    case .item(let nodes): return nodes
    case .open:
      let parts = group()
      if index < lexemes.count { index += 1 }
      return parts
    case .minus:
      guard index < lexemes.count else { return [] }
      let isGroup = lexemes[index] == .open
      return Self.excluded(operand(), isGroup: isGroup).map { [$0] } ?? []
    case .or, .and, .close: return []
    }
  }

  private static func any(_ left: QueryNode, _ right: QueryNode) -> QueryNode {
    var nodes: [QueryNode] = []
    for node in [left, right] {
      if case .any(let inner) = node { nodes += inner } else { nodes.append(node) }
    }
    return .any(nodes)
  }

  /// `-covid-19` excludes the words side by side; `-(covid 19)` where both are.
  private static func excluded(_ parts: [QueryNode], isGroup: Bool) -> QueryNode? {
    guard let first = parts.first else { return nil }
    guard parts.count > 1 else {
      if case .not(let inner) = first { return inner }
      return .not(first)
    }
    let words = parts.compactMap { part -> QueryToken? in
      if case .word(let word) = part { word } else { nil }
    }
    return .not(isGroup || words.count < parts.count ? .all(parts) : .phrase(words))
  }
}
