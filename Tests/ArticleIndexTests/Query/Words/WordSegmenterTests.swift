import TestSupport
import Testing

@testable import ArticleIndex

/// Which neighbours of a query are one word.
struct WordSegmenterTests {
  private func segmented(_ query: String, _ table: WordTable = .builtIn) -> String {
    table.segmented(QueryParser.parse(query).node).description
  }

  @Test(arguments: [
    ("Nguyễn Phú Trọng", "(all nguyễn_phú_trọng)"), ("nguyen phu trong", "(all nguyen_phu_trong)"),
    ("tai nạn giao thông", "(all tai_nạn giao_thông)"),
    ("ung thu vu", "(all ung_thu vu)"), ("công ty", "(all công_ti)"),
    // One syllable, numbers, foreign words, nothing known.
    ("lúa", "lúa"), ("2020", "2020"), ("champions league", "(all champions_league)"),
    ("xyzzy qwerty", "(all xyzzy qwerty)"),
    // Not across punctuation, operators and other parts of a query.
    ("công, ty", "(all công ti)"), ("công \"ty\"", "(all công ti)"),
    ("công OR ty", "(any công ti)"), ("công ty OR nhà máy", "(all công (any ti nhà) máy)"),
    ("(công ty) OR (nhà máy)", "(any (all công_ti) (all nhà_máy))"),
    ("-công ty", "(all (not công) ti)"), ("\"công ty\"", "(phrase công ti)"),
    ("title:\"công ty\"", "(title công ti)"), ("công* ty", "(all (prefix công) ti)"),
    ("=công ty", "(all =công_ti)"),
    ("Vĩnh Phúc date:2020", "(all vĩnh_phúc (dates 20200101..20201231))"),
    // What is typed together is together.
    ("covid-19", "(all covid 19)"),
    ("quyết định 45/2019/QĐ-UBND", "(all quyết_định 45 2019 qđ ubnd)"),
    ("5G m2", "(all 5 g m 2)"),
  ])
  func words(_ query: String, _ expected: String) { #expect(segmented(query) == expected) }

  @Test func everyRowIsFound() throws {
    var lines = 0
    for line in "\(WordRows.text)".split(separator: "\n").enumerated() where line.offset % 97 == 0 {
      let fields = line.element.split(separator: "\t")
      let words = QueryParser.parse(String(fields[0])).node.words
      try #require(words.count == 2, "\(line.element)")
      let counts = try #require(
        WordTable.builtIn.counts(words[0], words[1], asTyped: true), "\(line.element)")
      #expect("\(counts.inside)" == fields[1] && "\(counts.across)" == fields[2], "\(line.element)")
      let bare = words.map { QueryToken(folded: $0.folded, exact: nil, followsDirectly: true) }
      let any = try #require(WordTable.builtIn.counts(bare[0], bare[1], asTyped: false))
      #expect(any.inside >= counts.inside && any.across >= counts.across)
      lines += 1
    }
    #expect(lines > 200)
  }

  @Test func ownRowsComeFirst() {
    let text = "# ours\nđôn đáo xy\ncông ty\t0\t1\nlàm giá\t 3 \t1\r\n\n"
    let (table, problems) = WordTable.parse(text)
    #expect(problems.isEmpty)
    #expect(segmented("đôn đáo xy", table) == "(all đôn_đáo_xy)")
    #expect(segmented("don dao xy", table) == "(all don_dao_xy)")
    #expect(segmented("công ty", table) == "(all công ti)")
    #expect(segmented("nhà máy", table) == "(all nhà_máy)")
    #expect(segmented("làm giá", table) == "(all làm_giá)")
    #expect(segmented("công ty", .empty) == "(all công ti)")
  }

  @Test(
    arguments: [
      ("lúa", .oneSyllable), ("lúa ngô\tx", .numbers), ("lúa ngô\t1\t2\t3", .numbers),
      ("lúa ngô\t-1", .numbers), ("…\t1", .oneSyllable),
      ("a a a a a a a a a a a a a a a a a", .tooManyWords(maximum: 16)),
    ] as [(String, TableNotice.Flaw)])
  func malformedLines(_ line: String, _ flaw: TableNotice.Flaw) {
    let (_, problems) = WordTable.parse("# heading\n\n\(line)\nlúa mùa\n")
    #expect(problems == [TableProblem(line: 3, flaw: flaw)])
  }

  /// No run of `index` in between.
  @Test func theTableOfTheIndexFolderTakesEffectAtOnce() throws {
    let test = try TestIndex([
      "a": TestIndex.text("Tin", "Đáo hạn, đôn đốc. Đôn đáo."),
      "b": TestIndex.text("Tin", "Đôn đốc trả nợ đáo hạn."),
    ])
    let index = try test.open()
    #expect(try index.count(SearchRequest("đôn đáo")) == 2)
    try test.folder.write(Array("đôn đáo\n".utf8), to: test.index.path.appending("words.tsv"))
    #expect(try index.count(SearchRequest("đôn đáo")) == 1)
    #expect(try index.explain("đôn đáo").compounds == ["đôn đáo"])
    var request = SearchRequest("đôn đáo")
    request.bindsWords = false
    #expect(try index.count(request) == 2)
    try test.folder.write(Array("đôn\n".utf8), to: test.index.path.appending("words.tsv"))
    let notices = try index.search(SearchRequest("đôn đáo")).notices
    #expect(notices.count == 1)
  }
}
