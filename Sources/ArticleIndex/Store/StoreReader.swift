internal import CXapian
package import SystemPackage

/// The size of a database.
package struct StoreCounts: Sendable, Equatable {
  /// How many documents it holds.
  package var documents: UInt32
  /// The highest document id ever used.
  package var lastID: UInt32
  /// The sum of the wdf of a document's terms, on average.
  package var averageLength: Double
  /// How many databases are behind the reader.
  package var shards: UInt32
  /// Whether a server has one of them.
  package var hasRemote: Bool

  /// Whether ``QueryProgram/documents(_:)`` can be answered.
  package var allowsDocumentSets: Bool { shards == 1 && !hasRemote }
}

/// A database, or several as one, open for reading.
///
/// Generations never change, so neither does what it reads. A database that another program changes is
/// read as it was when it was opened, until that throws ``IndexError/Code/modified``: open it again.
///
/// Not Sendable: one thread at a time. Several readers of one database are independent.
package final class StoreReader {
  let handle: OpaquePointer
  /// What has to live as long as the reader.
  package var keepAlive: [AnyObject] = []
  /// What errors are about.
  let path: FilePath
  /// For single results, which are copied out at once. Streams have a buffer of their own, so that
  /// their bodies may call the reader.
  private var buffer = StoreBuffer()
  /// By database; nil for texts that were compressed without a dictionary.
  private var decompressors: [UInt32?: TextDecompressor] = [:]

  /// Opens a database folder, or a database in a single file; never a stub, which may have a program
  /// started.
  ///
  /// - Throws: ``IndexError`` with `missing` if there is nothing to open; `notAnIndex` for something
  ///   else than a database; or what the files say.
  package convenience init(at path: FilePath) throws(IndexError) {
    try self.init([.local(path)], subject: path)
  }

  /// Opens databases as one, in their order.
  ///
  /// - Throws: as ``init(at:)``; `network` if a server does not answer; `invalidArgument` for none.
  package init(_ places: [StorePlace], subject: FilePath) throws(IndexError) {
    let names = places.map { place in
      switch place {
      case .local(let path): path.nulTerminated
      case .server(let address): Array(address.host.utf8CString)
      }
    }
    var handle: OpaquePointer?
    try callStore(subject.string) { failure in
      withUnsafeAddresses(of: names) { names in
        let places = zip(names, places).map { name, place in
          if case .server(let address) = place { return cx_place(name: name, port: address.port) }
          return cx_place(name: name, port: 0)
        }
        return cx_reader_open(places, places.count, &handle, failure)
      }
    }
    guard let handle else {
      throw IndexError(.store(.other, detail: "no handle"), subject: subject.string)
    }
    self.handle = handle
    path = subject
  }

  deinit {
    cx_reader_close(handle)
  }

  /// How much is in the database.
  package func counts() throws(IndexError) -> StoreCounts {
    var counts = cx_counts()
    try callStore(path.string) { cx_reader_counts(handle, &counts, $0) }
    return StoreCounts(
      documents: counts.documents, lastID: counts.last_id, averageLength: counts.average_length,
      shards: counts.shards, hasRemote: counts.has_remote != 0)
  }

  /// A metadata entry, empty if there is none.
  ///
  /// - Parameter shard: which of the databases, from 0.
  package func metadata(_ key: String, shard: UInt32 = 0) throws(IndexError) -> [UInt8] {
    try copy { out, failure in
      withBytes(of: key.utf8) { key in
        withUnsafeAddress(of: key) {
          cx_reader_metadata(handle, shard, $0, key.count, out, failure)
        }
      }
    }
  }

  /// What the texts of a database are compressed with.
  ///
  /// - Parameter shard: which of the databases, from 0.
  package func dictionary(shard: UInt32 = 0) throws(IndexError) -> TextDictionary {
    TextDictionary(bytes: try metadata(Schema.Metadata.dictionary, shard: shard))
  }

  /// How many documents hold each of the terms, in the order of the terms.
  ///
  /// - Throws: ``IndexError/Code/invalidArgument`` for a term no database can hold.
  package func frequencies<Term: Collection<UInt8>>(
    _ terms: some Collection<Term>
  ) throws(IndexError) -> [UInt32] {
    var packed: [UInt8] = []
    for term in terms {
      try appendTerm(term, to: &packed)
    }
    guard !packed.isEmpty else { return [] }
    var frequencies = [UInt32](repeating: 0, count: terms.count)
    try callStore(path.string) { failure in
      packed.withUnsafeBufferPointer { packed in
        frequencies.withUnsafeMutableBufferPointer { frequencies in
          guard let start = packed.baseAddress, let out = frequencies.baseAddress else {
            return .CX_OK
          }
          return cx_reader_frequencies(
            handle, start, packed.count, frequencies.count, out, failure)
        }
      }
    }
    return frequencies
  }

  /// The lowest id of a document with the term, nil if there is none.
  ///
  /// - Throws: ``IndexError/Code/invalidArgument`` for a term no database can hold.
  package func find(_ term: some Collection<UInt8>) throws(IndexError) -> UInt32? {
    var id: UInt32 = 0
    try callStore(path.string) { failure in
      withBytes(of: term) { term in
        withUnsafeAddress(of: term) { cx_reader_find(handle, $0, term.count, &id, failure) }
      }
    }
    return id == 0 ? nil : id
  }

  /// The stored data of a document, no longer compressed.
  ///
  /// - Throws: ``IndexError`` with `missing` if there is no document of that id; `corrupt` if what is
  ///   compressed cannot be read.
  package func data(of id: UInt32) throws(IndexError) -> [UInt8] {
    let stored = try copy { cx_reader_data(handle, id, $0, $1) }
    guard stored.withUnsafeBytes({ TextDecompressor.isCompressed($0) }) else { return stored }
    let decompressor = try decompressor(of: id, stored)
    guard let data = stored.withUnsafeBytes({ decompressor.decompress($0) }) else {
      throw IndexError(.unreadableArticle, subject: "document \(id)")
    }
    return data
  }

  /// What reads the texts of the database that holds a document.
  private func decompressor(
    of id: UInt32, _ stored: [UInt8]
  ) throws(IndexError) -> TextDecompressor {
    // Documents of several databases are numbered in turn. Without a dictionary one serves all.
    let needsDictionary = stored.withUnsafeBytes { TextDecompressor.needsDictionary($0) }
    let shard = needsDictionary ? (id - 1) % max(1, try counts().shards) : nil
    if let known = decompressors[shard] { return known }
    let dictionary: TextDictionary =
      if let shard { try dictionary(shard: shard) } else { .none }
    let made = TextDecompressor(dictionary)
    decompressors[shard] = made
    return made
  }

  /// A value of a document, empty if it has none in the slot; ``IndexError/Code/missing`` if there
  /// is no document of that id.
  package func value(of id: UInt32, slot: UInt32) throws(IndexError) -> [UInt8] {
    try copy { cx_reader_value(handle, id, slot, $0, $1) }
  }

  private func copy(
    _ call: (UnsafeMutablePointer<cx_bytes>, UnsafeMutablePointer<cx_failure>) -> cx_status
  ) throws(IndexError) -> [UInt8] {
    try buffer.fill(path.string, call)
    return [UInt8](buffer.contents)
  }
}
