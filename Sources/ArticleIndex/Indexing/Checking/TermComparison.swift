import ArticleReading

/// Compares the terms that documents have in the index with those their stored texts give now.
///
/// An index lists documents by term, not terms by document: so the terms of many documents are sorted
/// first, and each list is looked at once for all of them.
struct TermComparison {
  /// Documents compared at a time.
  static let batch = 10_000

  let reader: StoreReader
  private var analyzer = ArticleAnalyzer()
  /// How many terms of documents there should be.
  private(set) var expectedPostings = 0

  init(_ reader: StoreReader) { self.reader = reader }

  /// What is wrong with documents, at most one thing each; nothing for those that are right.
  ///
  /// - Parameter ids: ascending, at most ``batch``.
  mutating func differences(
    of ids: [UInt32]
  ) throws(IndexError) -> [(id: UInt32, cause: IndexCheck.Finding.Cause)] {
    var causes: [UInt32: IndexCheck.Finding.Cause] = [:]
    var documents: [UInt32] = []
    var run = PostingRun()
    for id in ids {
      do {
        let article = try StoredArticle(encoded: try reader.data(of: id), id: id)
        try analyzer.analyze(
          article, origin: .file(FileState(size: 0, modified: 0)), into: &run)
        documents.append(id)
      } catch  where error.code == .corrupt {
        causes[id] = .failure(error.cause)
      }
    }
    let lengths = run.lengths
    var count = 0
    try SortedPostings(run).forEachList { term, postings throws(IndexError) in
      count += postings.count
      guard term.first != Schema.Prefix.unique.letter else { return }
      let ids = postings.map { documents[Int($0 >> 32)] }
      let isWeighted = postings.contains { $0 & 0xFFFF_FFFF > 0 }
      let found = try reader.occurrences(of: [term], in: ids, onlyPresence: !isWeighted)
      for (posting, wdf) in zip(postings, found)
      where wdf != (isWeighted ? UInt32(truncatingIfNeeded: posting) : 1) {
        let id = documents[Int(posting >> 32)]
        causes[id] = causes[id] ?? .terms(.missing(String(decoding: term, as: UTF8.self)))
      }
    }
    expectedPostings += count
    try compareIdentities(of: documents, &causes)
    for (id, (length, expected)) in zip(
      documents, zip(try reader.lengths(of: documents), lengths)) where length != expected
    {
      causes[id] = causes[id] ?? .terms(.length(Int(length), expected: Int(expected)))
    }
    return causes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Which file or record a document is made from does not follow from its text, so its own term is
  /// compared with its identity.
  private func compareIdentities(
    of ids: [UInt32], _ causes: inout [UInt32: IndexCheck.Finding.Cause]
  ) throws(IndexError) {
    let identities = try reader.values(of: ids, slot: Schema.Slot.identity)
    for (id, identity) in zip(ids, identities) {
      let term = Term.unique(identity: identity)
      let (found, frequency) = try (reader.find(term), reader.frequencies([term]))
      if found != id || frequency != [1] {
        causes[id] = causes[id] ?? .terms(.notUnique)
      }
    }
  }
}
