import Testing

@testable import ArticleReading

@Suite("Hostile pages: refused or read, never a crash, and time linear in their size")
struct HostileHTMLTests {
  private static let sentence =
    "Sáng nay, hơn hai trăm hộ dân xã Bình Lợi đã nhận nước sạch từ nhà máy mới xây."

  private static let article =
    "<h1>Nước sạch về Bình Lợi</h1><div><p>\(sentence)</p><p>Thêm: \(sentence)</p></div>"

  /// What is put before an article that must still be found, or may be refused.
  private func read(_ page: String) -> Result<Article, ReadingError> {
    Result { () throws(ReadingError) in try HTMLReader().read(Array(page.utf8)).article }
  }

  @Test(
    "A million nested tags are refused", arguments: ["<div>", "<b>", "<table><tr><td>", "<p><a>"])
  func nested(_ tag: String) {
    let page = String(repeating: tag, count: 1_000_000) + Self.article
    guard case .failure(let error) = read(page) else {
      Issue.record("was read")
      return
    }
    #expect(error.code == .tooLarge)
  }

  @Test("Nesting under the limit of tags ends without an article or with one")
  func deep() {
    for depth in [100, 255, 256, 257, 10_000, 190_000] {
      let page = String(repeating: "<div>", count: depth) + Self.article
      if case .failure(let error) = read(page) { #expect(error.code == .empty) }
    }
    let shallow = String(repeating: "<div>", count: 100) + Self.article
    #expect((try? read(shallow).get())?.lede == Self.sentence)
  }

  @Test("One tag with millions of attributes", arguments: ["a ", "a='b' ", "a=", "\"", "='"])
  func attributes(_ attribute: String) {
    let count = (4 << 20) / attribute.utf8.count
    let page = "<div " + String(repeating: attribute, count: count) + ">" + Self.article
    _ = read(page)
  }

  @Test("Many tags that are kept with all the attributes that are kept")
  func manyClasses() throws {
    let tag = "<p class='a b' id=c style='d' itemprop=e>x"
    let page = Self.article + String(repeating: tag, count: 100_000)
    #expect(try read(page).get().lede == Self.sentence)
  }

  @Test("A hundred thousand siblings")
  func siblings() throws {
    let page =
      "<ul>" + String(repeating: "<li><a href=/x>Tin khác của ngày</a>", count: 90_000)
      + "</ul>" + Self.article
    #expect(try read(page).get().lede == Self.sentence)
  }

  @Test(
    "Beginnings of things that never end",
    arguments: [
      "<!--", "<script>", "<svg>", "<![CDATA[", "<a b='", "<", "</", "<?", "&", "&#", "<a",
    ])
  func unclosed(_ text: String) {
    _ = read(Self.article + String(repeating: text, count: 200_000))
    _ = read(String(repeating: text, count: 200_000) + Self.article)
    _ = read(text)
  }

  @Test("A page cut off at any byte is read or refused")
  func truncated() throws {
    let page = try HTMLSamples.page("cay-hong")
    for end in stride(from: 0, to: page.count, by: 7) {
      _ = try? HTMLReader().read(Array(page[..<end]))
    }
  }

  @Test("Bytes changed at random; the seed is fixed")
  func damaged() throws {
    let page = try HTMLSamples.page("bang-2004")
    var state: UInt64 = 42
    for _ in 0..<300 {
      var damaged = page
      for _ in 0..<20 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let marks = Array("<>\"'&/=-! \n\u{1}".utf8)
        damaged[Int(state >> 33) % damaged.count] = marks[Int(state >> 20) % marks.count]
      }
      _ = try? HTMLReader().read(damaged)
    }
  }

  @Test("NUL bytes are refused")
  func null() {
    #expect(throws: ReadingError.self) {
      try HTMLReader().read(Array("<p>a\0b</p>".utf8))
    }
  }

  @Test("Entities are not expanded, nor fetched")
  func entities() throws {
    let page =
      "<!DOCTYPE html [<!ENTITY a 'xxxx'><!ENTITY b SYSTEM 'file:///etc/passwd'>]>"
      + "<h1>Nước sạch</h1><p>\(Self.sentence) &a; &b;</p><p>\(Self.sentence)</p>"
    let lede = try read(page).get().lede
    #expect(!lede.contains("xxxx") && !lede.contains("root:"))
  }

  @Test("Many threads at once read the same")
  func threads() async throws {
    let pages = try HTMLSamples.names.map(HTMLSamples.page)
    let expected = try pages.map { try HTMLReader().read($0) }
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { pages.map { try? HTMLReader().read($0) } == expected }
      }
      for await isSame in group { #expect(isSame) }
    }
  }
}
