import SystemPackage
import TestSupport

@testable import ArticleIndex
@testable import ArticleReading

/// Random articles that look like Vietnamese, the same ones for the same seed.
struct RandomArticles: RandomNumberGenerator {
  private var numbers: SplitMix64

  init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

  mutating func next() -> UInt64 { numbers.next() }

  static let syllables =
    "tỉnh vĩnh phúc chuyển đổi số hòa bình hoà thủy thuỷ lợi quý giá đường sắt nông thôn mới xã hội "
    + "kinh tế phát triển nhân dân hội nghị an ninh bão lũ lụt sạt lở đất đá học sinh trường 2020 "
    + "165.000 45/2019/QĐ-UBND TP.HCM covid-19 internet 7,5% H'Mông Đắk Lắk"
  private static let words = syllables.split(separator: " ").map(String.init)
  private static let separators = [
    " ", " ", " ", " ", " ", " ", ", ", ". ", "; ", " – ", "\n", "\t", "…",
  ]

  mutating func pick<Element>(_ elements: [Element], or fallback: Element) -> Element {
    elements.randomElement(using: &self) ?? fallback
  }

  /// Words with separators; composed, decomposed or mixed.
  mutating func text(words count: Int) -> String {
    var text = ""
    let form = Int.random(in: 0...2, using: &self)
    for index in 0..<count {
      if index > 0 { text += pick(Self.separators, or: " ") }
      let word = pick(Self.words, or: "tin")
      let isDecomposed = form == 1 || form == 2 && Bool.random(using: &self)
      text += isDecomposed ? decomposed(word) : word
      if Int.random(in: 0..<40, using: &self) == 0 {
        text += pick(["\u{1B}[31m", "😀", "\u{0}", "中文"], or: "")
      }
    }
    return text
  }

  mutating func optional(_ value: (inout Self) -> String) -> String? {
    switch Int.random(in: 0..<4, using: &self) {
    case 0: nil
    case 1: ""
    default: value(&self)
    }
  }

  /// An article with parts missing now and then.
  mutating func article() -> Article {
    var article = Article(title: text(words: .random(in: 0...12, using: &self)))
    if Bool.random(using: &self) { article.lede = text(words: .random(in: 0...30, using: &self)) }
    article.paragraphs = (0..<Int.random(in: 0...5, using: &self)).map { _ in "" }
    for index in article.paragraphs.indices {
      article.paragraphs[index] = text(words: .random(in: 0...80, using: &self))
    }
    if Bool.random(using: &self) {
      article.date = ArticleDate(
        year: .random(in: 1900...2199, using: &self), month: .random(in: 1...12, using: &self),
        day: .random(in: 1...28, using: &self),
        hour: Bool.random(using: &self) ? .random(in: 0...23, using: &self) : nil,
        minute: .random(in: 0...59, using: &self))
    }
    article.author = optional { $0.text(words: 3) }
    article.section = optional { $0.text(words: 2) }
    article.source = optional { $0.text(words: 4) }
    article.url = optional { "https://example.vn/\($0.next())" }
    article.recordID = optional { "\($0.next())" }
    return article
  }

  mutating func stored() -> StoredArticle {
    StoredArticle(article(), path: FilePath("/báo/tin %0A\(next()).txt"))
  }
}
