/// How terms make up a score.
indirect enum ScoreExpression: Equatable {
  case term(Term, Double)
  case prefix(Term, Double)
  /// The sum of those that match.
  case sum([ScoreExpression])
  /// The sum of the first ones if all of them match, and of those of the others that do.
  case all([ScoreExpression], also: [ScoreExpression])
  /// The greatest of those that match.
  case best([ScoreExpression])
  case scaled(ScoreExpression, Double)

  /// The terms it asks for.
  var terms: [Term] {
    switch self {
    case .term(let term, _): [term]
    case .prefix: []
    case .sum(let scores), .best(let scores): scores.flatMap(\.terms)
    case .all(let scores, let also): (scores + also).flatMap(\.terms)
    case .scaled(let score, _): score.terms
    }
  }

  /// Whether it asks for this term and nothing else.
  func isTerm(_ sought: Term) -> Bool {
    if case .term(let term, _) = self { term == sought } else { false }
  }

  /// Whether it asks for terms that only Xapian can list.
  var hasOpenPrefix: Bool {
    switch self {
    case .term: false
    case .prefix: true
    case .sum(let scores), .best(let scores): scores.contains(where: \.hasOpenPrefix)
    case .all(let scores, let also): (scores + also).contains(where: \.hasOpenPrefix)
    case .scaled(let score, _): score.hasOpenPrefix
    }
  }

  func push(to program: inout QueryProgram) throws(IndexError) {
    switch self {
    case .term(let term, let weight):
      try program.term(term)
      program.scale(weight)
    case .prefix(let prefix, let weight):
      try program.prefix(prefix, limit: QueryCondition.prefixLimit)
      program.scale(weight)
    case .sum(let scores):
      for score in scores { try score.push(to: &program) }
      program.or(UInt32(scores.count))
    case .all(let scores, let also):
      for score in scores { try score.push(to: &program) }
      program.and(UInt32(scores.count))
      guard !also.isEmpty else { return }
      for score in also { try score.push(to: &program) }
      program.or(UInt32(also.count))
      program.andMaybe()
    case .best(let scores):
      for score in scores { try score.push(to: &program) }
      program.best(UInt32(scores.count))
    case .scaled(let score, let factor):
      try score.push(to: &program)
      program.scale(factor)
    }
  }
}

/// One summand of the score of an article.
struct ScoreSummand: Equatable {
  /// What kind of match it rewards.
  enum Kind: String, CaseIterable {
    /// A word in any spelling.
    case syllable
    /// A word spelt as typed.
    case exact
    /// Two neighbours.
    case pair
    /// A word that begins as typed.
    case prefix
    /// The best of alternatives.
    case group
  }

  var kind: Kind
  /// What of the query it is, for people.
  var label: String
  var score: ScoreExpression
}
