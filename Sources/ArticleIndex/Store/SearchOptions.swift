/// How to run a query.
package struct SearchOptions: Sendable, Equatable {
  /// Hits to skip.
  package var offset: UInt32 = 0
  /// Hits wanted.
  package var limit: UInt32 = 10
  /// Documents to look at before the total may be an estimate.
  package var checkAtLeast: UInt32 = 0
  /// The weighting; nil for a boolean search, where every weight is 0.
  package var weighting: BM25? = BM25()
  /// The order of the hits.
  package var order: Order = .relevance

  package init() {}

  /// The parameters of the BM25 weighting scheme. The defaults are Xapian's.
  package struct BM25: Sendable, Equatable {
    /// How far repetition within a document counts; 0: not at all.
    package var k1: Double = 1
    /// How far the length of documents counts, 0 to 1.
    package var b: Double = 0.5
    /// How far repetition within the query counts.
    package var k3: Double = 1

    package init(k1: Double = 1, b: Double = 0.5, k3: Double = 1) {
      self.k1 = k1
      self.b = b
      self.k3 = k3
    }
  }

  /// The order of hits.
  package enum Order: Sendable, Equatable {
    /// Greatest weight first, then lowest id.
    case relevance
    /// By a value slot, bytewise, then by weight.
    case value(slot: UInt16, descending: Bool)
  }
}

/// One document found.
package struct StoreHit: Sendable, Equatable {
  /// The document's id.
  package var id: UInt32
  /// Its weight: only comparable within one search.
  package var weight: Double
}

/// What a search found.
package struct StoreResult: Sendable, Equatable {
  /// The hits asked for.
  package var hits: [StoreHit]
  /// How many documents match at least.
  package var lower: UInt32
  /// How many documents match, by Xapian's estimate.
  package var estimated: UInt32
  /// How many documents match at most.
  package var upper: UInt32

  /// Whether the number of matches is known.
  package var isExact: Bool { lower == upper }
}
