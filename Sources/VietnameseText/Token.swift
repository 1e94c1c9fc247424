/// One word of a text: where it stands, and the forms it is compared by.
public struct Token: Sendable, Equatable {
  /// What separates a token from the one before it.
  public enum Gap: UInt8, Sendable, Comparable, CaseIterable {
    /// Written together or with one connecting mark: `QĐ-UBND`, `24/24`, `TP.HCM`, `121kg`.
    case joined
    /// White space only.
    case space
    /// A comma, bracket, quotation mark, spaced dash, …
    case punctuation
    /// The end of a sentence or line, or the beginning of the text.
    case sentence

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// UTF-8 byte offset of the first byte in the text.
  public let start: UInt32
  /// UTF-8 byte offset past the last byte in the text, combining marks included.
  public let end: UInt32
  /// Where the forms begin in ``TokenList/forms``: the folded one first, the exact one after it.
  @usableFromInline let formsStart: UInt32
  /// Bytes of the folded form; 1…``TokenList/maximumFormBytes``.
  @usableFromInline let foldedCount: UInt8
  /// Bytes of the exact form; 0 if it is the same as the folded one.
  @usableFromInline let exactCount: UInt8
  /// What stands before it.
  public let gap: Gap
  /// A number (`165.000`) rather than a word.
  public let isNumber: Bool
  /// Tokens of one ``Tokenizer`` with the same number here have the same forms; 0 says nothing.
  public let word: UInt32

  /// UTF-8 byte offsets in the text.
  public var range: Range<Int> { Int(start)..<Int(end) }
  /// Whether the token is written with marks, so that its exact form differs from the folded one.
  public var hasMarks: Bool { exactCount > 0 }

  /// Ignores ``word``, which depends on what else a tokenizer has met.
  public static func == (left: Self, right: Self) -> Bool {
    left.start == right.start && left.end == right.end && left.formsStart == right.formsStart
      && left.foldedCount == right.foldedCount && left.exactCount == right.exactCount
      && left.gap == right.gap && left.isNumber == right.isNumber
  }
}

/// The tokens of one text, in reading order, with all their forms in one buffer.
///
/// ```swift
/// let list = TokenList(of: "Tỉnh Vĩnh Phúc")
/// print(list.tokens.map { list.folded($0) })  // ["tinh", "vinh", "phuc"]
/// print(list.tokens.map { list.exact($0) })   // ["tỉnh", "vĩnh", "phúc"]
/// ```
public struct TokenList: Sendable {
  /// No form is longer than this, in bytes; a longer one is cut at a letter and closed with a hash
  /// of the whole, so that equal words stay equal and different ones differ.
  public static let maximumFormBytes = 64

  /// The tokens by ascending, disjoint ranges.
  public internal(set) var tokens: [Token] = []
  /// The forms of all tokens, one after another.
  var forms: [UInt8] = []

  public init() {}

  /// Tokenizes a whole text. For many texts use a ``Tokenizer``, which remembers words.
  public init(of text: String) {
    var tokenizer = Tokenizer()
    tokenizer.tokenize(text, into: &self)
  }

  /// Removes all tokens, but keeps the memory for the next ones.
  public mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    forms.removeAll(keepingCapacity: true)
  }

  /// The folded form: lower case, no marks, `đ` as `d`.
  public func folded(_ token: Token) -> String {
    String(decoding: forms[foldedRange(token)], as: UTF8.self)
  }

  /// The exact form: lower case, composed, the tone in its canonical place.
  public func exact(_ token: Token) -> String {
    String(decoding: forms[exactRange(token)], as: UTF8.self)
  }

  /// Whether the token's folded form is `form`; makes no String.
  public func folded(_ token: Token, equals form: [UInt8]) -> Bool {
    Int(token.foldedCount) == form.count && isEqual(Int(token.formsStart), form)
  }

  /// Whether the token's exact form is `form`; makes no String.
  public func exact(_ token: Token, equals form: [UInt8]) -> Bool {
    guard token.hasMarks else { return folded(token, equals: form) }
    return Int(token.exactCount) == form.count
      && isEqual(Int(token.formsStart) + Int(token.foldedCount), form)
  }

  private func isEqual(_ start: Int, _ form: [UInt8]) -> Bool {
    for offset in form.indices where forms[start + offset] != form[offset] { return false }
    return true
  }

  /// Calls `body` with the folded and the exact form of every token as bytes, in order. The exact
  /// form is empty where it does not differ. Borrowed for the call only.
  @inlinable
  public func visit(
    _ body: (Token, _ folded: UnsafeBufferPointer<UInt8>, _ exact: UnsafeBufferPointer<UInt8>)
      -> Void
  ) {
    withForms { forms in
      for token in tokens {
        let (folded, exact) = Self.slices(token, of: forms)
        body(token, folded, exact)
      }
    }
  }

  @usableFromInline
  func withForms(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    forms.withUnsafeBufferPointer(body)
  }

  @inlinable
  static func slices(
    _ token: Token, of forms: UnsafeBufferPointer<UInt8>
  ) -> (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) {
    let start = Int(token.formsStart)
    let middle = start + Int(token.foldedCount)
    return (
      UnsafeBufferPointer(rebasing: forms[start..<middle]),
      UnsafeBufferPointer(rebasing: forms[middle..<middle + Int(token.exactCount)])
    )
  }

  private func foldedRange(_ token: Token) -> Range<Int> {
    let start = Int(token.formsStart)
    return start..<start + Int(token.foldedCount)
  }

  private func exactRange(_ token: Token) -> Range<Int> {
    guard token.hasMarks else { return foldedRange(token) }
    let start = Int(token.formsStart) + Int(token.foldedCount)
    return start..<start + Int(token.exactCount)
  }
}
