/// Splits text into tokens: one pass over UTF-8 bytes, no String per token.
///
/// A token is a run of letters with their marks, or a number. Letters and digits are separated
/// (`121kg` becomes `121` and `kg`, joined), scripts without spaces give one token for each letter,
/// and apostrophes inside a word vanish (`H'Mông` becomes `hmông`). Composed, decomposed and mixed
/// spellings of a text give the same forms; ranges are those of the text as written. Invalid UTF-8
/// separates tokens and has no other effect.
///
/// Use one tokenizer per thread. It remembers the words it has met from one text to the next.
///
/// ```swift
/// var tokenizer = Tokenizer()
/// var list = TokenList()
/// tokenizer.tokenize("45/2019/QĐ-UBND", into: &list)
/// print(list.tokens.count)  // 4: 45, 2019, qđ, ubnd, all joined
/// ```
public struct Tokenizer: Sendable {
  /// How many words a tokenizer remembers at a time. It numbers them in order; see ``Token/word``.
  public static let rememberedWords = 1 << 14

  /// A token with more letters is cut into joined ones.
  static let maximumLetters = 4096
  /// Room for one token, with everything that belongs to its last letter.
  static let letterCapacity = maximumLetters + MarkedLetter.maximumLooseMarks + 16

  /// Nil only during a pass, which takes it: with a second owner, every change would copy it.
  private var memory: WordMemory?

  public init() { self.init(rememberedWords: Self.rememberedWords) }

  /// - Parameter rememberedWords: how many; 0 for text in which few words recur. The tokens are the
  ///   same either way.
  package init(rememberedWords: Int) { memory = WordMemory(limit: rememberedWords) }

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
  ///   - list: where the tokens go.
  public mutating func tokenize(
    _ bytes: UnsafeBufferPointer<UInt8>, base: Int = 0, into list: inout TokenList
  ) {
    var known = memory.take() ?? WordMemory()
    // Not kept between calls: memory that is never written to costs nothing, and few texts write to
    // more than a page or two of it.
    withUnsafeTemporaryAllocation(of: Letter.self, capacity: Self.letterCapacity) { letters in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: FormWriter.capacity) { forms in
        withUnsafeTemporaryAllocation(of: Token.self, capacity: TokenBuffer.capacity) { tokens in
          LetterTables.letters.withUnsafeBufferPointer { table in
            var scanner = Scanner(
              bytes: bytes, base: base, table: table, letters: letters, writer: FormWriter(forms),
              tokens: TokenBuffer(tokens), memory: consume known)
            scanner.scan(into: &list)
            known = scanner.memory
          }
        }
      }
    }
    memory = known
  }
}
