import Testing

@testable import ArticleIndex

/// Words of a query that can be written anew.
struct QueryTextTests {
  private func words(_ query: String) -> String {
    QueryText(query, QueryParser.parse(query).node).words.map(\.folded).joined(separator: " ")
  }

  @Test(arguments: [
    ("vinh phuc", "vinh phuc"), ("\"vinh phuc\" lua OR ngo", "vinh phuc lua ngo"),
    ("tin -lua", "tin"), ("title:vinh phuc", "phuc"), ("date:2020 lua", "lua"), ("kinh* te", "te"),
    ("", ""), ("Vi4nh", "vi 4 nh"), ("(lua ngo)", "lua ngo"),
  ])
  func wordsThatAreSearched(_ query: String, _ expected: String) {
    #expect(words(query) == expected)
  }

  @Test(arguments: [
    ("vinh phuc", "vĩnh phúc"), ("Vinh Phuc", "Vĩnh Phúc"), ("VINH PHUC", "VĨNH PHÚC"),
    ("\"vinh phuc\" -lua", "\"vĩnh phúc\" -lua"), ("(vinh OR phuc)*", "(vĩnh OR phúc)*"),
    ("tin vinh, phuc!", "tin vĩnh, phúc!"), ("title:vinh phuc", "title:vinh phúc"),
  ])
  func replacing(_ query: String, _ expected: String) {
    let text = QueryText(query, QueryParser.parse(query).node)
    let spellings = ["vinh": "vĩnh", "phuc": "phúc"]
    let changes = text.words.compactMap { word in
      spellings[word.folded].map { (range: word.range, spelling: $0) }
    }
    #expect(text.replacing(changes) == expected)
  }

  @Test func neighboursAndMarks() {
    let query = "vĩnh phúc, lua \"ngo\" =bán"
    let text = QueryText(query, QueryParser.parse(query).node)
    #expect(text.words.map(\.isNeighbour) == [false, true, true, true, true])
    #expect(text.words.map { $0.exact != nil } == [true, true, false, false, true])
    #expect(text.words.map(\.isStrict) == [false, false, false, false, true])
    #expect(text.hasMarks)
    #expect(!QueryText(plain: "vinh phuc").hasMarks)
  }
}
