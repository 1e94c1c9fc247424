/// By what articles are counted.
public enum FacetField: String, Sendable, Hashable, CaseIterable {
  case section, author, source, month, year
}

/// How the articles that match a query are spread over the values of a field.
public struct Facet: Sendable, Equatable {
  /// A value and the articles that have it.
  public struct Count: Sendable, Equatable {
    /// A name in its most frequent spelling, `2020-06` for a month, `2020` for a year.
    public var value: String
    public var count: Int

    public init(value: String, count: Int) { (self.value, self.count) = (value, count) }
  }

  public var field: FacetField
  /// Names by falling count, months and years in order of time; ``maximumValues`` at most.
  public var counts: [Count]
  /// How many different values there are.
  public var distinct: Int
  /// Articles counted that have no value.
  public var missing: Int
  /// Whether exactly the articles that match were counted; else all that hold the words of a
  /// phrase, in its order or not.
  public var isExact: Bool

  /// Values of one field that are told: of the most frequent names, of the latest months.
  public static let maximumValues = 1000

  public init(
    field: FacetField, counts: [Count], distinct: Int, missing: Int, isExact: Bool
  ) {
    self.field = field
    self.counts = counts
    self.distinct = distinct
    self.missing = missing
    self.isExact = isExact
  }
}
