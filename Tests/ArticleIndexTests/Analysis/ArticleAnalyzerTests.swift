import SystemPackage
import TestSupport
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// What an article becomes, read back from a database.
struct ArticleAnalyzerTests {
  static let state = FileState(size: 1, modified: 2, contentHash: 3)

  /// The terms of an article, each with its wdf, without the one of its path.
  private func terms(of article: Article) throws -> [String] {
    try document(of: article).terms.filter { !$0.hasPrefix("Q") }
  }

  private func document(of article: Article) throws -> StoredDocument {
    let folder = try TemporaryFolder()
    var analyzer = ArticleAnalyzer()
    var run = PostingRun()
    try analyzer.analyze(
      StoredArticle(article, path: "/tin.txt"), origin: .file(Self.state), into: &run)
    try makeStore(at: folder("db"), run)
    return try #require(try storedDocuments(IndexFolder(folder("db")))["/tin.txt"])
  }

  @Test func allTermsOfOneArticle() throws {
    let article = Article(
      title: "Vĩnh Phúc đổi mới", date: ArticleDate(year: 2020, month: 6, day: 8),
      paragraphs: ["Tỉnh Vĩnh Phúc, hòa bình. Phúc lợi"], author: "Hoài An",
      section: "Thời sự", source: "Báo Nhân Dân")
    let document = try document(of: article)
    let unique = document.terms.filter { $0.hasPrefix("Q") }
    #expect(unique == [Term.unique(path: Array("/tin.txt".utf8)).text + " 0"])
    #expect(unique.first?.utf8.count == 1 + 32 + 2)
    #expect(
      document.terms.filter { !$0.hasPrefix("Q") }.joined(separator: ", ") == """
        Ahoai an 0, Ean 0, Ebáo 1, Ebình 1, Edân 1, Ehoà 1, Ehoài 1, Elợi 1, Emới 3, Enhân 1, Ephúc 5, \
        Etỉnh 1, Evĩnh 4, Eđổi 3, M202006 0, Pbao nhan 1, Pdoi moi 3, Phoa binh 1, Phoai an 1, \
        Pnhan dan 1, Pphuc doi 3, Pphuc hoa 1, Pphuc loi 1, Ptinh vinh 1, Pvinh phuc 4, \
        Sdoi 0, Smoi 0, Sphuc 0, Svinh 0, XNthoi su 0, XPbao nhan dan 0, Y2020 0, an 1, bao 1, \
        binh 1, dan 1, doi 3, hoa 1, hoai 1, loi 1, moi 3, nhan 1, phuc 5, tinh 1, vinh 4
        """)
    #expect(document.date == Array("20200608".utf8))
    #expect(document.state == Self.state.encoded)
    #expect(try StoredArticle(encoded: document.data, id: 1).title == article.title)
  }

  /// What an analyzer has met before changes no byte: not with words it knows, nor with more of them
  /// than it remembers, nor with an article of more tokens than are counted at a time.
  @Test func whatCameBeforeChangesNothing() throws {
    let syllables =
      "Vĩnh phúc HÒA hoà bình, thủy thuỷ. Quý quí 08 165.000 TP.HCM H'Mông “Đảo” kỹ kĩ"
      .split(separator: " ")
    var seasoned = ArticleAnalyzer()
    for round in 0..<40 {
      let words = (0..<1500).map { index in
        index % 7 == 0
          ? "từ\(String((index * 31 + round * 1500) * 17, radix: 36).filter(\.isLetter))ngữ"
          : String(syllables[(index * index + round) % syllables.count])
      }
      let article = Article(
        title: "Bài \(round) Vĩnh Phúc", lede: words[..<(round * 9)].joined(separator: " "),
        paragraphs: [words.joined(separator: " "), "Hòa bình"], author: "Hoài An")
      var fresh = ArticleAnalyzer()
      #expect(try analyzed(article, &seasoned) == analyzed(article, &fresh))
    }
  }

  private func analyzed(
    _ article: Article, _ analyzer: inout ArticleAnalyzer
  ) throws -> [StoredTerm] {
    try analyzer.terms(of: StoredArticle(article, path: "/tin.txt"))
  }

  /// Pairs go on across commas and brackets, not across the end of a sentence or line.
  @Test(arguments: [
    ("tam dao", ["tam dao"]), ("tam, dao", ["tam dao"]), ("tam (dao) x", ["tam dao", "dao x"]),
    ("tam – dao", ["tam dao"]), ("tam \"dao\"", ["tam dao"]), ("tam: dao", ["tam dao"]),
    ("tam; dao", ["tam dao"]), ("tam. dao", []), ("tam! dao", []), ("tam? dao", []),
    ("tam… dao", []), ("tam\ndao", []), ("tam-dao", ["tam dao"]), ("TP. dao", ["tp dao"]),
    ("tam/dao", ["tam dao"]), ("tam", []), ("tam tam tam", ["tam tam"]),
  ])
  func pairs(_ text: String, _ expected: [String]) throws {
    let found = try terms(of: Article(title: "", paragraphs: [text])).filter { $0.hasPrefix("P") }
    #expect(
      Set(found.map { $0.dropFirst().split(separator: " ").dropLast().joined(separator: " ") })
        == Set(expected))
  }

  @Test func partsDoNotPairWithEachOther() throws {
    let found = try terms(
      of: Article(
        title: "a b", lede: "c d", paragraphs: ["e f", "g h"], author: "i k", source: "l m"))
    #expect(
      found.filter { $0.hasPrefix("P") } == [
        "Pa b 3", "Pc d 1", "Pe f 1", "Pg h 1", "Pi k 1", "Pl m 1",
      ])
  }

  static let spellings = "Đường Hoàng Thuỷ ở Quỹ Nhất, uỷ ban; nghị quyết 45/2019/QĐ-UBND Krông Pắc"

  @Test func compositionMakesNoDifference() throws {
    let text = Self.spellings
    let mixed = text.split(separator: " ").enumerated().map {
      $0.offset % 2 == 0 ? decomposed(String($0.element)) : String($0.element)
    }.joined(separator: " ")
    let composed = try terms(of: Article(title: text, paragraphs: [text], author: text))
    #expect(composed.count > 50)
    for other in [decomposed(text), mixed] {
      #expect(Array(other.utf8) != Array(text.utf8))
      #expect(
        try terms(of: Article(title: other, paragraphs: [other], author: other)) == composed)
    }
  }

  @Test(arguments: [
    ("hoà bình", "hòa bình"), ("thuỷ lợi", "thủy lợi"), ("khoẻ mạnh", "khỏe mạnh"),
    ("HOÀ BÌNH", "hòa bình"), ("uỷ ban", "ủy ban"),
  ])
  func tonePlacementMakesNoDifference(_ old: String, _ new: String) throws {
    #expect(
      try terms(of: Article(title: old)) == terms(of: Article(title: new)))
  }

  @Test(arguments: [
    ("45/2019/QĐ-UBND", ["45 2019", "2019 qd", "qd ubnd"], ["45", "2019", "qd", "ubnd"]),
    ("08/06/2020", ["8 6", "6 2020"], ["8", "6", "2020"]),
    ("165.000 kg", ["165000 kg"], ["165000", "kg"]),
    ("Covid-19", ["covid 19"], ["covid", "19"]),
  ])
  func numbers(_ text: String, _ pairs: [String], _ words: [String]) throws {
    let found = try terms(of: Article(title: "", paragraphs: [text]))
    let expected = pairs.map { "P\($0) 1" } + words.map { "\($0) 1" }
    #expect(Set(found.filter { !$0.hasPrefix("E") }) == Set(expected))
  }

  @Test(arguments: [13, 20, 500, 2000])
  func longWordsStayWithinTheLimit(_ count: Int) throws {
    let word = String(repeating: "đường", count: count)
    let found = try terms(
      of: Article(title: word, paragraphs: ["\(word) \(word)"], author: word, section: word))
    for term in found { #expect(term.utf8.count <= TermLimit.bytes + " 65535".utf8.count) }
    let alone = try terms(of: Article(title: word)).map { $0.split(separator: " ")[0] }
    #expect(Set(alone).isSubset(of: found.map { $0.split(separator: " ")[0] }), "equal words")
    let longer = try terms(of: Article(title: word + "x")).map { $0.split(separator: " ")[0] }
    #expect(!Set(longer).subtracting(alone).isEmpty, "different words")
  }

  @Test func nothingToCount() throws {
    #expect(try terms(of: Article(title: "")) == [])
    #expect(
      try terms(of: Article(title: "…!", paragraphs: ["– — “”"], author: "?", section: "")) == [])
  }

  @Test(
    arguments: [
      ("Hoài An", "Ahoai an"), ("  HOÀI   AN ", "Ahoai an"),
      ("Minh Châu - Đức Thịnh", "Aminh chau duc thinh"),
      ("", nil), ("–", nil), (String(repeating: "an ", count: 200), nil),
    ] as [(String, String?)])
  func namesAreOneTerm(_ name: String, _ expected: String?) {
    #expect(Term.name(Schema.Prefix.author, name)?.text == expected)
  }

  @Test(
    arguments: [
      (
        "https://www.Bao.example/kinh-te/Bai-1.html?x=1#y",
        ["Ubao.example", "Ubao.example/kinh-te", "Ubao.example/kinh-te/Bai-1.html"]
      ),
      ("bao.example", ["Ubao.example"]),
      (
        "http://bao.example:8080//a/",
        [
          "Ubao.example:8080",
          "Ubao.example:8080/a",
        ]
      ),
      ("", []), ("https://", []), ("?", []),
      (
        "h/1/2/3/4/5/6/7/8/9/10/11",
        (0...9).map { "Uh" + (1...9).prefix($0).map { "/\($0)" }.joined() }
      ),
      ("h/" + String(repeating: "a", count: 300), ["Uh"]), ("h/a\0b", ["Uh"]),
    ] as [(String, [String])])
  func aURLIsItsHostAndFolders(_ url: String, _ expected: [String]) {
    #expect(Term.urlPlaces(url).map { Term.url($0).text } == expected)
  }

  @Test func anIdIsOneTermHoweverLong() {
    #expect(Term.record(id: "vp-0815").text == "XIvp-0815")
    let long = String(repeating: "đ", count: 200)
    for id in [long, long + "x", "a\0b"] {
      #expect(Term.record(id: id).count == 2 + 32)
    }
    #expect(Term.record(id: long) != Term.record(id: long + "x"))
  }

  @Test func aWordRepeatedWithoutEnd() throws {
    let body = String(repeating: "tin ", count: 70_000)
    #expect(
      try terms(of: Article(title: "tin", paragraphs: [body])) == [
        "Etin 0", "Ptin tin 69999", "Stin 0", "tin 70000",
      ])
  }

  /// What was analyzed before leaves no trace: same data, values and terms.
  @Test func nothingLeaksFromOneArticleToTheNext() throws {
    var random = RandomArticles(seed: 3)
    let article = random.stored()
    var fresh = ArticleAnalyzer()
    let expected = try fresh.terms(of: article)

    var used = ArticleAnalyzer()
    var run = PostingRun()
    for _ in 0..<1000 { try used.analyze(random.stored(), origin: .file(Self.state), into: &run) }
    #expect(try used.terms(of: article) == expected)
    #expect(expected.count > 20)
    #expect(try used.terms(of: article) == expected)
    // Nor does a run tell the documents before.
    for _ in 0..<2 {
      try used.analyze(article, origin: .file(Self.state), into: &run)
      let terms = run.terms(of: run.documents - 1).filter { $0.bytes.first != UInt8(ascii: "Q") }
      #expect(terms == expected)
    }
  }
}
