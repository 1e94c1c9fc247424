/// Reads little-endian numbers and byte strings out of a buffer the shim filled.
///
/// Borrows the buffer: the slices it returns are valid as long as that is. Reading past the end
/// throws rather than traps.
struct PackedCursor {
  private var rest: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) {
    rest = bytes
  }

  /// Whether everything has been read.
  var isAtEnd: Bool { rest.isEmpty }

  /// The next number of a fixed width.
  mutating func next<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type = Number.self
  ) throws(IndexError) -> Number {
    let field = try bytes(MemoryLayout<Number>.size)
    return Number(littleEndian: field.loadUnaligned(as: Number.self))
  }

  /// The next `count` bytes.
  mutating func bytes(_ count: Int) throws(IndexError) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= rest.count else {
      throw IndexError(.store(.other, detail: "a packed buffer of the Xapian shim ends early"))
    }
    let field = UnsafeRawBufferPointer(rebasing: rest.prefix(count))
    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    return field
  }
}
