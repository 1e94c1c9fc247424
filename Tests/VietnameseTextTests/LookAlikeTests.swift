import Testing
import VietnameseText

/// Letters that are but another look of others.
@Suite struct LookAlikeTests {
  @Test(
    arguments: [
      ("oﬃce", "¶office"), ("ﬂoor ﬁn ﬀ", "¶floor _fin _ff"), ("ﬄ ﬅ ﬆ", "¶ffl _st _st"),
      ("Đại hội Ⅲ", "¶đại _hội _iii"), ("Ⅻ ⅻ Ⅿ", "¶xii _xii _m"), ("quý Ⅳ/2020", "¶quí _iv +#2020"),
      ("d\u{335}ường", "¶đường"), ("D\u{335}À NẴNG", "¶đà _nẵng"), ("ↈ", ""),
    ] as [(String, String)])
  func signsAreTheirLetters(_ text: String, _ expected: String) {
    #expect(shapes(text) == expected)
    #expect(shapes(text.nfd) == expected)
  }

  @Test(
    arguments: [
      ("Vietnam’s economy", "¶vietnam _economy"), ("VIETNAM'S", "¶vietnam"),
      ("Brien's, O'Brien's", "¶brien ,obrien"), ("H'Mông's", "¶hmông"),
      ("Vietnam’s", "¶vietnam"), ("it's.", "¶it"), ("d's", "¶ds"), ("Vietnam'sa", "¶vietnamsa"),
      ("Y'sê", "¶ysê"), ("90's", "¶#90 ,s"), ("boss' s", "¶boss ,s"), ("bos's\u{301}", "¶bosś"),
    ] as [(String, String)])
  func possessivesAreTheWordsThemselves(_ text: String, _ expected: String) {
    #expect(shapes(text) == expected)
    // Once more from memory.
    #expect(shapes(text + " " + text).hasPrefix(expected))
  }

  @Test func aPossessiveIsInsideTheRange() {
    #expect(words("(Vietnam’s) x").map(\.range) == [1..<12, 14..<15])
    #expect(words("Vietnam's x").map(\.range) == [0..<9, 10..<11])
  }

  @Test(
    arguments: [
      ("Vіệt Nаm", "¶việt _nam"), ("Нà Nội", "¶hà _nội"), ("Москва", "¶москва"),
      ("МОСКВА", "¶москва"), ("сор", "¶сор"), ("Лatin", "¶лatin"),
      ("tỉnh Ηà Νam", "¶tỉnh _hà _nam"),
      ("Ѕài Gòn", "¶sài _gòn"), ("nаïve", "¶naïve"), ("naїve", "¶naïve"), ("cо\u{302}ng", "¶công"),
      ("Ελλάδα", "¶ελλάδα"), ("Сông’s", "¶công"), ("TNFα", "¶tnfa"), ("12х5m", "¶#12 +х +#5 +m"),
      ("аa", "¶aa"),
    ] as [(String, String)])
  func lookAlikesInLatinWordsAreLatin(_ text: String, _ expected: String) {
    #expect(shapes(text) == expected)
    #expect(words(text.nfd).map(\.exact) == words(text.nfc).map(\.exact))
    let twice = words(text + " " + text)
    #expect(
      twice.prefix(twice.count / 2).map(\.exact) == twice.suffix(twice.count / 2).map(\.exact))
  }

  @Test func aLongWordWithALookAlikeIsCutAsOthersAre() {
    let word = String(repeating: "a", count: 5000) + "о" + String(repeating: "b", count: 5000)
    #expect(words(word).areDisjoint)
    #expect(words(word).last?.range.upperBound == word.utf8.count)
  }
}
