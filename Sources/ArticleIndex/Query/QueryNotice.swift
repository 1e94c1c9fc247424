/// What in a query was not taken as it may have been meant.
///
/// A program words it in its user's language.
public enum QueryNotice: Sendable, Equatable {
  /// A quotation mark is not closed; the words after it are plain words.
  case looseQuotationMark
  /// A parenthesis has no partner and is passed over.
  case looseParenthesis
  /// Parentheses that nest deeper than `maximum` are passed over.
  case deepParentheses(maximum: Int)
  /// An `OR` has nothing to join and is passed over.
  case looseOr
  /// A `NOT` has nothing to exclude and is passed over.
  case looseNot
  /// What is an operator elsewhere is searched as a word.
  case noOperator(String)
  /// A sign that means nothing where it stands: `*kinh`, `"kinh*"`, `~5`, `^2`, `--lúa`.
  case idleSign(String)
  /// Only the first `used` of the words typed are used.
  case tooManyWords(used: Int, typed: Int)
  /// A `*` that has not two letters before it: what is before it is a word.
  case shortPrefix(String)
  /// `=` before a word that is typed without accents: any spelling matches.
  case strictWithoutAccents(String)
  /// A name before a colon is none of those known; it is searched as a word.
  case unknownField(String, known: [String])
  /// What is behind the name of a field of dates is no date; it is searched as words.
  case noDate(field: String, value: String)
  /// There is no word to search for.
  case noWord
}
