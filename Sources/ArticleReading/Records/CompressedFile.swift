import CLibArchive
import SystemPackage

/// libarchive, used for what surrounds one stream of bytes: gzip, xz, bzip2, zstd.
///
/// libarchive verifies the check sums of xz, bzip2 and zstd, but (3.6) not gzip's.
enum CompressedFile {
  /// How the names of compressed files end, behind the extension of what is in them.
  static let extensions: Set<String> = ["gz", "xz", "zst", "bz2"]

  /// Bytes that libarchive asks the file for at once.
  private static let blockBytes = 64 << 10

  /// Reads the header; the caller owns the handle and ends it with `archive_read_free`.
  ///
  /// Data compressed more than once is refused: what lies between could expand without a limit.
  ///
  /// - Parameter start: opens the handle on the data, which stay the caller's.
  private static func open(
    _ start: (OpaquePointer) -> CInt
  ) throws(ReadingError) -> OpaquePointer {
    guard let archive = archive_read_new() else {
      throw CompressedFile.noArchive
    }
    archive_read_support_filter_gzip(archive)
    archive_read_support_filter_xz(archive)
    archive_read_support_filter_bzip2(archive)
    archive_read_support_filter_zstd(archive)
    archive_read_support_format_raw(archive)
    archive_read_support_format_empty(archive)
    var entry: OpaquePointer?
    var status = start(archive)
    if status == ARCHIVE_OK { status = archive_read_next_header(archive, &entry) }
    // The chain ends in a filter that stands for the file itself.
    let filters = archive_filter_count(archive) - 1
    switch (status, filters) {
    case (ARCHIVE_OK, 1), (ARCHIVE_EOF, 1): return archive
    case (ARCHIVE_OK, 0), (ARCHIVE_EOF, 0):
      archive_read_free(archive)
      throw ReadingError(.notCompressed)
    case (ARCHIVE_OK, 2...), (ARCHIVE_EOF, 2...):
      archive_read_free(archive)
      throw ReadingError(.compressedTwice)
    default:
      let error = failure(of: archive)
      archive_read_free(archive)
      throw error
    }
  }

  /// A file, as ``open(_:)`` does.
  static func open(_ file: FileDescriptor) throws(ReadingError) -> OpaquePointer {
    try open { archive_read_open_fd($0, file.rawValue, blockBytes) }
  }

  /// Bytes that outlive the handle, as ``open(_:)`` does.
  static func open(_ bytes: UnsafeRawBufferPointer) throws(ReadingError) -> OpaquePointer {
    try open { archive_read_open_memory($0, bytes.baseAddress, bytes.count) }
  }

  /// What was decompressed next, valid until the next call; nil at the end.
  static func nextBlock(
    of archive: OpaquePointer
  ) throws(ReadingError) -> UnsafeRawBufferPointer? {
    var start: UnsafeRawPointer?
    var count = 0
    var offset: la_int64_t = 0
    switch archive_read_data_block(archive, &start, &count, &offset) {
    case ARCHIVE_OK, ARCHIVE_WARN: return UnsafeRawBufferPointer(start: start, count: count)
    case ARCHIVE_EOF: return nil
    default: throw failure(of: archive)
    }
  }

  /// Why `archive_read_new` gave nothing.
  static var noArchive: ReadingError {
    guard let detail = archive_missing() else { return ReadingError(.outOfMemory) }
    return ReadingError(.missingLibrary(name: "libarchive", detail: String(cString: detail)))
  }

  private static func failure(of archive: OpaquePointer) -> ReadingError {
    let detail = archive_error_string(archive).map { String(cString: $0) }
    return ReadingError(.damagedCompression(detail: detail))
  }
}
