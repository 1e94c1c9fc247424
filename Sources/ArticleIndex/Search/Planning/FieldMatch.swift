/// A field as a query asks for it.
struct FieldQuery: Hashable {
  var field: QueryField
  var words: [QueryWord]

  /// The folded words, one space apart.
  var name: String { words.map(\.folded).joined(separator: " ") }
}

/// The terms that a field of a query stands for.
struct FieldMatch: Equatable {
  /// Which articles match.
  enum Terms: Equatable {
    /// With all of these.
    case all([[UInt8]])
    /// With any of these.
    case any([[UInt8]])
    /// With one that begins so.
    case prefix([UInt8])
  }

  let field: QueryField
  var terms: Terms

  init(field: QueryField, terms: Terms) { (self.field, self.terms) = (field, terms) }

  /// All words in the title, the name as a whole, or the place of a URL: what needs no look at the
  /// index.
  init(_ query: FieldQuery) {
    field = query.field
    if field == .title {
      terms = .all(
        query.words.map { Array(Schema.Prefix.title.utf8Bytes) + Array($0.folded.utf8) })
    } else {
      let term = Self.prefix(of: field) + Array(query.name.utf8)
      terms = .any(term.count <= TermLimit.bytes ? [term] : [])
    }
  }

  /// The prefix of the terms of a field.
  static func prefix(of field: QueryField) -> [UInt8] {
    switch field {
    case .title: Array(Schema.Prefix.title.utf8Bytes)
    case .author: Array(Schema.Prefix.author.utf8Bytes)
    case .section: Array(Schema.Prefix.section.utf8Bytes)
    case .source: Array(Schema.Prefix.source.utf8Bytes)
    case .url: Array(Schema.Prefix.url.utf8Bytes)
    }
  }

  func push(to program: inout QueryProgram) throws(IndexError) {
    switch terms {
    case .all(let terms):
      for term in terms { try program.term(term) }
      program.and(UInt32(terms.count))
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
    switch field {
    case .title:
      guard case .all(let terms) = terms else { return false }
      return terms.allSatisfy {
        titleWords.contains(String(decoding: $0.dropFirst(), as: UTF8.self))
      }
    case .author: return accepts(name: article.author, Schema.Prefix.author)
    case .section: return accepts(name: article.section, Schema.Prefix.section)
    case .source: return accepts(name: article.source, Schema.Prefix.source)
    case .url: return (article.url.map(ArticleAnalyzer.urlTerms) ?? []).contains(where: has)
    }
  }

  private func accepts(name: String?, _ prefix: StaticString) -> Bool {
    name.flatMap { ArticleAnalyzer.nameTerm(prefix, $0) }.map(has) ?? false
  }

  private func has(_ term: [UInt8]) -> Bool {
    switch terms {
    case .all(let terms), .any(let terms): terms.contains(term)
    case .prefix(let prefix): term.starts(with: prefix)
    }
  }
}
