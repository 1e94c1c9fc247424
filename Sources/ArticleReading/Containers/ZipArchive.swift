import CLibArchive

/// The members of a zip archive, one after the other, by libarchive; nothing is ever written to disk.
///
/// Names are only compared and kept, and what a member unpacks to is bounded, as is what all of them
/// do. libarchive gives an archive up where a member is damaged: then it is opened anew behind that
/// member. One thread at a time.
final class ZipArchive {
  /// The most members an archive may have: libarchive keeps a record of each.
  static let maximumMembers = 500_000
  /// After so many damaged members the rest is given up: each costs a pass over the members before.
  static let maximumDamage = 100

  /// A member that was come to.
  struct Entry {
    /// The path in the archive, `/` between its parts.
    let name: String
    let isEncrypted: Bool
    /// Whether it is packed as zip files usually are.
    let isUsual: Bool
  }

  /// The archive's own bytes; those of one that is itself compressed lie in memory.
  private let stream: ByteStream
  private let budget: ExpansionBudget
  private var archive: OpaquePointer
  /// Members that were come to.
  private var passed = 0
  private var damaged = 0

  /// - Parameter limit: the most bytes of an archive that is itself compressed.
  init(_ stream: ByteStream, budget: ExpansionBudget?, limit: Int) throws(ReadingError) {
    let raw =
      stream.isCompressed
      ? try ByteStream(stream.rest(limit: limit), isCompressed: false) : stream
    self.stream = raw
    self.budget = budget ?? ExpansionBudget(size: raw.rawCount)
    try Self.requireFewMembers(raw)
    archive = try Self.open(raw)
  }

  private init(_ stream: ByteStream, _ budget: ExpansionBudget) throws(ReadingError) {
    (self.stream, self.budget) = (stream, budget)
    archive = try Self.open(stream)
  }

  deinit { archive_read_free(archive) }

  /// The same archive from its beginning.
  func again() throws(ReadingError) -> ZipArchive { try ZipArchive(stream, budget) }

  /// The next member; nil at the end.
  func next() throws(ReadingError) -> Entry? {
    while true {
      var entry: OpaquePointer?
      var path: UnsafePointer<CChar>?
      switch archive_next_named(archive, &entry, &path) {
      case ARCHIVE_EOF: return nil
      case ARCHIVE_OK, ARCHIVE_WARN: break
      default: throw ZipEntryReader.damaged(archive)
      }
      passed += 1
      let name = path.map { String(cString: $0) } ?? "\(passed)"
      guard let entry, !name.hasSuffix("/") else { continue }
      return Entry(
        name: name, isEncrypted: archive_entry_is_data_encrypted(entry) != 0,
        isUsual: ZipEntryReader.isUsual(archive))
    }
  }

  /// The content of the member that was come to last.
  ///
  /// - Throws: ``ReadingError`` if it is damaged or too large; the next one can be read all the same.
  func content(of entry: Entry, limit: Int) throws(ReadingError) -> [UInt8] {
    guard !entry.isEncrypted else { throw ReadingError(.encrypted) }
    // The other methods zip knows may ask for gigabytes before they unpack a byte.
    guard entry.isUsual else { throw ReadingError(.unusualPacking(name: entry.name)) }
    var bytes: [UInt8] = []
    while true {
      var block: UnsafeRawPointer?
      var size = 0
      var offset: Int64 = 0
      let status = archive_read_data_block(archive, &block, &size, &offset)
      if status == ARCHIVE_EOF { return bytes }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN else {
        let error = ZipEntryReader.damaged(archive)
        if status == ARCHIVE_FATAL { try reopen(after: error) }
        throw error
      }
      try budget.spend(size)
      guard bytes.count + size <= limit else {
        throw ReadingError(.partTooLarge(name: entry.name, limit: limit))
      }
      if let block { bytes += UnsafeRawBufferPointer(start: block, count: size) }
    }
  }

  /// Whether all that may be unpacked was.
  private(set) var isLost = false

  private func reopen(after error: ReadingError) throws(ReadingError) {
    damaged += 1
    guard damaged <= Self.maximumDamage, let again = try? Self.open(stream) else {
      isLost = true
      throw error
    }
    archive_read_free(archive)
    archive = again
    for _ in 0..<passed {
      var entry: OpaquePointer?
      let status = archive_read_next_header(archive, &entry)
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN else {
        isLost = true
        throw error
      }
    }
  }

  private static func open(_ stream: ByteStream) throws(ReadingError) -> OpaquePointer {
    guard let archive = archive_read_new() else { throw CompressedFile.noArchive }
    archive_read_support_format_zip_seekable(archive)
    guard stream.open(archive) == ARCHIVE_OK else {
      let error = ZipEntryReader.damaged(archive)
      archive_read_free(archive)
      throw error
    }
    return archive
  }

  /// Counts the records of the central directory, by their signature, before libarchive keeps each.
  private static func requireFewMembers(_ stream: ByteStream) throws(ReadingError) {
    var counter = SignatureCounter()
    var start: [UInt8] = []
    while try stream.refill() {
      if start.isEmpty { start = Array(stream.window.prefix(2)) }
      counter.count(stream.window)
    }
    guard start == [0x50, 0x4B] else {
      throw ReadingError(start.isEmpty ? .emptyFile : .wrongFormat(.zip))
    }
    guard counter.found <= maximumMembers else {
      throw ReadingError(.tooManyParts(limit: maximumMembers))
    }
  }
}

/// Counts `PK\1\2` in bytes that come piece by piece.
private struct SignatureCounter {
  private static let signature: [UInt8] = [0x50, 0x4B, 1, 2]
  private var matched = 0
  private(set) var found = 0

  mutating func count(_ bytes: UnsafeRawBufferPointer) {
    for byte in bytes {
      if byte == Self.signature[matched] {
        matched += 1
        if matched == Self.signature.count { (matched, found) = (0, found + 1) }
      } else {
        matched = byte == Self.signature[0] ? 1 : 0
      }
    }
  }
}
