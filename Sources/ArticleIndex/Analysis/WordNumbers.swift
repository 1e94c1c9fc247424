import VietnameseText

/// The term numbers of the words that the tokenizer remembers: their forms are looked up once a run.
struct WordNumbers {
  private struct Entry {
    /// ``Token/word``; 0 for none.
    var word: UInt32 = 0
    var folded: UInt32 = 0
    var exact: UInt32 = 0
    var isBare = false
  }

  /// By the word's last bits: those remembered at a time differ in them.
  private var entries = [Entry](repeating: Entry(), count: Tokenizer.rememberedWords)

  /// The numbers of a word's forms; nil if they are not known.
  @inline(__always)
  subscript(word: UInt32) -> PostingRun.CountedToken? {
    let entry = entries[Self.place(of: word)]
    guard entry.word == word, word != 0 else { return nil }
    return PostingRun.CountedToken(
      folded: entry.folded, exact: entry.exact, isBare: entry.isBare)
  }

  /// Keeps the numbers of a word; does nothing for 0.
  mutating func set(_ word: UInt32, _ numbers: PostingRun.CountedToken) {
    guard word != 0 else { return }
    entries[Self.place(of: word)] = Entry(
      word: word, folded: numbers.folded, exact: numbers.exact, isBare: numbers.isBare)
  }

  @inline(__always)
  private static func place(of word: UInt32) -> Int {
    Int(truncatingIfNeeded: word) & (Tokenizer.rememberedWords - 1)
  }
}
