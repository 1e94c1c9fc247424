import CLibArchive

/// Fetches named members of a zip archive that lies in memory; nothing is ever written to disk.
///
/// Office files are zips. A hostile one may claim any name and any size: names are only compared,
/// and what a member unpacks to is bounded, by bytes and by how many times the archive it is.
struct ZipEntryReader {
  /// The most a member may unpack to, in bytes.
  var memberLimit = 64 << 20
  /// A member over ``ratioFloor`` bytes may be so many times as large as the whole archive; text
  /// packs ten to fifty times, deflate's most is a thousand.
  var ratioLimit = 100
  var ratioFloor = 16 << 20
  /// The most members an archive may have: libarchive keeps a record of each.
  static let maximumMembers = 20_000

  /// The members of the names asked for that are there, by name; the first one of a name.
  ///
  /// - Throws: ``ReadingError`` if it is no zip, is damaged, or one of these members is encrypted,
  ///   packed in a way that office files are not, or too large.
  func members(
    _ names: Set<String>, of bytes: [UInt8]
  ) throws(ReadingError) -> [String: [UInt8]] {
    guard bytes.starts(with: [0x50, 0x4B]) else {
      throw ReadingError(bytes.isEmpty ? .emptyFile : .wrongFormat(.zip))
    }
    guard Self.countMembers(bytes) <= Self.maximumMembers else {
      throw ReadingError(.tooManyParts(limit: Self.maximumMembers))
    }
    guard let archive = archive_read_new() else {
      throw CompressedFile.noArchive
    }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip_seekable(archive)
    let result = bytes.withUnsafeBytes { buffer in
      // The buffer has to outlive the archive's use of it, hence all of it happens in here.
      Result { () throws(ReadingError) in
        guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK
        else { throw Self.damaged(archive) }
        return try collect(names, from: archive, archiveSize: buffer.count)
      }
    }
    return try result.get()
  }

  private func collect(
    _ names: Set<String>, from archive: OpaquePointer, archiveSize: Int
  ) throws(ReadingError) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    let limit = min(memberLimit, max(ratioFloor, archiveSize * ratioLimit))
    while found.count < names.count {
      var entry: OpaquePointer?
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { break }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN else { throw Self.damaged(archive) }
      guard let entry, let path = archive_entry_pathname(entry) else { continue }
      let name = String(cString: path)
      guard names.contains(name), found[name] == nil else { continue }
      if archive_entry_is_data_encrypted(entry) != 0 {
        throw ReadingError(.encrypted)
      }
      // The other methods zip knows may ask for gigabytes before they unpack a byte.
      guard Self.isUsual(archive) else {
        throw ReadingError(.unusualPacking(name: name))
      }
      found[name] = try data(of: name, in: archive, limit: limit)
    }
    return found
  }

  private func data(
    of name: String, in archive: OpaquePointer, limit: Int
  ) throws(ReadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      var block: UnsafeRawPointer?
      var size = 0
      var offset: Int64 = 0
      let status = archive_read_data_block(archive, &block, &size, &offset)
      if status == ARCHIVE_EOF { return bytes }
      guard status == ARCHIVE_OK else { throw Self.damaged(archive) }
      guard bytes.count + size <= limit else {
        throw ReadingError(.partTooLarge(name: name, limit: limit))
      }
      if let block { bytes += UnsafeRawBufferPointer(start: block, count: size) }
    }
  }

  /// The records of a central directory, counted by their signature `PK\1\2`.
  private static func countMembers(_ bytes: [UInt8]) -> Int {
    let span = bytes.span
    var count = 0
    var index = 0
    while index + 3 < span.count {
      if span[index] == 0x50, span[index + 1] == 0x4B, span[index + 2] == 1, span[index + 3] == 2 {
        count += 1
      }
      index += 1
    }
    return count
  }

  /// Whether the member that was come to is packed as zip files usually are.
  static func isUsual(_ archive: OpaquePointer) -> Bool {
    let method = archive_format_name(archive).map { String(cString: $0) } ?? ""
    return method.hasSuffix("(deflation)") || method.hasSuffix("(uncompressed)")
  }

  static func damaged(_ archive: OpaquePointer) -> ReadingError {
    let text = archive_error_string(archive).map { String(cString: $0) }
    return ReadingError(.damagedArchive(detail: text.map(oneLine)))
  }
}

/// A library's or program's message as the detail of an error: its first line, at most 200 characters.
func oneLine(_ text: String) -> String {
  let line = text.split(whereSeparator: \.isNewline).first ?? ""
  return String(line.prefix(200))
}
