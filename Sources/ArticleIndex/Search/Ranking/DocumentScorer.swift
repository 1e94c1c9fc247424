/// Scores few documents by many terms: what BM25 of Xapian gives them, worked out from how often each
/// term occurs in each document.
///
/// Asking Xapian for it costs a tree of posting lists that is walked for every document; reading each
/// list once, at the documents alone, takes about two thirds of that, and tells besides which terms a
/// document has. For local databases; see ``StoreReader/occurrences(of:in:)``.
struct DocumentScorer {
  /// Ascending ids of the documents.
  let documents: [UInt32]
  /// By term: its row in `wdfs`. Terms that no document of the index has are left out.
  private let rows: [Term: Row]
  /// All terms that were asked for.
  private let asked: Set<Term>
  /// A row of documents for each term.
  private var wdfs: [UInt32] = []
  /// By document: whether all terms were looked up in it.
  private var isWhole: [Bool]
  /// By document: BM25's denominator without the wdf.
  private let norms: [Double]
  private let k1: Double

  private struct Row {
    var place: Int
    /// Xapian's inverse document frequency.
    var weight: Double
  }

  /// - Parameters:
  ///   - documents: ascending ids.
  ///   - summands: what is going to be asked; other terms count as absent.
  ///   - others: the same, not part of the sum that `best` is about.
  ///   - best: how many of the best documents by the sum of `summands` are wanted; what cannot be one
  ///     of them is given up as soon as that is certain, and counts as without the terms not yet
  ///     looked up. Nil: all.
  ///   - costly: postings of the terms together from which on documents are given up at all.
  ///   - rarity: knows the frequencies of most terms; those of others are looked up.
  init(
    _ documents: [UInt32], summands: [ScoreSummand], others: [ScoreSummand] = [], best: Int? = nil,
    costly: Int = 50_000, rarity: TermRarity, weights: RankingWeights, in reader: StoreReader
  ) throws(IndexError) {
    let counts = try reader.counts()
    let terms = (summands + others).flatMap { $0.score.terms }
    let unknown = terms.filter { !rarity.knows($0) }
    var frequencies: [Term: Int] = [:]
    for (term, frequency) in zip(unknown, try reader.frequencies(unknown)) {
      frequencies[term] = Int(frequency)
    }
    for term in terms where frequencies[term] == nil { frequencies[term] = rarity.frequency(term) }
    // The rarest first: they tell most and cost least.
    let present = frequencies.filter { $0.value > 0 }
      .sorted {
        $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value < $1.value
      }
    var rows: [Term: Row] = [:]
    for (place, entry) in present.enumerated() {
      let weight = TermRarity.weight(Double(entry.value), of: Double(counts.documents))
      rows[entry.key] = Row(place: place, weight: weight)
    }
    self.documents = documents
    self.rows = rows
    asked = Set(terms)
    isWhole = [Bool](repeating: true, count: documents.count)
    k1 = weights.k1
    let average = counts.averageLength > 0 ? counts.averageLength : 1
    norms = try reader.lengths(of: documents).map {
      weights.k1 * (1 - weights.b + weights.b * Double($0) / average)
    }
    let isCostly = present.reduce(0) { $0 + $1.value } >= costly
    try lookUp(present.map(\.key), summands, best: isCostly ? best : nil, in: reader)
  }

  /// Terms looked up before it is asked again which documents still matter.
  private static let termsAtATime = 4

  /// Fills `wdfs`, the rarest terms first.
  private mutating func lookUp(
    _ terms: [Term], _ summands: [ScoreSummand], best: Int?, in reader: StoreReader
  ) throws(IndexError) {
    // What each term can add to a sum of single terms; other sums are not bounded here.
    var bounds = [Double](repeating: 0, count: terms.count)
    var canBeBounded = (best ?? .max) < documents.count
    for summand in summands {
      guard case .term(let term, let factor) = summand.score else {
        canBeBounded = false
        break
      }
      if let row = rows[term] { bounds[row.place] += factor * row.weight * (k1 + 1) }
    }
    guard canBeBounded, let best, best > 0 else {
      wdfs = try reader.occurrences(of: terms.map(\.bytes), in: documents)
      return
    }
    wdfs = [UInt32](repeating: 0, count: terms.count * documents.count)
    var sums = [Double](repeating: 0, count: documents.count)
    var open = Array(documents.indices)
    var rest = bounds.reduce(0, +)
    for first in stride(from: 0, to: terms.count, by: Self.termsAtATime) {
      let places = first..<min(first + Self.termsAtATime, terms.count)
      let found = try reader.occurrences(
        of: terms[places].map(\.bytes), in: open.map { documents[$0] })
      for place in places {
        for (index, document) in open.enumerated() {
          let wdf = found[(place - first) * open.count + index]
          guard wdf > 0 else { continue }
          wdfs[place * documents.count + document] = wdf
          sums[document] += bounds[place] * Double(wdf) / (norms[document] + Double(wdf))
        }
        rest -= bounds[place]
      }
      guard open.count > best else { continue }
      let least = open.map { sums[$0] }.sorted(by: >)[best - 1]
      // A little is left for what rounding does to `rest`.
      open.removeAll { sums[$0] + rest + 1e-6 < least }
    }
    let whole = Set(open)
    for document in documents.indices { isWhole[document] = whole.contains(document) }
  }

  /// Whether documents are among those scored, and none of them was given up.
  func knowsAll(of ids: some Sequence<UInt32>) -> Bool {
    let known = Set(zip(documents, isWhole).filter(\.1).map(\.0))
    return known.isSuperset(of: ids)
  }

  private func wdf(_ row: Row, _ document: Int) -> UInt32 {
    wdfs[row.place * documents.count + document]
  }

  /// Whether a term was looked up, or no document of the index has it.
  func knows(_ term: Term) -> Bool { asked.contains(term) }

  /// Whether a document, by its place, has a term.
  func has(_ term: Term, document: Int) -> Bool {
    rows[term].map { wdf($0, document) > 0 } ?? false
  }

  /// What summands are worth together, by document.
  func sums(of summands: [ScoreSummand]) -> [Double] {
    var sums = [Double](repeating: 0, count: documents.count)
    for summand in summands {
      for (document, score) in scores(summand.score).enumerated() { sums[document] += score ?? 0 }
    }
    return sums
  }

  /// What having the terms of summands at all is worth, by document: BM25 that repetition saturates at
  /// once.
  func presence(of summands: [ScoreSummand]) -> [Double] {
    var sums = [Double](repeating: 0, count: documents.count)
    for case .term(let term, let factor) in summands.map(\.score) {
      guard let row = rows[term] else { continue }
      for document in documents.indices where wdf(row, document) > 0 {
        sums[document] += factor * row.weight
      }
    }
    return sums
  }

  /// By document; nil where nothing matches. A prefix that no terms are known of matches nothing.
  private func scores(_ score: ScoreExpression) -> [Double?] {
    switch score {
    case .term(let term, let factor):
      guard let row = rows[term] else { return none }
      let weight = factor * row.weight * (k1 + 1)
      return documents.indices.map {
        let wdf = Double(wdf(row, $0))
        return wdf > 0 ? weight * (wdf / (norms[$0] + wdf)) : nil
      }
    case .prefix: return none
    case .sum(let scores): return combined(scores, +)
    case .best(let scores): return combined(scores, max)
    case .all(let scores, let also):
      let columns = scores.map { self.scores($0) }
      let others = combined(also, +)
      return documents.indices.map { document in
        guard columns.allSatisfy({ $0[document] != nil }) else { return nil }
        return columns.reduce(others[document] ?? 0) { $0 + ($1[document] ?? 0) }
      }
    case .scaled(let score, let factor): return scores(score).map { $0.map { $0 * factor } }
    }
  }

  private var none: [Double?] { [Double?](repeating: nil, count: documents.count) }

  /// The scores that match, made one.
  private func combined(
    _ expressions: [ScoreExpression], _ combine: (Double, Double) -> Double
  ) -> [Double?] {
    expressions.reduce(into: none) { result, expression in
      for (document, score) in scores(expression).enumerated() {
        guard let score else { continue }
        result[document] = result[document].map { combine($0, score) } ?? score
      }
    }
  }
}
