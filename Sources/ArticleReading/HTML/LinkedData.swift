/// Finds values in a page's JSON-LD (schema.org) by their keys.
///
/// The scan does not check the JSON: it skips strings as strings and counts brackets, which is all
/// that objects, arrays and `@graph` need, and templates do print broken JSON. Linear in the size
/// of the script.
struct LinkedData {
  private(set) var datePublished: String?
  private(set) var author: String?
  private(set) var section: String?
  private(set) var headline: String?
  /// The names in a breadcrumb list, in order.
  private(set) var breadcrumb: [String] = []

  init(_ scripts: [[UInt8]]) {
    for script in scripts { read(script) }
  }

  /// Nesting is followed so far; deeper values have no owner.
  private static let maximumDepth = 64

  /// Goes through the tokens with the keys that the open objects and arrays are values of.
  private mutating func read(_ script: [UInt8]) {
    var owners: [String] = []
    var key = ""
    var index = 0
    while index < script.count {
      switch script[index] {
      case 0x7B, 0x5B:
        if owners.count < Self.maximumDepth { owners.append(key) }
        index += 1
      case 0x7D, 0x5D:
        key = owners.popLast() ?? ""
        index += 1
      case 0x22:
        let end = Self.endOfString(script, from: index + 1)
        let content = script[min(index + 1, end)..<end]
        index = min(end + 1, script.count)
        if Self.isKey(script, at: index) {
          key = content.count <= 40 ? String(decoding: content, as: UTF8.self) : ""
        } else if content.count <= 2000 {
          take(key, content, owners)
        }
      default: index += 1
      }
    }
  }

  private mutating func take(_ key: String, _ value: ArraySlice<UInt8>, _ owners: [String]) {
    switch key {
    case "datePublished": datePublished = datePublished ?? Self.text(value)
    case "articleSection": section = section ?? Self.text(value)
    case "headline": headline = headline ?? Self.text(value)
    case "author": author = author ?? Self.text(value)
    case "name":
      // An array of authors is an owner between the object and its key.
      if owners.suffix(2).contains("author") {
        author = author ?? Self.text(value)
      } else if owners.contains("itemListElement"), breadcrumb.count < 20 {
        breadcrumb.append(Self.text(value))
      }
    default: break
    }
  }

  private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x22 { index += bytes[index] == 0x5C ? 2 : 1 }
    return min(index, bytes.count)
  }

  private static func isKey(_ bytes: [UInt8], at start: Int) -> Bool {
    var index = start
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    return index < bytes.count && bytes[index] == 0x3A
  }

  /// The text of a string, escapes resolved; an impossible escape becomes U+FFFD.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(0x5C) else { return String(decoding: bytes, as: UTF8.self) }
    var result = ""
    var plain: [UInt8] = []
    var units: [UInt16] = []
    func flush() {
      result += String(decoding: plain, as: UTF8.self) + String(decoding: units, as: UTF16.self)
      plain.removeAll()
      units.removeAll()
    }
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == 0x5C, let escape = rest.popFirst() else {
        if !units.isEmpty { flush() }
        plain.append(byte)
        continue
      }
      if escape == 0x75,
        let unit = UInt16(String(decoding: rest.prefix(4), as: UTF8.self), radix: 16)
      {
        if !plain.isEmpty { flush() }
        units.append(unit)
        rest = rest.dropFirst(4)
        continue
      }
      if !units.isEmpty { flush() }
      switch escape {
      case 0x6E, 0x74, 0x72, 0x62, 0x66: plain.append(0x20)
      default: plain.append(escape)
      }
    }
    flush()
    return result
  }
}
