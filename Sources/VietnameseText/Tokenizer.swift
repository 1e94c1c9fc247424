/// Splits text into tokens: one pass over UTF-8 bytes, no String per token.
///
/// A token is a run of letters with their marks, or a number. Letters and digits part (`121kg` is
/// `121` + `kg`, joined), scripts without spaces give one token a letter, and apostrophes inside a
/// word vanish (`H'Mông` is `hmông`). Composed, decomposed and mixed spellings of one text give the
/// same forms; ranges are those of the text as it is. Invalid UTF-8 separates tokens, no more.
///
/// One tokenizer per thread; it keeps its buffers between texts.
///
/// ```swift
/// var tokenizer = Tokenizer()
/// var list = TokenList()
/// tokenizer.tokenize("45/2019/QĐ-UBND", into: &list)
/// list.tokens.count  // 4: 45, 2019, qđ, ubnd, all joined
/// ```
public struct Tokenizer: Sendable {
  /// Letters of one token beyond which it is cut in two joined ones.
  static let maximumLetters = 4096
  /// Room for one token: what belongs to its last letter is not cut off.
  static let letterCapacity = maximumLetters + MarkedLetter.maximumLooseMarks + 16

  private var letters = [Letter](
    repeating: Letter(folded: 0, exact: 0), count: Self.letterCapacity)
  private var forms = [UInt8](repeating: 0, count: FormWriter.capacity)

  public init() {}

  /// Appends the tokens of `text`; offsets are bytes of its UTF-8.
  public mutating func tokenize(_ text: String, into list: inout TokenList) {
    var text = text
    text.withUTF8 { tokenize($0, into: &list) }
  }

  /// Appends the tokens of UTF-8 bytes.
  ///
  /// - Parameters:
  ///   - bytes: at most `UInt32.max - base` bytes; borrowed for the call.
  ///   - base: what to add to the offsets, for a text given in parts. The first token of a part
  ///     begins a sentence.
  public mutating func tokenize(
    _ bytes: UnsafeBufferPointer<UInt8>, base: Int = 0, into list: inout TokenList
  ) {
    letters.withUnsafeMutableBufferPointer { letters in
      forms.withUnsafeMutableBufferPointer { forms in
        LetterTables.letters.withUnsafeBufferPointer { table in
          var scanner = Scanner(
            bytes: bytes, base: base, table: table, letters: letters, writer: FormWriter(forms))
          scanner.scan(into: &list)
          scanner.writer.flush(to: &list)
        }
      }
    }
  }
}

/// The state of one pass.
private struct Scanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let base: Int
  let table: UnsafeBufferPointer<UInt32>
  let letters: UnsafeMutableBufferPointer<Letter>
  var writer: FormWriter

  /// Letters gathered for the token under way; 0 between tokens.
  var count = 0
  var start = 0
  var end = 0
  var isNumber = false
  var anyMarked = false
  /// What has been seen since the last token.
  var gap = Token.Gap.sentence
  var connectors = 0
  /// The last token has letters and no vowel (`TP.`, `ThS.`): its full stop ends no sentence.
  var lastIsAbbreviation = false

  init(
    bytes: UnsafeBufferPointer<UInt8>, base: Int, table: UnsafeBufferPointer<UInt32>,
    letters: UnsafeMutableBufferPointer<Letter>, writer: FormWriter
  ) {
    (self.bytes, self.base, self.table, self.letters) = (bytes, base, table, letters)
    self.writer = writer
  }

  mutating func scan(into list: inout TokenList) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x20 {
        finish(&list)
        separate(.space)
        index += 1
        continue
      }
      let (entry, length) = lookUp(index)
      if entry == 0 {
        index = scanOther(from: index, into: &list)
      } else if entry >> 24 >= 0x3A {
        if count > 0, isNumber { finish(&list) }
        index = scanLetters(from: index, into: &list)
      } else {
        if count > 0, !isNumber { finish(&list) }
        if count == 0, length == 1 {
          index = scanNumber(from: index, into: &list)
        } else {
          append(Letter(entry: entry), at: index, length: length, isNumber: true, &list)
          index += length
        }
      }
    }
    finish(&list)
  }

  /// Gathers a run of table letters, the hot loop; returns where it ends.
  @inline(__always)
  private mutating func scanLetters(from first: Int, into list: inout TokenList) -> Int {
    if count >= Tokenizer.maximumLetters { finish(&list) }
    if count == 0 {
      start = first
      isNumber = false
      anyMarked = false
    }
    // Local copies: through `self` every access would go to memory.
    let (bytes, table, letters) = (self.bytes, self.table, self.letters)
    var (index, filled, marked) = (first, count, false)
    while index < bytes.count, filled < Tokenizer.maximumLetters {
      let (entry, length) = Self.lookUp(bytes, index, table)
      guard entry >> 24 >= 0x3A else { break }
      let letter = Letter(entry: entry)
      letters[filled] = letter
      marked = marked || letter.isMarked
      filled += 1
      index += length
    }
    count = filled
    anyMarked = anyMarked || marked
    end = index
    return index
  }

  /// The letter table's entry for the scalar at `index` and its length in bytes; 0 where the table
  /// does not reach or has no letter.
  @inline(__always)
  private func lookUp(_ index: Int) -> (entry: UInt32, length: Int) {
    Self.lookUp(bytes, index, table)
  }

  @inline(__always)
  private static func lookUp(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ table: UnsafeBufferPointer<UInt32>
  ) -> (entry: UInt32, length: Int) {
    let first = bytes[index]
    if first < 0x80 { return (table[Int(first)], 1) }
    if first <= 0xC9 {
      guard first >= 0xC3, index + 1 < bytes.count else { return (0, 0) }
      let second = bytes[index + 1] ^ 0x80
      let scalar = Int(first & 0x1F) << 6 | Int(second)
      return (second < 0x40 && scalar < 0x250 ? table[scalar] : 0, 2)
    }
    if first == 0xE1, index + 2 < bytes.count, bytes[index + 1] & 0xFC == 0xB8 {
      let third = bytes[index + 2] ^ 0x80
      let offset = Int(bytes[index + 1] & 0x03) << 6 | Int(third)
      return (third < 0x40 ? table[0x250 + offset] : 0, 3)
    }
    return (0, 0)
  }

  @inline(__always)
  private mutating func append(
    _ letter: Letter, at index: Int, length: Int, isNumber: Bool, _ list: inout TokenList
  ) {
    if count >= Tokenizer.maximumLetters { finish(&list) }
    appendWhole(letter, at: index, length: length, isNumber: isNumber)
  }

  /// Appends without regard to `maximumLetters`: for the further letters of one scalar.
  @inline(__always)
  private mutating func appendWhole(_ letter: Letter, at index: Int, length: Int, isNumber: Bool) {
    if count == 0 {
      start = index
      self.isNumber = isNumber
      anyMarked = false
    }
    letters[count] = letter
    count += 1
    if letter.isMarked { anyMarked = true }
    end = index + length
  }

  /// Handles one scalar that is no table letter; returns where the next begins.
  private mutating func scanOther(from index: Int, into list: inout TokenList) -> Int {
    let (scalar, length) = decode(index)
    let next = index + length
    switch ScalarClass(scalar) {
    case .letters(let parts):
      if count > 0, isNumber { finish(&list) }
      if count > 0, parts.count == 1, joinHangul(parts[0], through: next) { break }
      if count >= Tokenizer.maximumLetters { finish(&list) }
      for part in parts { appendWhole(part, at: index, length: length, isNumber: false) }
    case .digit(let letter):
      if count > 0, !isNumber { finish(&list) }
      append(letter, at: index, length: length, isNumber: true, &list)
    case .ideograph(let letter):
      finish(&list)
      append(letter, at: index, length: length, isNumber: false, &list)
      // Marks of Thai and Lao letters follow; the next letter starts another token.
      if !isMark(at: next) { finish(&list) }
    case .mark(let mark):
      addMark(mark, through: next, &list)
    case .transparent:
      break
    case .apostrophe:
      if count > 0, !isNumber, isLetter(at: next) { break }
      finish(&list)
      separate(.punctuation)
    case .space:
      finish(&list)
      separate(.space)
    case .newline, .sentenceEnd:
      finish(&list)
      separate(.sentence)
    case .fullStop:
      finish(&list)
      if isLetter(at: next) {
        connect()
      } else {
        separate(lastIsAbbreviation && gap == .joined ? .space : .sentence)
      }
    case .connector:
      finish(&list)
      connect()
    case .punctuation:
      finish(&list)
      separate(.punctuation)
    }
    return next
  }

  private mutating func addMark(_ mark: UInt32, through next: Int, _ list: inout TokenList) {
    guard count > 0 else { return separate(.punctuation) }
    if !letters[count - 1].take(mark: mark) { addLooseMark(mark) }
    anyMarked = true
    end = next
    guard letters[0].folded >= 0xE00 else { return }
    if ScalarClass.isWrittenWithoutSpaces(letters[0].folded), !isMark(at: next) { finish(&list) }
  }

  /// Handles a mark that does not simply join the last letter.
  private mutating func addLooseMark(_ mark: UInt32) {
    var base = count - 1
    while base > 0, letters[base].folded == 0 { base -= 1 }
    var marked = MarkedLetter(letters[base..<count])
    marked.add(mark)
    count = base
    for letter in marked.letters where count < letters.count {
      letters[count] = letter
      count += 1
    }
  }

  /// Composes a Korean letter with the syllable begun before it.
  private mutating func joinHangul(_ letter: Letter, through next: Int) -> Bool {
    let last = letters[count - 1]
    guard !last.isMarked, let syllable = Hangul.composed(last.folded, letter.folded) else {
      return false
    }
    letters[count - 1] = Letter(folded: syllable, exact: syllable)
    end = next
    return true
  }

  /// Widens the gap before the next token.
  private mutating func separate(_ found: Token.Gap) {
    if found == .space, gap == .joined, connectors > 0 {
      gap = .punctuation  // «Hà Nội - Vĩnh Phúc»: a spaced dash joins nothing
    } else {
      gap = max(gap, found)
    }
  }

  /// A connecting mark joins only alone and without spaces.
  private mutating func connect() {
    connectors += 1
    if gap == .space || connectors > 1 { gap = max(gap, .punctuation) }
  }

  /// Ends the token under way, if there is one, and starts a new gap.
  private mutating func finish(_ list: inout TokenList) {
    guard count > 0 else { return }
    if isNumber, count == 2, letters[0].folded == 0x30 {
      letters[0] = letters[1]  // 08 = 8: days and months are written both ways
      count = 1
    }
    let letters = UnsafeMutableBufferPointer(start: self.letters.baseAddress, count: count)
    if !isNumber { TonePlacement.canonicalize(letters) }
    if writer.isNearlyFull { writer.flush(to: &list) }
    writer.write(letters, isMarked: anyMarked)
    if writer.foldedCount > 0 {
      list.append(
        writer, start: base + start, end: base + end, gap: gap, isNumber: isNumber)
    }
    lastIsAbbreviation = !isNumber && Self.isAbbreviation(letters)
    count = 0
    gap = .joined
    connectors = 0
  }

  private static func isAbbreviation(_ letters: UnsafeMutableBufferPointer<Letter>) -> Bool {
    guard letters.count <= 4 else { return false }
    for letter in letters where !letter.isLatin || letter.isVowel { return false }
    return true
  }

  /// Reads a number that begins with an ASCII digit, its separators included.
  private mutating func scanNumber(from index: Int, into list: inout TokenList) -> Int {
    let number = NumberShape(bytes, from: index)
    for group in number.tokens {
      for position in group where bytes[position] >= 0x30 && bytes[position] <= 0x39 {
        append(
          Letter(folded: UInt32(bytes[position]), exact: UInt32(bytes[position])), at: position,
          length: 1, isNumber: true, &list)
      }
      if let point = number.decimalPoint, group.contains(point) {
        let fraction = group.upperBound - point - 1
        insertPoint(before: fraction)
      }
      if group.upperBound < number.end {
        finish(&list)
        connect()
      }
    }
    return number.end
  }

  /// Puts `.` before the last `fraction` digits.
  private mutating func insertPoint(before fraction: Int) {
    let position = max(0, count - fraction)
    for index in stride(from: count, to: position, by: -1) { letters[index] = letters[index - 1] }
    letters[position] = Letter(folded: 0x2E, exact: 0x2E)
    count += 1
  }

  /// The scalar at `index` and its length; malformed bytes count as one U+FFFD each.
  private func decode(_ index: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    let (length, bits, minimum): (Int, UInt32, UInt32) =
      first >= 0xF0
      ? (4, first & 0x07, 0x1_0000)
      : first >= 0xE0 ? (3, first & 0x0F, 0x800) : (2, first & 0x1F, 0x80)
    guard first >= 0xC2, first < 0xF5, index + length <= bytes.count else { return (0xFFFD, 1) }
    var scalar = bits
    for offset in 1..<length {
      let byte = UInt32(bytes[index + offset])
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | byte & 0x3F
    }
    guard scalar >= minimum, Unicode.Scalar(scalar) != nil else { return (0xFFFD, 1) }
    return (scalar, length)
  }

  private func isLetter(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    if lookUp(index).entry != 0 { return true }
    guard bytes[index] >= 0x80 else { return false }
    switch ScalarClass(decode(index).0) {
    case .letters, .digit: return true
    default: return false
    }
  }

  private func isMark(at index: Int) -> Bool {
    guard index < bytes.count, bytes[index] >= 0x80 else { return false }
    if case .mark = ScalarClass(decode(index).0) { return true }
    return false
  }
}
