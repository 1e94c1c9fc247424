import Platform

/// How much the terms of a query tell, from how many articles hold them.
///
/// An inverse document frequency depends on how long documents are: `là gì` is in every long article
/// and in few short answers, where it would count as rare. So the share of articles that hold a term
/// is taken to articles of a standard length, as if each were several short ones put together: of
/// `n` such, one holds a term of share `p` with probability 1 − (1 − p)ⁿ. The rarity is the negative
/// logarithm of that. Articles longer than the standard are taken as they are.
///
/// Xapian weighs terms by an inverse document frequency of its own; ``factor(_:)`` corrects it, so
/// that no weighting scheme is needed that a remote database would not have.
struct TermRarity {
  /// What is known of a term.
  private struct Figures {
    var rarity: Double
    var factor: Double
    var frequency: UInt32
  }

  private var figures: [Term: Figures] = [:]
  /// The usual length of an article, as a share of the standard length; 1 at most.
  private(set) var lengthShare = 1.0

  /// Knows nothing: every factor is 1.
  init() {}

  /// - Parameters:
  ///   - terms: those of a query.
  ///   - frequencies: how many documents hold each.
  ///   - standardLength: as in ``RankingWeights``.
  init(
    _ terms: [Term], frequencies: [UInt32], in counts: StoreCounts, standardLength: Double
  ) {
    let documents = Double(counts.documents)
    let pieces = max(1, standardLength / max(1, counts.averageLength))
    lengthShare = 1 / pieces
    for (term, frequency) in zip(terms, frequencies) where frequency > 0 {
      let share = (Double(frequency) + 0.5) / (documents + 1)
      // Never nothing: where all articles have a word, how often still tells them apart.
      let rarity = max(-log(1 - pow(1 - share, pieces)), -log(share) / 100)
      figures[term] = Figures(
        rarity: rarity, factor: rarity / Self.weight(Double(frequency), of: documents),
        frequency: frequency)
    }
  }

  /// Looks up how many documents hold the terms.
  init(
    _ terms: [Term], in reader: StoreReader, standardLength: Double
  ) throws(IndexError) {
    self.init(
      terms, frequencies: try reader.frequencies(terms), in: try reader.counts(),
      standardLength: standardLength)
  }

  /// In natural units of information, more than 0; 0 for a term that no article holds.
  func rarity(_ term: Term) -> Double { figures[term]?.rarity ?? 0 }

  /// How many documents hold a term.
  func frequency(_ term: Term) -> Int { Int(figures[term]?.frequency ?? 0) }

  /// What Xapian's weight of a term is to be multiplied by.
  func factor(_ term: Term) -> Double { figures[term]?.factor ?? 1 }

  /// Whether the term was one of those looked up and some article holds it.
  func knows(_ term: Term) -> Bool { figures[term] != nil }

  /// The inverse document frequency of Xapian 1.4's `BM25Weight`.
  static func weight(_ frequency: Double, of documents: Double) -> Double {
    let odds = (documents - frequency + 0.5) / (frequency + 0.5)
    return log(odds < 2 ? odds * 0.5 + 1 : odds)
  }
}
