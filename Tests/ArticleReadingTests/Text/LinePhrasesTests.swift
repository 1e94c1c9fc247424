import Testing

@testable import ArticleReading

@Suite("Phrases in lines")
struct LinePhrasesTests {
  private let phrases = LinePhrases(["dang ngay", "publish", "stand:"])

  @Test(arguments: [
    ("bai dang ngay 8/7", true), ("dang  ngay", false), ("published on", true),
    ("unpublished", false), ("stand: 8.7.", true), ("stand", false), ("", false),
    ("dang nga", false),
    ("đpublish", false), ("8publish", true), ("публиpublish", false),
  ])
  func occur(line: String, expected: Bool) {
    #expect(phrases.occur(in: line) == expected)
    #expect(phrases.rests(in: line).isEmpty != expected)
  }

  @Test func whatStandsBehindThem() {
    #expect(
      phrases.rests(in: "published by x, dang ngay 8/7")
        == ["ed by x, dang ngay 8/7", " 8/7"])
  }
}
