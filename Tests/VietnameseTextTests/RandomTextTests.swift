import Testing
import VietnameseText

/// What holds for any bytes whatever.
@Suite struct RandomTextTests {
  /// Fails on the first broken promise, naming the bytes.
  static func check(_ bytes: [UInt8], _ list: TokenList, base: Int = 0) -> String? {
    if list.tokens.count > bytes.count { return "more tokens than bytes" }
    var end = base
    for token in list.tokens {
      if token.range.lowerBound < end || token.range.isEmpty { return "range \(token.range)" }
      end = token.range.upperBound
    }
    if end > base + bytes.count { return "past the end" }
    var broken: String?
    func check(
      _ token: Token, _ folded: UnsafeBufferPointer<UInt8>, _ exact: UnsafeBufferPointer<UInt8>
    ) {
      let isShort = !folded.isEmpty && folded.count <= 64 && exact.count <= 64
      if !isShort { broken = "length at \(token.range)" }
      if String(validating: folded, as: UTF8.self) == nil { broken = "folded at \(token.range)" }
      if String(validating: exact, as: UTF8.self) == nil { broken = "exact at \(token.range)" }
      if folded.elementsEqual(exact) { broken = "exact equals folded at \(token.range)" }
    }
    list.visit(check)
    return broken
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func mixedTextsKeepThePromises(_ seed: UInt64) {
    var random = RandomText(seed: seed)
    var tokenizer = Tokenizer()
    var list = TokenList()
    for _ in 0..<5000 {
      let bytes = random.mixed(pieces: 0...24)
      list.removeAll()
      bytes.withUnsafeBufferPointer { tokenizer.tokenize($0, into: &list) }
      if let broken = Self.check(bytes, list) { Issue.record("\(broken): \(bytes)") }
    }
  }

  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func randomBytesNeverTrap(_ seed: UInt64) {
    var random = RandomText(seed: seed)
    var tokenizer = Tokenizer()
    var list = TokenList()
    for _ in 0..<25_000 {
      let bytes = random.bytes(0...24)
      list.removeAll()
      bytes.withUnsafeBufferPointer { tokenizer.tokenize($0, into: &list) }
      if let broken = Self.check(bytes, list) { Issue.record("\(broken): \(bytes)") }
    }
  }

  /// A tokenizer carries nothing from one text into the next.
  @Test func buffersCarryNothingOver() {
    var random = RandomText(seed: 21)
    var used = WordReader()
    for _ in 0..<1000 {
      let bytes = random.mixed(pieces: 0...40)
      var fresh = WordReader()
      if used.words(bytes) != fresh.words(bytes) { Issue.record("\(bytes)") }
    }
  }

  @Test func listsGrowAndBaseMovesTheRanges() {
    var random = RandomText(seed: 22)
    var tokenizer = Tokenizer()
    for _ in 0..<500 {
      let (first, second) = (random.mixed(pieces: 0...20), random.mixed(pieces: 0...20))
      var list = TokenList()
      first.withUnsafeBufferPointer { tokenizer.tokenize($0, into: &list) }
      let count = list.tokens.count
      second.withUnsafeBufferPointer { tokenizer.tokenize($0, base: 1000, into: &list) }
      var reader = WordReader()
      #expect(Array(list.words[..<count]) == reader.words(first))
      #expect(Array(list.words[count...]) == reader.words(second, base: 1000))
      let shifted = reader.words(second).map { $0.range.lowerBound + 1000 }
      #expect(list.words[count...].map(\.range.lowerBound) == shifted)
    }
  }

  /// The folded form of a word is a word with that folded form.
  ///
  /// Exceptions: forms cut for length (they hold `~`); words whose exact form keeps a combining mark
  /// that no letter took (without it, `ly` becomes `li` and loose jamo compose); decimals that digits
  /// of other scripts continue (`3,51²`).
  @Test(arguments: [31, 32] as [UInt64])
  func foldedFormsFoldToThemselves(_ seed: UInt64) {
    var random = RandomText(seed: seed)
    var reader = WordReader()
    for _ in 0..<5000 {
      for word in reader.words(random.mixed(pieces: 0...16)) {
        let again = reader.words(word.folded.text)
        let isLoose = word.exact.text.nfc.unicodeScalars.contains {
          [.nonspacingMark, .enclosingMark].contains($0.properties.generalCategory)
        }
        let isDecimal = word.isNumber && word.folded.text.contains(".")
        if isLoose || isDecimal || word.folded.text.contains("~") { continue }
        if again.map(\.folded) != [word.folded] || again[0].exact != word.folded {
          Issue.record("\(word.folded) became \(again.map(\.folded))")
        }
      }
    }
  }

  @Test func wordsAtTheEdgeOfTheBuffer() {
    var reader = WordReader()
    for count in stride(from: 4080, through: 4100, by: 1) {
      for tail in ["ß", "ǽ", "ﬁ", "ṍ", "İ", "a\u{316}\u{317}\u{318}", "1.5", "한".nfd, "が".nfd] {
        let text = String(repeating: "b", count: count) + tail + "b 2"
        let bytes = Array(text.utf8)
        let found = reader.words(bytes)
        #expect(found.last?.folded == "2")
        #expect(found.dropLast().last?.range.upperBound == bytes.count - 2)
        #expect(found.areDisjoint)
      }
    }
  }
}
