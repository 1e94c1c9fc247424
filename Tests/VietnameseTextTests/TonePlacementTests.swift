import Testing

/// Tables of spellings that are one word, and of words that stay apart.
@Suite struct TonePlacementTests {
  @Test(
    arguments: [
      ("hoà", "hòa hoà HÒA"), ("thuỷ", "thủy thuỷ"), ("khoẻ", "khỏe khoẻ"),
      ("hoạ", "họa hoạ"), ("toà", "tòa toà"), ("uỷ", "ủy uỷ"), ("tuỳ", "tùy tuỳ"),
      ("quí", "quý qúy quí qúi"), ("quà", "quà qùa"), ("quả", "quả qủa"), ("quỵt", "quỵt qụyt"),
      ("già", "già gìa"), ("giá", "giá gía"), ("giúp", "giúp gíup"), ("giữ", "giữ gĩư"),
      ("gì", "gì"), ("gìn", "gìn"), ("giếng", "giếng gíêng"), ("giết", "giết gíêt"),
      ("của", "của cuả"), ("mùa", "mùa muà"), ("cửa", "cửa cưả"), ("kìa", "kìa kià"),
      ("quốc", "quốc qúôc"), ("quyển", "quyển quỷên qủyên"), ("khuỷu", "khuỷu khủyu khuyủ"),
      ("ngoáy", "ngoáy ngóay ngoaý"), ("ngoéo", "ngoéo ngóeo"), ("ngoài", "ngoài ngòai"),
      ("hoạch", "hoạch họach"), ("toàn", "toàn tòan"), ("tuýp", "tuýp túyp"),
      ("xoong", "xoong"), ("soóc", "soóc sóoc"), ("người", "người ngừơi ngươì"),
      ("hươu", "hươu"), ("rượu", "rượu rựơu"), ("được", "được đựơc"), ("muốn", "muốn múôn"),
      ("tiếng", "tiếng tíêng"), ("yếu", "yếu ýêu"), ("chuyện", "chuyện chụyên"),
      ("huệ", "huệ hụê"), ("thuở", "thuở thủơ"), ("hoặc", "hoặc họăc"), ("tuấn", "tuấn túân"),
      ("bèo", "bèo beò"), ("cháu", "cháu chaú"), ("máy", "máy maý"), ("núi", "núi nuí"),
      ("dịu", "dịu diụ"), ("cứu", "cứu cưú"), ("nghĩa", "nghĩa nghiã"), ("khuya", "khuya"),
    ] as [(Form, String)])
  func placementsOfOneSyllable(_ expected: Form, _ spellings: String) {
    for text in [spellings, spellings.nfd] {
      #expect(words(text).allSatisfy { $0.exact == expected }, "\(shapes(text))")
    }
  }

  @Test(
    arguments: [
      ("ki", "kĩ", "kỹ kĩ"), ("li", "lí", "lý lí"), ("mi", "mĩ", "mỹ mĩ Mỹ"), ("ti", "tỉ", "tỷ tỉ"),
      ("si", "sĩ", "sỹ sĩ"), ("hi", "hi", "hy hi"), ("vi", "vĩ", "vỹ vĩ"), ("li", "li", "ly li Ly"),
      ("qui", "quí", "quý quí qúy"), ("qui", "qui", "quy qui"), ("qui", "quĩ", "quỹ quĩ"),
      ("ti", "ti", "ty ti"), ("li", "lị", "lỵ lị"),
    ] as [(Form, Form, String)])
  func finalYIsI(_ folded: Form, _ exact: Form, _ spellings: String) {
    for text in [spellings, spellings.nfd] {
      let found = words(text)
      #expect(found.allSatisfy { $0.exact == exact && $0.folded == folded }, "\(shapes(text))")
    }
  }

  /// Where `y` is the only spelling, or `i` another word.
  @Test(
    arguments: [
      "y", "ý", "thúy", "thy", "duy", "may", "mai", "tay", "tai", "cây", "bay", "nhy", "kyb",
      "ngày",
      "uy", "huy", "hui", "khuy", "khui", "túy", "túi", "quay", "quai", "dy", "ny", "gy",
    ])
  func otherYStays(_ text: String) {
    let newStyle = ["thúy": "thuý", "túy": "tuý"]
    #expect(words(text).map(\.exact) == [Form(newStyle[text] ?? text)])
  }

  @Test func medicineStaysTwoWords() { #expect(shapes("y tế, Y TẾ") == "¶y _tế ,y _tế") }

  @Test(
    arguments: [
      "dương đường dưỡng dượng dướng dường đương", "bán bàn bản bãn bạn ban", "mua mùa múa mưa mửa",
      "hoa hoà hoá hoả hoạ", "của cúa cưa cứa", "tôi tối tội tời tới", "la lá là lả lã lạ",
      "quá quà quả quạ", "qua cua", "thuý thuỷ thuỳ thuê thuế", "khoe khoẻ khoé", "ta tạ tá đa đá",
    ])
  func differentWordsStayDifferent(_ text: String) {
    let exact = words(text).map(\.exact.text)
    #expect(Set(exact).count == exact.count, "\(exact)")
  }

  /// Words of other languages: the marks stay, wherever the tone rules would have them.
  @Test(
    arguments: [
      ("café", "cafe"), ("résumé", "resume"), ("Málaga", "malaga"), ("naïve", "naive"),
      ("Käthe", "kathe"), ("ñandú", "nandu"), ("Łódź", "lodz"), ("Øresund", "oresund"),
      ("Straße", "strasse"), ("œuvre", "oeuvre"), ("São", "sao"), ("Müller", "muller"),
      ("Dvořák", "dvorak"), ("Željko", "zeljko"), ("piñata", "pinata"), ("crème", "creme"),
      ("José", "jose"), ("Citroën", "citroen"), ("Škoda", "skoda"), ("coöperate", "cooperate"),
      ("İzmir", "izmir"), ("Lÿ", "li"), ("hŷ", "hi"),
    ] as [(String, Form)])
  func foreignWordsKeepTheirMarks(_ text: String, _ folded: Form) {
    for form in [text.nfc, text.nfd] {
      #expect(words(form).map(\.folded) == [folded])
      #expect(words(form).map(\.exact.text) == [text.lowercased()])
    }
  }

  /// More than eight letters, several tones, or vowels in two places are no syllable.
  @Test(arguments: ["nghiêngghiếng", "hóàn", "hòahòa", "lệkỳ", "bcd", "mỹkỹ"])
  func whatIsNoSyllableStays(_ text: String) {
    #expect(words(text).map(\.exact) == [Form(text)])
  }
}
