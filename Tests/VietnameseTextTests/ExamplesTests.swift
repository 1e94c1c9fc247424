import TestSupport
import Testing
import VietnameseText

/// The examples in the documentation of the library compile, run, and are the ones in Examples.swift.
struct ExamplesTests {
  @Test func everyExampleIsCompiled() throws {
    try DocumentedExamples(of: "VietnameseText").expectCompiled(atLeast: 7)
  }

  /// What the comments of the examples say they print.
  @Test func theExamplesDoWhatTheySay() {
    for example in [tokens, wholeStrings, typedKeys, forms, documentNumber, foldedHeadline] {
      example()
    }
    #expect(wordCounts(of: ["Vĩnh Phúc", "vinh danh"]) == ["vinh": 2, "phuc": 1, "danh": 1])
    let list = TokenList(of: "Tỉnh Vĩnh Phúc")
    #expect(list.tokens.map { list.folded($0) } == ["tinh", "vinh", "phuc"])
    #expect(list.tokens.map { list.exact($0) } == ["tỉnh", "vĩnh", "phúc"])
    #expect(TypedKeys.decoded("phucs", .telex) == "phúc")
    #expect(TypedKeys.decoded("Phu1c", .vni) == "phúc")
    #expect(Folding.folded("Các tin ĐÃ đưa:") == "cac tin da dua:")
    #expect(Syllables.isSyllable("vĩnh") && !Syllables.isSyllable("vĩnk"))
    var tokenizer = Tokenizer()
    var number = TokenList()
    tokenizer.tokenize("45/2019/QĐ-UBND", into: &number)
    #expect(number.tokens.count == 4)
  }
}
