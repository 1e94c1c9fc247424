extension String {
  /// Whether the text holds nothing that steers a terminal or turns text around, line breaks aside.
  var isSafeForTerminals: Bool { unsafeScalars.isEmpty }

  /// The scalars that should not be in it, as code points.
  var unsafeScalars: [String] {
    unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }.map { "U+" + String($0.value, radix: 16, uppercase: true) }
  }
}
