import Foundation
import VietnameseText

/// A form compared scalar by scalar; `String` would call every composition of it equal.
struct Form: Equatable, ExpressibleByStringLiteral, CustomStringConvertible {
  let text: String

  init(_ text: String) { self.text = text }
  init(stringLiteral text: String) { self.text = text }

  static func == (left: Self, right: Self) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

  var description: String {
    let scalars = text.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }
    return "\(text) <\(scalars.joined(separator: " "))>"
  }
}

/// A token with its forms.
struct Word: Equatable {
  let folded: Form
  let exact: Form
  let range: Range<Int>
  let gap: Token.Gap
  let isNumber: Bool

  /// One word per line of a table: `¶` sentence, `,` punctuation, `_` space or `+` joined before it,
  /// `#` for a number, then the exact form.
  var shape: String {
    let gaps: [Token.Gap: String] = [.sentence: "¶", .punctuation: ",", .space: "_", .joined: "+"]
    return (gaps[gap] ?? "") + (isNumber ? "#" : "") + exact.text
  }
}

extension [Word] {
  /// Each begins where the one before it has ended, or later.
  var areDisjoint: Bool {
    zip(self, dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound }
  }
}

extension TokenList {
  var words: [Word] {
    tokens.map {
      Word(
        folded: Form(folded($0)), exact: Form(exact($0)), range: $0.range, gap: $0.gap,
        isNumber: $0.isNumber)
    }
  }
}

func words(_ text: String) -> [Word] { TokenList(of: text).words }

/// The words of `text` as ``Word/shape`` has them.
func shapes(_ text: String) -> String { words(text).map(\.shape).joined(separator: " ") }

/// Tokenizes many short texts without making a tokenizer for each.
struct WordReader {
  private var tokenizer = Tokenizer()
  private var list = TokenList()

  mutating func words(_ bytes: [UInt8], base: Int = 0) -> [Word] {
    list.removeAll()
    bytes.withUnsafeBufferPointer { tokenizer.tokenize($0, base: base, into: &list) }
    return list.words
  }

  mutating func words(_ text: String) -> [Word] { words(Array(text.utf8)) }

  /// The one word that is all of `text`, from its first byte to its last.
  mutating func word(_ text: String) -> Word? {
    let found = words(text)
    guard found.count == 1, found[0].range == 0..<text.utf8.count else { return nil }
    return found[0]
  }
}

extension String {
  var nfc: String { precomposedStringWithCanonicalMapping }
  var nfd: String { decomposedStringWithCanonicalMapping }

  init(scalars: [UInt32]) {
    self.init(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }
}

/// Steele, Lea and Flood's generator: the same numbers from the same seed on every machine.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }
}
