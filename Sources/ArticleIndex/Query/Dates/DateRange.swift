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
