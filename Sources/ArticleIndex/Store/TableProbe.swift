import ArticleReading
import Synchronization
package import SystemPackage

/// Whether the tables written here are those that the Xapian library at hand reads.
///
/// The format belongs to that library, and another version may have another one. So before the first
/// generation of a process, a small one is written, and what Xapian finds in it compared with what it was
/// made of.
package enum TableProbe {
  private static let known = Mutex<GenerationWriter.Tables?>(nil)

  /// Who is to write the tables; found out once in a process.
  ///
  /// - Parameter place: a folder that is not there, to be made and removed again.
  /// - Throws: what the system says of the disk.
  package static func tables(in place: FilePath) throws(IndexError) -> GenerationWriter.Tables {
    if let known = known.withLock({ $0 }) { return known }
    let tables = try compared(in: place)
    known.withLock { $0 = tables }
    return tables
  }

  /// The same, compared again.
  ///
  /// - Parameter change: what becomes of a generation of ours before it is read; tests stand in for
  ///   another library so.
  static func compared(
    in place: FilePath, change: (FilePath) throws(IndexError) -> Void = { _ in }
  ) throws(IndexError) -> GenerationWriter.Tables {
    defer { removeTree(place) }
    return try isRead(in: place, change) ? .own : .xapian
  }

  /// A document of the probe, by the number it has in its run.
  private struct Document {
    var terms: [String: UInt32]
    var values: [UInt32: [UInt8]]
    var data: [UInt8]

    init(_ number: Int) {
      terms = ["all": UInt32(number % 5), "n\(number)": 1, "third \(number % 3)": UInt32(number)]
      values = [0: Array("\(number % 100)".utf8)]
      if number % 3 == 0 { values[1] = [UInt8](repeating: 1, count: number % 50 + 1) }
      // Some are longer than an item of a table.
      data = [UInt8](repeating: 0x20, count: number % 60 == 0 ? number * 9 : 0)
    }

    var length: UInt32 { terms.values.reduce(0, +) }
  }

  /// Documents of the probe: some lists of postings have several chunks.
  private static let documents = 1200
  /// Documents that are added to them.
  private static let added = 10

  /// Writes two generations, the second from the first, and reads both.
  private static func isRead(
    in folder: FilePath, _ change: (FilePath) throws(IndexError) -> Void
  ) throws(IndexError) -> Bool {
    guard folder.withPlatformString({ makeFolder($0, isPrivate: true) }) else {
      throw IndexError(.system(.make, lastErrno()), subject: folder.string)
    }
    var writer = GenerationWriter()
    var expected: [UInt32: Document] = [:]
    for (step, count) in [documents, added].enumerated() {
      var run = PostingRun()
      for number in 0..<count {
        try put(Document(number), in: &run)
        expected[UInt32((step == 0 ? 0 : documents) + number + 1)] = Document(number)
      }
      writer.runs = [folder.appending("run-\(step)")]
      writer.metadata = ["probe": Array("\(step)".utf8)]
      try run.write(to: writer.runs[0])
      if step == 1 {
        writer.removed = [3, 700]
        for id in writer.removed { expected[id] = nil }
        writer.values = [1: [5: [0xFF], 10: []]]
        expected[5]?.values[1] = [0xFF]
        expected[10]?.values[1] = nil
      }
      let path = folder.appending("\(step)")
      try writer.write(to: path)
      try change(path)
      guard try holds(path, writer.metadata, expected) else { return false }
      writer.previous = path
    }
    return true
  }

  /// Whether a generation can be read and is what is expected.
  private static func holds(
    _ path: FilePath, _ metadata: [String: [UInt8]], _ expected: [UInt32: Document]
  ) throws(IndexError) -> Bool {
    do {
      let reader = try StoreReader(at: path)
      for (key, value) in metadata {
        guard try reader.metadata(key) == value else { return false }
      }
      guard try holds(reader, expected) else { return false }
      return try StoreMaintenance.check(path).errors == 0
    } catch {
      // The disk's errors say nothing of the format; any other one does, as nobody else writes there.
      switch error.code {
      case .diskFull, .inputOutput, .permission, .interrupted: throw error
      default: return false
      }
    }
  }

  private static func put(_ document: Document, in run: inout PostingRun) throws(IndexError) {
    for (slot, value) in document.values { run.setValue(value, slot: slot) }
    for (term, wdf) in document.terms { try run.add(term.utf8, wdf: wdf) }
    try run.finishDocument(data: document.data)
  }

  private static func holds(
    _ reader: StoreReader, _ documents: [UInt32: Document]
  ) throws(IndexError) -> Bool {
    let ids = documents.keys.sorted()
    let lengths = ids.map { documents[$0]?.length ?? 0 }
    let counts = try reader.counts()
    guard Int(counts.documents) == ids.count, counts.lastID == ids.last,
      counts.averageLength == Double(lengths.reduce(0, +)) / Double(ids.count),
      try reader.lengths(of: ids) == lengths
    else { return false }
    var lists: [String: [UInt32: UInt32]] = [:]
    var values: [UInt32: [UInt32: [UInt8]]] = [:]
    for (id, document) in documents {
      for (term, wdf) in document.terms { lists[term, default: [:]][id] = wdf }
      for (slot, value) in document.values { values[slot, default: [:]][id] = value }
    }
    let terms = try reader.allTerms(prefix: [])
    guard terms.count == lists.count else { return false }
    for (term, frequency) in terms {
      guard let list = lists[String(decoding: term, as: UTF8.self)], list.count == Int(frequency)
      else {
        return false
      }
      // The lists of one document each are compared by their frequencies and lengths.
      guard frequency > 2 else { continue }
      let expected = ids.map { list[$0] ?? 0 }
      guard try reader.occurrences(of: [term], in: ids) == expected else { return false }
    }
    for (slot, expected) in values {
      var found: [UInt32: [UInt8]] = [:]
      try reader.forEachValue(slot: slot) { found[$0] = [UInt8]($1) }
      guard found == expected else { return false }
    }
    for (id, document) in documents where !document.data.isEmpty {
      guard try reader.data(of: id) == document.data else { return false }
    }
    return true
  }
}
