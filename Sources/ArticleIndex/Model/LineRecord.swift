/// Text and metadata as `key: value` lines, for what is kept inside an index.
///
/// Values may hold any bytes: `%`, line breaks and other control bytes are written as `%XX`. Any
/// Xapian tool shows such a record readably.
struct LineRecord {
  private(set) var bytes: [UInt8] = []

  /// Appends one line.
  mutating func append(_ key: StaticString, _ value: some Sequence<UInt8>) {
    bytes.append(contentsOf: key.utf8Bytes)
    bytes.append(contentsOf: ": ".utf8)
    for byte in value {
      if byte < 0x20 || byte == 0x25 || byte == 0x7F {
        bytes.append(0x25)
        bytes.append(Self.hexDigit(byte >> 4))
        bytes.append(Self.hexDigit(byte & 0xF))
      } else {
        bytes.append(byte)
      }
    }
    bytes.append(0x0A)
  }

  /// Appends one line if there is a value.
  mutating func append(_ key: StaticString, _ value: String?) {
    if let value { append(key, value.utf8) }
  }

  /// Reads lines up to an empty one or the end and calls `body` with key and unescaped value.
  ///
  /// - Returns: the offset after the empty line, or the end.
  static func read(
    _ bytes: some RandomAccessCollection<UInt8>, _ body: (_ key: String, _ value: [UInt8]) -> Void
  ) -> Int {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let line = bytes[index..<end]
      index = end < bytes.endIndex ? bytes.index(after: end) : end
      if line.isEmpty { break }
      guard let colon = line.firstIndex(of: 0x3A) else { continue }
      let value = line[line.index(after: colon)...].dropFirst()
      body(String(decoding: line[..<colon], as: UTF8.self), unescaped(value))
    }
    return bytes.distance(from: bytes.startIndex, to: index)
  }

  private static func unescaped(_ value: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(value.count)
    var iterator = value.makeIterator()
    while let byte = iterator.next() {
      if byte == 0x25, let high = iterator.next(), let low = iterator.next() {
        result.append(digitValue(high) << 4 | digitValue(low))
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x41 + value - 10
  }

  private static func digitValue(_ digit: UInt8) -> UInt8 {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x41 + 10
    default: 0
    }
  }
}
