import VietnameseText

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
  /// The words asked for, if some must be spelt as typed: only the article itself tells.
  private(set) var strict: [PlannedToken] = []

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

  /// Asks for the spelling of those words that must be spelt as typed.
  mutating func require(_ words: [PlannedToken]) {
    strict = words.contains(where: \.isStrict) ? words : []
  }

  /// Whether terms cannot decide it.
  var needsText: Bool { !strict.isEmpty }

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
  /// - Parameter title: the words of its title.
  func accepts(_ article: StoredArticle, title: TitleWords) -> Bool {
    if case .title(let words) = articles {
      return words.allSatisfy(title.folded.contains)
        && strict.allSatisfy { !$0.isStrict || title.exact.contains($0.exact ?? $0.folded) }
    }
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
    guard let name, let term = Term.name(prefix, name), has(term) else { return false }
    return strict.isEmpty || isSpelt(name)
  }

  /// Whether a name has the words side by side, spelt as they must be.
  private func isSpelt(_ name: String) -> Bool {
    let list = TokenList(of: name)
    guard list.tokens.count >= strict.count else { return false }
    return (0...(list.tokens.count - strict.count)).contains { start in
      strict.indices.allSatisfy { place in
        let (token, word) = (list.tokens[start + place], strict[place])
        return word.isStrict
          ? list.exact(token) == word.exact : list.folded(token) == word.folded
      }
    }
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
