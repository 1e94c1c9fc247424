/// White space in UTF-8, no-break spaces and invisible characters included.
enum SpaceScanner {
  /// The length of the white space character at an offset; 0 if it is another.
  @inline(__always)
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte <= 0x20 { return 1 }
    guard byte == 0xC2 || byte == 0xE2 || byte == 0xEF, index + 1 < bytes.count else { return 0 }
    if byte == 0xC2 { return bytes[index + 1] == 0xA0 ? 2 : 0 }
    guard index + 2 < bytes.count else { return 0 }
    switch (byte, bytes[index + 1], bytes[index + 2]) {
    case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
      (0xEF, 0xBB, 0xBF):
      return 3
    default: return 0
    }
  }
}

extension SpaceScanner {
  /// The text with each run of white space made one space, and none at the ends.
  static func collapsed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var index = 0
      var hasSpace = false
      while index < bytes.count {
        let space = length(bytes, at: index)
        if space > 0 {
          hasSpace = !result.isEmpty
          index += space
        } else {
          if hasSpace { result.append(0x20) }
          hasSpace = false
          result.append(bytes[index])
          index += 1
        }
      }
      return String(decoding: result, as: UTF8.self)
    }
  }
}

/// How a text ends.
enum TextEnd {
  /// Whether the last character is one that ends a sentence or opens a quotation (`:`).
  static func isSentence(_ text: [UInt8]) -> Bool {
    guard let last = text.last else { return false }
    switch last {
    case 0x2E, 0x3F, 0x21, 0x3A: return true
    case 0x22, 0x29:
      return text.count >= 2 && text[text.count - 2] == 0x2E
    case 0x9D, 0xA6:
      // `”` and `…`
      guard text.count >= 4, text[text.count - 2] == 0x80, text[text.count - 3] == 0xE2 else {
        return false
      }
      return last == 0xA6 || text[text.count - 4] == 0x2E
    default: return false
    }
  }
}
