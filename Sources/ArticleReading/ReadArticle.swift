/// An article as a reader made it, and the encoding it was found in.
package struct ReadArticle: Equatable {
  package var article: Article
  /// ``TextEncoding/utf8`` where nothing had to be converted.
  package var encoding: TextEncoding = .utf8
}
