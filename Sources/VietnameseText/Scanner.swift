/// The state of one pass.
struct Scanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let base: Int
  let table: UnsafeBufferPointer<UInt32>
  let letters: UnsafeMutableBufferPointer<Letter>
  var writer: FormWriter
  var memory: WordMemory
  var tokens: TokenBuffer

  /// Letters gathered for the token under way; 0 between tokens.
  var count = 0
  var start = 0
  var end = 0
  var isNumber = false
  var anyMarked = false
  /// Whether a letter of the token under way is Greek or Cyrillic.
  var hasOthers = false
  /// What has been seen since the last token.
  var gap = Token.Gap.sentence
  var connectors = 0
  /// The last token has letters and no vowel (`TP.`, `ThS.`): its full stop ends no sentence.
  var lastIsAbbreviation = false
  /// The last word that memory did not have, and where it begins.
  var unknown: (word: WordBytes, start: Int)?

  init(
    bytes: UnsafeBufferPointer<UInt8>, base: Int, table: UnsafeBufferPointer<UInt32>,
    letters: UnsafeMutableBufferPointer<Letter>, writer: FormWriter, tokens: TokenBuffer,
    memory: WordMemory
  ) {
    (self.bytes, self.base, self.table, self.letters) = (bytes, base, table, letters)
    (self.writer, self.tokens, self.memory) = (writer, tokens, memory)
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
      if count == 0 {
        let next = scanKnown(from: index, into: &list)
        if next > index {
          index = next
          continue
        }
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
    tokens.flush(to: &list)
    writer.flush(to: &list)
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

  @inline(__always)
  mutating func append(
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

  /// Handles one scalar that is not in the letter table; returns where the next begins.
  private mutating func scanOther(from index: Int, into list: inout TokenList) -> Int {
    let (scalar, length) = decode(index)
    let next = index + length
    switch ScalarClass(scalar) {
    case .letters(let parts):
      if count > 0, isNumber { finish(&list) }
      if count > 0, parts.count == 1, joinHangul(parts[0], through: next) { break }
      if count >= Tokenizer.maximumLetters { finish(&list) }
      for part in parts { appendWhole(part, at: index, length: length, isNumber: false) }
      if let letter = parts.first, LookAlikes.mayBe(letter.folded) { hasOthers = true }
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
      if count > 0, !isNumber {
        if isPossessive(at: next) { return finishPossessive(at: next, &list) }
        if isLetter(at: next) { break }
      }
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

  /// Whether an `s` alone stands behind the apostrophe of a word: `Vietnam's`.
  private func isPossessive(at index: Int) -> Bool {
    count >= 2 && index < bytes.count && bytes[index] | 0x20 == 0x73 && !isLetter(at: index + 1)
      && !isMark(at: index + 1)
  }

  /// Ends a word of which the `s` at an index is no letter; returns what is behind it.
  private mutating func finishPossessive(at index: Int, _ list: inout TokenList) -> Int {
    if hasOthers { readLookAlikes() }
    end = index + 1
    finish(&list)
    return index + 1
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
  mutating func connect() {
    connectors += 1
    if gap == .space || connectors > 1 { gap = max(gap, .punctuation) }
  }

  /// Ends the token under way, if there is one, and starts a new gap.
  mutating func finish(_ list: inout TokenList) {
    guard count > 0 else { return }
    if hasOthers { readLookAlikes() }
    if isNumber, count == 2, letters[0].folded == 0x30 {
      letters[0] = letters[1]  // 08 = 8: days and months are written both ways
      count = 1
    }
    let letters = UnsafeMutableBufferPointer(start: self.letters.baseAddress, count: count)
    if !isNumber { TonePlacement.canonicalize(letters) }
    if writer.isNearlyFull { writer.flush(to: &list) }
    writer.write(letters, isMarked: anyMarked)
    lastIsAbbreviation = !isNumber && Self.isAbbreviation(letters)
    if writer.foldedCount > 0 {
      tokens.append(
        writer, start: base + start, end: base + end, gap: gap, isNumber: isNumber,
        word: remember(), to: &list)
    }
    count = 0
    gap = .joined
    connectors = 0
  }

  private static func isAbbreviation(_ letters: UnsafeMutableBufferPointer<Letter>) -> Bool {
    guard letters.count <= 4 else { return false }
    for letter in letters where !letter.isLatin || letter.isVowel { return false }
    return true
  }
}
