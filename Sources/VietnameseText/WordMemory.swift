/// The forms of words seen before, by the bytes that spell them.
///
/// Vietnamese has some 7,000 syllables, so nearly every word of a text has been met; its forms are then
/// a copy of 32 bytes. Open addressing; the multipliers are drawn by lot, so that no text can be made
/// to collide. A full memory forgets everything and begins anew.
struct WordMemory: Sendable {
  /// What is known of a word: one cache line.
  struct Word: Sendable {
    /// Longer forms are not kept, in bytes.
    static let maximumForm = 16

    fileprivate let low: UInt64
    fileprivate let high: UInt64
    /// The first 16 bytes from where the form begins, whatever stands behind it.
    let folded: SIMD2<UInt64>
    let exact: SIMD2<UInt64>
    let foldedCount: UInt8
    /// 0 if it is the same as the folded one.
    let exactCount: UInt8
    /// As `Scanner.lastIsAbbreviation`.
    let isAbbreviation: Bool
  }

  /// How many words are kept: the head of any language.
  static let maximumWords = Tokenizer.rememberedWords

  private let limit: Int
  private let multipliers: (UInt64, UInt64)
  private var words: [Word] = []
  /// The number of a word + 1, or 0; at least half are 0.
  private var slots: [UInt32]
  /// 64 - log2 of the number of slots.
  private var shift: UInt64
  /// Words forgotten so far: no number is given twice.
  private var forgotten: UInt32 = 0

  /// - Parameter limit: how many words are kept; 0 for none.
  init(limit: Int = Self.maximumWords) {
    self.limit = limit
    multipliers = (.random(in: .min ... .max) | 1, .random(in: .min ... .max) | 1)
    slots = [UInt32](repeating: 0, count: 1 << 6)
    shift = 64 - 6
  }

  /// Where a word is; -1 if it is not known.
  @inline(__always)
  func find(_ key: WordBytes) -> Int {
    let found = Int(truncatingIfNeeded: slots[slot(of: key.low, key.high)]) - 1
    if found >= 0, words[found].low != key.low || words[found].high != key.high {
      return findFurther(key)
    }
    return found
  }

  @inline(__always)
  subscript(index: Int) -> Word { words[index] }

  /// What the tokens of a word carry: 1 and up, never that of another word.
  @inline(__always)
  func number(at index: Int) -> UInt32 { forgotten &+ UInt32(truncatingIfNeeded: index) &+ 1 }

  /// Keeps a word that ``find(_:)`` does not find.
  ///
  /// - Parameter forms: where they begin; 16 bytes from each place can be read.
  /// - Returns: its number; 0 if it is not kept.
  mutating func remember(
    _ key: WordBytes, folded: UnsafeRawPointer, foldedCount: Int, exact: UnsafeRawPointer,
    exactCount: Int, isAbbreviation: Bool
  ) -> UInt32 {
    guard limit > 0, foldedCount <= Word.maximumForm, exactCount <= Word.maximumForm,
      forgotten < .max - UInt32(clamping: 2 * limit)
    else { return 0 }
    if words.count == limit { forget() }
    words.append(
      Word(
        low: key.low, high: key.high, folded: folded.loadUnaligned(as: SIMD2<UInt64>.self),
        exact: exact.loadUnaligned(as: SIMD2<UInt64>.self),
        foldedCount: UInt8(truncatingIfNeeded: foldedCount),
        exactCount: UInt8(truncatingIfNeeded: exactCount), isAbbreviation: isAbbreviation))
    if words.count * 2 > slots.count { grow() } else { enter(words.count - 1) }
    return number(at: words.count - 1)
  }

  /// Of a key's 128 bits, as many as there are slots.
  @inline(__always)
  private func slot(of low: UInt64, _ high: UInt64) -> Int {
    Int(truncatingIfNeeded: (low &* multipliers.0 &+ high &* multipliers.1) >> shift)
  }

  private func findFurther(_ key: WordBytes) -> Int {
    var slot = slot(of: key.low, key.high)
    while slots[slot] != 0 {
      let found = Int(slots[slot]) - 1
      if words[found].low == key.low, words[found].high == key.high { return found }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  private mutating func enter(_ index: Int) {
    var slot = slot(of: words[index].low, words[index].high)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(truncatingIfNeeded: index + 1)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    shift -= 1
    for index in words.indices { enter(index) }
  }

  private mutating func forget() {
    forgotten += UInt32(words.count)
    words.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = 0 }
  }
}
