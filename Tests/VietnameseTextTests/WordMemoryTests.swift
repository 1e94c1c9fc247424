import Testing

@testable import VietnameseText

/// A tokenizer that remembers words tells a text apart as one that remembers none.
@Suite struct WordMemoryTests {
  /// Two tokenizers beside each other.
  private struct Pair {
    var remembering: Tokenizer
    var forgetful = Tokenizer(rememberedWords: 0)

    init(words: Int) { remembering = Tokenizer(rememberedWords: words) }

    /// Names the first difference in tokens, ranges, gaps or forms.
    mutating func difference(_ bytes: [UInt8]) -> String? {
      let (found, expected) = (Self.list(bytes, &remembering), Self.list(bytes, &forgetful))
      guard found.tokens.count == expected.tokens.count else {
        return "\(found.tokens.count) tokens, not \(expected.tokens.count): \(bytes)"
      }
      for (token, other) in zip(found.tokens, expected.tokens) {
        if other.word != 0 { return "remembered none" }
        if token != other || found.folded(token) != expected.folded(other)
          || found.exact(token) != expected.exact(other)
        {
          return "\(found.exact(token)), not \(expected.exact(other)): \(bytes)"
        }
      }
      return nil
    }

    private static func list(_ bytes: [UInt8], _ tokenizer: inout Tokenizer) -> TokenList {
      var list = TokenList()
      bytes.withUnsafeBufferPointer { tokenizer.tokenize($0, into: &list) }
      return list
    }
  }

  /// How many words are kept: some that are forgotten all the time, and all.
  private static let sizes = [1, 2, 3, 20, 1 << 14]

  @Test(arguments: sizes)
  func textsOfEverything(_ words: Int) {
    var random = RandomText(seed: 41)
    var pair = Pair(words: words)
    for _ in 0..<4000 {
      if let difference = pair.difference(random.mixed(pieces: 0...24)) {
        Issue.record("\(difference)")
      }
      if let difference = pair.difference(random.bytes(0...40)) { Issue.record("\(difference)") }
      if let difference = pair.difference(Array(random.letters(0...8).utf8)) {
        Issue.record("\(difference)")
      }
    }
  }

  /// Words of every length up to past what is kept, with everything that can stand behind one, in the
  /// middle of a text, at its end, and again.
  @Test(arguments: ["a", "B", "ế", "Ự", "e\u{302}\u{301}", "đ", "y"])
  func lengthsAndNeighbours(_ letter: String) {
    var pair = Pair(words: 100)
    let behind: [String] =
      (0..<0x80 as Range<UInt8>).map { String(UnicodeScalar($0)) } + [
        "", "\u{301}", "\u{AD}", "\u{AD}a", "’", "’a", "'a", "`b", "”", "…", "\u{A0}", "\u{200D}x",
        "1", "²", "０", "中", "ก", "\u{1161}", "ß", "ﬁ", "\u{20DD}",
      ]
    for length in [1, 2, 3, 7, 8, 9, 14, 15, 16, 17] {
      let word = String(repeating: letter, count: length)
      for tail in behind {
        for text in [
          word + tail, word + tail + " x " + word, "“" + word + tail + word + " " + word,
        ] {
          for _ in 0..<2 {
            if let difference = pair.difference(Array(text.utf8)) { Issue.record("\(difference)") }
          }
        }
      }
    }
  }

  /// Near the end of a text fewer than 16 bytes can be read; what lies behind must not count.
  @Test func endsOfTexts() {
    var pair = Pair(words: 1000)
    var tokenizer = Tokenizer()
    let text = Array("Thị trấn Tam Đảo nghiêng nghiêng dưới mưa, du khách vẫn lên.".utf8)
    for _ in 0..<2 {
      for start in 0..<text.count {
        for end in start...text.count {
          if let difference = pair.difference(Array(text[start..<end])) {
            Issue.record("\(difference)")
          }
          var (whole, part) = (TokenList(), TokenList())
          text.withUnsafeBufferPointer { bytes in
            tokenizer.tokenize(UnsafeBufferPointer(rebasing: bytes[start..<end]), into: &part)
          }
          Array(text[start..<end]).withUnsafeBufferPointer {
            tokenizer.tokenize($0, into: &whole)
          }
          #expect(whole.words == part.words)
        }
      }
    }
  }

  /// More different words than are kept: numbers are never given to another word.
  @Test(arguments: [1, 7, 64, 1000])
  func numbersTellWordsApart(_ words: Int) {
    var tokenizer = Tokenizer(rememberedWords: words)
    var spellings: [UInt32: String] = [:]
    var remembered = 0
    for round in 0..<3 {
      for first in 0..<2000 {
        let letters = String(first * 7919).utf8.map { $0 + 0x31 }
        let word = String(decoding: letters, as: UTF8.self)
        var list = TokenList()
        tokenizer.tokenize(word + " " + word, into: &list)
        for token in list.tokens where token.word != 0 {
          remembered += 1
          if let known = spellings.updateValue(list.exact(token), forKey: token.word) {
            #expect(known == list.exact(token), "in round \(round)")
          }
        }
        #expect(list.tokens.count == 2 && list.tokens[0].word == list.tokens[1].word)
      }
    }
    #expect(remembered == 12_000)
  }

  /// A copy remembers what it had, and neither learns from the other.
  @Test func copiesAreIndependent() {
    func word(_ text: String, _ tokenizer: inout Tokenizer) -> UInt32? {
      var list = TokenList()
      tokenizer.tokenize(text, into: &list)
      return list.tokens.first?.word
    }
    var first = Tokenizer()
    let known = word("Vĩnh", &first)
    var second = first
    #expect(word("Phúc", &first) == word("Yên", &second))
    #expect(word("Vĩnh", &first) == known && word("Vĩnh", &second) == known)
    for index in 0..<1000 { _ = word("tu\(String(repeating: "a", count: index % 12))", &first) }
    #expect(word("Yên", &second) == 2 && word("Vĩnh", &second) == known)
  }

  @Test func wordBytes() {
    func found(_ text: String, at index: Int = 0) -> (String, Int) {
      let bytes = Array(text.utf8)
      let word = bytes.withUnsafeBufferPointer { WordBytes($0, at: index) }
      let all = [word.low, word.high].flatMap { half in
        (0..<8).map { UInt8(truncatingIfNeeded: half >> ($0 * 8)) }
      }
      return (String(decoding: all.prefix(word.count), as: UTF8.self), word.count)
    }
    for text in ["a", "abcdefg", "abcdefgh", "abcdefghi", "abcdefghijklmno", "nghiễng", "Zz"] {
      for tail in ["", " ", ",", "1", "@", "[", "{", "/ ", " and a tail of more than sixteen"] {
        for head in ["", "-", "head of more than sixteen "] {
          #expect(found(head + text + tail, at: head.utf8.count) == (text, text.utf8.count))
        }
      }
    }
    for text in ["", "1", " a", "abcdefghijklmnop", "a'b", "a`", "abcdefghi'", "@", "["] {
      #expect(text.isEmpty || found(text).1 == 0, "\(text)")
    }
  }
}
