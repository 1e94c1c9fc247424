import SystemPackage
import Testing

@testable import ArticleIndex
@testable import ArticleReading

struct StoredArticleTests {
  static let example = Article(
    title: "Khai hội đền Hùng", date: ArticleDate(year: 2019, month: 4, day: 12, hour: 7),
    lede: "Sáng 12/4, lễ hội bắt đầu.", paragraphs: ["Đoạn một.", "Đoạn hai."], author: "Hoài An",
    section: "Văn hóa", source: "Báo Phú Thọ", url: "https://example.vn/1", recordID: "A-1")

  @Test func theTextIsInOnePiece() {
    let stored = StoredArticle(Self.example, path: "/tin.txt")
    #expect(
      stored.text
        == "Khai hội đền Hùng\n\nSáng 12/4, lễ hội bắt đầu.\n\nĐoạn một.\n\nĐoạn hai.")
    #expect(stored.title == "Khai hội đền Hùng")
    #expect(stored.lede == "Sáng 12/4, lễ hội bắt đầu.")
  }

  @Test func theDataIsReadable() {
    #expect(
      StoredArticle(Self.example, path: "/tin.txt").encoded().text == """
        path: /tin.txt
        title-length: 23
        lede: 25 61
        date: 201904120700
        author: Hoài An
        section: Văn hóa
        source: Báo Phú Thọ
        url: https://example.vn/1
        id: A-1

        Khai hội đền Hùng

        Sáng 12/4, lễ hội bắt đầu.

        Đoạn một.

        Đoạn hai.
        """)
  }

  @Test(arguments: [
    Article(title: ""), Article(title: "Tên"), Article(title: "", lede: "Mở đầu"),
    Article(title: "", paragraphs: ["Đoạn"]), Article(title: "Tên", paragraphs: ["", ""]),
    Article(title: "\n", lede: "\n\n", paragraphs: ["\n"], author: "", section: " ", source: "\n"),
    Article(title: "a: b", paragraphs: ["path: /x"], url: "a%b"), example,
  ])
  func partsMayBeEmpty(_ article: Article) throws {
    let stored = StoredArticle(article, path: "/a")
    #expect(stored.title == article.title)
    #expect(stored.lede == article.lede)
    #expect(try StoredArticle(encoded: stored.encoded(), id: 1) == stored)
  }

  @Test func pathsNeedNotBeText() throws {
    let path = FilePath(platformBytes: [0x2F, 0xFF, 0x0A, 0x25, 0x56, 0xFD])
    let stored = StoredArticle(Self.example, path: path)
    #expect(
      try StoredArticle(encoded: stored.encoded(), id: 1).path.platformBytes == path.platformBytes)
  }

  @Test func randomArticlesMakeTheRoundTrip() throws {
    var random = RandomArticles(seed: 1)
    for _ in 0..<500 {
      let article = random.article()
      let stored = StoredArticle(article, path: FilePath("/báo/\(random.next())"))
      let decoded = try StoredArticle(encoded: stored.encoded(), id: 1)
      #expect(decoded == stored)
      // `==` on text ignores composition; the bytes must be the same too.
      #expect(Array(decoded.text.utf8) == Array(stored.text.utf8))
      #expect(Array(decoded.title.utf8) == Array(article.title.utf8))
      #expect(Array(decoded.lede.utf8) == Array(article.lede.utf8))
    }
  }

  @Test(arguments: [
    "", "\n", "x", "path: /a\n\ntext", "path: /a\ntitle-length: 0\n\n",
    "title-length: 0\nlede: 0 0\n\n",
    "path: /a\ntitle-length: 5\nlede: 0 0\n\ntext", "path: /a\ntitle-length: -1\nlede: 0 0\n\ntext",
    "path: /a\ntitle-length: 0\nlede: 3 2\n\ntext", "path: /a\ntitle-length: 0\nlede: -1 2\n\ntext",
    "path: /a\ntitle-length: 0\nlede: 0 5\n\ntext", "path: /a\ntitle-length: 0\nlede: 0\n\ntext",
    "path: /a\ntitle-length: 99999999999999999999\nlede: 0 0\n\ntext",
    "path: /a\ntitle-length: 0\nlede: 0 1 2\n\ntext",
    "path: /a\ntitle-length: 0\nlede: 0 x\n\ntext",
  ])
  func damagedDataIsCorrupt(_ text: String) {
    #expect(code { _ = try StoredArticle(encoded: Array(text.utf8), id: 7) } == .corrupt)
  }

  /// Whatever the damage, the article can be used or is refused; nothing traps.
  @Test func randomDamage() {
    var random = RandomArticles(seed: 2)
    var accepted = 0
    for round in 0..<200 {
      let sound = random.stored().encoded()
      for _ in 0..<100 {
        let bytes = random.damaged(sound)
        do throws(IndexError) {
          let article = try StoredArticle(encoded: bytes, id: 1)
          accepted += 1
          guard round % 10 == 0 else {
            _ = (article.title, article.lede)
            continue
          }
          let query = QueryParser.parse("vinh phuc tin").node.words
          let matches = MatchMarker(words: query, accents: .prefer).matches(in: article.text)
          let snippet = SnippetMaker().snippet(of: article, matches: matches)
          #expect(snippet.highlights.allSatisfy { $0.upperBound <= snippet.text.utf8.count })
        } catch {
          #expect(error.code == .corrupt)
        }
      }
    }
    #expect(accepted > 1000)
  }
}

extension RandomArticles {
  /// A copy with one to four bytes changed, inserted, removed or a piece cut off.
  fileprivate mutating func damaged(_ sound: [UInt8]) -> [UInt8] {
    var bytes = sound
    for _ in 0..<Int.random(in: 1...4, using: &self) where !bytes.isEmpty {
      // Mostly in the record, where it matters.
      let reach = Bool.random(using: &self) ? bytes.count : min(bytes.count, 120)
      let index = Int.random(in: 0..<reach, using: &self)
      let byte = pick([UInt8.random(in: 0...255, using: &self), 0x0A, 0x25, 0x39, 0x2D], or: 0)
      switch Int.random(in: 0..<5, using: &self) {
      case 0: bytes.remove(at: index)
      case 1: bytes.insert(byte, at: index)
      case 2: bytes.removeLast(bytes.count - index)
      default: bytes[index] = byte
      }
    }
    return bytes
  }
}
