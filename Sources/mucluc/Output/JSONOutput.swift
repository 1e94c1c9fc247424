/// JSON on one line, keys sorted and in snake_case, with nothing in it that could steer a terminal.
enum JSONOutput {
  static func line(_ value: some Encodable) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try JSONNodeEncoder.node(of: value).write(to: &bytes)
    bytes.append(0x0A)
    return bytes
  }
}

extension KeyedEncodingContainer {
  /// Writes `null` for nil: scripts find every field in every object.
  mutating func encodeOrNull(_ value: (some Encodable)?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) } else { try encodeNil(forKey: key) }
  }
}
