/// A field as a query asks for it.
struct FieldQuery: Hashable {
  var field: QueryField
  var tokens: [QueryToken]

  /// The folded words, one space apart.
  var name: String { tokens.map(\.folded).joined(separator: " ") }
}

/// The articles that a field of a query stands for.
struct FieldMatch: Equatable {
  /// Which articles match.
  enum Articles: Equatable {
    /// With all of these folded words in their title.
    case title([String])
    /// With any of these terms.
    case any([Term])
    /// With a term that begins so.
    case prefix(Term)
  }

  let field: QueryField
  var articles: Articles

  init(field: QueryField, articles: Articles) { (self.field, self.articles) = (field, articles) }

  /// All words in the title, the name as a whole, or the place of a URL: what needs no look at the
  /// index.
  init(_ query: FieldQuery) {
    field = query.field
    guard let prefix = field.prefix else {
      articles = .title(query.tokens.map(\.folded))
      return
    }
    let term = Term(Array(prefix.utf8Bytes) + Array(query.name.utf8))
    articles = .any(term.count <= TermLimit.bytes ? [term] : [])
  }

  func push(to program: inout QueryProgram) throws(IndexError) {
    switch articles {
    case .title(let words):
      for word in words { try program.term(Term.title(word)) }
      program.and(UInt32(words.count))
    case .any(let terms):
      for term in terms { try program.term(term) }
      program.or(UInt32(terms.count))
    case .prefix(let prefix):
      try program.prefix(prefix, limit: QueryCondition.prefixLimit)
    }
  }

  /// Whether an article matches, told from the article itself.
  ///
  /// - Parameter titleWords: the folded words of its title.
  func accepts(_ article: StoredArticle, titleWords: Set<String>) -> Bool {
    if case .title(let words) = articles { return words.allSatisfy(titleWords.contains) }
    switch field {
    case .title: return false
    case .author: return accepts(name: article.author)
    case .section: return article.sections.contains { accepts(name: $0) }
    case .source: return accepts(name: article.source)
    case .number: return accepts(name: article.number)
    case .url: return (article.url.map(Term.urlPlaces) ?? []).contains { has(.url($0)) }
    }
  }

  private func accepts(name: String?) -> Bool {
    guard let prefix = field.prefix else { return false }
    return name.flatMap { Term.name(prefix, $0) }.map(has) ?? false
  }

  private func has(_ term: Term) -> Bool {
    switch articles {
    case .title: false
    case .any(let terms): terms.contains(term)
    case .prefix(let prefix): term.starts(with: prefix)
    }
  }
}

extension QueryField {
  /// The prefix of the terms of names and places; nil for a field of words.
  var prefix: StaticString? {
    switch self {
    case .title: nil
    case .author: Schema.Prefix.author
    case .section: Schema.Prefix.section
    case .source: Schema.Prefix.source
    case .number: Schema.Prefix.number
    case .url: Schema.Prefix.url
    }
  }
}
