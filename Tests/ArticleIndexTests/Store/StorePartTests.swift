import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex

/// A part holds what a database that Xapian wrote itself holds, to the last number.
struct StorePartTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// How many documents of which seed, and at most how many terms in one.
  static let cases: [(documents: Int, terms: Int, seed: UInt64)] = [
    (0, 0, 1), (1, 0, 2), (1, 40, 3), (300, 120, 4),
    // Lists of postings of many chunks, ids of three bytes.
    (40_000, 3, 5),
    // Branches of the table above its leaves.
    (400, 900, 6),
  ]

  @Test(arguments: cases)
  func holdsWhatAWriterWrites(_ example: (documents: Int, terms: Int, seed: UInt64)) throws {
    let writer = try StoreWriter(at: folder("written"), mode: .scratch)
    let part = try StorePart(at: folder("part"))
    var random = RandomArticles(seed: example.seed)
    for _ in 0..<example.documents {
      var document = try randomDocument(terms: example.terms, &random)
      try writer.put(&document)
      try part.put(&document)
    }
    try writer.close()
    try part.finish()
    try expectSame(folder("written"), folder("part"))
    for name in ["written", "part"] {
      try StoreMaintenance.compact(
        [folder(name), folder(name)], into: folder("merged-\(name)"), full: false)
    }
    try expectSame(folder("merged-written"), folder("merged-part"))
    // What was merged can be updated as any other.
    let update = try StoreWriter(at: folder("merged-part"), mode: .existing)
    let id = try update.put(samples[0])
    if example.documents > 0 { try update.remove(1) }
    try update.close()
    #expect(try StoreMaintenance.check(folder("merged-part")).errors == 0)
    #expect(try StoreReader(at: folder("merged-part")).find("Qone".utf8) == id)
  }

  @Test func whatIsRefusedLeavesNothing() throws {
    let part = try StorePart(at: folder("db"))
    var document = try samples[1].packed()
    let packed = document.withPackedBytes { [UInt8]($0) }
    for count in 0..<packed.count {
      #expect(code { try part.put(Array(packed.prefix(count))) } == .invalidArgument, "\(count)")
    }
    #expect(code { try part.put(packed + [0]) } == .invalidArgument)
    // A flag that does not exist; the reserved slot; a term over the limit.
    let head: [UInt8] = [0, 0, 0, 0, 0, 0, 1, 0, 0, 0]
    #expect(code { try part.put(head + [1, 2, 0, 0, 65]) } == .invalidArgument)
    #expect(
      code { try part.put(head + [123, 0, 1, 0] + Array(repeating: 0, count: 123)) }
        == .invalidArgument)
    let slot: [UInt8] = [0, 0, 0, 0, 1, 0, 255, 255, 255, 255, 1, 0, 0, 0, 65, 0, 0, 0, 0]
    #expect(code { try part.put(slot) } == .invalidArgument)
    try part.put(packed)
    try part.finish()
    try makeStore(at: folder("only"), [samples[1]])
    try expectSame(folder("only"), folder("db"))
  }

  @Test func aFolderInUseIsLeftAlone() throws {
    try makeStore(at: folder("db"))
    #expect(code { _ = try StorePart(at: folder("db")) } == .invalidArgument)
    #expect(code { _ = try StorePart(at: folder("no/such")) } == .missing)
    #expect(try StoreReader(at: folder("db")).counts().documents == 5)
  }

  @Test func anUnfinishedPartIsNoDatabase() throws {
    do {
      let part = try StorePart(at: folder("db"))
      var document = try samples[0].packed()
      try part.put(&document)
    }
    #expect(code { _ = try StoreReader(at: folder("db")) } == .missing)
  }

  /// Data, values and terms of odd sizes and bytes, some repeated, some boolean, some empty.
  private func randomDocument(
    terms: Int, _ random: inout RandomArticles
  ) throws -> PackedDocument {
    var document = PackedDocument()
    func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
    func bytes(_ lengths: ClosedRange<Int>) -> [UInt8] {
      let high: UInt8 = oneIn(3) ? 255 : 2
      return (0..<Int.random(in: lengths, using: &random)).map { _ in
        UInt8.random(in: 0...high, using: &random)
      }
    }
    try document.start(data: oneIn(5) ? [] : bytes(oneIn(200) ? 0...50_000 : 0...300))
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let slot = oneIn(20) ? UInt32.random(in: 0...100_000, using: &random) : oneIn(2) ? 0 : 3
      try document.addValue(slot: slot, bytes(oneIn(300) ? 0...5_000 : 0...40))
    }
    guard terms > 0 else { return document }
    for _ in 0..<Int.random(in: 0...terms, using: &random) {
      let number = Int.random(in: 0..<3_000, using: &random)
      var term = Array("P\(number * number / 9_000)".utf8)
      if oneIn(5) { term = [120] }
      if oneIn(10) { term = bytes(1...12) }
      if oneIn(100) { term = bytes(1...122) }
      if oneIn(20) {
        try document.addBooleanTerm(term)
      } else {
        try document.addTerm(term, wdf: oneIn(50) ? .max : .random(in: 0...4, using: &random))
      }
    }
    return document
  }

  /// Compares all that a reader gives, and asks Xapian's checker about the second.
  private func expectSame(_ expected: FilePath, _ actual: FilePath) throws {
    #expect(try StoreMaintenance.check(actual).errors == 0)
    let (left, right) = (try StoreReader(at: expected), try StoreReader(at: actual))
    let counts = try left.counts()
    #expect(try right.counts() == counts)
    let terms = try left.allTerms(prefix: [])
    #expect(try terms.elementsEqual(right.allTerms(prefix: []), by: ==))
    for id in stride(from: 1, through: counts.lastID, by: counts.lastID > 5_000 ? 97 : 1) {
      #expect(try right.data(of: id) == left.data(of: id))
      #expect(try right.terms(of: id) == left.terms(of: id))
    }
    for slot: UInt32 in [0, 3] {
      #expect(try values(left, slot) == values(right, slot))
    }
    // Weights depend on wdf, lengths, and the counts of the whole.
    var options = SearchOptions()
    (options.limit, options.checkAtLeast) = (counts.documents, counts.documents)
    for (term, _) in terms.enumerated().filter({ $0.offset % 17 == 0 }).map(\.element) {
      var query = QueryProgram()
      try query.term(term)
      #expect(try right.search(query, options) == left.search(query, options))
    }
  }

  private func values(_ reader: StoreReader, _ slot: UInt32) throws -> [UInt32: [UInt8]] {
    var values: [UInt32: [UInt8]] = [:]
    try reader.forEachValue(slot: slot) { values[$0] = [UInt8]($1) }
    return values
  }
}

extension StorePart {
  /// Puts a document that is packed already, well or not.
  fileprivate func put(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBufferPointer { try put(packed: $0) }
  }
}
