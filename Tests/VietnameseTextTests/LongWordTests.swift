import Testing
import VietnameseText

@Suite struct LongWordTests {
  static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test(arguments: [1, 63, 64, 65, 66, 100, 4095, 4096])
  func oneTokenUpToTheLimit(_ count: Int) {
    var reader = WordReader()
    let text = Self.repeated("b", count)
    let folded = reader.word(text)?.folded.text
    #expect(folded?.utf8.count == (count <= 64 ? count : 57))
    #expect((folded == text) == (count <= 64))
    #expect(folded?.contains("~") == (count > 64))
  }

  @Test func edgeOfTheFormCountsBytes() {
    // 21 × 3 bytes = 63, + 1 = 64 bytes of exact form: both kept whole.
    let whole = words(Self.repeated("ế", 21) + "b")[0]
    #expect(whole.exact.text == Self.repeated("ế", 21) + "b")
    let cut = words(Self.repeated("ế", 21) + "bc")[0]
    #expect(cut.folded.text == Self.repeated("e", 21) + "bc")
    #expect(cut.exact.text.hasPrefix(Self.repeated("ế", 13) + "~"))
    #expect(cut.exact.text.utf8.count == 39 + 17)
  }

  @Test(arguments: [4097, 8192, 8193, 10_000, 100_000])
  func longerOnesAreCutJoined(_ count: Int) {
    for letter in ["b", "ế", "Ж", "字".nfc, "ß", "한", "🄰b"] {
      let text = Self.repeated(letter, count)
      let found = words(text)
      #expect(found.first?.gap == .sentence || letter == "🄰b")
      #expect(found.last?.range.upperBound == text.utf8.count)
      #expect(found.areDisjoint)
      #expect(found.flatMap { [$0.folded, $0.exact] }.allSatisfy { $0.text.utf8.count <= 64 })
    }
    #expect(words(Self.repeated("b", count)).count == (count + 4095) / 4096)
    #expect(words(Self.repeated("b", count)).dropFirst().allSatisfy { $0.gap == .joined })
  }

  @Test(arguments: [65, 1000, 4096, 10_000])
  func commonHeadIsNotEnough(_ count: Int) {
    let head = Self.repeated("nghiêng", count / 7)
    let (one, other) = (words(head + "b"), words(head + "c"))
    #expect(one.map(\.folded) != other.map(\.folded))
    #expect(one.map(\.exact) != other.map(\.exact))
    #expect(words(head + "b").map(\.exact) == one.map(\.exact))
    let plain = words(Self.repeated("nghieng", count / 7) + "b")
    #expect(plain.map(\.folded) == one.map(\.folded))
    #expect(plain.map(\.exact) != one.map(\.exact))
  }

  @Test(arguments: [65, 4095, 4096, 4097, 10_000])
  func compositionDoesNotMatter(_ count: Int) {
    for letter in ["ế", "ự", "đ", "ṍ", "й", "ΐ", "한", "ǽ", "o\u{327}\u{301}"] {
      for lead in ["", "b"] {
        let text = lead + Self.repeated(letter, count)
        let (composed, decomposed) = (words(text.nfc), words(text.nfd))
        #expect(composed.map(\.exact) == decomposed.map(\.exact), "\(letter)")
        #expect(composed.map(\.folded) == decomposed.map(\.folded), "\(letter)")
        #expect(decomposed.last?.range.upperBound == text.nfd.utf8.count)
      }
    }
  }

  /// Heaps of marks: one word, short forms, and quickly.
  @Test(arguments: [31, 32, 33, 1000, 20_000])
  func heapsOfMarks(_ count: Int) {
    for mark in ["\u{323}", "\u{316}", "\u{301}", "\u{20DD}", "\u{344}"] {
      let text = "e" + Self.repeated(mark, count) + "m x"
      let found = words(text)
      #expect(found.map(\.folded) == ["em", "x"])
      #expect(found[0].range == 0..<text.utf8.count - 2)
      #expect(found[0].exact.text.utf8.count <= 64)
    }
  }
}
