/// Follows the brackets of a JSON text, strings and escapes left out.
struct JSONScan {
  /// Open brackets.
  var depth = 0
  private(set) var isInString: Bool
  private var isEscaped = false

  init(depth: Int = 0, isInString: Bool = false) {
    (self.depth, self.isInString) = (depth, isInString)
  }

  /// Reads until the last bracket is closed, and returns the offset behind it; that of the window's
  /// end otherwise.
  mutating func advance(_ window: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index < window.count {
      if isInString {
        index = passString(window, from: index)
        continue
      }
      let byte = window[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth <= 0 { return index }
      default: break
      }
    }
    return index
  }

  /// Reads on in a string, and returns the offset behind its quote or that of the window's end.
  mutating func passString(_ window: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index < window.count {
      let byte = window[index]
      index += 1
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
        return index
      }
    }
    return index
  }

  /// Reads one byte outside of brackets; a string ends with its line, for it may have no other end.
  mutating func passInLine(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\"") {
      isInString.toggle()
    } else if isInString {
      isEscaped = byte == UInt8(ascii: "\\")
      if byte == 0x0A { isInString = false }
    }
  }
}
