/// A piece of a query, as ``QueryLexer`` cuts it.
enum QueryLexeme: Equatable {
  /// What stands together without white space: words and prefixes (`TP.HCM`, `QĐ-UB*`), a phrase, a
  /// field or dates.
  case item([QueryNode])
  /// Excludes the item or group that follows.
  case minus
  /// `OR` or `|`.
  case or
  /// `AND`, which is what white space means too.
  case and
  /// A parenthesis that has a partner.
  case open, close

  /// Whether an operand begins with it.
  var beginsOperand: Bool {
    switch self {
    case .item, .minus, .open: true
    case .or, .and, .close: false
    }
  }
}
