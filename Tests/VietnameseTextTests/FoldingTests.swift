import Testing
import VietnameseText

@Suite struct FoldingTests {
  @Test(
    arguments: [
      ("", ""),
      ("Các tin ĐÃ đưa:", "cac tin da dua:"),
      ("Tỉnh Vĩnh Phúc, 2020!", "tinh vinh phuc, 2020!"),
      ("ƯƠNG ƠI – Ừ", "uong oi – u"),
      ("hòa hoà", "hoa hoa"),
      ("Ðà Nẵng", "da nang"),
      ("Straße, œuvre, Łódź", "strasse, oeuvre, lodz"),
      ("İstanbul ıI", "istanbul ii"),
      ("ＶＩＥＴ　ＮＡＭ　２０２０", "viet　nam　2020"),
      ("（１）", "（1）"),
      ("m² ½", "m2 ½"),
      ("H'Mông K’Ho", "h'mong k’ho"),
      ("Ελλάδα Россия ёлка", "ελλαδα россия елка"),
      ("한국", "한국"), ("中文 日本", "中文 日本"),
      ("soft\u{AD}hyphen\u{200D}x", "softhyphenx"),
      ("tab\tline\nend", "tab\tline\nend"),
      ("👨‍👩‍👧 ok", "👨👩👧 ok"),
      ("QĐ-UBND/2019", "qd-ubnd/2019"),
    ] as [(String, Form)])
  func foldsStrings(_ text: String, _ expected: Form) {
    #expect(Form(Folding.folded(text)) == expected)
  }

  @Test(
    arguments: [
      "Nguyễn Thị Thủy Tiên", "Đường sắt đô thị", "ố Ố ự Ự", "Ελλάδα", "Йод ёж", "한국어 값", "がぎぐ",
      "5 ≠ 6 ≮ ⫝̸", "΅ ῁ ῍ ῟", "a\u{0}≠\u{0}",
    ])
  func compositionDoesNotMatter(_ text: String) {
    #expect(Form(Folding.folded(text.nfd)) == Form(Folding.folded(text.nfc)))
    #expect(Form(Folding.folded(Folding.folded(text))) == Form(Folding.folded(text)))
  }

  @Test func acceptsSubstrings() {
    #expect(Folding.folded("Mục lục".dropFirst(4)) == "luc")
  }

  /// Whole strings keep their spelling; only the tokenizer writes final `y` as `i`.
  @Test func foldsWithoutSpellingRules() {
    #expect(Folding.folded("Mỹ lý") == "my ly")
    #expect(words("Mỹ lý").map(\.folded) == ["mi", "li"])
  }
}
