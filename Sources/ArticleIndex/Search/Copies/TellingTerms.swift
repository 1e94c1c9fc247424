import VietnameseText

/// Chooses the terms that tell what an article is about: pairs of neighbours and words with their
/// marks that are frequent in it and rare in the index.
struct TellingTerms {
  let reader: StoreReader

  /// A term and what it is worth in a query.
  struct Choice: Equatable {
    var term: Term
    var weight: Double
  }

  /// Terms chosen at most.
  static let maximum = 30
  /// Terms whose frequencies are looked up at most, those with the highest wdf.
  static let candidates = 400
  /// A term that more than one article in so many holds tells nothing; of a small index, than one
  /// in an eighth of its articles.
  static let leastRarity = 8.0
  /// How often a term occurs in the article counts as `wdf / (wdf + repetition)`.
  static let repetition = 6.0

  /// The best terms first.
  func terms(of article: StoredArticle) throws(IndexError) -> [Choice] {
    let credits = creditTerms(of: article)
    var analyzer = ArticleAnalyzer()
    var possible = try analyzer.terms(of: article).filter {
      Self.isTelling($0, credits: credits)
    }
    possible.sort { ($1.wdf, $0.bytes.count) < ($0.wdf, $1.bytes.count) }
    let candidates = possible.prefix(Self.candidates)
    let frequencies = try reader.frequencies(candidates.map(\.bytes))
    let documents = try reader.counts().documents
    let rated = zip(candidates, frequencies).compactMap { term, frequency -> (Choice, Double)? in
      let rarity = Double(documents) / Double(max(1, frequency))
      // A term of this article alone finds nothing.
      guard frequency > 1, rarity >= min(Self.leastRarity, Double(documents) / 8) else {
        return nil
      }
      // BM25 weighs rarity itself; for choosing it counts as well.
      let weight = Double(term.wdf) / (Double(term.wdf) + Self.repetition)
      return (Choice(term: Term(term.bytes), weight: weight), weight * Self.logarithm(1 + rarity))
    }
    return rated.sorted { $0.1 > $1.1 }.prefix(Self.maximum).map(\.0)
  }

  /// Pairs, and words with marks, that have no digits and are not only somebody's name below the
  /// text.
  private static func isTelling(_ stored: StoredTerm, credits: Set<Term>) -> Bool {
    let term = Term(stored.bytes)
    guard term.has(Schema.Prefix.pair) || term.has(Schema.Prefix.exact) else { return false }
    if term.contains(where: { (0x30...0x39).contains($0) }) { return false }
    return stored.wdf > 1 || !credits.contains(term)
  }

  /// The terms that author and source have in the index.
  private func creditTerms(of article: StoredArticle) -> Set<Term> {
    var terms: Set<Term> = []
    for credit in [article.author, article.source] {
      let list = TokenList(of: credit ?? "")
      for token in list.tokens where token.hasMarks {
        terms.insert(.exact(list.exact(token)))
      }
      for (left, right) in zip(list.tokens, list.tokens.dropFirst()) {
        terms.insert(.pair(list.folded(left), list.folded(right)))
      }
    }
    return terms
  }

  /// The binary logarithm of a number from 1, exact at powers of two and linear between them:
  /// as good as any other as a weight.
  private static func logarithm(_ value: Double) -> Double {
    value < 1 ? 0 : Double(value.exponent) + value.significand - 1
  }
}
