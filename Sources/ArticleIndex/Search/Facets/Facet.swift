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

/// Counts the articles a query program finds by the values of their fields, in one pass over all
/// of them.
struct FacetCounter {
  let reader: StoreReader
  let fields: [FacetField]

  /// A facet for each field, in their order.
  ///
  /// - Parameter isExact: whether the program finds exactly what the query asks for.
  func count(_ program: QueryProgram, isExact: Bool) throws(IndexError) -> [Facet] {
    guard !fields.isEmpty else { return [] }
    let found = try reader.countValues(program, fields.map(\.values))
    return zip(fields, found.facets).map { field, values in
      let counts = field.isTime ? Self.times(values) : Self.names(values)
      let having = counts.reduce(0) { $0 + $1.count }
      let shown =
        field.isTime
        ? counts.suffix(Facet.maximumValues) : counts.prefix(Facet.maximumValues)
      return Facet(
        field: field, counts: Array(shown), distinct: counts.count,
        missing: max(0, Int(found.matches) - having), isExact: isExact)
    }
  }

  /// For a query that no article answers.
  func nothing() -> [Facet] {
    fields.map { Facet(field: $0, counts: [], distinct: 0, missing: 0, isExact: true) }
  }

  /// Beginnings of dates, `2020` or `202006`, which come in the order of time.
  private static func times(_ values: [ValueCounts.Count]) -> [Facet.Count] {
    values.map { value in
      var text = String(decoding: value.value, as: UTF8.self)
      if text.utf8.count == 6 { text.insert("-", at: text.index(text.startIndex, offsetBy: 4)) }
      return Facet.Count(value: text, count: Int(value.documents))
    }
  }

  /// Names that differ in capitals or in where a tone stands are one, shown as most articles have it.
  private static func names(_ values: [ValueCounts.Count]) -> [Facet.Count] {
    var groups: [String: (spelling: String, most: UInt32, count: Int)] = [:]
    for value in values {
      let name = String(decoding: value.value, as: UTF8.self)
      var group = groups[FacetName.key(of: name)] ?? (name, 0, 0)
      if value.documents > group.most { (group.spelling, group.most) = (name, value.documents) }
      group.count += Int(value.documents)
      groups[FacetName.key(of: name)] = group
    }
    return groups.values.map { Facet.Count(value: $0.spelling, count: $0.count) }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }
}

extension FacetField {
  /// The slot, and how much of its values counts.
  fileprivate var values: ValueFacet {
    switch self {
    case .section: ValueFacet(slot: Schema.Slot.section)
    case .author: ValueFacet(slot: Schema.Slot.author)
    case .source: ValueFacet(slot: Schema.Slot.source)
    case .month: ValueFacet(slot: Schema.Slot.date, width: 6)
    case .year: ValueFacet(slot: Schema.Slot.date, width: 4)
    }
  }

  /// Whether its values have an order of their own.
  public var isTime: Bool { self == .month || self == .year }
}
