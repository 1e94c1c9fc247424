/// Writes the terms of a document one behind the other: a copy of their bytes each, and nothing else.
///
/// A thousand terms a document go through here, so they are put together in memory at hand and moved to
/// the document by the block.
struct TermWriter {
  /// Bytes written before they are moved.
  static let blockBytes = 1 << 15
  /// Length, flags, wdf: what stands before a term.
  private static let headerBytes = 4

  /// The document's bytes, on loan.
  fileprivate var bytes: [UInt8]
  fileprivate var count: UInt32
  private let block: UnsafeMutableBufferPointer<UInt8>
  private var used = 0

  fileprivate init(_ bytes: [UInt8], count: UInt32, block: UnsafeMutableBufferPointer<UInt8>) {
    (self.bytes, self.count, self.block) = (bytes, count, block)
  }

  /// How many bytes are copied at a time.
  private static let strideBytes = 16

  /// Adds the term `first`, or `prefix` and `first`, or all three with a space between the last two.
  ///
  /// - Parameters:
  ///   - prefix: an ASCII letter; 0 for none.
  ///   - first: behind it as behind `second` ``FormTable/slack`` bytes can be read.
  ///   - second: may be empty.
  /// - Throws: as ``PackedDocument/addTerm(_:wdf:)``.
  @inline(__always)
  mutating func add(
    prefix: UInt8, _ first: UnsafeBufferPointer<UInt8>,
    _ second: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0), wdf: UInt16
  ) throws(IndexError) {
    let length =
      (prefix == 0 ? 0 : 1) + first.count + (second.isEmpty ? 0 : second.count + 1)
    // Room for what the last copy of each part writes too much.
    if used + Self.headerBytes + length + 2 * Self.strideBytes > block.count { flush() }
    guard length > 0, Self.headerBytes + length + 2 * Self.strideBytes <= block.count,
      length <= TermLimit.bytes
    else {
      throw TermLimit.error(bytes: length)
    }
    var index = used + Self.headerBytes
    if prefix != 0 {
      block[index] = prefix
      index += 1
    }
    copy(first, to: index)
    index += first.count
    if !second.isEmpty {
      block[index] = 0x20
      copy(second, to: index + 1)
      index += second.count + 1
    }
    try TermLimit.require(UnsafeBufferPointer(rebasing: block[index - length..<index]))
    // Length, no flags, wdf: little-endian.
    let header = UInt32(truncatingIfNeeded: length) | UInt32(wdf) << 16
    UnsafeMutableRawBufferPointer(block).storeBytes(
      of: header.littleEndian, toByteOffset: used, as: UInt32.self)
    used = index
    count += 1
  }

  /// Copies a form and what stands behind it, in as few steps as there are strides.
  @inline(__always)
  private func copy(_ form: UnsafeBufferPointer<UInt8>, to index: Int) {
    guard let from = UnsafeRawPointer(form.baseAddress), let block = block.baseAddress else {
      return
    }
    let to = UnsafeMutableRawPointer(block) + index
    var offset = 0
    repeat {
      to.storeBytes(
        of: from.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self),
        toByteOffset: offset, as: SIMD2<UInt64>.self)
      offset += Self.strideBytes
    } while offset < form.count
  }

  fileprivate mutating func flush() {
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: block[..<used]))
    used = 0
  }
}

extension PackedDocument {
  /// Adds any number of terms.
  ///
  /// - Throws: what `body` throws; the document then has the terms before.
  mutating func addTerms(
    _ body: (inout TermWriter) throws(IndexError) -> Void
  ) throws(IndexError) {
    var (bytes, count) = lendTerms()
    let result = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: TermWriter.blockBytes) {
      block in
      var writer = TermWriter(bytes, count: count, block: block)
      bytes = []
      let result = Result { () throws(IndexError) in try body(&writer) }
      writer.flush()
      (bytes, count) = (writer.bytes, writer.count)
      return result
    }
    takeBack(bytes, count)
    try result.get()
  }
}
