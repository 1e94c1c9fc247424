import Testing

@testable import ArticleIndex

/// Queries as typed and as they are searched, with the built-in table.
struct AbbreviationExpansionTests {
  private func expanded(_ query: String) -> String {
    AbbreviationTable.builtIn.expand(QueryParser.parse(query).node).description
  }

  @Test(arguments: [
    ("ubnd", "(any ubnd (phrase uỷ ban nhân dân))"),
    ("UBND", "(any ubnd (phrase uỷ ban nhân dân))"),
    ("ubnd tinh", "(all (any ubnd (phrase uỷ ban nhân dân)) tinh)"),
    ("HĐND tỉnh", "(all (any hđnd (phrase hội đồng nhân dân)) tỉnh)"),
    ("hdnd", "(any hdnd (phrase hội đồng nhân dân))"),
    ("giai phong mat bang", "(any (all giai phong mat bang) gpmb)"),
    (
      "chủ tịch ủy ban nhân dân xã",
      "(all chủ tịch (any (all uỷ ban nhân dân) ubnd) xã)"
    ),
    ("uy ban nhân dân", "(any (all uy ban nhân dân) ubnd)"),
    ("QL2 tắc", "(all (any ql (phrase quốc lộ)) 2 tắc)"),
    (
      "45/2019/QĐ-UBND UBND", "(all 45 2019 qđ ubnd (any ubnd (phrase uỷ ban nhân dân)))"
    ),
  ])
  func words(_ query: String, _ expected: String) { #expect(expanded(query) == expected) }

  @Test(arguments: ["TP.HCM", "TP HCM", "tp hcm", "TPHCM", "thành phố Hồ Chí Minh"])
  func everySpellingFindsTheOthers(query: String) {
    let text = expanded(query)
    for form in [["tphcm"], ["tp", "hcm"], ["hồ", "chí", "minh"]] {
      let found =
        form.count == 1 ? text.contains(form[0]) : text.contains(form.joined(separator: " "))
      #expect(found, "\(form) in \(text)")
    }
  }

  @Test(arguments: [
    (
      "\"ủy ban nhân dân tỉnh Vĩnh Phúc\"",
      "(any (phrase uỷ ban nhân dân tỉnh vĩnh phúc) (phrase ubnd tỉnh vĩnh phúc))"
    ),
    (
      "\"ubnd tinh\"", "(any (phrase ubnd tinh) (phrase uỷ ban nhân dân tinh))"
    ),
    ("\"vinh phuc chuyen doi\"", "(phrase vinh phuc chuyen doi)"),
    (
      "tin \"BHXH tỉnh\"",
      "(all tin (any (phrase bhxh tỉnh) (phrase bảo hiểm xã hội tỉnh)))"
    ),
  ])
  func phrases(_ query: String, _ expected: String) { #expect(expanded(query) == expected) }

  /// Two places with two and three ways: six phrases, every combination once.
  @Test func phrasesCombine() {
    guard
      case .any(let phrases) = AbbreviationTable.builtIn.expand(
        QueryParser.parse("\"UBND TPHCM\"").node)
    else {
      Issue.record("no alternatives")
      return
    }
    let texts = phrases.map(\.description)
    #expect(texts.first == "(phrase ubnd tphcm)")
    #expect(Set(texts).count == texts.count)
    #expect(texts.contains("(phrase uỷ ban nhân dân thành phố hồ chí minh)"))
    #expect(texts.contains("(phrase ubnd tp hcm)"))
    #expect(texts.count == 8)
  }

  @Test(arguments: [
    // Words that could be syllables, in small letters or where everything is in capitals.
    ("ca nhac", "(all ca nhac)"), ("ca", "ca"), ("CA NHẠC MỪNG XUÂN", "(all ca nhạc mừng xuân)"),
    // Marks that say otherwise.
    ("uý ban nhân dân", "(all uý ban nhân dân)"),
    ("hội đồng nhân dan ca", "(all (any (all hội đồng nhân dan) hđnd) ca)"),
    // Words that are not side by side.
    ("quốc, lộ", "(all quốc lộ)"),
    // What is typed strictly or excluded is not rewritten: see below for the nodes themselves.
    ("vinh phuc", "(all vinh phuc)"), ("", "(all)"), ("uy ban", "(all uy ban)"),
    ("nhân dân", "(all nhân dân)"),
    // Several meanings: none of them is written CT for sure.
    ("chỉ thị", "(all chỉ thị)"), ("công ty", "(all công ti)"),
  ])
  func leftAsTyped(_ query: String, _ expected: String) {
    #expect(expanded(query) == expected)
  }

  @Test(arguments: [("CA tỉnh", "công an"), ("CA", "công an")])
  func capitalsMakeAnAbbreviation(_ query: String, _ expansion: String) {
    #expect(expanded(query).contains("(phrase \(expansion))"))
  }

  @Test func severalMeaningsAreAllLookedFor() {
    #expect(expanded("CT tỉnh").contains("(phrase chỉ thị) (phrase chủ tịch) (phrase công ti)"))
  }

  @Test func onlyTextAndTitleAreRewritten() {
    let word = QueryToken(folded: "ubnd", exact: nil, followsDirectly: false, isCapitals: true)
    var strict = word
    strict.accents = .require
    let table = AbbreviationTable.builtIn
    for node: QueryNode in [
      .not(.word(word)), .prefix(word), .field(.author, [word]), .field(.source, [word]),
      .word(strict), .dates(DateRange(first: nil, last: nil)),
    ] {
      #expect(table.expand(node) == node)
    }
    #expect(
      table.expand(.field(.title, [word])).description
        == "(any (title ubnd) (title uỷ ban nhân dân))")
    #expect(
      table.expand(.any([.word(word), .not(.word(word))])).description
        == "(any (any ubnd (phrase uỷ ban nhân dân)) (not ubnd))")
  }

  /// Nothing a query holds makes the tree grow without bound.
  @Test(arguments: ["UBND", "\"UBND\"", "TP HCM", "thành phố Hồ Chí Minh", "CT"])
  func growthIsBounded(unit: String) {
    let query = Array(repeating: unit, count: 300).joined(separator: " ")
    let node = QueryParser.parse(query).node
    let size = AbbreviationTable.builtIn.expand(node).words.count
    #expect(
      size <= node.words.count
        + AbbreviationTable.maximumPlaces * AbbreviationTable.maximumAlternatives * 8)
    let phrase = QueryParser.parse("\"\(query.replacing("\"", with: ""))\"").node
    guard case .any(let phrases) = AbbreviationTable.builtIn.expand(phrase) else { return }
    #expect(phrases.count <= AbbreviationTable.maximumAlternatives)
  }

  /// Every entry, every form of it, from the table itself: what it is expanded to is another form.
  @Test func everyFormOfTheTableIsFound() throws {
    let lines = AbbreviationRows.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    var checked = 0
    for line in lines {
      let fields = line.split(separator: "\t")
      for spelling in fields[0].split(separator: "|") {
        for expansion in fields[1].split(separator: "|") {
          let text = expanded("\(spelling)")
          let wanted = QueryParser.parse("\"\(expansion)\"").node.description
          #expect(text.contains(wanted), "\(spelling) to \(expansion): \(text)")
          checked += 1
        }
      }
    }
    #expect(checked > 250)
  }
}
