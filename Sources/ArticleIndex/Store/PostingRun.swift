/// Documents gathered to be sorted by term: what a worker makes of the articles it analyzes, and what
/// generations are merged from.
///
/// Terms are numbers here. The words of a document are counted as they come; its pairs of neighbours
/// are only noted, one integer each, as sorting counts them anyway. ``write(to:)`` sorts the run and
/// makes it a file, for a ``GenerationWriter``.
///
/// ```swift
/// var run = PostingRun()
/// try run.add("vinh".utf8, wdf: 2)
/// run.setValue("20200613".utf8, slot: 0)
/// try run.finishDocument(data: bytes)
/// try run.write(to: workshop.appending("run-0"))
/// ```
///
/// Takes the memory of the documents' data, 8 bytes a word of a document and a pair of neighbours, twice
/// as much while it is sorted, and the different terms. One thread at a time.
package struct PostingRun: ~Copyable {
  /// Terms of two neighbours begin with this letter, and no others do.
  static let pairLetter = UInt8(ascii: "P")
  /// Beyond this many different terms a run is ``isFull``: with it, and with at most
  /// ``maximumDocuments``, two terms and a document fit into 64 bits.
  static let maximumTerms = 1 << 20
  package static let maximumDocuments = 1 << 14
  /// The largest data of a document in bytes. An entry of a table takes 65,535 pieces of some 2,000.
  package static let maximumDataBytes = 96 << 20

  /// A token as it is counted, by the numbers of its terms.
  struct CountedToken {
    /// Of its folded form.
    var folded: UInt32
    /// Of its exact form, + 1; 0 if there is none.
    var exact: UInt32
    /// The exact form is the folded one and counts as that already.
    var isBare = false
    /// Whether it makes a pair with the one before it.
    var isPaired = false
  }

  var terms = TermTable()
  /// By document, and in a document in the order first seen: a term's number, and below its wdf.
  var postings: [UInt64] = []
  /// Where in ``postings`` each document ends.
  var ends: [Int] = []
  /// By document, in the order of the text: the numbers of both terms, the first one higher.
  var pairs: [UInt64] = []
  /// Where in ``pairs`` each document ends.
  var pairEnds: [Int] = []
  /// The length of each document: the sum of the wdf of its terms.
  var lengths: [UInt32] = []
  var slots: [UInt32: SlotValues] = [:]
  /// The data of the documents, one behind the other.
  var texts: [UInt8] = []
  /// Where the data of each document ends.
  var textEnds: [Int] = []

  /// By term: 1 + its wdf in the document being gathered; 0 for none.
  private var counts: [UInt32] = []
  /// The terms with a count.
  private var counted: [UInt32] = []
  private var length: UInt64 = 0
  private var values: [(slot: UInt32, bytes: [UInt8])] = []

  package init() {}

  /// How many documents have been gathered.
  package var documents: Int { ends.count }
  /// Whether it is time for another run.
  package var isFull: Bool {
    terms.count >= Self.maximumTerms || documents >= Self.maximumDocuments
  }
  /// About how many bytes of memory it takes.
  package var bytes: Int { texts.count + 8 * (postings.count + 2 * pairs.count) }

  /// The number of a term of 1…255 bytes, to be counted by; never that of a pair.
  @inline(__always)
  mutating func number(of term: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let number = terms.number(of: term)
    if number == counts.count { counts.append(0) }
    return UInt32(truncatingIfNeeded: number)
  }

  /// Counts a term `wdf` times more; at 0 the document only has it.
  mutating func count(_ number: UInt32, wdf: UInt32) {
    let before = counts[Int(number)]
    if before == 0 { counted.append(number) }
    counts[Int(number)] = max(before, 1) &+ wdf
    length += UInt64(wdf)
  }

  /// Counts a term of the document.
  ///
  /// - Throws: ``IndexError/Code/invalidArgument`` for a term no database takes.
  package mutating func add(_ term: some Collection<UInt8>, wdf: UInt32) throws(IndexError) {
    let bytes = Array(term)
    guard !bytes.contains(0), !bytes.isEmpty, bytes.count <= TermLimit.bytes else {
      throw TermLimit.error(bytes: bytes.reduce(0) { $0 + ($1 == 0 ? 2 : 1) })
    }
    let number = bytes.withUnsafeBufferPointer { self.number(of: $0) }
    count(number, wdf: wdf)
  }

  /// Counts tokens, and the pairs they make with the ones before them.
  ///
  /// - Parameters:
  ///   - previous: the folded form before the first token; nil if nothing is.
  ///   - weight: how often each counts.
  /// - Returns: the last one's folded form.
  mutating func count(
    _ tokens: UnsafeBufferPointer<CountedToken>, after previous: UInt32?, weight: UInt32
  ) -> UInt32? {
    for token in tokens { count(token.folded, wdf: weight) }
    for token in tokens where token.exact != 0 {
      count(token.exact - 1, wdf: token.isBare ? 0 : weight)
    }
    var previous = previous
    let before = pairs.count
    for token in tokens {
      if let previous, token.isPaired {
        let pair = UInt64(previous) << 32 | UInt64(token.folded)
        for _ in 0..<weight { pairs.append(pair) }
      }
      previous = token.folded
    }
    length += UInt64(pairs.count - before)
    return previous
  }

  /// Gives the document a value; an empty one is none, and of several for one slot the last counts.
  package mutating func setValue(_ value: some Collection<UInt8>, slot: UInt32) {
    values.removeAll { $0.slot == slot }
    if !value.isEmpty { values.append((slot, Array(value))) }
  }

  /// Completes the document; the next one begins.
  ///
  /// - Throws: `invalidArgument` if the data is too long or its words are too many to be counted; it is
  ///   then as if there had been no such document.
  package mutating func finishDocument(data: some Collection<UInt8>) throws(IndexError) {
    guard let length = UInt32(exactly: length), data.count <= Self.maximumDataBytes else {
      forgetDocument()
      throw IndexError(.invalid(.longBytes))
    }
    texts.append(contentsOf: data)
    textEnds.append(texts.count)
    for (slot, value) in values { slots[slot, default: SlotValues()].add(value, to: documents) }
    for number in counted {
      postings.append(UInt64(number) << 32 | UInt64(counts[Int(number)] - 1))
    }
    lengths.append(length)
    ends.append(postings.count)
    pairEnds.append(pairs.count)
    startDocument()
  }

  /// Forgets what was counted since the last document.
  package mutating func forgetDocument() {
    pairs.removeSubrange((pairEnds.last ?? 0)...)
    startDocument()
  }

  /// The data of the documents so far.
  package var documentTexts: [[UInt8]] {
    zip([0] + textEnds, textEnds).map { Array(texts[$0..<$1]) }
  }

  /// The terms of the documents gathered, each with its wdf and in the order of their bytes.
  package func terms(of document: Int) -> [StoredTerm] {
    let words = postings[(document == 0 ? 0 : ends[document - 1])..<ends[document]].map {
      StoredTerm(
        bytes: Array(terms.term(Int($0 >> 32))), wdf: UInt32(truncatingIfNeeded: $0))
    }
    var counts: [UInt64: UInt32] = [:]
    for pair in pairs[(document == 0 ? 0 : pairEnds[document - 1])..<pairEnds[document]] {
      counts[pair, default: 0] += 1
    }
    let neighbours = counts.map { pair, wdf in
      let (left, right) = (terms.term(Int(pair >> 32)), terms.term(Int(pair & 0xFFFF_FFFF)))
      return StoredTerm(bytes: [Self.pairLetter] + left + [0x20] + right, wdf: wdf)
    }
    return (words + neighbours).sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  private mutating func startDocument() {
    for number in counted { counts[Int(number)] = 0 }
    counted.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    length = 0
  }
}

/// The values of one slot in a run.
struct SlotValues {
  var frequency: UInt32 = 0
  var lower: [UInt8] = []
  var upper: [UInt8] = []
  /// For each: how many documents have none since the last that had one, and the bytes.
  var bytes: [UInt8] = []
  private var next = 0

  mutating func add(_ value: [UInt8], to document: Int) {
    if frequency == 0 || value.lexicographicallyPrecedes(lower) { lower = value }
    if frequency == 0 || upper.lexicographicallyPrecedes(value) { upper = value }
    frequency += 1
    bytes.appendVarint(UInt64(document - next))
    bytes.appendCounted(value)
    next = document + 1
  }
}

/// A term of a document.
package struct StoredTerm: Sendable, Equatable {
  /// Its bytes.
  package var bytes: [UInt8]
  /// How often it counts in the document.
  package var wdf: UInt32
}
