/// Looks over the bytes of an XML part for what must not reach libxml2.
///
/// - A document type: office files have none, and entity bombs need one.
/// - An element of thousands of attributes: libxml2 2.9 compares each with each.
///
/// - An encoding other than UTF-8 and UTF-16, the ones both formats allow: it might hide the above.
///
/// One pass, before parsing. In UTF-16 every other byte of the characters looked for is zero, so zero
/// bytes are passed over.
struct XMLScreen {
  /// More attributes no element has: Word's root declares some forty namespaces.
  static let maximumAttributes = 1000

  /// What libxml2 is told to decode; it believes the part's own declaration more.
  let encoding: String
  /// The bytes of a UTF-16 mark, which libxml2 does not expect where it is told the byte order.
  let markLength: Int
  /// Why the part is refused, nil if it may be read.
  let refusal: ReadingError.PartFault?

  init(_ bytes: [UInt8]) {
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFF, 0xFE): (encoding, markLength) = ("UTF-16LE", 2)
    case (0xFE, 0xFF): (encoding, markLength) = ("UTF-16BE", 2)
    default: (encoding, markLength) = ("UTF-8", 0)
    }
    refusal = Self.declaresOther(bytes.prefix(400)) ? .otherEncoding : Self.scan(bytes.span)
  }

  /// Whether the declaration `<?xml … encoding="…"?>` names an encoding that is not read.
  private static func declaresOther(_ start: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: start.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
    let declaration = text.prefix { $0 != ">" }
    guard let name = declaration.firstRange(of: "encoding=") else { return false }
    let value = declaration[name.upperBound...].dropFirst()
    return !["utf-8", "utf8", "utf-16", "us-ascii"].contains { value.hasPrefix($0) }
  }

  private static func scan(_ bytes: Span<UInt8>) -> ReadingError.PartFault? {
    // The last two bytes that are neither zero nor white space, and the attributes since `<`.
    var (before, last): (UInt8, UInt8) = (0, 0)
    var attributes = 0
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte > 0x20 else { continue }
      switch byte {
      // No attribute's value may hold a `<`, so this always begins something.
      case 0x3C: attributes = 0
      case 0x22 where last == 0x3D, 0x27 where last == 0x3D:
        attributes += 1
        if attributes > maximumAttributes { return .tooManyAttributes }
      case 0x44 where last == 0x21 && before == 0x3C: return .documentType
      default: break
      }
      (before, last) = (last, byte)
    }
    return nil
  }
}
