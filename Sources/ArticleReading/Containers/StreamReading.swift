import Platform

extension ByteStream {
  /// The next line with its line break; of a longer one, so many bytes at a time. Nil at the end.
  func line(limit: Int) throws(ReadingError) -> [UInt8]? {
    var line: [UInt8] = []
    while line.count < limit {
      if window.isEmpty, try !refill() { break }
      let part = UnsafeRawBufferPointer(rebasing: window.prefix(limit - line.count))
      guard let start = part.baseAddress else { break }
      let newline = memchr(start, 0x0A, part.count)
      let count = newline.map { UnsafeRawPointer($0) - start + 1 } ?? part.count
      line.append(contentsOf: part.prefix(count))
      consume(count)
      if newline != nil { break }
    }
    return line.isEmpty ? nil : line
  }

  /// The next bytes, as many or what is left of them.
  func take(_ count: Int) throws(ReadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      if window.isEmpty, try !refill() { break }
      let part = min(window.count, count - bytes.count)
      bytes.append(contentsOf: window.prefix(part))
      consume(part)
    }
    return bytes
  }

  /// Passes over bytes, as far as there are any.
  func skip(_ count: Int) throws(ReadingError) {
    var left = count
    while left > 0 {
      if window.isEmpty, try !refill() { return }
      let part = min(window.count, left)
      consume(part)
      left -= part
    }
  }
}
