import VietnameseText

/// The form numbers of the words that the tokenizer remembers: their forms are looked up once.
struct WordNumbers {
  private struct Entry {
    /// ``Token/word``; 0 for none.
    var word: UInt32 = 0
    var folded: UInt32 = 0
    /// The number + 1; 0 if there is no exact form.
    var exact: UInt32 = 0
  }

  /// By the word's last bits: those remembered at a time differ in them.
  private var entries = [Entry](repeating: Entry(), count: Tokenizer.rememberedWords)

  /// The numbers of a word's folded and exact form (-1 if there is none); nil if they are not known.
  @inline(__always)
  subscript(word: UInt32) -> (folded: Int, exact: Int)? {
    let entry = entries[Self.place(of: word)]
    guard entry.word == word, word != 0 else { return nil }
    return (Int(truncatingIfNeeded: entry.folded), Int(truncatingIfNeeded: entry.exact) - 1)
  }

  /// Keeps the numbers of a word that is not 0.
  mutating func set(_ word: UInt32, folded: Int, exact: Int) {
    entries[Self.place(of: word)] = Entry(
      word: word, folded: UInt32(truncatingIfNeeded: folded),
      exact: UInt32(truncatingIfNeeded: exact + 1))
  }

  @inline(__always)
  private static func place(of word: UInt32) -> Int {
    Int(truncatingIfNeeded: word) & (Tokenizer.rememberedWords - 1)
  }
}
