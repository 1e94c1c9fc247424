/// An article as a reader made it, and the encoding it was found in.
struct ReadArticle: Equatable {
  var article: Article
  /// ``TextEncoding/utf8`` where nothing had to be converted.
  var encoding: TextEncoding = .utf8
}
