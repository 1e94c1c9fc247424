/// Looks over the bytes of an XML part for what must not reach libxml2.
///
/// - A document type: office files have none, and entity bombs need one.
/// - An element of thousands of attributes (``AttributeScreen``).
/// - An encoding other than UTF-8 and UTF-16, the ones both formats allow: it might hide the above.
///
/// One pass, before parsing. In UTF-16 every other byte of the characters looked for is zero, so zero
/// bytes are passed over.
struct XMLScreen {
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
    // The last two bytes that are neither zero nor white space.
    var (before, last): (UInt8, UInt8) = (0, 0)
    var attributes = AttributeScreen()
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte > 0x20 else { continue }
      guard attributes.accepts(byte) else { return .tooManyAttributes }
      if byte == 0x44, last == 0x21, before == 0x3C { return .documentType }
      (before, last) = (last, byte)
    }
    return nil
  }
}
