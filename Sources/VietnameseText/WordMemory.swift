/// The forms of words seen before, by the bytes that spell them.
///
/// Vietnamese has few syllables, so nearly every word of a text has been met before; its forms are
/// then a copy of 32 bytes. Open addressing, with random multipliers, so that no text can be made to
/// collide. When the memory is full, it forgets everything and starts again.
struct WordMemory: Sendable {
  /// What is known of a word, as one line of the processor's cache; all 0 for none.
  struct Word: Sendable {
    /// Words with a longer form, in bytes, are not kept.
    static let maximumForm = 16

    /// The bytes that spell it (2 lanes); the two forms (2 lanes each), as they lie in memory, with
    /// whatever follows them there; its number and the counts; an unused lane.
    fileprivate var line = SIMD8<UInt64>()

    @inline(__always)
    fileprivate func isSpelt(_ key: WordBytes) -> Bool { line[0] == key.low && line[1] == key.high }

    /// The folded form.
    @inline(__always)
    var folded: SIMD2<UInt64> { SIMD2(line[2], line[3]) }

    /// The exact form.
    @inline(__always)
    var exact: SIMD2<UInt64> { SIMD2(line[4], line[5]) }

    /// What the tokens of the word carry: 1 and up, never that of another word.
    @inline(__always)
    var number: UInt32 { UInt32(truncatingIfNeeded: line[6]) }

    /// Bytes of the folded form.
    @inline(__always)
    var foldedCount: Int { Int(truncatingIfNeeded: line[6] >> 32 & 0xFF) }

    /// Bytes of the exact form; 0 if it is the same as the folded one.
    @inline(__always)
    var exactCount: Int { Int(truncatingIfNeeded: line[6] >> 40 & 0xFF) }

    /// As `Scanner.lastIsAbbreviation`.
    @inline(__always)
    var isAbbreviation: Bool { line[6] >> 48 != 0 }
  }

  private static let leastBits: UInt64 = 6
  /// Grows fourfold: with smaller steps, as much would be written to the tables on the way as to the
  /// last one.
  private static let growthBits: UInt64 = 2

  private let limit: Int
  private let multipliers: (UInt64, UInt64)
  /// At least half are empty.
  private var words: WordLines
  /// 64 - log2 of the number of places.
  private var shift: UInt64
  private var count = 0
  /// The last word's number. No number is given twice.
  private var lastNumber: UInt32 = 0

  /// - Parameter limit: how many words are kept; 0 for none.
  init(limit: Int = Tokenizer.rememberedWords) {
    self.limit = limit
    multipliers = (.random(in: .min ... .max) | 1, .random(in: .min ... .max) | 1)
    words = WordLines(count: 1 << Self.leastBits)
    shift = 64 - Self.leastBits
  }

  /// The word spelt like this; nil if it is not known.
  @inline(__always)
  subscript(key: WordBytes) -> Word? {
    var place = place(of: key.low, key.high)
    while !words[place].isSpelt(key) {
      guard words[place].number != 0 else { return nil }
      place = (place + 1) & (words.count - 1)
    }
    return words[place]
  }

  /// Remembers a word that is not known yet.
  ///
  /// - Parameters:
  ///   - folded: where the folded form begins; 16 bytes from there can be read.
  ///   - exact: the same of the exact form.
  /// - Returns: its number; 0 if it is not kept.
  mutating func remember(
    _ key: WordBytes, folded: UnsafeRawPointer, foldedCount: Int, exact: UnsafeRawPointer,
    exactCount: Int, isAbbreviation: Bool
  ) -> UInt32 {
    guard limit > 0, max(foldedCount, exactCount) <= Word.maximumForm, lastNumber < .max else {
      return 0
    }
    if count == limit { forget() }
    if (count + 1) * 2 > words.count { grow() }
    if !isKnownUniquelyReferenced(&words) { words = words.copy() }
    lastNumber += 1
    count += 1
    var word = Word()
    (word.line[0], word.line[1]) = (key.low, key.high)
    word.line.put(folded, at: 2)
    word.line.put(exact, at: 4)
    word.line[6] =
      UInt64(lastNumber) | UInt64(foldedCount) << 32 | UInt64(exactCount) << 40
      | (isAbbreviation ? 1 << 48 : 0)
    enter(word)
    return lastNumber
  }

  /// The place where the search for a key begins.
  @inline(__always)
  private func place(of low: UInt64, _ high: UInt64) -> Int {
    Int(truncatingIfNeeded: (low &* multipliers.0 &+ high &* multipliers.1) >> shift)
  }

  private mutating func enter(_ word: Word) {
    var place = place(of: word.line[0], word.line[1])
    while words[place].number != 0 { place = (place + 1) & (words.count - 1) }
    words[place] = word
  }

  private mutating func grow() {
    let old = words
    var bits = Self.growthBits
    while bits > 1, old.count << (bits - 1) >= limit * 2 { bits -= 1 }
    words = WordLines(count: old.count << bits)
    shift -= bits
    for place in 0..<old.count where old[place].number != 0 { enter(old[place]) }
  }

  private mutating func forget() {
    words = WordLines(count: words.count)
    count = 0
  }
}

/// Words, each aligned to a line of the processor's cache, which an array would not guarantee.
///
/// Sendable, though unchecked: only ``WordMemory`` has one. It writes only to one that it has just
/// made or, by `isKnownUniquelyReferenced`, owns alone; a shared one is copied first. So nothing that
/// several threads can see is ever written to, as with an array.
private final class WordLines: @unchecked Sendable {
  private static let lineBytes = MemoryLayout<WordMemory.Word>.stride

  private let lines: UnsafeMutablePointer<WordMemory.Word>
  let count: Int

  /// All empty.
  init(count: Int) {
    self.count = count
    lines = UnsafeMutableRawPointer.allocate(
      byteCount: count * Self.lineBytes, alignment: Self.lineBytes
    ).initializeMemory(as: WordMemory.Word.self, repeating: WordMemory.Word(), count: count)
  }

  deinit { UnsafeMutableRawPointer(lines).deallocate() }

  /// - Parameter place: below ``count``; not checked.
  @inline(__always)
  subscript(place: Int) -> WordMemory.Word {
    get { lines[place] }
    set { lines[place] = newValue }
  }

  func copy() -> WordLines {
    let copy = WordLines(count: count)
    copy.lines.update(from: lines, count: count)
    return copy
  }
}

extension SIMD8<UInt64> {
  /// Puts the 16 bytes from `bytes` on into two lanes.
  fileprivate mutating func put(_ bytes: UnsafeRawPointer, at lane: Int) {
    self[lane] = bytes.loadUnaligned(as: UInt64.self)
    self[lane + 1] = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
  }
}
