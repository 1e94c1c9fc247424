import Platform

/// A place in a page's bytes, with what it takes to pass over tags. Every method moves forward, or
/// returns nil at the end; none looks at a byte more often than a fixed number of times.
struct MarkupCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position >= bytes.count }

  func peek(_ offset: Int) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  /// The bytes up to the next `<`, which may be none.
  mutating func takeText() -> UnsafeBufferPointer<UInt8> {
    let start = position
    position = index(of: 0x3C, from: start) ?? bytes.count
    return slice(start, position)
  }

  /// A name of a tag.
  mutating func takeName() -> UnsafeBufferPointer<UInt8> {
    takeRun { Self.isLetter($0) || ($0 &- 0x30) < 10 || $0 == 0x2D || $0 == 0x3A || $0 == 0x5F }
  }

  /// The next attribute of the tag; nil at its end, which is passed over.
  mutating func takeAttribute() -> (
    name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>
  )? {
    while let byte = peek(0), Self.isSpace(byte) || byte == 0x2F { position += 1 }
    guard let first = peek(0) else { return nil }
    if first == 0x3E {
      position += 1
      return nil
    }
    // A tag in a tag: the first was never closed.
    if first == 0x3C { return nil }
    // Whatever stands there, one byte is taken.
    let start = position
    position += 1
    _ = takeRun { !Self.isSpace($0) && $0 != 0x3D && $0 != 0x3E && $0 != 0x2F && $0 != 0x3C }
    let name = slice(start, position)
    let afterName = position
    while let byte = peek(0), Self.isSpace(byte) { position += 1 }
    guard peek(0) == 0x3D else {
      position = afterName
      return (name, slice(position, position))
    }
    position += 1
    while let byte = peek(0), Self.isSpace(byte) { position += 1 }
    if let quote = peek(0), quote == 0x22 || quote == 0x27 {
      let start = position + 1
      let end = index(of: quote, from: start) ?? bytes.count
      position = min(end + 1, bytes.count)
      return (name, slice(min(start, end), end))
    }
    return (name, takeRun { !Self.isSpace($0) && $0 != 0x3E })
  }

  /// What stands before `</name`, and passes over that tag; nil, without moving, if there is none.
  mutating func takeRawContent(
    endingAt name: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    let start = position
    var next = start
    while let open = index(of: 0x3C, from: next) {
      next = open + 1
      guard open + 2 + name.count <= bytes.count, bytes[open + 1] == 0x2F else { continue }
      let isSame = name.indices.allSatisfy {
        bytes[open + 2 + $0] | 0x20 == name[$0] | 0x20
      }
      guard isSame else { continue }
      position = open
      skip(through: 0x3E)
      return slice(start, open)
    }
    return nil
  }

  /// Moves behind the next such byte, or to the end.
  mutating func skip(through byte: UInt8) {
    position = index(of: byte, from: position).map { $0 + 1 } ?? bytes.count
  }

  mutating func skipToEnd() { position = bytes.count }

  /// The position behind the next occurrence of a text.
  func end(of text: StaticString, from start: Int) -> Int? {
    let count = text.utf8CodeUnitCount
    var next = start
    while let found = index(of: text.utf8Start[0], from: next), found + count <= bytes.count {
      if (1..<count).allSatisfy({ bytes[found + $0] == text.utf8Start[$0] }) {
        return found + count
      }
      next = found + 1
    }
    return nil
  }

  static func contains(_ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    MarkupCursor(bytes).end(of: text, from: 0) != nil
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  private mutating func takeRun(_ belongs: (UInt8) -> Bool) -> UnsafeBufferPointer<UInt8> {
    let start = position
    while position < bytes.count, belongs(bytes[position]) { position += 1 }
    return slice(start, position)
  }

  private func index(of byte: UInt8, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress else { return nil }
    guard let found = memchr(base + start, Int32(byte), bytes.count - start) else { return nil }
    return base.distance(to: found.assumingMemoryBound(to: UInt8.self))
  }

  private func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[start..<end])
  }
}
