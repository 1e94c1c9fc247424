import Platform

/// Cuts JSON Lines: an object a line, blank lines passed over.
///
/// Whether a line is JSON is for ``RecordReader`` to find out. A line over the limit is passed over to
/// its end without being kept.
struct LineCutter: RecordCutter {
  /// The number of the line that the stream is in.
  private var line = 1
  /// The start of a line whose end is not yet in the window.
  private var pending: BoundedBytes

  /// - Parameter limit: the longest line, in bytes.
  init(limit: Int) { pending = BoundedBytes(limit: limit) }

  mutating func next(from stream: ByteStream) throws(ReadingError) -> RecordSource.Item? {
    while true {
      if stream.window.isEmpty, try !stream.refill() {
        return pending.isEmpty ? nil : try take(UnsafeRawBufferPointer(start: nil, count: 0))
      }
      let window = stream.window
      guard let length = Self.newline(in: window) else {
        pending.append(window)
        stream.consume(window.count)
        continue
      }
      let item = try take(UnsafeRawBufferPointer(rebasing: window[..<length]))
      stream.consume(length + 1)
      if let item { return item }
    }
  }

  /// Ends a line with its last bytes; nil for a blank line.
  private mutating func take(
    _ rest: UnsafeRawBufferPointer
  ) throws(ReadingError) -> RecordSource.Item? {
    defer { line += 1 }
    pending.append(rest)
    guard var bytes = pending.take() else {
      let error = ReadingError(.recordTooLong(limit: pending.limit))
      return .bad(RecordFailure(position: .line(line), error: error))
    }
    if line == 1 { try ByteOrderMark.remove(from: &bytes) }
    guard bytes.contains(where: { $0 > 0x20 }) else { return nil }
    return .record(RawRecord(content: .json(bytes), position: .line(line)))
  }

  private static func newline(in window: UnsafeRawBufferPointer) -> Int? {
    guard let start = window.baseAddress, let found = memchr(start, 0x0A, window.count) else {
      return nil
    }
    return UnsafeRawPointer(found) - start
  }
}
