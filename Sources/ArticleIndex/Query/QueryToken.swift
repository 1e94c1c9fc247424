/// One word of a query.
public struct QueryToken: Sendable, Hashable {
  /// What every spelling of the word shares: `vinh`.
  public var folded: String
  /// The canonical spelling with marks (`vĩnh`), nil if it was typed without.
  public var exact: String?
  /// Whether it stands beside the word before it, so that the two may form a Vietnamese word.
  public var followsDirectly: Bool
  /// Whether a sentence ends before it in the query, so that in a phrase one may end there too.
  public var beginsSentence: Bool

  /// What typed marks do for this word; nil for what the whole query does. `=bán` makes it `require`.
  public var accents: AccentMode?
  /// What makes it one word with the word before; nil if nothing does.
  public var bond: WordBond?
  /// Whether it is typed in capitals, two at least, so that it may be an abbreviation.
  public var isCapitals: Bool

  public init(
    folded: String, exact: String?, followsDirectly: Bool, beginsSentence: Bool = false,
    accents: AccentMode? = nil, isCapitals: Bool = false, bond: WordBond? = nil
  ) {
    self.folded = folded
    self.exact = exact
    self.followsDirectly = followsDirectly
    self.beginsSentence = beginsSentence
    self.accents = accents
    self.isCapitals = isCapitals
    self.bond = bond
  }

  /// Whether a word as typed is in capitals: two letters or more, none of them lower case.
  static func isCapitals(_ typed: ArraySlice<UInt8>) -> Bool {
    var capitals = 0
    for scalar in String(decoding: typed, as: UTF8.self).unicodeScalars {
      if scalar.properties.isLowercase { return false }
      if scalar.properties.isUppercase { capitals += 1 }
    }
    return capitals > 1
  }
}

extension QueryToken: CustomStringConvertible {
  /// As typed, in canonical spelling; `=bán` if its accents are required.
  public var description: String { (accents == .require ? "=" : "") + (exact ?? folded) }
}

/// What makes two neighbours of a query one word.
public enum WordBond: Sendable, Hashable {
  /// They are typed together, with this sign between them: `covid-19`, `100/2019/NĐ-CP`, `5G`. Never
  /// given up.
  case joined(String)
  /// Texts have them as one word, so likely, 0 to 1. Given up where no article has them so.
  case word(Double)
}

extension WordBond? {
  /// Whether two words are typed together.
  var isJoined: Bool {
    if case .joined = self { true } else { false }
  }
}

/// How the marks a user typed are taken.
///
/// In every mode a syllable typed without marks matches any spelling; the mode decides what typed
/// marks do, syllable by syllable.
public enum AccentMode: String, Sendable, CaseIterable {
  /// Typed marks rank their own spelling first; other spellings follow.
  case prefer
  /// Typed marks mean nothing.
  case ignore
  /// A syllable typed with marks matches only its own spelling.
  case require
}
