/// Counts the attributes of XML's elements as the bytes go by, before libxml2 has them: version 2.9 compares
/// each attribute of an element with each.
///
/// In UTF-16 every other byte of the characters looked for is zero, so zero bytes are passed over, like
/// white space.
struct AttributeScreen {
  /// More attributes no element has: Word's root declares some forty namespaces.
  static let maximumAttributes = 1000

  private var isInTag = false
  /// The mark that ends the value of the attribute.
  private var quote: UInt8 = 0
  private var attributes = 0
  private var last: UInt8 = 0

  /// Takes a byte; false if it begins one attribute too many.
  mutating func accepts(_ byte: UInt8) -> Bool {
    guard byte > 0x20 else { return true }
    defer { last = byte }
    switch byte {
    // No attribute's value may hold a `<`, so this always begins something.
    case 0x3C: (isInTag, quote, attributes) = (true, 0, 0)
    case _ where !isInTag: break
    case 0x22, 0x27:
      if quote == byte {
        quote = 0
      } else if quote == 0, last == 0x3D {
        quote = byte
        attributes += 1
      }
    case 0x3E where quote == 0: isInTag = false
    default: break
    }
    return attributes <= Self.maximumAttributes
  }
}
