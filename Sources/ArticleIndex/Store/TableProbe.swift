import ArticleReading
import Synchronization
package import SystemPackage

/// Whether the tables written here are those that the Xapian library at hand writes.
///
/// The format belongs to that library, and another version may have another one. So before the first
/// generation of a process, a small one is written in both ways and compared through Xapian's own
/// interface.
package enum TableProbe {
  private static let known = Mutex<GenerationWriter.Tables?>(nil)

  /// Who is to write the tables; found out once in a process.
  ///
  /// - Parameter place: a folder that is not there, to be made and removed again.
  /// - Throws: what the system says of the disk.
  package static func tables(in place: FilePath) throws(IndexError) -> GenerationWriter.Tables {
    if let known = known.withLock({ $0 }) { return known }
    defer { removeTree(place) }
    let tables: GenerationWriter.Tables
    do {
      tables = try agree(in: place) ? .own : .xapian
    } catch {
      // What cannot be opened or read is another format; the disk's errors are not.
      switch error.code {
      case .corrupt, .notAnIndex, .unsupported: tables = .xapian
      default: throw error
      }
    }
    known.withLock { $0 = tables }
    return tables
  }

  /// Documents of the probe: some lists of postings have several chunks.
  private static let documents = 1200

  /// Writes two generations, the second from the first, in both ways.
  static func agree(in folder: FilePath) throws(IndexError) -> Bool {
    guard folder.withPlatformString({ makeFolder($0) }) else {
      throw IndexError(.system(.make, lastErrno()), subject: folder.string)
    }
    let runs = [folder.appending("run-0"), folder.appending("run-1")]
    for (place, path) in runs.enumerated() { try run(of: place).write(to: path) }
    for step in 0..<2 {
      var readers: [StoreReader] = []
      for tables in [GenerationWriter.Tables.own, .xapian] {
        var writer = GenerationWriter()
        writer.tables = tables
        writer.runs = [runs[step]]
        writer.metadata = ["probe": Array("\(step)".utf8)]
        if step == 1 {
          writer.previous = folder.appending("0-\(tables)")
          writer.removed = [3, 700]
          writer.values = [1: [5: [0xFF], 9: []]]
        }
        let path = folder.appending("\(step)-\(tables)")
        try writer.write(to: path)
        readers.append(try StoreReader(at: path))
      }
      guard try isSame(readers[0], readers[1]) else { return false }
      guard try StoreMaintenance.check(folder.appending("\(step)-own")).errors == 0 else {
        return false
      }
    }
    return true
  }

  private static func run(of place: Int) throws(IndexError) -> PostingRun {
    var run = PostingRun()
    for number in 0..<(place == 0 ? documents : 10) {
      run.setValue("\(number % 100)".utf8, slot: 0)
      if number % 3 == 0 { run.setValue([UInt8](repeating: 1, count: number % 50 + 1), slot: 1) }
      try run.add("all".utf8, wdf: UInt32(number % 5))
      try run.add("n\(number)".utf8, wdf: 1)
      try run.add("third \(number % 3)".utf8, wdf: UInt32(number))
      // Some are longer than an item of a table; most have none, as Xapian compresses slowly.
      try run.finishDocument(
        data: [UInt8](repeating: 0x20, count: number % 60 == 0 ? number * 9 : 0))
    }
    return run
  }

  private static func isSame(_ left: StoreReader, _ right: StoreReader) throws(IndexError) -> Bool {
    let counts = try left.counts()
    guard try counts == right.counts(), try left.metadata("probe") == right.metadata("probe") else {
      return false
    }
    let terms = try left.allTerms(prefix: [])
    let others = try right.allTerms(prefix: [])
    guard terms.elementsEqual(others, by: ==) else { return false }
    for slot: UInt32 in 0...1 {
      guard try values(left, slot) == values(right, slot) else { return false }
    }
    // Every document has a value there.
    let ids = try values(left, 0).keys.sorted()
    guard ids.count == Int(counts.documents), try left.lengths(of: ids) == right.lengths(of: ids)
    else { return false }
    // The lists of one document each are compared by their frequencies and lengths.
    for (term, _) in terms where !term.starts(with: "n".utf8) {
      let (own, other) = try (
        left.occurrences(of: [term], in: ids), right.occurrences(of: [term], in: ids)
      )
      guard own == other else { return false }
    }
    for id in ids where id % 60 == 1 {
      guard try left.data(of: id) == right.data(of: id) else { return false }
    }
    return true
  }

  private static func values(
    _ reader: StoreReader, _ slot: UInt32
  ) throws(IndexError) -> [UInt32: [UInt8]] {
    var values: [UInt32: [UInt8]] = [:]
    try reader.forEachValue(slot: slot) { values[$0] = [UInt8]($1) }
    return values
  }
}
