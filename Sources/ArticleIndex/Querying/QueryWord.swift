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

  /// What typed marks do for this word; nil for what the whole query does. `=bán` makes it `require`.
  public var accents: AccentMode?

  public init(
    folded: String, exact: String?, followsDirectly: Bool, beginsSentence: Bool = false,
    accents: AccentMode? = nil
  ) {
    self.folded = folded
    self.exact = exact
    self.followsDirectly = followsDirectly
    self.beginsSentence = beginsSentence
    self.accents = accents
  }
}

extension QueryWord: CustomStringConvertible {
  /// As typed, in canonical spelling; `=bán` if its accents are required.
  public var description: String { (accents == .require ? "=" : "") + (exact ?? folded) }
}
