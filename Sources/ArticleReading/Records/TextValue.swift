import CJSON

/// The text that a value of a record stands for, where programs have written it in a way of their own.
enum TextValue {
  /// The texts in a value: the strings of a list that Python printed (`['…', '…']`), the text in the blocks
  /// of an editor that were kept as a string, HTML whose tags were escaped once more.
  static func texts(_ value: String) -> [String] {
    let value = sound(value)
    switch value.utf8.first {
    case UInt8(ascii: "["), UInt8(ascii: "{"): return blocks(value) ?? list(value) ?? [value]
    default: return [unescaped(value)]
    }
  }

  /// The text as it was before it was encoded twice, as Facebook's exports are.
  static func sound(_ text: String) -> String {
    let span = text.utf8Span.span
    guard !text.utf8Span.isKnownASCII, DoubleUTF8.isLikely(span), text.holds(0xC3),
      let undone = DoubleUTF8.undo(Array(text.utf8))
    else { return text }
    return String(decoding: undone, as: UTF8.self)
  }

  private static func blocks(_ value: String) -> [String]? {
    guard value.holds(UInt8(ascii: "\"")) else { return nil }
    var texts: [String] = []
    var reason: UnsafePointer<CChar>?
    var bytes = Array(value.utf8)
    let status = withUnsafeMutablePointer(to: &texts) { context in
      bytes.withUnsafeMutableBufferPointer {
        cj_read_blocks($0.baseAddress, $0.count, onText, context, &reason)
      }
    }
    return status == .CJ_OK && !texts.isEmpty ? texts : nil
  }

  private static let onText: cj_field = { context, _, _, value, length, _ in
    context?.assumingMemoryBound(to: [String].self).pointee.append(
      String(decoding: UnsafeRawBufferPointer(start: value, count: length), as: UTF8.self))
  }

  /// The strings of a list as Python prints it; nil for anything else.
  private static func list(_ value: String) -> [String]? {
    let bytes = Array(value.utf8)
    guard bytes.count >= 4, bytes[0] == UInt8(ascii: "["),
      bytes[1] == UInt8(ascii: "'") || bytes[1] == UInt8(ascii: "\"")
    else { return nil }
    var texts: [String] = []
    var index = 1
    while index < bytes.count {
      let quote = bytes[index]
      guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
      index += 1
      var text: [UInt8] = []
      while index < bytes.count, bytes[index] != quote {
        if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
          index += 1
          text.append(SQLScanner.unescaped(bytes[index]))
        } else {
          text.append(bytes[index])
        }
        index += 1
      }
      guard index < bytes.count else { return nil }
      texts.append(String(decoding: text, as: UTF8.self))
      index += 1
      while index < bytes.count, bytes[index] == UInt8(ascii: ",") || bytes[index] <= 0x20 {
        index += 1
      }
      if index < bytes.count, bytes[index] == UInt8(ascii: "]") {
        return index == bytes.count - 1 ? texts : nil
      }
    }
    return nil
  }

  /// HTML whose tags are entities, and which has no others.
  private static func unescaped(_ value: String) -> String {
    guard value.holds(0x26), !value.holds(0x3C),
      value.contains("&lt;p") || value.contains("&lt;br") || value.contains("&lt;div")
    else { return value }
    return value.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }
}
