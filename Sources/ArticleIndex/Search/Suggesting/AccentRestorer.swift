import VietnameseText

/// Gives words typed without marks the marks that the index's own texts have there.
///
/// Nothing is kept for it: the articles that share most pairs of neighbours with the query vote, with
/// every occurrence, and how many articles have a spelling at all is known from the terms. Where a
/// search has read the best articles for the query already, those vote. One per revision of the index.
struct AccentRestorer {
  /// A word to be spelt.
  struct Entry: Equatable {
    var folded: String
    /// The exact form, where it is settled; nil where it is wanted.
    var settled: String?
    /// Whether it makes a pair with the word before.
    var isNeighbour: Bool
  }

  let reader: StoreReader
  /// What has been read already.
  var texts: [String] = []
  var scratch = TokenScratch()

  /// Articles that vote at most.
  static let maximumVoters = 24
  /// Votes for each pair after which no more articles are read.
  private static let enoughVotes = 12
  /// Articles that vote in any case.
  private static let minimumVoters = 5
  /// How many votes the terms' own count of a spelling weighs.
  private static let weightOfTerms = 20.0
  /// Words beyond this are left as they are.
  static let maximumWords = 40

  /// The spellings of all words in small letters, settled ones as given; nil if nothing is known.
  func restored(_ words: [Entry]) throws(IndexError) -> [String]? {
    guard !words.isEmpty, words.count <= Self.maximumWords else { return nil }
    let votes = try votes(words)
    let shares = try termShares(words)
    var chain = AccentChain()
    for (place, word) in words.enumerated() {
      let spellings =
        word.settled.map { [AccentChain.Spelling(form: $0, share: 1)] }
        ?? self.spellings(word, votes.spellings(at: place), shares[word.folded] ?? [:])
      chain.append(spellings, pairs: votes.pairs(endingAt: place))
    }
    return zip(words, chain.best).map { $0.settled ?? votes.surface(of: $1) }
  }

  private func spellings(
    _ word: Entry, _ votes: [String: Int], _ shares: [String: Double]
  ) -> [AccentChain.Spelling] {
    let cast = Double(votes.values.reduce(0, +))
    let forms = Set(votes.keys).union(shares.keys)
    guard !forms.isEmpty else { return [AccentChain.Spelling(form: word.folded, share: 1)] }
    return forms.map { form in
      let known = Self.weightOfTerms * (shares[form] ?? 0)
      return AccentChain.Spelling(
        form: form, share: (Double(votes[form] ?? 0) + known) / (cast + Self.weightOfTerms))
    }
  }

  // MARK: - Votes

  private func votes(_ words: [Entry]) throws(IndexError) -> AccentVotes {
    var votes = AccentVotes(
      folded: words.map(\.folded), isNeighbour: words.map(\.isNeighbour))
    let pairs = try pairs(words)
    let needed = pairs.map(\.needed)
    var count = 0
    func isDecided(by text: String) -> Bool {
      scratch.list.removeAll()
      scratch.tokenizer.tokenize(text, into: &scratch.list)
      votes.count(scratch.list, of: text.utf8)
      count += 1
      return count >= Self.minimumVoters && votes.isDecided(needed)
    }
    for text in texts where isDecided(by: text) { return votes }
    guard texts.count < Self.minimumVoters else { return votes }
    for hit in try voters(words, pairs) {
      let article = try StoredArticle(encoded: try reader.data(of: hit.id), id: hit.id)
      if isDecided(by: article.text) { break }
    }
    return votes
  }

  /// The pair that a word makes with the one before.
  private struct Pair {
    /// Nil if it makes none, or one that no article has.
    var term: Term?
    /// Votes that settle it.
    var needed: Int
  }

  private func pairs(_ words: [Entry]) throws(IndexError) -> [Pair] {
    let terms = words.indices.map { place in
      place > 0 && words[place].isNeighbour
        ? Term.pair(words[place - 1].folded, words[place].folded) : nil
    }
    var frequencies = try reader.frequencies(terms.compactMap { $0 })[...]
    return terms.map { term in
      guard let term, let frequency = frequencies.popFirst(), frequency > 0 else {
        return Pair(term: nil, needed: 0)
      }
      return Pair(term: term, needed: min(Self.enoughVotes, Int(frequency)))
    }
  }

  /// The articles with the most, and the rarest, pairs of the words; with most of the words where
  /// there is no pair.
  private func voters(_ words: [Entry], _ pairs: [Pair]) throws(IndexError) -> [StoreHit] {
    var terms = Set(pairs.compactMap(\.term))
    if terms.isEmpty { terms = Set(words.map { .folded($0.folded) }) }
    var program = QueryProgram()
    for term in terms.sorted(by: { $0.lexicographicallyPrecedes($1) }) { try program.term(term) }
    program.or(UInt32(terms.count))
    var options = SearchOptions()
    options.limit = UInt32(Self.maximumVoters)
    options.weighting = RankingWeights().bm25
    return try reader.search(program, options).hits
  }

  // MARK: - Terms

  /// For every unsettled word the spellings that the index has, with their shares.
  ///
  /// Articles with the bare spelling have no term of their own; they are at least those that no
  /// marked spelling explains.
  private func termShares(_ words: [Entry]) throws(IndexError) -> [String: [String: Double]] {
    let wanted = Set(words.filter { $0.settled == nil }.map(\.folded)).sorted()
    let forms = wanted.map { word in
      Syllables.spellings(folded: word).filter { $0 != word }
    }
    let terms = zip(wanted, forms).flatMap { word, forms in
      [Term.folded(word)] + forms.map { .exact($0) }
    }
    var frequencies = try reader.frequencies(terms)[...]
    var shares: [String: [String: Double]] = [:]
    for (word, forms) in zip(wanted, forms) {
      let total = Double(frequencies.removeFirst())
      let counts = frequencies.prefix(forms.count).map(Double.init)
      frequencies.removeFirst(forms.count)
      guard total > 0 else { continue }
      let marked = counts.reduce(0, +)
      let bare = max(total - marked, total * Self.leastBareShare)
      shares[word] = [word: bare / (marked + bare)]
      for (form, count) in zip(forms, counts) where count > 0 {
        shares[word]?[form] = count / (marked + bare)
      }
    }
    return shares
  }

  /// What the bare spelling is taken to have of a word's articles where nothing is known.
  private static let leastBareShare = 0.02
}
