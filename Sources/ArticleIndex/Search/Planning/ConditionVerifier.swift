import VietnameseText

/// Tells whether articles satisfy conditions, from their stored text and what is known of them.
///
/// It has the last word where terms cannot decide: phrases of three words and more, with an end of
/// sentence, or spelt as typed. Each part of an article (text, author, source) is a text of its own.
/// One per thread; it keeps its buffers between articles.
final class ConditionVerifier {
  private let conditions: [QueryCondition]
  /// Made when the first text is: most queries have none to verify.
  private lazy var tokenizer = Tokenizer()
  /// The tokens of the article under way: of its text, then of its credits.
  private var lists: [TokenList] = []
  private var title = TitleWords()

  init(_ conditions: [QueryCondition]) { self.conditions = conditions }

  /// Verifies those conditions of a plan that terms cannot decide; the others are taken as given.
  convenience init(_ condition: QueryCondition?) {
    self.init(condition?.conjuncts.filter(\.needsText) ?? [])
  }

  /// Whether every article passes.
  var isTrivial: Bool { conditions.isEmpty }

  /// Whether an article satisfies all conditions. Linear in the text for each word and phrase.
  func accepts(_ article: StoredArticle) -> Bool {
    guard !isTrivial else { return true }
    tokenize([article.text] + [article.author, article.source].compactMap { $0 })
    title = TitleWords()
    if conditions.contains(where: \.asksForTitle), let text = lists.first {
      for token in text.tokens.prefix(while: { $0.start < article.titleLength }) {
        title.folded.insert(text.folded(token))
        title.exact.insert(text.exact(token))
      }
    }
    return conditions.allSatisfy { holds($0, article) }
  }

  private func tokenize(_ texts: [String]) {
    while lists.count < texts.count { lists.append(TokenList()) }
    for index in lists.indices {
      lists[index].removeAll()
      if index < texts.count { tokenizer.tokenize(texts[index], into: &lists[index]) }
    }
  }

  private func holds(_ condition: QueryCondition, _ article: StoredArticle) -> Bool {
    switch condition {
    case .word(let word): return holds([SoughtToken(word, beginsSentence: false)], isPrefix: false)
    case .prefix(let word): return holds([SoughtToken(word, beginsSentence: false)], isPrefix: true)
    case .compound(let phrase): return holds(compound: phrase)
    case .phrase(let phrase):
      let words = phrase.members.map { SoughtToken($0.token, beginsSentence: $0.beginsSentence) }
      let gap = phrase.isJoined ? Token.Gap.space : ArticleAnalyzer.widestPairGap
      return holds(words, isPrefix: false, widestGap: gap)
    case .field(let match): return match.accepts(article, title: title)
    case .dates(let range):
      guard let day = article.date?.sortKey.prefix(8) else { return false }
      return (range.first ?? "") <= day && day <= (range.last ?? "9")
    case .all(let conditions): return conditions.allSatisfy { holds($0, article) }
    case .any(let conditions): return conditions.contains { holds($0, article) }
    case .not(let condition): return !holds(condition, article)
    }
  }

  private struct SoughtToken {
    var folded: [UInt8]
    /// The spelling that is required; nil for any.
    var exact: [UInt8]?
    var beginsSentence: Bool

    init(folded: [UInt8], beginsSentence: Bool) {
      (self.folded, self.beginsSentence) = (folded, beginsSentence)
    }

    init(_ word: PlannedToken, beginsSentence: Bool) {
      folded = Array(word.folded.utf8)
      exact = word.isStrict ? word.exact.map { Array($0.utf8) } : nil
      self.beginsSentence = beginsSentence
    }
  }

  /// Whether every two neighbours are side by side somewhere, and what must be spelt as typed is so
  /// somewhere: what the terms tell, too.
  private func holds(compound phrase: QueryPhrase) -> Bool {
    let words = phrase.members.map { SoughtToken($0.token, beginsSentence: $0.beginsSentence) }
    let loose = words.map { SoughtToken(folded: $0.folded, beginsSentence: $0.beginsSentence) }
    return zip(loose, loose.dropFirst()).allSatisfy { holds([$0, $1], isPrefix: false) }
      && words.allSatisfy { $0.exact == nil || holds([$0], isPrefix: false) }
  }

  /// Whether one of the texts holds the words side by side; with `isPrefix`, a word that begins so.
  private func holds(
    _ words: [SoughtToken], isPrefix: Bool, widestGap: Token.Gap = ArticleAnalyzer.widestPairGap
  ) -> Bool {
    lists.contains { list in
      if isPrefix, let word = words.first { return Self.holds(prefix: word, in: list) }
      guard list.tokens.count >= words.count else { return false }
      return (0...(list.tokens.count - words.count)).contains { start in
        words.indices.allSatisfy {
          Self.matches(
            list.tokens[start + $0], words[$0], gap: $0 == 0 ? nil : widestGap, in: list)
        }
      }
    }
  }

  private static func holds(prefix word: SoughtToken, in list: TokenList) -> Bool {
    var isFound = false
    list.visit { _, folded, exact in
      if isFound || !folded.starts(with: word.folded) { return }
      isFound = word.exact.map { exact.starts(with: $0) } ?? true
    }
    return isFound
  }

  /// - Parameter gap: the widest one between it and the word before; nil if that does not matter.
  private static func matches(
    _ token: Token, _ word: SoughtToken, gap: Token.Gap?, in list: TokenList
  ) -> Bool {
    guard list.folded(token, equals: word.folded) else { return false }
    if let gap, !word.beginsSentence, token.gap > gap { return false }
    guard let exact = word.exact else { return true }
    return list.exact(token, equals: exact)
  }
}

/// The words of a title.
struct TitleWords {
  var folded: Set<String> = []
  var exact: Set<String> = []
}

extension QueryCondition {
  /// Whether it has to know the words of the title.
  fileprivate var asksForTitle: Bool {
    switch self {
    case .field(let match): match.field == .title
    case .word, .compound, .phrase, .prefix, .dates: false
    case .all(let conditions), .any(let conditions): conditions.contains(where: \.asksForTitle)
    case .not(let condition): condition.asksForTitle
    }
  }
}
