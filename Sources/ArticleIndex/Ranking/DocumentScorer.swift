/// Scores few documents by many terms: what BM25 of Xapian gives them, worked out from how often each
/// term occurs in each document.
///
/// Asking Xapian for it costs a tree of posting lists that is walked for every document; reading each
/// list once, at the documents alone, takes about two thirds of that, and tells besides which terms a
/// document has. For local databases; see ``StoreReader/occurrences(of:in:)``.
struct DocumentScorer {
  /// Ascending ids of the documents.
  let documents: [UInt32]
  private let occurrences: TermOccurrences
  /// By term: its row in `occurrences`. Terms that no document of the index has are left out.
  private let rows: [[UInt8]: Row]
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
  ///   - terms: those of what is going to be asked; others count as absent.
  ///   - rarity: knows the frequencies of most of them; those of others are looked up.
  init(
    _ documents: [UInt32], terms: [[UInt8]], rarity: TermRarity, weights: RankingWeights,
    in reader: StoreReader
  ) throws(IndexError) {
    let counts = try reader.counts()
    let unknown = terms.filter { !rarity.knows($0) }
    var looked: [[UInt8]: UInt32] = [:]
    for (term, frequency) in zip(unknown, try reader.frequencies(unknown)) {
      looked[term] = frequency
    }
    var rows: [[UInt8]: Row] = [:]
    var present: [[UInt8]] = []
    for term in terms where rows[term] == nil {
      let frequency = looked[term].map { Int($0) } ?? rarity.frequency(term)
      guard frequency > 0 else { continue }
      let weight = TermRarity.weight(Double(frequency), of: Double(counts.documents))
      rows[term] = Row(place: present.count, weight: weight)
      present.append(term)
    }
    self.documents = documents
    self.rows = rows
    occurrences = try reader.occurrences(of: present, in: documents)
    k1 = weights.k1
    let average = counts.averageLength > 0 ? counts.averageLength : 1
    norms = occurrences.lengths.map {
      weights.k1 * (1 - weights.b + weights.b * Double($0) / average)
    }
  }

  /// Whether a document, by its place, has a term.
  func has(_ term: [UInt8], document: Int) -> Bool {
    rows[term].map { occurrences[term: $0.place, document: document] > 0 } ?? false
  }

  /// What parts of a score are worth together, by document.
  func sums(of parts: [ScorePart]) -> [Double] {
    var sums = [Double](repeating: 0, count: documents.count)
    for part in parts {
      for (document, score) in scores(part.score).enumerated() { sums[document] += score ?? 0 }
    }
    return sums
  }

  /// What having the terms of parts at all is worth, by document: BM25 that repetition saturates at
  /// once.
  func presence(of parts: [ScorePart]) -> [Double] {
    var sums = [Double](repeating: 0, count: documents.count)
    for case .term(let term, let factor) in parts.map(\.score) {
      guard let row = rows[term] else { continue }
      for document in documents.indices
      where occurrences[term: row.place, document: document] > 0 {
        sums[document] += factor * row.weight
      }
    }
    return sums
  }

  /// By document; nil where nothing matches. A prefix that no terms are known of matches nothing.
  private func scores(_ score: ScorePart.Score) -> [Double?] {
    switch score {
    case .term(let term, let factor):
      guard let row = rows[term] else { return none }
      let weight = factor * row.weight * (k1 + 1)
      return documents.indices.map {
        let wdf = Double(occurrences[term: row.place, document: $0])
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
    _ parts: [ScorePart.Score], _ combine: (Double, Double) -> Double
  ) -> [Double?] {
    parts.reduce(into: none) { result, part in
      for (document, score) in scores(part).enumerated() {
        guard let score else { continue }
        result[document] = result[document].map { combine($0, score) } ?? score
      }
    }
  }
}

extension ScorePart.Score {
  /// The terms it asks for.
  var terms: [[UInt8]] {
    switch self {
    case .term(let term, _): [term]
    case .prefix: []
    case .sum(let scores), .best(let scores): scores.flatMap(\.terms)
    case .all(let scores, let also): (scores + also).flatMap(\.terms)
    case .scaled(let score, _): score.terms
    }
  }

  /// Whether it asks for terms that only Xapian can list.
  var hasOpenPrefix: Bool {
    switch self {
    case .term: false
    case .prefix: true
    case .sum(let scores), .best(let scores): scores.contains(where: \.hasOpenPrefix)
    case .all(let scores, let also): (scores + also).contains(where: \.hasOpenPrefix)
    case .scaled(let score, _): score.hasOpenPrefix
    }
  }
}
