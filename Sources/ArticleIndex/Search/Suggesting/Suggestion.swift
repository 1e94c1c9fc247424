/// Another query that may have been meant.
public struct Suggestion: Sendable, Equatable {
  /// What was done to the query as typed.
  public enum Kind: Sendable, Equatable {
    /// Keystrokes of Telex or VNI were read as the letters they write.
    case keys
    /// A slip of the fingers was corrected, and its word given its accents.
    case spelling
    /// The accents that were left out were given back.
    case accents
  }

  public var kind: Kind
  /// To be searched as it is.
  public var query: String
}

/// When a search makes suggestions.
public enum SuggestionMode: Sendable, Equatable {
  case never
  /// If it finds less than a page: slips, keystrokes, accents.
  case whenFewAreFound
  /// Also accents for any query that was typed without.
  case always
}
