import Testing

@Suite struct OtherScriptTests {
  /// Scripts without spaces give a word per letter, its marks included.
  @Test(
    arguments: [
      ("中文搜索", "¶中 +文 +搜 +索"), ("越南。中国", "¶越 +南 ¶中 +国"), ("日本語", "¶日 +本 +語"),
      ("が", "¶が"), ("ガぎx", "¶ガ +ぎ +x"), ("ラーメン", "¶ラ +ー +メ +ン"), ("人々", "¶人 +々"),
      ("ไทย", "¶ไ +ท +ย"), ("กิน", "¶กิ +น"), ("กิa", "¶กิ +a"), ("𠀀a", "¶𠀀 +a"),
      ("北京 Hà Nội", "¶北 +京 _hà _nội"), ("ສະບາຍດີ", "¶ສ +ະ +ບ +າ +ຍ +ດີ"),
    ] as [(String, String)])
  func scriptsWithoutSpaces(_ text: String, _ expected: String) {
    #expect(words(text.nfc).map(\.shape) == words(text.nfd).map(\.shape))
    #expect(shapes(text) == expected)
  }

  @Test(
    arguments: [
      ("한국어", "한국어"), ("값", "값"), ("서울 2020", "서울 2020"), ("각", "각"),
      ("Ελλάδα", "ελλαδα"), ("Ώρα", "ωρα"), ("ΐ", "ι"), ("ᾄδω", "αδω"), ("Ὀδυσσεύς", "οδυσσευς"),
      ("Йод", "иод"), ("Ёлка", "елка"), ("Київ", "киів"), ("Ўз", "уз"),
      ("آب", "اب"), ("عربي", "عربي"), ("שלום", "שלום"), ("がぎぐげご", "か き く け こ"),
      ("क़", "क"), ("Åland", "aland"), ("ẞ", "ss"), ("K", "k"),
    ] as [(String, Form)])
  func compositionDoesNotMatter(_ text: String, _ folded: Form) {
    let composed = words(text.nfc)
    let decomposed = words(text.nfd)
    #expect(composed.map(\.exact) == decomposed.map(\.exact))
    #expect(composed.map(\.gap) == decomposed.map(\.gap))
    for found in [composed, decomposed, words(text)] {
      #expect(Form(found.map(\.folded.text).joined(separator: " ")) == folded)
    }
  }

  @Test func exactFormsKeepTheMarks() {
    #expect(
      words("Ελλάδα Йод Ёлка がぎ 한국").map(\.exact)
        == ["ελλάδα", "йод", "ёлка", "が", "ぎ", "한국"])
  }

  /// Range of a decomposed Korean word: all its jamo.
  @Test func jamoAreInsideTheRange() {
    let text = "x " + "한국".nfd + " y"
    #expect(words(text).map(\.range) == [0..<1, 2..<20, 21..<22])
    #expect(words("\u{1100}\u{301}\u{1161}").map(\.folded) == ["\u{1100}\u{1161}"])
    #expect(words("\u{AC00}\u{11A8}").map(\.exact) == ["각"])
    #expect(words("\u{1100}\u{1100}\u{1161}").map(\.exact) == ["\u{1100}가"])
  }

  @Test(
    arguments: [
      ("Ｖｉệｔ　Ｎａｍ　２０２０", "¶việt _nam _#2020"), ("（ＡＢＣ）", "¶abc"), ("Ａ＋Ｂ", "¶a +b"),
      ("ａ．Ｂ", "¶a ¶b"), ("m² x³", "¶m +#2 _x +#3"), ("xⁿ", "¶xⁿ"), ("ﬁn ﬂy", "¶fin _fly"),
      ("Việt\u{AD}nam", "¶việtnam"), ("Vi\u{200D}ệt", "¶việt"), ("Vi\u{200C}ệt", "¶việt"),
      ("\u{FEFF}Việt", "¶việt"), ("Vi\u{FEFF}ệt", "¶việt"), ("Vi\u{2060}ệt", "¶việt"),
      ("Vie\u{34F}\u{323}\u{302}t", "¶việt"), ("葛\u{E0100}城", "¶葛 +城"),
      ("Việt\u{A0}Nam", "¶việt _nam"), ("Việt\u{3000}Nam", "¶việt _nam"), ("a\u{200B}b", "¶a _b"),
      ("👨‍👩‍👧‍👦", ""), ("Hà👍🏽Nội", "¶hà ,nội"), ("❤️ yêu", "¶yêu"), ("🇻🇳 Việt", "¶việt"),
      ("1️⃣ một", "¶#1\u{20E3} _một"), ("①②", "¶#12"), ("\u{301}a", "¶a"), ("a \u{301}b", "¶a ,b"),
      ("٪ ١٢", "¶#12"), ("न\u{200D}म", "¶नम"),
    ] as [(String, String)])
  func invisibleAndWideScalars(_ text: String, _ expected: String) {
    #expect(Form(shapes(text)) == Form(expected))
  }

  /// A byte that is no UTF-8 parts words and swallows nothing.
  @Test(
    arguments: [
      ([0x61, 0xC3], "¶a"), ([0xC3, 0x61], "¶a"), ([0x61, 0xC3, 0x20, 0x62], "¶a ,b"),
      ([0x61, 0xFF, 0x62], "¶a ,b"), ([0x61, 0x80, 0x62], "¶a ,b"), ([0xC3, 0xC3, 0xA1], "¶á"),
      ([0x61, 0xE1, 0xBA, 0x62], "¶a ,b"), ([0xE1, 0xBA], ""), ([0xE1, 0x62], "¶b"),
      ([0x61, 0xE1, 0xBA, 0x20, 0x62], "¶a ,b"), ([0x61, 0xF0, 0x9F, 0x98, 0x62], "¶a ,b"),
      ([0x61, 0xC0, 0xAE, 0x62], "¶a ,b"), ([0x61, 0xE0, 0x83, 0xA1, 0x62], "¶a ,b"),
      ([0x61, 0xED, 0xA0, 0x80, 0x62], "¶a ,b"), ([0xF4, 0x90, 0x80, 0x80, 0x62], "¶b"),
      ([0xF8, 0x88, 0x80, 0x80, 0x80, 0x62], "¶b"), ([0xF0, 0x80, 0x81, 0xA1], ""),
      ([0x61, 0xE0, 0x80, 0xAE, 0x62], "¶a ,b"),
    ] as [([UInt8], String)])
  func invalidBytesPart(_ bytes: [UInt8], _ expected: String) {
    var reader = WordReader()
    #expect(reader.words(bytes).map(\.shape).joined(separator: " ") == expected)
  }
}
