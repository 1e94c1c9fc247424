import TestSupport
import Testing

@testable import ArticleIndex

/// Suggestions out of a small index.
struct SuggestionTests {
  static let files: KeyValuePairs = [
    "a.txt": TestIndex.text(
      "Vĩnh Phúc chuyển đổi số", "Tỉnh Vĩnh Phúc họp bàn về chuyển đổi số ở các xã."),
    "b.txt": TestIndex.text(
      "Nông dân Vĩnh Phúc được mùa",
      "Bà con xã viên gặt lúa cùng bà con xã bên. Công ty giống đến xem ruộng lúa."),
    "c.txt": TestIndex.text("Nước sông dâng cao", "Nước ngập đường về thành phố Vinh, phà nghỉ."),
    "d.txt": TestIndex.text("Đường mới", "Đường liên xã rộng năm mét. Ba con đường nữa sẽ mở."),
  ]

  private static let articles = Shared { folder in try TestIndex(files, in: folder).index }

  private func index() throws -> SearchIndex { try SearchIndex(at: Self.articles()) }

  private func suggestions(_ query: String) throws -> [Suggestion] { try index().suggest(query) }

  @Test(arguments: [
    ("vinh phuc", "vĩnh phúc"), ("Vinh Phuc", "Vĩnh Phúc"), ("chuyen doi so", "chuyển đổi số"),
    ("ba con xa vien", "bà con xã viên"), ("ba con duong", "bà con đường"),
    ("thanh pho vinh", "thành phố vinh"), ("cong ty giong", "công ty giống"),
    ("\"vinh phuc\" -lua", "\"vĩnh phúc\" -lua"),
  ])
  func accentsAreGivenBack(_ query: String, _ expected: String) throws {
    #expect(try suggestions(query) == [Suggestion(kind: .accents, query: expected)])
  }

  @Test(arguments: [
    ("vinhx phucs", "vĩnh phúc"), ("Vinhx Phucs", "Vĩnh Phúc"), ("Vi4nh Phu1c", "Vĩnh Phúc"),
    ("vinh4 phuc1", "vĩnh phúc"), ("chuyeern ddooir soos", "chuyển đổi số"),
    ("tinhr vinhx phucs", "tỉnh vĩnh phúc"), ("\"vinhx phucs\"", "\"vĩnh phúc\""),
    ("nuowcs soong", "nước sông"),
  ])
  func keysAreDecoded(_ query: String, _ expected: String) throws {
    #expect(try suggestions(query) == [Suggestion(kind: .keys, query: expected)])
  }

  @Test(arguments: [
    ("vihn phuc", "vĩnh phúc"), ("vinh phc", "vĩnh phúc"), ("vinhh phuc", "vĩnh phúc"),
    ("vĩmh phúc", "vĩnh phúc"), ("vihn phcu", "vĩnh phúc"), ("chuyen dio so", "chuyển đổi số"),
    ("nong dna", "nông dân"), ("Vihn Phuc", "Vĩnh Phúc"), ("ruogn", "ruộng"),
  ])
  func slipsAreCorrected(_ query: String, _ expected: String) throws {
    #expect(try suggestions(query) == [Suggestion(kind: .spelling, query: expected)])
  }

  /// Nothing is suggested where nothing is wrong, and tones are no slips of each other.
  @Test(arguments: [
    "vĩnh phúc", "vịnh phục", "Bà con", "", "…", "-vinh", "xyzzy", "qqqq wwww", "中文", "=vinh phuc",
    "date:2020", "title:vinhx", "kỹ", "kĩ",
    // Syllables that the index does not have, and no pair speaks for others.
    "đường lùa", "sông sân phơi", "lung", "sắn", "Phục lùa",
    // Two syllables that are not there are no two that are.
    "sông vĩn phụ",
  ])
  func nothingToSuggest(query: String) throws {
    #expect(try suggestions(query).isEmpty)
  }

  @Test func restoringLeavesWhatHasMarks() throws {
    let index = try index()
    #expect(try index.restoringAccents("nuoc song dang cao") == "nước sông dâng cao")
    #expect(try index.restoringAccents("nuoc sông") == "nuoc sông")
    #expect(try index.restoringAccents("") == "")
    let long = Array(repeating: "vinh", count: AccentRestorer.maximumWords + 1)
      .joined(separator: " ")
    #expect(try index.restoringAccents(long) == long)
  }

  @Test func searchFollowsASuggestionWhereNothingIsFound() throws {
    let index = try index()
    var request = SearchRequest("vinhx phucs")
    request.suggestions = .whenFewAreFound
    let keys = try index.search(request)
    #expect(keys.total == 2)
    #expect(keys.suggestions == ["vĩnh phúc"])
    #expect(keys.correctedQuery == "vĩnh phúc")
    #expect(keys.notices.first == .corrected(typed: "vinhx phucs", query: "vĩnh phúc"))
    request.query = "vihn phuc"
    #expect(try index.search(request).correctedQuery == "vĩnh phúc")
    // Accents alone never change what is searched.
    request.query = "vinh phuc"
    let accents = try index.search(request)
    #expect(accents.suggestions == ["vĩnh phúc"])
    #expect(accents.correctedQuery == nil)
    #expect(accents.total == 2)
    request.suggestions = .never
    request.query = "vinhx phucs"
    let none = try index.search(request)
    #expect(none.suggestions.isEmpty && none.correctedQuery == nil && none.total == 0)
    #expect(try index.count(request) == 0)
  }

  /// An index with nothing in it suggests nothing and fails at nothing.
  @Test func anEmptyIndex() throws {
    let sample = try TestIndex()
    try sample.update()
    let index = try sample.open()
    for query in ["vinh phuc", "vinhx", "Vi4nh", "vihn phuc", ""] {
      #expect(try index.suggest(query).isEmpty)
    }
  }
}
