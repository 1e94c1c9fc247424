import TestSupport
import Testing

@testable import ArticleIndex

struct MatchMarkerTests {
  /// What is marked, as it stands in the text.
  private func marked(_ query: String, _ text: String, _ accents: AccentMode = .prefer) -> [String]
  {
    let marker = MatchMarker(words: QueryParser.parse(query).node.words, accents: accents)
    let bytes = Array(text.utf8)
    return marker.matches(in: text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    ("vinh phuc", "Tỉnh Vĩnh Phúc", ["Vĩnh", "Phúc"]),
    ("Vĩnh Phúc", "VINH PHUC", ["VINH", "PHUC"]),
    // Beside its neighbour a word counts; alone only where it never is beside one.
    ("vinh phuc", "Vĩnh Phúc vinh quang, hạnh phúc", ["Vĩnh", "Phúc"]),
    ("vinh phuc", "vinh quang, hạnh phúc", ["vinh", "phúc"]),
    ("vinh phuc", "phúc Vĩnh", ["phúc", "Vĩnh"]),
    ("vinh phuc", "Vĩnh. Phúc", ["Vĩnh", "Phúc"]),
    ("vinh phuc", "Vĩnh, Phúc và vinh", ["Vĩnh", "Phúc"]),
    (
      "vinh phuc yen", "Vĩnh Phúc, thành phố Phúc Yên, phúc lợi, bình yên",
      ["Vĩnh", "Phúc", "Phúc", "Yên"]
    ),
    ("vinh, phuc", "Vĩnh Phúc, vinh quang", ["Vĩnh", "Phúc", "vinh"]),
    ("tin", "Tin tức, tín dụng", ["Tin", "tín"]),
    ("tin tin", "tin tin tin, tin", ["tin", "tin", "tin", "tin"]),
    ("qd-ubnd", "45/2019/QĐ-UBND", ["QĐ", "UBND"]), ("165000", "165.000 tấn", ["165.000"]),
    ("hmong", "người H'Mông", ["H'Mông"]), ("x", "", []), ("", "tin", []), ("khong", "tin", []),
  ])
  func words(_ query: String, _ text: String, _ expected: [String]) {
    #expect(marked(query, text) == expected)
    let inFormD = marked(query, decomposed(text))
    #expect(inFormD == expected, "equal as text")
    #expect(inFormD.map { Array($0.utf8) } == expected.map { Array(decomposed($0).utf8) })
  }

  @Test(arguments: [
    ("hòa", "hoà hóa hoa", ["hoà"]), ("hoa", "hoà hóa hoa", ["hoà", "hóa", "hoa"]),
    ("hòa hóa", "hoà, hóa, hoa", ["hoà", "hóa"]),
    ("hoa hóa", "hoà, hóa, hoa", ["hoà", "hóa", "hoa"]),
    ("hóa hoa", "hoà, hóa, hoa", ["hoà", "hóa", "hoa"]),
    ("hòa bình", "hoà bình, hoa bình, hoà bính", ["hoà", "bình"]),
  ])
  func requiredMarks(_ query: String, _ text: String, _ expected: [String]) {
    #expect(marked(query, text, .require) == expected)
    #expect(marked(query, text, .prefer).count >= expected.count)
  }

  @Test func matchesKnowTheirWord() {
    let marker = MatchMarker(
      words: QueryParser.parse("vinh phuc vinh").node.words, accents: .prefer)
    let matches = marker.matches(in: "Vĩnh Phúc, vinh")
    #expect(matches.map(\.word) == [0, 1, 0])
    #expect(matches.map(\.range) == [0..<5, 6..<11, 13..<17])
  }

  @Test func rangesAreAscendingAndDisjoint() {
    var random = RandomArticles(seed: 5)
    let marker = MatchMarker(
      words: QueryParser.parse("vinh phuc chuyen doi so tin 2020").node.words, accents: .prefer)
    for _ in 0..<200 {
      let text = random.text(words: 60)
      var end = 0
      for match in marker.matches(in: text) {
        #expect(match.range.lowerBound >= end && !match.range.isEmpty)
        end = match.range.upperBound
      }
      #expect(end <= text.utf8.count)
    }
  }
}
