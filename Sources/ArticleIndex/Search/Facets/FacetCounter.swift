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

  /// Names that fold to the same words are one, shown as most articles have it.
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
