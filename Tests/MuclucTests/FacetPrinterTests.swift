import ArticleIndex
import Testing

@testable import mucluc

struct FacetPrinterTests {
  private func facet(
    _ field: FacetField, _ counts: KeyValuePairs<String, Int>, missing: Int = 0, exact: Bool = true
  ) -> Facet {
    Facet(
      field: field, counts: counts.map { Facet.Count(value: $0.key, count: $0.value) },
      distinct: counts.count, missing: missing, isExact: exact)
  }

  private func drawn(_ facet: Facet, columns: Int) -> [String] {
    FacetPrinter(columns: columns, usesColor: false, draws: true).text([facet])
      .split(separator: "\n").map(String.init)
  }

  private static let section: KeyValuePairs<String, Int> = [
    "Kinh tế": 120, "Văn hóa – Thể thao – Du lịch": 60, "Pháp luật": 1,
  ]

  @Test func bars() {
    #expect(
      drawn(facet(.section, Self.section, missing: 3, exact: false), columns: 60) == [
        "section (about, 3 without)",
        "  Kinh tế                      120 █████████████████████████",
        "  Văn hóa – Thể thao – Du lịch  60 ████████████▌",
        "  Pháp luật                      1 ▏",
      ])
  }

  /// Whatever the width, nothing is wider, and every count is told.
  @Test(arguments: [20, 21, 25, 30, 40, 59, 80, 100])
  func fitsIntoNarrowTerminals(columns: Int) {
    let month = facet(.month, ["1998-12": 2, "2005-01": 30, "2020-06": 4, "2024-11": 100])
    let year = facet(
      .year,
      [
        "1999": 1, "2000": 2, "2001": 3, "2002": 4, "2003": 5, "2004": 6, "2005": 7,
        "2006": 8, "2007": 9, "2008": 10, "2009": 11, "2010": 12,
      ])
    for facet in [
      facet(.section, Self.section), month, year, facet(.source, ["新华社": 9, "Ảnh": 2]),
    ] {
      let lines = drawn(facet, columns: columns)
      for line in lines { #expect(TextLayout.width(line) <= max(columns, 28), "\(line)") }
      guard !facet.field.isTime else { continue }
      for line in lines { #expect(TextLayout.width(line) <= columns, "\(line)") }
      for count in facet.counts { #expect(lines.contains { $0.contains(" \(count.count)") }) }
    }
  }

  @Test func monthsAreATimeline() {
    let lines = drawn(
      facet(.month, ["2019-11": 1, "2019-12": 8, "2020-02": 4, "2020-11": 2]), columns: 60)
    #expect(lines == ["month", "  ▁█ ▄        ▂", "  2019-11 … 2020-11", "  most: 2019-12 (8)"])
  }

  @Test func monthsThatDoNotFitShareAColumn() {
    let lines = drawn(facet(.month, ["1990-01": 1, "2024-12": 1]), columns: 44)
    #expect(TextLayout.width(lines[1]) == 2 + 42)
    #expect(lines[2] == "  1990-01" + String(repeating: " ", count: 28) + "2024-12")
    #expect(lines[4] == "  10 months a column")
  }

  @Test(arguments: [
    ("2020-06", "2020-06"), ("2020", "2020"),
  ])
  func oneTime(value: String, axis: String) {
    let lines = drawn(
      Facet(
        field: .month, counts: [.init(value: value, count: 3)], distinct: 1, missing: 0,
        isExact: true), columns: 40)
    #expect(lines == ["month", "  █", "  \(axis)", "  most: \(value) (3)"])
  }

  @Test func nothingToDraw() {
    for field in FacetField.allCases {
      #expect(drawn(facet(field, [:], missing: 7), columns: 40) == ["\(field) (7 without)"])
    }
    #expect(FacetPrinter(columns: 40, usesColor: false, draws: true).text([]).isEmpty)
  }

  @Test func moreThanAreDrawn() {
    let counts = (0..<25).map { Facet.Count(value: "Tên \($0)", count: 25 - $0) }
    let lines = drawn(
      Facet(field: .author, counts: counts, distinct: 2000, missing: 0, isExact: true), columns: 50)
    #expect(lines.count == 12)
    #expect(lines.last == "  … 1990 more")
  }

  @Test func plainText() {
    let text = FacetPrinter(columns: 40, usesColor: true, draws: false).text([
      facet(.section, ["Kinh tế": 2, "A\u{1B}[31mB": 1]), facet(.month, ["2020-06": 3]),
    ])
    #expect(text == "section\tKinh tế\t2\nsection\tA␛[31mB\t1\nmonth\t2020-06\t3\n")
  }
}
