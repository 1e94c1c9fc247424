import FoundationEssentials

/// JSON on one line, keys sorted and in snake_case, with nothing in it that could steer a terminal.
enum JSONOutput {
  static func line(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var bytes = escapingUnsafe(Array(try encoder.encode(value)))
    bytes.append(0x0A)
    return bytes
  }

  /// The encoder escapes C0 only; DEL, C1 and bidirectional controls, which can stand in strings
  /// alone, are escaped here.
  private static func escapingUnsafe(_ bytes: [UInt8]) -> [UInt8] {
    // Their UTF-8 begins with 7F, C2, D8 or E2; Vietnamese text has hardly any of these.
    guard bytes.contains(where: { $0 == 0x7F || $0 == 0xC2 || $0 == 0xD8 || $0 == 0xE2 }) else {
      return bytes
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if VisibleText.isUnsafe(scalar) {
        let digits = String(scalar.value, radix: 16)
        let zeros = String(repeating: "0", count: 4 - digits.count)
        result.append(contentsOf: "\\u\(zeros)\(digits)".utf8)
      } else {
        result.append(contentsOf: String(scalar).utf8)
      }
    }
    return result
  }
}

extension KeyedEncodingContainer {
  /// Writes `null` for nil: scripts find every field in every object.
  mutating func encodeOrNull(_ value: (some Encodable)?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) } else { try encodeNil(forKey: key) }
  }
}
