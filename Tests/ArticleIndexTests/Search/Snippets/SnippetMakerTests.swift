import TestSupport
import Testing
import VietnameseText

@testable import ArticleIndex
@testable import ArticleReading

struct SnippetMakerTests {
  private func snippet(
    _ query: String, _ article: Article, length: Int = 220
  ) -> (snippet: Snippet, highlighted: [String]) {
    let stored = StoredArticle(article, path: "/tin")
    let matches = MatchMarker(words: QueryParser.parse(query).node.words, accents: .prefer)
      .matches(in: stored.text)
    let snippet = SnippetMaker(targetLength: length).snippet(of: stored, matches: matches)
    let bytes = Array(snippet.text.utf8)
    return (
      snippet, snippet.highlights.map { String(decoding: bytes[$0], as: UTF8.self) }
    )
  }

  private static let filler = "Sáng nay trời nhiều mây, có lúc có mưa rào và dông rải rác. "

  @Test(arguments: [
    // The whole body, if it is short.
    ("vinh phuc", "Tin", ["Tỉnh Vĩnh Phúc họp."], "Tỉnh [Vĩnh] [Phúc] họp."),
    // At the start and at the end of the text.
    ("vinh phuc", "Tin", ["Vĩnh Phúc"], "[Vĩnh] [Phúc]"),
    // The title only if there is nothing else.
    ("vinh phuc", "Vĩnh Phúc họp", [], "[Vĩnh] [Phúc] họp"),
    ("vinh phuc", "Vĩnh Phúc họp", ["Chiều nay."], "Chiều nay."),
    ("khong co", "Tin", ["Chiều nay."], "Chiều nay."), ("tin", "", [], ""),
    // Line breaks and control characters become one space.
    ("phuc", "Tin", ["a\u{1}\n\t b", "c Phúc\u{7F}d"], "a b c [Phúc] d"),
  ])
  func short(_ query: String, _ title: String, _ paragraphs: [String], _ expected: String) {
    let found = snippet(query, Article(title: title, paragraphs: paragraphs)).snippet
    #expect(found.marked == expected)
    let other = snippet(
      query, Article(title: decomposed(title), paragraphs: paragraphs.map(decomposed))
    ).snippet
    #expect(Array(other.marked.utf8) == Array(decomposed(expected).utf8))
  }

  @Test func theBestWindowBeginsWhereASentenceDoes() {
    let far = String(repeating: Self.filler, count: 20)
    let found = snippet(
      "vinh phuc hop",
      Article(
        title: "Tin", lede: "Vĩnh Long.", paragraphs: [far + "Hôm nay, Vĩnh Phúc họp. " + far]))
    #expect(found.highlighted == ["Vĩnh", "Phúc", "họp"])
    #expect(found.snippet.text.hasPrefix("…Hôm nay, Vĩnh Phúc họp. Sáng nay"))
    #expect(found.snippet.text.hasSuffix("…"))
    #expect((150...260).contains(found.snippet.text.count))
  }

  @Test func theEarlierOfEqualWindowsWins() {
    let far = String(repeating: Self.filler, count: 10)
    let found = snippet(
      "vinh phuc",
      Article(title: "Tin", paragraphs: ["Vĩnh Phúc một. " + far, "Vĩnh Phúc hai. " + far]))
    #expect(found.snippet.marked.hasPrefix("[Vĩnh] [Phúc] một."))
  }

  @Test func matchesAtTheVeryEnd() {
    let far = String(repeating: Self.filler, count: 10)
    let found = snippet("vinh phuc", Article(title: "Tin", paragraphs: [far + "Vĩnh Phúc"]))
    #expect(found.highlighted == ["Vĩnh", "Phúc"])
    #expect(found.snippet.text.hasSuffix("Vĩnh Phúc"))
  }

  @Test func aSentenceLongerThanTheSnippet() {
    let words = String(repeating: "đường sắt, ", count: 300)
    let found = snippet(
      "vinh phuc", Article(title: "Tin", paragraphs: [words + "Vĩnh Phúc, " + words]))
    #expect(found.highlighted == ["Vĩnh", "Phúc"])
    #expect(found.snippet.text.hasPrefix("…") && found.snippet.text.hasSuffix("…"))
    #expect(found.snippet.text.count < 300)
    for word in found.snippet.text.split(whereSeparator: { " ,…".contains($0) }) {
      #expect(["đường", "sắt", "Vĩnh", "Phúc"].contains(word), "whole words: \(word)")
    }
  }

  /// Without a space anywhere near, whole letters are left, and the matches with them.
  @Test(arguments: ["đườngsắt", "\u{1EC7}", "ờ-", "中文", "https://báo.vn/ảnh/"], [false, true])
  func textWithoutSpaces(_ piece: String, _ isDecomposed: Bool) {
    let run = String(repeating: piece, count: 400)
    let text = "\(run)-phúc-\(run)"
    let body = isDecomposed ? decomposed(text) : text
    let found = snippet("phuc", Article(title: "Tin", paragraphs: [body]))
    #expect(found.highlighted == ["phúc"])
    let letters = Set(body).union("…")
    for letter in found.snippet.text {
      #expect(letters.contains(letter), "a letter was cut: \(letter.unicodeScalars)")
    }
    #expect(found.snippet.text.utf8.count < 900)
  }

  @Test(arguments: [0, 1, 5, 20, 80, 220, 1000, 100_000, -1, Int.max])
  func anyLength(_ length: Int) {
    let far = String(repeating: Self.filler, count: 10)
    let found = snippet(
      "vinh phuc", Article(title: "Tin", paragraphs: [far + "Vĩnh Phúc họp. " + far]),
      length: length)
    #expect(found.highlighted.allSatisfy { ["Vĩnh", "Phúc"].contains($0) })
    #expect(!found.highlighted.isEmpty)
    if length <= 220 { #expect(found.snippet.text.count < 300) }
    if length >= 10_000 { #expect(!found.snippet.text.contains("…")) }
  }

  /// Whatever the article, highlights lie within the text, in order, and cut out query words; where
  /// the body has a match, the snippet shows one.
  @Test func randomArticles() {
    var random = RandomArticles(seed: 6)
    let syllables = RandomArticles.syllables.split(separator: " ").map(String.init)
    for _ in 0..<400 {
      let query = (0..<4).map { _ in random.pick(syllables, or: "tin") }.joined(separator: " ")
      let article = random.article()
      let length = random.pick([20, 60, 220, 600], or: 220)
      let words = Set(QueryParser.parse(query).node.words.map(\.folded))
      let found = snippet(query, article, length: length)
      #expect(!found.snippet.text.contains { $0.isNewline || $0 == "\t" || $0 == "\u{1B}" })
      var end = 0
      for range in found.snippet.highlights {
        #expect(range.lowerBound >= end && range.upperBound <= found.snippet.text.utf8.count)
        end = range.upperBound
      }
      for text in found.highlighted {
        let tokens = TokenList(of: text)
        #expect(
          tokens.tokens.count == 1 && words.contains(tokens.folded(tokens.tokens[0])), "\(text)")
      }
      let stored = StoredArticle(article, path: "/tin")
      let inBody = MatchMarker(words: QueryParser.parse(query).node.words, accents: .prefer)
        .matches(in: stored.text).filter { $0.range.lowerBound >= stored.titleLength }
      #expect(inBody.isEmpty || !found.highlighted.isEmpty, "\(query): \(found.snippet.text)")
    }
  }
}

extension Snippet {
  /// The text with `[` and `]` around highlights.
  fileprivate var marked: String {
    var bytes = Array(text.utf8)
    for range in highlights.reversed() {
      bytes.insert(0x5D, at: range.upperBound)
      bytes.insert(0x5B, at: range.lowerBound)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
