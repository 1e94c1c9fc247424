/// The postings of a run by term: what it is sorted to.
struct SortedPostings: ~Copyable {
  private let terms: TermTable
  /// The numbers of the terms by rank, in the order of their bytes.
  private let order: [UInt32]
  private let words: WordPostings
  private let pairs: PairPostings

  /// - Throws: `invalidArgument` for a run that was filled far beyond ``PostingRun/isFull``.
  init(_ run: consuming PostingRun) throws(IndexError) {
    order = run.terms.sortedNumbers()
    var ranks = [UInt32](repeating: 0, count: order.count)
    for (rank, number) in order.enumerated() { ranks[Int(number)] = UInt32(rank) }
    words = WordPostings(Self.take(&run.postings), ends: run.ends, terms: order.count)
    pairs = try PairPostings(Self.take(&run.pairs), ends: run.pairEnds, ranks: ranks)
    terms = run.terms
  }

  /// What an array holds, which holds nothing any more.
  private static func take<Element>(_ array: inout [Element]) -> [Element] {
    var taken: [Element] = []
    swap(&taken, &array)
    return taken
  }

  /// Calls `body` with each term, in the order of their bytes, and its postings: for each document its
  /// place in the run, and below the wdf.
  @inline(__always)
  func forEachList(
    _ body: (_ term: [UInt8], _ postings: ArraySlice<UInt64>) throws(IndexError) -> Void
  ) throws(IndexError) {
    /// Behind the last term that sorts before pairs.
    let split =
      order.firstIndex { terms.term(Int($0)).first.map { $0 >= PostingRun.pairLetter } ?? false }
      ?? order.count
    for number in order[..<split] { try body(Array(terms.term(Int(number))), words[number]) }
    try forEachPair(body)
    for number in order[split...] { try body(Array(terms.term(Int(number))), words[number]) }
  }

  @inline(__always)
  private func forEachPair(
    _ body: (_ term: [UInt8], _ postings: ArraySlice<UInt64>) throws(IndexError) -> Void
  ) throws(IndexError) {
    let keys = pairs.sorted
    let documentMask = UInt64(1) << UInt64(pairs.documentBits) - 1
    let rankMask = UInt64(1) << UInt64(pairs.rankBits) - 1
    var postings: [UInt64] = []
    var index = 0
    while index < keys.count {
      let pair = keys[index] >> pairs.documentBits
      postings.removeAll(keepingCapacity: true)
      while index < keys.count, keys[index] >> pairs.documentBits == pair {
        let key = keys[index]
        let start = index
        while index < keys.count, keys[index] == key { index += 1 }
        postings.append((key & documentMask) << 32 | UInt64(index - start))
      }
      var term = [PostingRun.pairLetter]
      term += terms.term(Int(order[Int(pair >> pairs.rankBits)]))
      term.append(0x20)
      term += terms.term(Int(order[Int(pair & rankMask)]))
      try body(term, postings[...])
    }
  }
}

/// Postings by the number of their term, and by document: a counting sort.
private struct WordPostings {
  /// Where the postings of each term begin; one more than there are terms.
  private var starts: [Int]
  /// The document, and below the wdf.
  private var sorted: [UInt64]

  init(_ postings: [UInt64], ends: [Int], terms: Int) {
    var starts = [Int](repeating: 0, count: terms + 2)
    for posting in postings { starts[Int(posting >> 32) + 2] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    // Filling moves each start, kept one place behind, to where the term's postings end.
    let count = postings.count
    sorted = [UInt64](unsafeUninitializedCapacity: count) { sorted, initialized in
      var start = 0
      for (document, end) in ends.enumerated() {
        for posting in postings[start..<end] {
          let term = Int(posting >> 32)
          sorted[starts[term + 1]] = UInt64(document) << 32 | posting & 0xFFFF_FFFF
          starts[term + 1] += 1
        }
        start = end
      }
      initialized = count
    }
    self.starts = starts
  }

  subscript(term: UInt32) -> ArraySlice<UInt64> {
    sorted[starts[Int(term)]..<starts[Int(term) + 1]]
  }
}

/// Pairs by the ranks of both terms, and by document: each one integer, sorted by its bits.
private struct PairPostings {
  let sorted: [UInt64]
  let rankBits: Int
  let documentBits: Int

  init(_ pairs: [UInt64], ends: [Int], ranks: [UInt32]) throws(IndexError) {
    rankBits = Self.bits(ranks.count)
    documentBits = Self.bits(ends.count)
    // A run that is full in time keeps to this; a single document as large as this is none.
    guard 2 * rankBits + documentBits <= 64 else { throw IndexError(.invalid(.longBytes)) }
    var keys = pairs
    var start = 0
    let (rankBits, documentBits) = (rankBits, documentBits)
    keys.withUnsafeMutableBufferPointer { keys in
      ranks.withUnsafeBufferPointer { ranks in
        for (document, end) in ends.enumerated() {
          for index in start..<end {
            let first = UInt64(ranks[Int(keys[index] >> 32)])
            let second = UInt64(ranks[Int(keys[index] & 0xFFFF_FFFF)])
            keys[index] = (first << rankBits | second) << documentBits | UInt64(document)
          }
          start = end
        }
      }
    }
    // Documents are in their order already, and sorting keeps it.
    RadixSort.sort(&keys, bits: documentBits..<documentBits + 2 * rankBits)
    sorted = keys
  }

  /// How many bits tell so many things apart.
  private static func bits(_ count: Int) -> Int { max(1, Int.bitWidth - count.leadingZeroBitCount) }
}
