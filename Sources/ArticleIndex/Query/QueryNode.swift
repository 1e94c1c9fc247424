/// A query as it was understood: what stands between the text a user types and the plan.
///
/// `mucluc explain` prints it, and tests compare it.
public indirect enum QueryNode: Sendable, Equatable {
  /// One word or number.
  case word(QueryToken)
  /// Words in exactly this order, from quotation marks.
  case phrase([QueryToken])
  /// Any word that begins with this one: `kinh*`.
  case prefix(QueryToken)
  /// These words in one part of the article: `author:"Hoài An"`.
  case field(QueryField, [QueryToken])
  /// Published within these days: `date:06/2020`.
  case dates(DateRange)
  /// All of these.
  case all([QueryNode])
  /// Any of these: `OR`, or the ways to write an abbreviation.
  case any([QueryNode])
  /// Not this: `-word`.
  case not(QueryNode)

  /// The words below this node that the text may hold, in the order typed: those of fields and
  /// those excluded are not among them.
  public var words: [QueryToken] {
    switch self {
    case .word(let word): [word]
    case .phrase(let words): words
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.words)
    case .prefix, .field, .dates, .not: []
    }
  }

  /// The prefixes below this node that the text may hold, in the order typed.
  public var prefixes: [QueryToken] {
    switch self {
    case .prefix(let word): [word]
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.prefixes)
    case .word, .phrase, .field, .dates, .not: []
    }
  }
}

extension QueryNode {
  /// The words of several syllables, as typed, each once.
  public var compounds: [String] {
    switch self {
    case .all(let nodes):
      var words: [[String]] = []
      var found: [String] = []
      for node in nodes {
        guard case .word(let word) = node else {
          words.append([])
          found += node.compounds
          continue
        }
        switch word.bond {
        case .joined(let sign)? where !words.isEmpty:
          words[words.count - 1].append("\(words[words.count - 1].popLast() ?? "")\(sign)\(word)")
        case .word? where !words.isEmpty: words[words.count - 1].append("\(word)")
        case nil, .joined, .word: words.append(["\(word)"])
        }
      }
      found = words.filter { $0.count > 1 }.map { $0.joined(separator: " ") } + found
      var seen: Set<String> = []
      return found.filter { seen.insert($0).inserted }
    case .any(let nodes):
      return nodes.flatMap(\.compounds)
    case .word, .phrase, .prefix, .field, .dates, .not: return []
    }
  }
}

extension QueryNode: CustomStringConvertible {
  /// An s-expression: `(all vĩnh_phúc covid 19 (phrase chuyển đổi số))`. Syllables of one word have a
  /// `_` between them.
  public var description: String {
    switch self {
    case .word(let word): "\(word)"
    case .phrase(let words): "(phrase \(Self.list(words)))"
    case .prefix(let word): "(prefix \(word))"
    case .field(let field, let words): "(\(field.rawValue) \(Self.list(words)))"
    case .dates(let range): "(dates \(range))"
    case .all(let nodes): "(all\(nodes.map { $0.separator + "\($0)" }.joined()))"
    case .any(let nodes): "(any\(nodes.map { " \($0)" }.joined()))"
    case .not(let node): "(not \(node))"
    }
  }

  /// What stands before it where all nodes of a list are needed.
  private var separator: String {
    guard case .word(let word) = self else { return " " }
    if case .word = word.bond { return "_" }
    return " "
  }

  private static func list(_ words: [QueryToken]) -> String {
    words.map(\.description).joined(separator: " ")
  }
}

/// A part of an article that a query can name: `title:`, `author:`, ….
public enum QueryField: String, Sendable, CaseIterable {
  case title, author, section, source, number, url
}

/// Days from the first to the last, both included.
public struct DateRange: Sendable, Equatable {
  /// `YYYYMMDD`; nil for no bound.
  public var first: String?
  /// `YYYYMMDD`; nil for no bound.
  public var last: String?

  public init(first: String?, last: String?) {
    (self.first, self.last) = (first, last)
  }
}

extension DateRange: CustomStringConvertible {
  /// `20200601..20200630`, a missing bound left out.
  public var description: String { "\(first ?? "")..\(last ?? "")" }
}
