import CLibArchive
import Platform
package import SystemPackage

/// The bytes of a file in chunks, decompressed on the way: a file is never whole in memory.
///
/// gzip (several members too), xz, bzip2 and zstd are read through libarchive, told from their first
/// bytes; plain files by `read`. The unread part of the current chunk is the ``window``: consume of
/// it, refill when it is empty.
///
/// A file may expand to ``expansionFactor`` times its size, and to ``expansionFloor`` however small
/// it is; text expands to ten or twenty times. One thread at a time.
package final class ByteStream {
  /// The longest chunk.
  static let chunkBytes = 256 << 10
  /// How many times its size a file may expand to.
  static let expansionFactor = 200
  /// What any file may expand to: 32 MiB.
  static let expansionFloor = 32 << 20
  /// The first chunk has so many bytes at least, if the file has.
  private static let firstBytes = 4

  /// The file; nil for bytes in memory.
  private let descriptor: FileDescriptor?
  /// The bytes in memory; empty for a file.
  private let content: UnsafeMutableRawBufferPointer
  /// libarchive's handle; nil for a plain file.
  private let archive: OpaquePointer?
  private let storage: UnsafeMutableRawBufferPointer
  /// What libarchive has handed out and ``storage`` had no room for.
  private var block = UnsafeRawBufferPointer(start: nil, count: 0)
  private let limit: Int
  /// What the archives around may still unpack to; nil if there are none.
  private let budget: ExpansionBudget?
  private let expansionFactor: Int
  private let chunkBytes: Int
  /// The unread part of the current chunk; empty before the first ``refill()`` and at the end. Valid
  /// until the next one.
  private(set) var window = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Bytes handed out in chunks so far, after decompression.
  private(set) var bytesRead = 0
  private var isAtEnd = false

  /// How long reading on may take, and since when.
  private var patience: (limit: Duration, since: ContinuousClock.Instant)?

  /// Whether UTF-16, told by its first characters, is handed out as UTF-8. To be set before the first chunk.
  var convertsUTF16 = false
  private var converter: UTF16Converter?

  /// Opens a file, and for a compressed one reads the header.
  ///
  /// - Parameter followsLinks: false for what was found in a folder.
  /// - Throws: ``ReadingError`` if it cannot be opened or is not compressed as it should be.
  init(
    path: FilePath, isCompressed: Bool, followsLinks: Bool = true,
    chunkBytes: Int = ByteStream.chunkBytes,
    expansionFactor: Int = ByteStream.expansionFactor,
    expansionFloor: Int = ByteStream.expansionFloor
  ) throws(ReadingError) {
    let descriptor: FileDescriptor
    do {
      descriptor = try FileDescriptor.open(source: path, followsLinks: followsLinks)
    } catch {
      throw .unreadable(error)
    }
    self.descriptor = descriptor
    budget = nil
    self.chunkBytes = max(chunkBytes, 1)
    self.expansionFactor = expansionFactor
    storage = .allocate(byteCount: max(chunkBytes, Self.firstBytes), alignment: 16)
    content = .allocate(byteCount: 0, alignment: 1)
    do {
      let size = Int(clamping: try descriptor.seek(offset: 0, from: .end))
      try descriptor.seek(offset: 0, from: .start)
      limit =
        isCompressed
        ? Self.limit(size, factor: expansionFactor, floor: expansionFloor) : .max
      archive = isCompressed ? try CompressedFile.open(descriptor) : nil
    } catch {
      // Nothing is left to the deinitialiser of an object that never was.
      try? descriptor.close()
      storage.deallocate()
      content.deallocate()
      throw (error as? ReadingError) ?? .unreadable(error)
    }
  }

  /// The same for bytes in memory, of which it keeps a copy.
  init(
    _ bytes: [UInt8], isCompressed: Bool, budget: ExpansionBudget? = nil
  ) throws(ReadingError) {
    descriptor = nil
    self.budget = isCompressed ? budget : nil
    chunkBytes = Self.chunkBytes
    expansionFactor = Self.expansionFactor
    storage = .allocate(byteCount: chunkBytes, alignment: 16)
    content = .allocate(byteCount: bytes.count, alignment: 16)
    content.copyBytes(from: bytes)
    guard isCompressed else {
      (archive, limit, block) = (nil, .max, UnsafeRawBufferPointer(content))
      return
    }
    limit = Self.limit(bytes.count, factor: expansionFactor, floor: Self.expansionFloor)
    do {
      archive = try CompressedFile.open(UnsafeRawBufferPointer(content))
    } catch {
      storage.deallocate()
      content.deallocate()
      throw error
    }
  }

  deinit {
    if let archive { archive_read_free(archive) }
    try? descriptor?.close()
    storage.deallocate()
    content.deallocate()
  }

  /// What compressed data of a size may expand to.
  private static func limit(_ size: Int, factor: Int, floor: Int) -> Int {
    let (expanded, overflow) = size.multipliedReportingOverflow(by: factor)
    return overflow ? .max : max(expanded, floor)
  }

  /// Whether the bytes are decompressed on the way.
  var isCompressed: Bool { archive != nil }

  /// How many bytes there are before any decompression.
  var rawCount: Int {
    guard let descriptor else { return content.count }
    var status = stat()
    return fstat(descriptor.rawValue, &status) == 0 ? Int(clamping: status.st_size) : 0
  }

  /// Opens an archive of libarchive's on the bytes before any decompression; they outlive it as long as
  /// the stream does, which is to be read no more.
  func open(_ archive: OpaquePointer) -> CInt {
    guard let descriptor else {
      return archive_read_open_memory(archive, content.baseAddress, content.count)
    }
    do {
      try descriptor.seek(offset: 0, from: .start)
    } catch {
      return ARCHIVE_FATAL
    }
    return archive_read_open_fd(archive, descriptor.rawValue, 64 << 10)
  }

  /// Gives up from now on whatever takes longer than this: reading ends with an error then. Until the
  /// first call there is no limit.
  func limitTime(to limit: Duration) { patience = (limit, .now) }

  /// - Throws: ``ReadingError`` if it has taken too long.
  func checkTime() throws(ReadingError) {
    guard let (limit, since) = patience, .now - since > limit else { return }
    isAtEnd = true
    throw ReadingError(.tookTooLong(seconds: Int(limit.components.seconds)))
  }

  /// Passes over the first bytes of the ``window``.
  func consume(_ count: Int) {
    window = UnsafeRawBufferPointer(rebasing: window[count...])
  }

  /// Makes the next chunk the ``window``, whatever was left of the last; false at the end.
  ///
  /// - Throws: ``ReadingError`` if the rest of the file is lost. All chunks before are good.
  func refill() throws(ReadingError) -> Bool {
    guard convertsUTF16 else { return try refillAsItIs() }
    let isFirst = bytesRead == 0
    while true {
      let hasMore = try refillAsItIs()
      if isFirst, converter == nil { converter = UTF16Converter(ofText: window) }
      guard let converter else { return hasMore }
      window = converter.convert(window, isLast: !hasMore)
      // A chunk may hold but half a character.
      if !window.isEmpty || !hasMore { return !window.isEmpty }
    }
  }

  private func refillAsItIs() throws(ReadingError) -> Bool {
    window = UnsafeRawBufferPointer(start: nil, count: 0)
    guard !isAtEnd else { return false }
    try checkTime()
    var count = 0
    do {
      count = try read(from: 0)
      // The first chunk holds a byte order mark whole.
      while bytesRead == 0, count > 0, count < Self.firstBytes {
        let more = try read(from: count)
        guard more > 0 else { break }
        count += more
      }
    } catch {
      isAtEnd = true
      throw error
    }
    bytesRead += count
    window = UnsafeRawBufferPointer(rebasing: storage[..<count])
    isAtEnd = count == 0
    guard bytesRead <= limit else {
      isAtEnd = true
      throw ReadingError(.expandsTooFar(factor: expansionFactor))
    }
    try budget?.spend(count)
    return count > 0
  }

  /// Fills ``storage`` from an offset on, as far as one read does; 0 at the end.
  private func read(from start: Int) throws(ReadingError) -> Int {
    let length = start == 0 ? chunkBytes : Self.firstBytes - start
    let free = UnsafeMutableRawBufferPointer(rebasing: storage[start..<start + length])
    if let descriptor, archive == nil {
      do {
        return try descriptor.read(into: free)
      } catch {
        throw .unreadable(error)
      }
    }
    while block.isEmpty {
      guard let archive, let next = try CompressedFile.nextBlock(of: archive) else { return 0 }
      block = next
    }
    let count = min(block.count, free.count)
    free.copyMemory(from: UnsafeRawBufferPointer(rebasing: block[..<count]))
    block = UnsafeRawBufferPointer(rebasing: block[count...])
    return count
  }
}

extension ByteStream {
  /// All bytes of a compressed file that holds one document.
  ///
  /// - Parameter followsLinks: false for what was found in a folder.
  /// - Throws: ``ReadingError``, also if there are more than `limit` bytes.
  package static func bytes(
    ofCompressed path: FilePath, limit: Int, followsLinks: Bool = true
  ) throws(ReadingError) -> [UInt8] {
    try ByteStream(path: path, isCompressed: true, followsLinks: followsLinks).rest(limit: limit)
  }

  /// The bytes not yet read, decompressed.
  ///
  /// - Throws: ``ReadingError``, also if there are more than `limit` bytes.
  func rest(limit: Int) throws(ReadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    while try refill() {
      guard bytes.count + window.count <= limit else {
        throw ReadingError(.expansionTooLarge(limit: limit))
      }
      bytes.append(contentsOf: window)
    }
    return bytes
  }
}

extension ReadingError {
  /// The operating system's reason.
  static func unreadable(_ error: any Error) -> ReadingError {
    ReadingError(.system((error as? Errno) ?? .ioError))
  }
}
