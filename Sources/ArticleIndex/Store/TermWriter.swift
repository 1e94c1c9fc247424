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

  /// Adds the term `first`, or `prefix` and `first`, or all three with a space between the last two.
  ///
  /// - Parameters:
  ///   - prefix: an ASCII letter; 0 for none.
  ///   - second: may be empty.
  /// - Throws: as ``PackedDocument/addTerm(_:wdf:)``.
  @inline(__always)
  mutating func add(
    prefix: UInt8, _ first: UnsafeBufferPointer<UInt8>,
    _ second: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0), wdf: UInt16
  ) throws(IndexError) {
    let length =
      (prefix == 0 ? 0 : 1) + first.count + (second.isEmpty ? 0 : second.count + 1)
    if used + Self.headerBytes + length > block.count { flush() }
    guard length > 0, Self.headerBytes + length <= block.count else {
      throw IndexError(
        .invalidArgument,
        reason: length == 0
          ? "a term is empty" : "a term of \(length) bytes is over the limit of \(TermLimit.bytes)")
    }
    var index = used + Self.headerBytes
    if prefix != 0 {
      block[index] = prefix
      index += 1
    }
    for byte in first {
      block[index] = byte
      index += 1
    }
    if !second.isEmpty {
      block[index] = 0x20
      index += 1
      for byte in second {
        block[index] = byte
        index += 1
      }
    }
    try TermLimit.require(UnsafeBufferPointer(rebasing: block[index - length..<index]))
    block[used] = UInt8(truncatingIfNeeded: length)
    block[used + 1] = 0
    block[used + 2] = UInt8(truncatingIfNeeded: wdf)
    block[used + 3] = UInt8(truncatingIfNeeded: wdf >> 8)
    used = index
    count += 1
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
