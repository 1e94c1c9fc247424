/// Text from files, made safe to look at: control characters are shown, not sent to the terminal.
enum VisibleText {
  /// One line: control characters, including line breaks, become visible symbols.
  static func line(_ text: some StringProtocol) -> String {
    replace(text, keepingLineBreaks: false)
  }

  /// Several lines: line breaks and tabs stay.
  static func lines(_ text: some StringProtocol) -> String {
    replace(text, keepingLineBreaks: true)
  }

  /// Control and bidirectional formatting characters: C0, DEL, C1, U+061C, U+200E/F, U+2028…202E,
  /// U+2066…2069.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func replace(_ text: some StringProtocol, keepingLineBreaks: Bool) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return String(text) }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !isUnsafe(scalar) || keepingLineBreaks && (scalar == "\n" || scalar == "\t") {
        result.append(scalar)
      } else {
        result.append(sign(for: scalar))
      }
    }
    return String(result)
  }

  /// `␛` for ESC and so on; U+FFFD for characters that have no picture.
  static func sign(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }
}
