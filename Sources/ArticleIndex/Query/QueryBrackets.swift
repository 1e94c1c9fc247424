/// Which quotation marks and parentheses of a query belong together.
///
/// One pass: quotation marks pair in the order they come, parentheses outside of them as they nest.
struct QueryBrackets {
  /// Parentheses nested deeper than this are passed over.
  static let maximumDepth = 32

  /// By byte offset of an opening or closing sign: where its partner is; -1 for none.
  private var partners: [Int]
  /// A quotation mark has no partner.
  private(set) var hasLooseQuote = false
  /// A parenthesis has no partner.
  private(set) var hasLooseParenthesis = false
  /// Parentheses were passed over because of ``maximumDepth``.
  private(set) var isTooDeep = false

  init(_ bytes: [UInt8]) {
    partners = [Int](repeating: -1, count: bytes.count)
    var stack: [Int] = []
    var quote: Int?
    // What stands in quotation marks that are closed is text. Whether they are is known at the end.
    var offset = 0
    let lastQuote = Self.lastPairedQuote(bytes)
    while offset < bytes.count {
      let length = Self.quoteLength(bytes, offset)
      if length > 0 {
        if offset > lastQuote {
          hasLooseQuote = true
        } else if let opening = quote {
          pair(opening, offset)
          quote = nil
        } else {
          quote = offset
        }
        offset += length
        continue
      }
      if quote == nil {
        if bytes[offset] == 0x28 {
          stack.append(offset)
        } else if bytes[offset] == 0x29 {
          if let opening = stack.popLast() {
            if stack.count < Self.maximumDepth {
              pair(opening, offset)
            } else {
              isTooDeep = true
            }
          } else {
            hasLooseParenthesis = true
          }
        }
      }
      offset += 1
    }
    if !stack.isEmpty { hasLooseParenthesis = true }
  }

  /// The offset of the partner of the sign at `offset`, if it has one.
  func partner(of offset: Int) -> Int? {
    partners.indices.contains(offset) && partners[offset] >= 0 ? partners[offset] : nil
  }

  private mutating func pair(_ opening: Int, _ closing: Int) {
    partners[opening] = closing
    partners[closing] = opening
  }

  /// The offset of the last quotation mark of an even number of them, -1 if there is none.
  private static func lastPairedQuote(_ bytes: [UInt8]) -> Int {
    var (last, previous, isOdd) = (-1, -1, false)
    for offset in bytes.indices where quoteLength(bytes, offset) > 0 {
      (previous, last, isOdd) = (last, offset, !isOdd)
    }
    return isOdd ? previous : last
  }

  /// The bytes of the quotation mark at `offset`; 0 if there is none. `"`, `“`, `”` and `„`.
  static func quoteLength(_ bytes: [UInt8], _ offset: Int) -> Int {
    if bytes[offset] == 0x22 { return 1 }
    guard bytes[offset] == 0xE2, offset + 2 < bytes.count, bytes[offset + 1] == 0x80,
      (0x9C...0x9E).contains(bytes[offset + 2])
    else { return 0 }
    return 3
  }
}
