/// Text and bytes as mails carry them.
enum MIMEText {
  /// The text of bytes in a charset as a mail spells it; what cannot be decoded becomes U+FFFD.
  ///
  /// What is declared is believed if the bytes may be so: mails declare ISO 8859-1 for anything.
  static func decoded(_ bytes: [UInt8], charset: String?) -> String {
    let declared = charset.flatMap { TextEncoding(label: $0) }
    if let declared, declared == .utf16LE || declared == .utf16BE {
      if let text = try? TextDecoding.decode(bytes, as: declared).text { return text }
    }
    if let text = try? TextDecoding.decode(bytes, as: nil, declared: declared).text { return text }
    guard let declared, declared != .utf8, declared != .doubleUTF8, LegacyTable.of(declared) != nil
    else { return String(decoding: bytes, as: UTF8.self) }
    return TextDecoding.text(bytes.span, in: declared)
  }

  /// Content as it was before it was encoded for transport; what is no base64 is passed over.
  static func decoded(_ bytes: ArraySlice<UInt8>, transferEncoding: String?) -> [UInt8] {
    switch transferEncoding?.trimmingSpaces().lowercased() {
    case "base64": base64(bytes)
    case "quoted-printable": quotedPrintable(bytes, isHeader: false)
    default: Array(bytes)
    }
  }

  static func base64(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var (bits, count): (UInt32, Int) = (0, 0)
    for byte in bytes {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case 0x2B, 0x2D: value = 62
      case 0x2F, 0x5F: value = 63
      case 0x3D:
        // Padding ends a piece; another one may follow.
        (bits, count) = (0, 0)
        continue
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  /// - Parameter isHeader: whether `_` is a space, as in the words of a header.
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>, isHeader: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == 0x5F, isHeader {
        result.append(0x20)
        continue
      }
      guard byte == 0x3D else {
        result.append(byte)
        continue
      }
      if index + 1 < bytes.endIndex, let high = PercentEncoding.digit(bytes[index]),
        let low = PercentEncoding.digit(bytes[index + 1])
      {
        result.append(high << 4 | low)
        index += 2
        continue
      }
      // A line that goes on: white space may stand behind the sign.
      let rest = bytes[index...].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if rest.first == 0x0A {
        index = rest.startIndex + 1
      } else if !rest.isEmpty || isHeader {
        result.append(byte)
      }
    }
    return result
  }
}

/// The words of RFC 2047 in headers: `=?utf-8?b?WMOj?=`.
enum EncodedWords {
  /// Longer words are none: RFC 2047 has 75 characters.
  private static let maximumWord = 400

  private struct Word {
    var charset: String
    var bytes: [UInt8]
  }

  /// The text with its encoded words decoded; neighbours in one charset are decoded as one, for a letter
  /// may be split over them.
  static func decoded(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    var result = ""
    var open: Word?
    var rest = text[...]
    func close() {
      if let word = open { result += MIMEText.decoded(word.bytes, charset: word.charset) }
      open = nil
    }
    while let start = rest.firstRange(of: "=?") {
      let before = rest[..<start.lowerBound]
      guard let (word, end) = word(in: rest[start.upperBound...]) else {
        close()
        result += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        continue
      }
      if open == nil || !before.allSatisfy(\.isWhitespace) {
        close()
        result += before
      }
      if open?.charset == word.charset {
        open?.bytes += word.bytes
      } else {
        close()
        open = word
      }
      rest = rest[end...]
    }
    close()
    return result + rest
  }

  /// The word behind a `=?`, and where it ends.
  private static func word(in text: Substring) -> (Word, String.Index)? {
    let parts = text.prefix(maximumWord).split(
      separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, let last = parts.last, last.first == "=" else { return nil }
    let charset = parts[0].prefix { $0 != "*" }.lowercased()
    let bytes: [UInt8]
    switch parts[1].lowercased() {
    case "b": bytes = MIMEText.base64(parts[2].utf8)
    case "q": bytes = MIMEText.quotedPrintable(Array(parts[2].utf8)[...], isHeader: true)
    default: return nil
    }
    return (Word(charset: charset, bytes: bytes), last.index(after: last.startIndex))
  }
}
