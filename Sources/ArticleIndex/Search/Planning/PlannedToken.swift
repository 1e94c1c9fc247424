/// A word of a query as it is searched for: its form, and which spellings count.
struct PlannedToken: Hashable {
  var folded: String
  /// Worth extra, or required, by the accent mode; nil if nothing is to be had from it.
  var exact: String?
  /// The exact form must match.
  var isStrict: Bool

  /// - Parameter accents: the mode of the query, where the word has none of its own.
  init(_ token: QueryToken, _ accents: AccentMode) {
    let mode = token.accents ?? accents
    folded = token.folded
    exact = mode == .ignore ? nil : token.exact
    isStrict = mode == .require && exact != nil
  }

  /// The term that must be there.
  var requiredTerm: Term { isStrict ? exactTerm ?? .folded(folded) : .folded(folded) }

  /// The term of the exact form.
  var exactTerm: Term? { exact.map { .exact($0) } }
}

/// Words side by side, in order.
struct QueryPhrase: Equatable {
  /// A word at its place in a phrase.
  struct Member: Equatable {
    var token: PlannedToken
    /// A sentence ends before it, so that one may end there in the text too.
    var beginsSentence: Bool
  }

  let members: [Member]

  init(_ tokens: [QueryToken], _ accents: AccentMode) {
    members = tokens.map {
      Member(token: PlannedToken($0, accents), beginsSentence: $0.beginsSentence)
    }
  }

  var tokens: [PlannedToken] { members.map(\.token) }

  /// Whether one pair says it all.
  var isDecidedByTerms: Bool {
    members.count < 2
      || members.count == 2 && !members[1].beginsSentence && !members.contains { $0.token.isStrict }
  }

  /// Its neighbours. Those across the end of a sentence are no pair in the index either.
  var pairs: [SyllablePair] {
    zip(members, members.dropFirst()).filter { !$1.beginsSentence }.map {
      SyllablePair($0.token.folded, $1.token.folded)
    }
  }
}
