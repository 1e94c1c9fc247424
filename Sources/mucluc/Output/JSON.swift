/// A JSON value. Objects are written with their keys sorted by bytes, which scripts rely on; the keys are
/// given in snake_case, as they appear in the output.
///
/// ```swift
/// let hit: JSON = ["rank": 1, "title": JSON(title), "author": JSON(author)]
/// ```
enum JSON {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  init(_ value: Bool) { self = .bool(value) }
  init(_ value: Double) { self = .number(value) }
  init(_ values: [JSON]) { self = .array(values) }
  init(_ values: [String]) { self = .array(values.map { .string($0) }) }

  /// An integer; `null` for nil.
  init(_ value: Int?) { self = value.map { .integer($0) } ?? .null }

  /// A string; `null` for nil.
  init(_ value: String?) { self = value.map { .string($0) } ?? .null }

  /// Each range as an array of its bounds.
  init(_ ranges: [Range<Int>]) {
    self = .array(ranges.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) })
  }

  /// Counts by name; the names are data and stay as they are.
  init(_ counts: [String: Int]) {
    self = .object(counts.map { ($0.key, .integer($0.value)) })
  }

  /// An object. A member whose value is nil is left out, unlike one that is `null`.
  init(members: [(String, JSON?)]) {
    var present: [(key: String, value: JSON)] = []
    for (key, value) in members {
      if let value { present.append((key, value)) }
    }
    self = .object(present)
  }

  /// The value on a line of its own, with no character in it that could control a terminal.
  var line: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    bytes.append(0x0A)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += value.description.utf8
    case .number(let value): Self.write(value, to: &bytes)
    case .string(let text): Self.write(text, to: &bytes)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for (index, member) in sorted.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// Appends a number. JSON has no infinities and no NaN, so they become `null`.
  private static func write(_ value: Double, to bytes: inout [UInt8]) {
    guard value.isFinite else {
      bytes += "null".utf8
      return
    }
    let digits = value.description
    bytes += (digits.hasSuffix(".0") ? digits.dropLast(2) : digits[...]).utf8
  }

  /// Appends a string in quotation marks. What ``VisibleText`` calls unsafe is escaped, as are
  /// quotation marks and backslashes; everything else stands as it is.
  private static func write(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { source in
      var start = 0
      var index = 0
      while index < source.count {
        let byte = source[index]
        // Characters to be escaped begin with one of these bytes.
        guard
          byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
            || byte == 0xC2 || byte == 0xD8 || byte == 0xE2
        else {
          index += 1
          continue
        }
        let scalar = byte < 0x80 ? UInt32(byte) : scalar(source[index...])
        let length = byte < 0x80 ? 1 : byte == 0xE2 ? 3 : 2
        if let escape = escape(scalar) {
          bytes += UnsafeBufferPointer(rebasing: source[start..<index])
          bytes += escape.utf8
          start = index + length
        }
        index += length
      }
      bytes += UnsafeBufferPointer(rebasing: source[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The first character of valid UTF-8 of two or three bytes.
  private static func scalar(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
    let bytes = UnsafeBufferPointer(rebasing: bytes)
    let second = UInt32(bytes[1] & 0x3F)
    if bytes[0] < 0xE0 { return UInt32(bytes[0] & 0x1F) << 6 | second }
    return UInt32(bytes[0] & 0x0F) << 12 | second << 6 | UInt32(bytes[2] & 0x3F)
  }

  /// How a character is written; nil if it stands for itself.
  private static func escape(_ scalar: UInt32) -> String? {
    switch scalar {
    case 0x22: return "\\\""
    case 0x5C: return "\\\\"
    case 0x08: return "\\b"
    case 0x09: return "\\t"
    case 0x0A: return "\\n"
    case 0x0C: return "\\f"
    case 0x0D: return "\\r"
    default:
      guard let unsafe = Unicode.Scalar(scalar), VisibleText.isUnsafe(unsafe) else { return nil }
      let digits = String(scalar, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByIntegerLiteral {
  init(dictionaryLiteral members: (String, JSON?)...) { self.init(members: members) }
  init(integerLiteral value: Int) { self = .integer(value) }
}
