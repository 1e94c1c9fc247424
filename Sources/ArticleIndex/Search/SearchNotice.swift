/// What a user may want to know about an answer.
///
/// A program words it in its user's language.
public enum SearchNotice: Sendable, Equatable {
  /// Something of the query was not taken as it may have been meant.
  case query(QueryNotice)
  /// Something is wrong with the index folder's own abbreviations.
  case abbreviations(AbbreviationNotice)
  /// No article has a name in this field; names like it that some have.
  case unknownName(QueryField, String, similar: [String])
  /// No article is from this host or folder.
  case unknownPlace(String)
  /// Only so many articles have all the words; the other hits match some of them.
  case relaxed(complete: Int)
  /// No article has the words in quotation marks in their order, so they are searched in any order.
  /// `looked` is how many of the best were looked at, nil for all; `others` tells that articles have
  /// the order but not all other words.
  case phraseRelaxed(looked: Int?, others: Bool)
  /// Facets count articles with the words in quotation marks in any order.
  case facetsIgnoreOrder
  /// Facets count only articles that have all the words.
  case facetsNeedAllWords
  /// No article has what was typed; the hits are those of another query.
  case corrected(typed: String, query: String)
  /// Copies of the article, by their numbers, are not among those similar to it.
  case copiesLeftOut([UInt32])
}
