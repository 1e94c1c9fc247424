import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// A generation holds what a database that Xapian wrote itself holds, to the last number.
struct GenerationWriterTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// How many documents of which seed, and at most how many terms in one.
  static let cases: [(documents: Int, terms: Int, seed: UInt64)] = [
    (0, 0, 1), (1, 0, 2), (1, 40, 3), (300, 120, 4),
    // Lists of postings of many chunks, ids of three bytes.
    (16_000, 3, 5),
    // Branches of the table above its leaves.
    (400, 900, 6),
  ]

  /// Three nights: a first generation, changes, the gaps filled. Each is written by ourselves and by
  /// Xapian, from the same sources.
  @Test(arguments: cases)
  func holdsWhatXapianWrites(_ example: (documents: Int, terms: Int, seed: UInt64)) throws {
    var random = RandomArticles(seed: example.seed)
    var writer = GenerationWriter()
    writer.metadata = ["schema": [52], "empty": [], "long": [UInt8](repeating: 7, count: 9_000)]
    for part in 0..<3 {
      let count = part == 1 ? example.documents / 2 : example.documents / 4
      writer.runs.append(try randomRun("first-\(part)", count, example.terms, &random))
    }
    try writeBoth(writer, "first")

    let last = try StoreReader(at: folder("first-own")).counts().lastID
    writer = GenerationWriter()
    if last > 0 {
      for _ in 0..<max(1, last / 20) {
        writer.removed.insert(.random(in: 1...last, using: &random))
      }
      for _ in 0..<max(1, last / 15) {
        let value = oneIn(4, &random) ? [] : bytes(0...30, &random)
        writer.values[oneIn(9, &random) ? 50 : 3, default: [:]][
          .random(in: 1...last, using: &random)] =
          value
      }
    }
    writer.runs = [try randomRun("second", example.documents / 9, example.terms, &random)]
    try writeBoth(writer, "second", after: "first")

    writer = GenerationWriter()
    writer.renumbers = true
    try writeBoth(writer, "third", after: "second")
    #expect(
      try StoreReader(at: folder("third-own")).counts().lastID
        == StoreReader(at: folder("second-own")).counts().documents)
  }

  private func writeBoth(_ writer: GenerationWriter, _ name: String, after before: String? = nil)
    throws
  {
    for (suffix, tables) in [("own", GenerationWriter.Tables.own), ("xapian", .xapian)] {
      var writer = writer
      writer.tables = tables
      writer.previous = before.map { folder("\($0)-\(suffix)") }
      try writer.write(to: folder("\(name)-\(suffix)"))
    }
    try expectSame(folder("\(name)-xapian"), folder("\(name)-own"))
  }

  /// Before the first generation of a process, this is asked of a small one.
  @Test func theProbeAgrees() throws {
    #expect(try TableProbe.compared(in: folder("probe")) == .own)
    #expect(try TableProbe.tables(in: folder("again")) == .own)
  }

  /// Where the library at hand reads anything else out of our tables than what they were made of, it
  /// writes.
  @Test(arguments: ["0", "1"], OtherFormat.all)
  func theProbeDisagrees(generation: String, format: OtherFormat) throws {
    let tables = try TableProbe.compared(in: folder("probe")) { path throws(IndexError) in
      guard path.lastComponent?.string == generation else { return }
      format.change(path)
    }
    #expect(tables == .xapian)
    #expect(!FileManager.default.fileExists(atPath: folder("probe").string))
  }

  /// The disk's errors say nothing of the format.
  @Test func theProbeNeedsItsFolder() throws {
    #expect(code { _ = try TableProbe.compared(in: folder("no/such/probe")) } == .missing)
  }

  /// How a library with another format would see a generation of ours.
  struct OtherFormat: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var change: @Sendable (FilePath) -> Void

    private static func damaging(
      _ table: String, _ change: @escaping @Sendable (inout [UInt8]) -> Void
    ) -> Self {
      Self(testDescription: "another \(table)") { path in
        try? damage(path.appending(table), change)
      }
    }

    static let all = [
      damaging("iamglass") { $0[13] = 9 },
      damaging("postlist.glass") { bytes in
        for place in stride(from: 0, to: bytes.count, by: 500) { bytes[place] ^= 1 }
      },
      damaging("docdata.glass") { $0.removeLast($0.count / 2) },
      Self(testDescription: "another document") { path in
        var writer = GenerationWriter()
        writer.previous = path
        writer.metadata = ["probe": Array(path.lastComponent?.string.utf8 ?? "".utf8)]
        writer.values = [0: [7: [1]]]
        let other = path.removingLastComponent().appending("other")
        try? writer.write(to: other)
        try? FileManager.default.removeItem(atPath: path.string)
        try? FileManager.default.moveItem(atPath: other.string, toPath: path.string)
      },
    ]
  }

  /// What another writer has left is read as well as what our own has.
  @Test func eitherGoesOnFromTheOther() throws {
    var random = RandomArticles(seed: 8)
    var writer = GenerationWriter()
    writer.runs = [try randomRun("run", 200, 50, &random)]
    writer.tables = .xapian
    try writer.write(to: folder("xapian"))
    writer.tables = .own
    try writer.write(to: folder("own"))
    var next = GenerationWriter()
    (next.previous, next.removed) = (folder("xapian"), [3, 50, 199])
    try next.write(to: folder("own-after-xapian"))
    (next.previous, next.tables) = (folder("own"), .xapian)
    try next.write(to: folder("xapian-after-own"))
    try expectSame(folder("xapian-after-own"), folder("own-after-xapian"))
  }

  @Test func whatIsRefusedLeavesTheRun() throws {
    var run = PostingRun()
    for term in [[], [0x61, 0], [UInt8](repeating: 65, count: 246)] as [[UInt8]] {
      #expect(code { try run.add(term, wdf: 1) } == .invalidArgument)
    }
    try run.add("lạc".utf8, wdf: 2)
    run.forgetDocument()
    try run.put(samples[1])
    try makeStore(at: folder("db"), run)
    try makeStore(at: folder("only"), [samples[1]])
    try expectSame(folder("only"), folder("db"))
  }

  /// A run that is cut off is noticed, wherever it is cut.
  @Test func aDamagedRunIsNoGeneration() throws {
    var run = PostingRun()
    for sample in samples { try run.put(sample) }
    try run.write(to: folder("run"))
    let whole = try FileReading.bytes(of: folder("run"), size: 1000, limit: 100_000)
    for count in 0..<whole.count {
      let path = try folder.write(Array(whole.prefix(count)), to: folder("cut-\(count)"))
      var writer = GenerationWriter()
      writer.runs = [path]
      #expect(code { try writer.write(to: folder("db-\(count)")) } == .corrupt, "\(count)")
      #expect(code { _ = try StoreReader(at: folder("db-\(count)")) } == .missing, "\(count)")
    }
  }

  /// A generation before that is damaged ends in an error, or is copied as it is; it costs no crash.
  @Test func aDamagedGenerationBefore() throws {
    var random = RandomArticles(seed: 9)
    var writer = GenerationWriter()
    writer.runs = [try randomRun("run", 300, 60, &random)]
    try writer.write(to: folder("sound"))
    for round in 0..<60 {
      let path = folder("damaged-\(round)")
      try FileManager.default.copyItem(atPath: folder("sound").string, toPath: path.string)
      let table = path.appending(["postlist", "docdata"][round % 2] + ".glass")
      try damage(table) { bytes in
        for _ in 0..<Int.random(in: 1...30, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
            in: 0...255, using: &random)
        }
        if round % 7 == 0 { bytes.removeLast(bytes.count / 3) }
      }
      var next = GenerationWriter()
      (next.previous, next.removed) = (path, [7])
      let error = code { try next.write(to: folder("next-\(round)")) }
      #expect([nil, .corrupt, .other, .invalidArgument].contains(error), "\(round)")
    }
  }

  @Test func aFolderInUseIsLeftAlone() throws {
    try makeStore(at: folder("db"))
    let writer = GenerationWriter()
    #expect(code { try writer.write(to: folder("db")) } == .invalidArgument)
    #expect(code { try writer.write(to: folder("no/such")) } == .missing)
    #expect(try StoreReader(at: folder("db")).counts().documents == 5)
    var next = GenerationWriter()
    for removed: Set<UInt32> in [[0], [6]] {
      (next.previous, next.removed) = (folder("db"), removed)
      #expect(code { try next.write(to: folder("next")) } == .invalidArgument)
    }
  }

  @Test(arguments: [GenerationWriter.Tables.own, .xapian])
  func stopsWhenAsked(_ tables: GenerationWriter.Tables) throws {
    var random = RandomArticles(seed: 10)
    var writer = GenerationWriter()
    writer.runs = [try randomRun("run", 6_000, 3, &random)]
    (writer.tables, writer.shouldStop) = (tables, { true })
    #expect(code { try writer.write(to: folder("db")) } == .interrupted)
  }

  private func oneIn(_ count: Int, _ random: inout RandomArticles) -> Bool {
    Int.random(in: 0..<count, using: &random) == 0
  }

  private func bytes(
    _ lengths: ClosedRange<Int>, from least: UInt8 = 0, _ random: inout RandomArticles
  ) -> [UInt8] {
    let high: UInt8 = oneIn(3, &random) ? 255 : 2
    return (0..<Int.random(in: lengths, using: &random)).map { _ in
      UInt8.random(in: least...high, using: &random)
    }
  }

  /// A run of documents of odd data, values and terms, some repeated, some without weight, some empty,
  /// and pairs of neighbours.
  private func randomRun(
    _ name: String, _ documents: Int, _ terms: Int, _ random: inout RandomArticles
  ) throws -> FilePath {
    var run = PostingRun()
    for _ in 0..<documents {
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let slot =
          oneIn(20, &random) ? UInt32.random(in: 0...63, using: &random) : oneIn(2, &random) ? 0 : 3
        run.setValue(bytes(oneIn(300, &random) ? 0...5_000 : 0...40, &random), slot: slot)
      }
      for _ in 0..<(terms == 0 ? 0 : Int.random(in: 0...terms, using: &random)) {
        let number = Int.random(in: 0..<3_000, using: &random)
        var term = Array("t\(number * number / 9_000)".utf8)
        if oneIn(5, &random) { term = [120] }
        if oneIn(10, &random) { term = bytes(1...12, from: 1, &random) }
        if oneIn(100, &random) { term = bytes(1...122, from: 1, &random) }
        if term.first == PostingRun.pairLetter { term = [81] + term }
        let wdf: UInt32 = oneIn(50, &random) ? 70_000 : .random(in: 0...4, using: &random)
        try run.add(term, wdf: oneIn(20, &random) ? 0 : wdf)
      }
      let tokens = (0..<min(terms, 40)).map { _ in
        let word = Array("w\(Int.random(in: 0..<90, using: &random))".utf8)
        return PostingRun.CountedToken(
          folded: word.withUnsafeBufferPointer { run.number(of: $0) }, exact: 0,
          isPaired: !oneIn(5, &random))
      }
      _ = tokens.withUnsafeBufferPointer {
        run.count($0, after: nil, weight: oneIn(9, &random) ? 3 : 1)
      }
      try run.finishDocument(
        data: oneIn(5, &random) ? [] : bytes(oneIn(200, &random) ? 0...50_000 : 0...300, &random))
    }
    let path = folder("\(name).run")
    try run.write(to: path)
    return path
  }

  /// Compares all that a reader gives, and asks Xapian's checker about the second.
  private func expectSame(_ expected: FilePath, _ actual: FilePath) throws {
    let check = try StoreMaintenance.check(actual)
    #expect(check.errors == 0, "\(check.report)")
    let (left, right) = (try StoreReader(at: expected), try StoreReader(at: actual))
    let counts = try left.counts()
    #expect(try right.counts() == counts)
    for key in ["schema", "empty", "long"] {
      #expect(try right.metadata(key) == left.metadata(key))
    }
    let terms = try left.allTerms(prefix: [])
    #expect(try terms.elementsEqual(right.allTerms(prefix: []), by: ==))
    var ids: [UInt32] = []
    for id in stride(from: 1, through: counts.lastID, by: counts.lastID > 5_000 ? 97 : 1) {
      let data = try? left.data(of: id)
      #expect((try? right.data(of: id)) == data)
      if data != nil { ids.append(id) }
    }
    #expect(try left.lengths(of: ids) == right.lengths(of: ids))
    for (term, _) in terms {
      for onlyPresence in [false, true] {
        #expect(
          try left.occurrences(of: [term], in: ids, onlyPresence: onlyPresence)
            == right.occurrences(of: [term], in: ids, onlyPresence: onlyPresence))
      }
    }
    for slot in Array(UInt32(0)...63) {
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
