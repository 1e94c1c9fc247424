/// What a user may want to know about an answer.
///
/// A program words it in its user's language.
public enum SearchNotice: Sendable, Equatable {
  /// Something of the query was not taken as it may have been meant.
  case query(QueryNotice)
  /// Something is wrong with a table of the index folder.
  case table(TableNotice)
  /// No article has a name in this field; names like it that some have.
  case unknownName(QueryField, String, similar: [String])
  /// No article is from this host or folder.
  case unknownPlace(String)
  /// No article has these words and phrases of the query.
  case missing([String])
  /// No article satisfies the query as strictly as it was typed; it is read like this.
  case read(ReadingKind)
  /// Only so many articles satisfy the query; the other hits do not.
  case relaxed(complete: Int)
  /// So many best matches were put in the order of their dates, as nothing satisfies the query.
  case sortedBestMatches(Int)
  /// None of the articles has a date to be sorted by.
  case nothingDated
  /// Facets count articles with the words in quotation marks in any order.
  case facetsIgnoreOrder
  /// Facets count only articles that satisfy the query.
  case facetsNeedAllWords
  /// No article has what was typed; the hits are those of another query.
  case corrected(typed: String, query: String)
  /// Copies of the article, by their numbers, are not among those similar to it.
  case copiesLeftOut([UInt32])
}
