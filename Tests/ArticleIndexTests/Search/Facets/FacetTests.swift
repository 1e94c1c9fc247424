import TestSupport
import Testing

@testable import ArticleIndex

/// Counting the matches by their fields.
struct FacetTests {
  private static let records: [SampleRecord] = (0..<120).map { number in
    let section: String? = ["Kinh tế", "KINH TẾ", "Kinh tế", "Văn hóa", nil][number % 5]
    let date = number % 4 == 3 ? nil : "20\(10 + number % 3)-0\(1 + number % 6)-1\(number % 9)"
    return SampleRecord(
      id: "\(number)", title: "Bản tin \(number)",
      body: "Lúa chín vàng đồng " + (number % 2 == 0 ? "sông Hậu." : "bên sông. Hậu phương."),
      date: date, author: "Phóng viên \(number % 40)", section: section,
      source: number < 3 ? "Báo \(String(repeating: "rất dài ", count: 30))" : "Báo Một")
  }

  private static let indexes = Shared { folder in try RecordIndexes(records, in: folder) }

  private func facets(
    _ index: SearchIndex, _ query: String, _ fields: [FacetField]
  ) throws -> SearchResult {
    var request = SearchRequest(query, limit: 2, wantsSnippets: false)
    request.facets = fields
    return try index.search(request)
  }

  @Test func everyKindOfIndexCountsTheSame() throws {
    for (kind, index) in try Self.indexes().everyKind() {
      let result = try facets(index, "lua", FacetField.allCases)
      #expect(result.facets.map(\.field) == FacetField.allCases)
      let facets = Dictionary(uniqueKeysWithValues: result.facets.map { ($0.field, $0) })
      let section = try #require(facets[.section])
      // Spellings are one value, shown as most have it.
      #expect(
        section.counts == [.init(value: "Kinh tế", count: 72), .init(value: "Văn hóa", count: 24)],
        "\(kind)")
      #expect(section.missing == 24 && section.distinct == 2 && section.isExact)
      #expect(facets[.author]?.counts.count == 40)
      #expect(facets[.author]?.counts.allSatisfy { $0.count == 3 } == true)
      #expect(facets[.source]?.counts.map(\.count) == [117, 3], "\(kind)")
      #expect(facets[.source]?.counts[1].value.utf8.count ?? 99 <= FacetName.maximumBytes)
      #expect(
        facets[.year]?.counts == [
          .init(value: "2010", count: 30), .init(value: "2011", count: 30),
          .init(value: "2012", count: 30),
        ], "\(kind)")
      #expect(facets[.year]?.missing == 30)
      let months = try #require(facets[.month])
      #expect(months.counts.map(\.value) == months.counts.map(\.value).sorted())
      #expect(months.counts.map(\.value).first == "2010-01")
      #expect(months.counts.reduce(0) { $0 + $1.count } == 90)
    }
  }

  /// Every match counts, not only the page.
  @Test(arguments: ["lua", "song hau", "\"song hau\"", "ban tin 7", "vang lua chin khongco"])
  func countsAddUpToTheTotal(query: String) throws {
    let index = try Self.indexes().openOne()
    let result = try facets(index, query, [.section, .year])
    for facet in result.facets {
      #expect(facet.counts.reduce(facet.missing) { $0 + $1.count } == result.total)
      #expect(facet.isExact)
    }
  }

  @Test func whatCannotBeCountedExactlyIsSaid() throws {
    let index = try Self.indexes().openOne()
    let phrase = try facets(index, "\"vang dong song\"", [.year])
    #expect(phrase.total == 60)
    // The texts have been looked at.
    #expect(phrase.facets.map(\.isExact) == [true] && phrase.totalIsExact)
    #expect(phrase.facets[0].counts.reduce(phrase.facets[0].missing) { $0 + $1.count } == 60)
    let relaxed = try facets(index, "lua chin vang dong khongco", [.year])
    #expect(relaxed.isRelaxed)
    #expect(
      relaxed.facets == [Facet(field: .year, counts: [], distinct: 0, missing: 0, isExact: true)])
    #expect(relaxed.notices.contains(.facetsNeedAllWords))
  }

  @Test(arguments: ["", "   ", "khongco"])
  func nothingFound(query: String) throws {
    let index = try RecordIndex().make("one", Array(Self.records.prefix(4)))
    let facets = try facets(index, query, [.section, .month]).facets
    #expect(facets.map(\.field) == [.section, .month])
    #expect(facets.allSatisfy { $0.counts.isEmpty && $0.missing == 0 })
    #expect(try self.facets(index, "lua", []).facets.isEmpty)
  }

  @Test func moreValuesThanAreTold() throws {
    let count = Facet.maximumValues + 20
    let records = (0..<count).map {
      SampleRecord(id: "\($0)", title: "Lúa", body: "Tin.", author: "Tên \($0)")
    }
    let facet = try facets(RecordIndex().make("one", records), "lua", [.author]).facets[0]
    #expect(facet.counts.count == Facet.maximumValues && facet.distinct == count)
    #expect(facet.missing == 0)
  }

  @Test(arguments: [
    ("Kinh tế", "Kinh tế"), ("", ""),
    (String(repeating: "ế", count: 40), String(repeating: "ế", count: 21)),
    (
      String(repeating: "e\u{302}\u{301}", count: 20),
      String(repeating: "e\u{302}\u{301}", count: 12)
    ),
  ])
  func namesAreCutBetweenCharacters(name: String, cut: String) {
    #expect(
      String(decoding: FacetName.value(of: name), as: UTF8.self).unicodeScalars
        .elementsEqual(cut.unicodeScalars))
  }

  @Test func countingIsCheckedAtTheShim() throws {
    let folder = try TemporaryFolder()
    let reader = try StoreReader(at: makeStore(at: folder("db")))
    var program = QueryProgram()
    program.all()
    let counts = try reader.countValues(
      program, [ValueFacet(slot: 0, width: 4), ValueFacet(slot: 99), ValueFacet(slot: 0)])
    #expect(counts.matches == 5)
    #expect(counts.facets[1].isEmpty)
    #expect(counts.facets[0].reduce(0) { $0 + $1.documents } == 4)
    #expect(counts.facets[2].reduce(0) { $0 + $1.documents } == 4)
    #expect(try reader.countValues(program, []).matches == 5)
    let many = [ValueFacet](repeating: ValueFacet(slot: 0), count: 65)
    #expect(code { _ = try reader.countValues(program, many) } == .invalidArgument)
    #expect(code { _ = try reader.countValues(QueryProgram(), []) } == .invalidArgument)
    #expect(try reader.values(of: [], slot: 0).isEmpty)
    #expect(try reader.values(of: [2, 1, 2], slot: 0).map(\.count) == [8, 8, 8])
    #expect(code { _ = try reader.values(of: [0], slot: 0) } == .missing)
  }
}
