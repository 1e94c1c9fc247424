/// Cuts RTF (1.9.1) into its tokens; bytes that follow no rule come out as text.
struct RTFTokenizer {
  enum Token: Equatable {
    /// `{` and `}`.
    case open, close
    /// `\word`, with its number if it has one.
    case word(String, Int?)
    /// A backslash and one character that is no letter: `\~`.
    case symbol(UInt8)
    /// `\'e1`: a byte of the font's encoding.
    case hex(UInt8)
    /// A byte of text as it stands.
    case byte(UInt8)
  }

  private let bytes: [UInt8]
  private var index = 0

  /// Longer words are none of RTF's; the specification allows 32 letters.
  private static let maximumWordLength = 40

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token, nil at the end. Line breaks in the file mean nothing, and `\bin` data is passed
  /// over, however long it claims to be.
  mutating func next() -> Token? {
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x7B: return .open
      case 0x7D: return .close
      case 0x0A, 0x0D, 0: continue
      case 0x5C:
        guard let token = escape() else { continue }
        return token
      default: return .byte(byte)
      }
    }
    return nil
  }

  /// What stands behind a backslash; nil if it is nothing to hand on.
  private mutating func escape() -> Token? {
    guard index < bytes.count else { return nil }
    let first = bytes[index]
    guard Self.isLetter(first) else {
      index += 1
      switch first {
      case 0x27: return hex()
      // A backslash before a line break is `\par`.
      case 0x0A, 0x0D: return .word("par", nil)
      default: return .symbol(first)
      }
    }
    let start = index
    while index < bytes.count, Self.isLetter(bytes[index]) { index += 1 }
    let letters = bytes[start..<min(index, start + Self.maximumWordLength)]
    let number = number()
    if index < bytes.count, bytes[index] == 0x20 { index += 1 }
    let word = String(decoding: letters, as: UTF8.self)
    if word == "bin" {
      index += min(max(number ?? 0, 0), bytes.count - index)
      return nil
    }
    return .word(word, number)
  }

  private mutating func number() -> Int? {
    let isNegative = index < bytes.count && bytes[index] == 0x2D
    var position = isNegative ? index + 1 : index
    var value = 0
    let start = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) {
      // Numbers beyond any meaning stay where they are.
      if value < 1 << 40 { value = value * 10 + Int(bytes[position] - 0x30) }
      position += 1
    }
    guard position > start else { return nil }
    index = position
    return isNegative ? -value : value
  }

  private mutating func hex() -> Token? {
    guard index + 1 < bytes.count, let high = Self.digit(bytes[index]),
      let low = Self.digit(bytes[index + 1])
    else { return nil }
    index += 2
    return .hex(high << 4 | low)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
