import Foundation
import SystemPackage
import Testing

@testable import ArticleIndex
@testable import ArticleReading

/// Readers while runs write new generations.
struct SucceededReaderTests {
  private func text(_ number: Int, _ word: String) -> String {
    TestIndex.text("Tin \(number) \(word)", "Hôm nay tỉnh Vĩnh Phúc có tin \(word) thứ \(number).")
  }

  /// A reader that is open all the while reads on in what it opened, which stays until it is closed.
  @Test func anOpenReaderKeepsItsGeneration() throws {
    let test = try TestIndex()
    for number in 0..<50 { try test.write(text(number, "vòng"), to: "\(number).txt") }
    try test.update()
    var reader: SearchIndex? = try test.open()
    for round in 0..<3 {
      for number in 0..<50 { try test.write(text(number, "lượt \(round)"), to: "\(number).txt") }
      try test.update()
      #expect(try reader?.count(SearchRequest("vong")) == 50)
      #expect(try reader?.article(path: test.articles.appending("7.txt")) != nil)
      #expect(try generations(test) == ["generation-000001", "generation-00000\(round + 2)"])
    }
    try reader?.refresh()
    #expect(try reader?.count(SearchRequest("\"lượt 2\"")) == 50)
    reader = nil
    #expect(try test.update().changes == [0, 0, 0, 50])
    #expect(try generations(test) == ["generation-000004"])
  }

  private func generations(_ test: TestIndex) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: test.index.path.string)
      .filter { $0.hasPrefix("generation-") }.sorted()
  }

  @Test func refreshingShowsWhatWasWritten() throws {
    let test = try TestIndex(["1.txt": text(1, "một")])
    let reader = try test.open()
    try test.write(text(2, "hai"), to: "2.txt")
    try test.update()
    try reader.refresh()
    #expect(try reader.search(SearchRequest("hai")).names == ["2.txt"])
  }

  @Test func anIndexThatIsGoneSaysSo() throws {
    let test = try TestIndex(["1.txt": text(1, "một")])
    let reader = try test.open()
    removeTree(test.index.path)
    #expect(code { try reader.refresh() } == .missing)
  }
}
