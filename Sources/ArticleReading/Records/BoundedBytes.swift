/// Bytes gathered up to a limit; what is over it is not kept, only known of.
struct BoundedBytes {
  /// The most that is kept.
  let limit: Int
  private var bytes: [UInt8] = []
  /// Whether there was more than the limit, so that nothing is kept.
  private(set) var isOver = false

  init(limit: Int) { self.limit = limit }

  /// Whether nothing was added, or nothing but empty pieces.
  var isEmpty: Bool { bytes.isEmpty && !isOver }

  mutating func append(_ piece: UnsafeRawBufferPointer) {
    guard !isOver, bytes.count + piece.count <= limit else {
      removeAll()
      isOver = true
      return
    }
    bytes.append(contentsOf: piece)
  }

  mutating func append(byte: UInt8) {
    guard !isOver, bytes.count < limit else {
      removeAll()
      isOver = true
      return
    }
    bytes.append(byte)
  }

  mutating func removeAll() { (bytes, isOver) = ([], false) }

  /// Hands over what was gathered and starts anew; nil if it was over the limit.
  mutating func take() -> [UInt8]? {
    defer { isOver = false }
    guard !isOver else { return nil }
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    return taken
  }
}
