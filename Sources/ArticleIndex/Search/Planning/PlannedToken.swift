import VietnameseText

/// A word of a query as it is searched for: its form, and which spellings count.
struct PlannedToken: Hashable {
  var folded: String
  /// Worth extra, or required, by the accent mode; nil if nothing is to be had from it.
  var exact: String?
  /// The exact form must match.
  var isStrict: Bool

  /// - Parameters:
  ///   - accents: the mode of the query, where the word has none of its own.
  ///   - spelling: what is required beyond that.
  init(_ token: QueryToken, _ accents: AccentMode, _ spelling: Reading.Spelling = .any) {
    let mode = token.accents ?? accents
    folded = token.folded
    let isBare =
      spelling == .everySyllable && mode == .prefer && token.exact == nil
      && Syllables.isSyllable(folded: token.folded)
    exact = mode == .ignore ? nil : isBare ? token.folded : token.exact
    isStrict = (mode == .require || spelling != .any) && exact != nil
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
    /// The sign it was typed with behind the one before, if together.
    var sign: String?
  }

  let members: [Member]
  /// Whether they must stand as close together as what is typed together: `30/4`, `5G`.
  let isJoined: Bool

  init(
    _ tokens: [QueryToken], _ accents: AccentMode, _ spelling: Reading.Spelling = .any,
    isJoined: Bool = false
  ) {
    members = tokens.map {
      var member = Member(
        token: PlannedToken($0, accents, spelling), beginsSentence: $0.beginsSentence)
      if case .joined(let sign) = $0.bond { member.sign = sign }
      return member
    }
    self.isJoined = isJoined
  }

  var tokens: [PlannedToken] { members.map(\.token) }

  /// Whether one pair says it all. Of two numbers it does not tell `30/4` from `30, 4`; of a name
  /// and a number, `covid-19`, it is as good as certain.
  var isDecidedByTerms: Bool {
    guard members.count > 1 else { return true }
    guard members.count == 2, !members[1].beginsSentence else { return false }
    return isJoined
      ? members.contains { $0.token.folded.utf8.contains { $0 > 0x39 } }
      : !members.contains { $0.token.isStrict }
  }

  /// The terms an article has that holds it: all that must be spelt as typed, and the words that no
  /// pair has with it.
  var requiredTerms: [Term] {
    var terms = pairs.map(\.term)
    for (place, member) in members.enumerated() {
      let isPaired =
        place > 0 && !member.beginsSentence
        || place + 1 < members.count && !members[place + 1].beginsSentence
      if member.token.isStrict || !isPaired { terms.append(member.token.requiredTerm) }
    }
    var seen: Set<Term> = []
    return terms.filter { seen.insert($0).inserted }
  }

  /// Its neighbours. Those across the end of a sentence are no pair in the index either.
  var pairs: [SyllablePair] {
    zip(members, members.dropFirst()).filter { !$1.beginsSentence }.map {
      SyllablePair($0.token.folded, $1.token.folded)
    }
  }
}
