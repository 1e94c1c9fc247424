import SystemPackage
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// `furniture.tsv` in the index folder.
struct FurnitureFileTests {
  private static let page =
    "Vĩnh Phúc mở hội\n\nHội mở từ sáng sớm ở sân đình.\n\nTẢI ỨNG DỤNG CỦA BÁO!\n\nKhách về đông.\n"

  private func writeTable(_ text: String, _ test: TestIndex) throws {
    try test.folder.write(Array(text.utf8), to: test.index.path.appending("furniture.tsv"))
  }

  private func body(_ test: TestIndex) throws -> String {
    try #require(try test.open().article(path: test.articles.appending("1.txt"))).article.text
  }

  @Test func ownRowsAreDroppedAndEveryFileIsReadAgain() throws {
    let test = try TestIndex(["1.txt": Self.page, "2.txt": "Tin khác hẳn\n"])
    #expect(try body(test).contains("ỨNG DỤNG"))
    try writeTable("# riêng của báo\n\nline\ttai ung dung cua bao\n", test)
    #expect(try test.update().changes == [0, 2, 0, 0])
    #expect(try !body(test).contains("ỨNG DỤNG"))
    #expect(try body(test).contains("Khách về đông"))
    #expect(try test.update().changes == [0, 0, 0, 2], "once")
    try writeTable("# nothing left\n", test)
    #expect(try test.update().changes == [0, 2, 0, 0])
    #expect(try body(test).contains("ỨNG DỤNG"))
  }

  @Test func aNewIndexIsBuiltWithTheTable() throws {
    let test = try TestIndex()
    try test.index.create()
    try writeTable("line\tTải ứng dụng của báo\n", test)
    try test.write(Self.page, to: "1.txt")
    try test.update()
    #expect(try !body(test).contains("ỨNG DỤNG"))
    #expect(try test.update().changes == [0, 0, 0, 1])
  }

  @Test(arguments: [
    ("line\n", 1), ("line in trang\n", 1), ("# x\nlines\tin trang\n", 2), ("\n\nline\t \n", 3),
    ("line\t...\n", 1),
  ])
  func aWrongLineIsNamed(_ table: String, _ line: Int) throws {
    let test = try TestIndex(["1.txt": Self.page])
    try writeTable(table, test)
    let error = #expect(throws: IndexError.self) { try test.update() }
    #expect(error?.code == .invalidArgument)
    #expect(error?.cause == .badTable(ReadingError(.malformedFurniture(line: line))))
    #expect(error?.subject.hasSuffix("furniture.tsv") == true)
    #expect(try test.open().count(SearchRequest("vinh phuc")) == 1, "the index is unharmed")
  }
}
